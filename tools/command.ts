import { type ParseArgsConfig, parseArgs } from 'node:util'

/** Ends a command that failed, with a sentence. */
export function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

/** What an error says, whatever was thrown. */
export const toMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** An option with a value. */
export const textOption = { type: 'string' } as const

/** The arguments of a command; where they are not understood, it ends with the reason and `ending`, which says how it is called. */
export function readArguments<const T extends ParseArgsConfig>(config: T, ending: string) {
  try {
    return parseArgs(config)
  } catch (error) {
    return stop(toMessage(error) + ending)
  }
}

/** Today in UTC, as ISO 8601. */
export const toToday = (): string => new Date().toISOString().slice(0, 10)
