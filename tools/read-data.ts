import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Indicator } from '../src/model/indicator.ts'
import { toToday } from './command.ts'
import { type Baseline, parseBaseline } from './data/baseline.ts'
import { toDraft } from './data/draft.ts'
import { type Folder, parseFolder } from './data/folder.ts'
import { toWidth as toSiteWidth } from './data/text-width.ts'
import { dataFolder, listFolders } from './repository.ts'

/** The most bytes of a file in a folder: 20,000 rows have three quarters of it. */
const mostBytes = 2_000_000

/**
 * The folder of one indicator as text; a missing file is empty, which `parseFolder` calls a fault. A file that is too large, or is
 * a link, a pipe or a folder, is not read and is a fault.
 */
export function readFolder(id: string, data = dataFolder): Folder {
  const faults: string[] = []
  const read = (name: string): string => {
    const path = join(data, id, name)
    const stats = lstatSync(path, { throwIfNoEntry: false })
    if (!stats) return ''
    if (stats.isFile() && stats.size <= mostBytes) return readFileSync(path, 'utf8')
    const fault = stats.isFile()
      ? `has ${stats.size} bytes; expected at most ${mostBytes}`
      : 'is not a file; expected one'
    faults.push(`data/${id}/${name}:1: ${fault}`)
    return ''
  }
  const texts = { package: read('datapackage.json'), observations: read('observations.csv') }
  return { id, ...texts, ...(faults.length > 0 && { faults }) }
}

/**
 * The day since which rows are never edited or removed, as `data/baseline.json` records it, or what is wrong with that
 * file. The commit that last changed it begins the history: `npm run check:data` looks back no further.
 */
const readBaseline = (today: string, data: string): Baseline => {
  const path = join(data, 'baseline.json')
  return parseBaseline(existsSync(path) ? readFileSync(path, 'utf8') : '', today)
}

/**
 * Every indicator in `data/`, or in another folder, and every fault of every indicator's folder, as of today. Names are measured
 * in the typeface of the site, or by another measure. For a preview, a folder that is not filled in yet is read as a draft; its
 * hints are faults all the same.
 */
export function readData(
  data = dataFolder,
  { toWidth = toSiteWidth, isPreview = false } = {},
): { indicators: Indicator[]; faults: string[] } {
  const today = toToday()
  const { day: baseline, faults } = readBaseline(today, data)
  const folders = listFolders(data).map(id => {
    const folder = readFolder(id, data)
    const days = { today, toWidth, ...(baseline && { baseline }) }
    const { indicator, faults } = parseFolder(folder, days)
    const shown = indicator ?? (isPreview ? parseFolder(toDraft(folder, today), days).indicator : undefined)
    return { faults, ...(shown && { indicator: shown }) }
  })
  const indicators = folders.flatMap(({ indicator }) => indicator ?? [])
  return {
    indicators: indicators.toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1)),
    faults: [
      ...faults,
      ...folders.flatMap(folder => folder.faults),
      ...findTakenAliases(indicators, data),
      ...findTakenShorts(indicators),
    ],
  }
}

/** Former ids that belong to another indicator too, so that an address would have two answers. */
const findTakenAliases = (indicators: readonly Indicator[], data: string): string[] =>
  indicators.flatMap(({ id, aliases }) =>
    aliases.flatMap(alias => {
      const other = indicators.find(entry => entry.id === alias || (entry.id !== id && entry.aliases.includes(alias)))
      if (!other) return []
      const text = readFolder(id, data).package
      const line = text.slice(0, text.lastIndexOf(`"${alias}"`)).split('\n').length
      return `data/${id}/datapackage.json:${line}: card.aliases has "${alias}", which belongs to ${other.id}; expected an id of its own`
    }),
  )

/** Short addresses that two indicators have. */
const findTakenShorts = (indicators: readonly Indicator[]): string[] =>
  indicators.flatMap(({ id, short }, i) => {
    const other = indicators.slice(0, i).find(entry => entry.short === short)
    return other
      ? `data/${id}/datapackage.json:1: card.short is "${short}", as that of ${other.id} is; expected a word of its own`
      : []
  })
