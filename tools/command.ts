import { type ParseArgsConfig, parseArgs } from 'node:util'

/** Ends a command that failed, with a sentence. */
export function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

/** The message of an error, whatever was thrown. */
export const toMessage = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** An option with a value. */
export const textOption = { type: 'string' } as const

/** The arguments of a command; if they are invalid, it ends with the reason and `ending`, which explains the usage. */
export function readArguments<const T extends ParseArgsConfig>(config: T, ending: string) {
  try {
    return parseArgs(config)
  } catch (error) {
    return stop(toMessage(error) + ending)
  }
}

/** Today in UTC, as ISO 8601. */
export const toToday = (): string => new Date().toISOString().slice(0, 10)
