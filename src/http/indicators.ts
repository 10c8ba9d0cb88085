import { catalog, findListed, release } from '../model/catalog.ts'
import type { Indicator } from '../model/indicator.ts'
import { listPages, toDataPath, toPagePath } from '../model/listing.ts'
import { type SearchEntry, toSearchPath } from '../model/search.ts'
import { MB, Memory } from './lru.ts'

/** Where the files of the data are read: the static assets on Workers, a folder on Node. Undefined for one that is not there. */
export type DataSource = { readData: (path: string) => Promise<Response | undefined> }

/** The bytes of memory that an indicator takes for each character of its file. */
const bytesPerCharacter = 4

/** The indicators that this isolate has read, for the release that it serves. */
const indicators = new Memory<Indicator>(16 * MB)

/** So many are read file by file; more of them by the page, so that an answer takes few reads. */
const most = 8

/**
 * Reads an indicator by its id or a former one. Throws `CardError` 404 for an id that is not in the catalogue, and any other
 * error when its file cannot be read: this is a fault of ours.
 */
export async function readIndicator(name: string, source: DataSource): Promise<Indicator> {
  const { id } = findListed(name)
  return indicators.get(id) ?? parse(id, await readText(toDataPath(release, id), source))
}

/** Reads the indicators of these ids, in this order. Throws as `readIndicator` does. */
export async function readIndicators(ids: readonly string[], source: DataSource): Promise<readonly Indicator[]> {
  const missing = ids.filter(id => !indicators.get(id))
  if (missing.length <= most) return Promise.all(ids.map(id => readIndicator(id, source)))
  const wanted = new Set(missing)
  const read = new Map<string, Indicator>()
  for (const [i, page] of listPages(catalog).entries()) {
    if (!page.some(({ id }) => wanted.has(id))) continue
    const lines = (await readText(toPagePath(release, i), source)).split('\n')
    for (const [line, { id }] of page.entries()) if (wanted.has(id)) read.set(id, parse(id, lines[line] ?? ''))
  }
  return Promise.all(ids.map(id => read.get(id) ?? readIndicator(id, source)))
}

let entries: readonly SearchEntry[] | undefined

/**
 * Reads the search index. Throws when the file cannot be read. The entries are kept, not the reading: one that
 * ends with its request would leave others waiting.
 */
export async function readSearch(source: DataSource): Promise<readonly SearchEntry[]> {
  entries ??= JSON.parse(await readText(toSearchPath(release), source))
  return entries ?? []
}

async function readText(path: string, { readData }: DataSource): Promise<string> {
  const response = await readData(path)
  if (!response?.ok) throw new Error(`${path} is not among the assets (${response?.status ?? 'no file'})`)
  return response.text()
}

/** An indicator as the build wrote it: `parseFolder` has checked it, and JSON has no narrower type than this. */
function parse(id: string, text: string): Indicator {
  const indicator: Indicator = JSON.parse(text)
  if (indicator.id !== id) throw new Error(`the file of ${id} holds ${String(indicator.id)}`)
  indicators.set(id, indicator, text.length * bytesPerCharacter)
  return indicator
}
