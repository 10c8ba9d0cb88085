import { parseArgs } from 'node:util'
import { parseOrigin } from '../request/origin.ts'
import { parseAddresses } from './clients.ts'

/** An option that cannot be read; the message is a sentence for the operator. */
export class OptionError extends Error {}

export const help = `Serves Caravan on Node.

  --port N               where to listen; PORT in the environment, else 8787; 0 is any free port
  --hostname NAME        on which interface; HOST in the environment, else 127.0.0.1
  --origin URL           the public address, https://cards.example.org; ORIGIN in the environment
  --trust-proxy LIST     addresses or ranges of proxies whose X-Forwarded-For, -Proto and -Host count
  --metrics-from LIST    addresses or ranges that may read /metrics, beside this machine
  --cache DIR            a folder for pictures drawn on demand: empty, or made by Caravan; else .cache/pictures
  --cache-megabytes N    how much of it to fill; else 1000
  --threads N            threads that draw; else one fewer than the processor has
  --queue N              drawing that may wait, in units of the rate; else 250 for each thread
  --rate N               drawing for one client a minute, 1 for a megapixel; else 100
  --ceiling N            drawing for all clients together a minute; else 3000 for each thread
  --grace N              seconds that open requests have when the server is stopped; else 10
  --help                 this text
`

/** Reads the arguments; 'help' when help was asked for. Throws `OptionError` for an unknown flag or a bad value. */
export function parseOptions(
  args: readonly string[],
  environment: Record<string, string | undefined>,
  processors: number,
) {
  const values = readArgs(args)
  if (values.help) return 'help'
  const whole = (name: keyof typeof values & string, fallback: number, [least, most]: [number, number]): number => {
    const text = String(values[name] ?? fallback)
    if (!/^\d+$/.test(text) || Number(text) < least || Number(text) > most)
      throw new OptionError(`--${name} must be a whole number from ${least} to ${most}`)
    return Number(text)
  }
  const named = (name: 'hostname' | 'cache', fallback: string): string => {
    const text = values[name] ?? fallback
    if (text === '') throw new OptionError(`--${name} must not be empty`)
    return text
  }
  const site = values.origin ?? (environment.ORIGIN || undefined)
  const origin = site === undefined ? undefined : parseOrigin(site)
  if (site !== undefined && !origin)
    throw new OptionError('--origin must be an http or https address without a path, as https://cards.example.org')
  const threads = whole('threads', Math.max(1, processors - 1), [1, 256])
  return {
    port: parsePort(values.port, environment.PORT),
    hostname: named('hostname', environment.HOST || '127.0.0.1'),
    cache: named('cache', '.cache/pictures'),
    cacheBytes: whole('cache-megabytes', 1000, [1, 1_000_000]) * 1_000_000,
    origin,
    isTrusted: readAddresses('trust-proxy', values['trust-proxy']),
    isReader: readAddresses('metrics-from', values['metrics-from']),
    threads,
    queue: whole('queue', threads * 250, [19, 1_000_000]),
    rate: whole('rate', 100, [19, 1_000_000]),
    ceiling: whole('ceiling', threads * 3000, [19, 10_000_000]),
    grace: whole('grace', 10, [0, 3600]),
  }
}

export type Options = Exclude<ReturnType<typeof parseOptions>, 'help'>

function parsePort(option: string | undefined, variable: string | undefined): number {
  const port = option ?? (variable || '8787')
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return Number(port)
  throw new OptionError(`${option === undefined ? 'PORT' : '--port'} must be a whole number up to 65535`)
}

function readAddresses(name: string, text = ''): (address: string) => boolean {
  try {
    return parseAddresses(text)
  } catch (error) {
    throw new OptionError(`--${name} ${error instanceof Error ? error.message : String(error)}`)
  }
}

function readArgs(args: readonly string[]) {
  const text = { type: 'string' } as const
  const options = {
    port: text,
    hostname: text,
    origin: text,
    'trust-proxy': text,
    'metrics-from': text,
    cache: text,
    'cache-megabytes': text,
    threads: text,
    queue: text,
    rate: text,
    ceiling: text,
    grace: text,
    help: { type: 'boolean' },
  } as const
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    throw new OptionError(`${sentence.replace(/\. To specify.*/, '')}; --help lists the options`)
  }
}
