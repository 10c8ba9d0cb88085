import { BlockList, isIP } from 'node:net'

/** The address and the headers of a connection; `forwarded` by the names of the `X-Forwarded-…` headers, without the prefix. */
type Connection = {
  address: string
  host: string | undefined
  forwarded: { for?: string | undefined; proto?: string | undefined; host?: string | undefined }
}

/** The address of a client and the origin it asked at, from the headers of trusted proxies only. */
export type Client = { address: string; origin: string | undefined; isForwarded: boolean }

/** Whether an address is one of a list of addresses and ranges. Throws a sentence for an entry that is neither. */
export function parseAddresses(text: string): (address: string) => boolean {
  const list = new BlockList()
  for (const entry of text.split(',').map(part => part.trim())) {
    if (entry === '') continue
    const [address = '', bits, more] = entry.split('/')
    const version = isIP(address)
    const most = version === 4 ? 32 : 128
    const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN
    if (version === 0 || more !== undefined || !(length <= most))
      throw new Error(`has "${entry}"; expected addresses or ranges joined by commas, 10.0.0.0/8`)
    list.addSubnet(address, length, version === 4 ? 'ipv4' : 'ipv6')
  }
  return address => {
    const plain = toPlain(address)
    const version = isIP(plain)
    return version !== 0 && list.check(plain, version === 4 ? 'ipv4' : 'ipv6')
  }
}

/** An IPv4 address that is written as IPv6 is IPv4. */
const toPlain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** The address in an entry of X-Forwarded-For, which may have a port; undefined for anything else. */
function parseEntry(entry: string): string | undefined {
  const text = entry.trim().replaceAll('"', '')
  const [, bracketed] = /^\[([^\]]+)\](?::\d+)?$/.exec(text) ?? []
  const [, dotted] = /^(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/.exec(text) ?? []
  const address = bracketed ?? dotted ?? text
  return isIP(address) === 0 ? undefined : toPlain(address)
}

/**
 * Who asks: the rightmost address of X-Forwarded-For that is not a trusted proxy, and only where the connection comes from
 * one. The origin is that of X-Forwarded-Proto and X-Forwarded-Host, by the same rule; undefined where no trusted proxy says.
 */
export function findClient({ address, host, forwarded }: Connection, isTrusted: (address: string) => boolean): Client {
  const isForwarded = Object.values(forwarded).some(value => value !== undefined)
  let client = toPlain(address)
  if (!isTrusted(client)) return { address: client, origin: undefined, isForwarded }
  for (const entry of (forwarded.for ?? '').split(',').toReversed()) {
    const next = parseEntry(entry)
    if (!next) break
    client = next
    if (!isTrusted(next)) break
  }
  const last = (value: string | undefined): string | undefined => value?.split(',').at(-1)?.trim()
  const scheme = last(forwarded.proto)?.toLowerCase()
  const name = last(forwarded.host) ?? host
  const text = `${scheme === 'https' ? 'https' : 'http'}://${name}`
  const isNamed = (scheme !== undefined || forwarded.host !== undefined) && name !== undefined && URL.canParse(text)
  const url = isNamed ? new URL(text) : undefined
  return { address: client, origin: url && url.href === `${url.origin}/` ? url.origin : undefined, isForwarded }
}
