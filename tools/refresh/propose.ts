import type { Indicator, Observation, Status } from '../../src/model/indicator.ts'
import type { Words } from '../../src/model/locales.ts'
import type { Query } from '../data/refresh-query.ts'
import { toEnd } from '../new/recognise-table.ts'
import { loadBns } from './bns.ts'
import { loadComtrade } from './comtrade.ts'
import { loadCsv } from './csv.ts'
import { loadImf } from './imf.ts'
import { loadSdmx } from './sdmx.ts'
import type { Answer, Asked } from './service.ts'
import { keepWhole } from './whole-years.ts'
import { loadWorldBank } from './worldbank.ts'

/**
 * Rows to add to a folder, with their source; no row is edited. `withheld` says why each other new figure is not
 * proposed.
 */
export type Proposal = {
  series: string
  source: { name: string; title: string; publisher: Words; path: string; published: string } & (
    | { supplied: true }
    | { lang: string }
  )
  rows: { period: string; value: number; before: number | undefined; line: string }[]
  withheld: string[]
}

/** A row as the terminal and the report show it. */
export const toShownRow = ({ line, before }: Proposal['rows'][number]): string =>
  `+ ${line}${before === undefined ? '' : `   (revises ${before})`}`

const load = (query: Query, asked: Asked): Promise<Answer> => {
  switch (query.service) {
    case 'bns':
      return loadBns(query, asked)
    case 'comtrade':
      return loadComtrade(query, asked)
    case 'csv':
      return loadCsv(query, asked)
    case 'imf':
      return loadImf(query, asked)
    case 'sdmx':
      return loadSdmx(query, asked)
    case 'worldbank':
      return loadWorldBank(query, asked)
  }
}

/**
 * Asks a service for the figures of a series. Proposes a row for each year that the folder lacks, and for each
 * that the service has revised. `today` (ISO 8601) is the day the figure is known to be public. Throws when the service
 * fails, is slow or has changed; the folder is not touched here.
 */
export async function proposeRows(
  indicator: Indicator,
  query: Query,
  { today, ask }: Omit<Asked, 'years'>,
): Promise<Proposal> {
  const series = indicator.series.find(entry => entry.id === query.series)
  if (!series)
    throw new Error(
      `${indicator.id} has no series "${query.series}"; expected one of ${indicator.series.map(({ id }) => id).join(', ')}`,
    )
  const known = series.observations.filter(({ status }) => status !== 'plan')
  const years = listYears(known, Number(today.slice(0, 4)))
  const answer = await load(query, { years, today, ask })
  const { figures, withheld } = keepWhole(toFigures(answer.values, query, years), answer.totals, today)
  const held = new Map(known.map(observation => [observation.period.text, observation]))
  const isNew = ({ year, value }: Figure): boolean => !isHeld(held.get(String(year)), value)
  const isPreliminary = answer.source?.isFinal === false
  const fresh = figures.filter(isNew).map(figure => ({ ...figure, doubt: findDoubt(figure, known, isPreliminary) }))
  const { name, published, isFinal } = answer.source ?? {
    name: `${query.service}-${series.id}-${today}`,
    published: today,
    isFinal: false,
  }
  const toRow = ({ year, value }: Figure) => {
    const before = held.get(String(year))
    const status = isFinal ? 'final' : toStatus(before)
    const line = [series.id, year, value, status, '', published, today, name].join(',')
    return { period: String(year), value, before: before?.value, line }
  }
  return {
    series: series.id,
    source: {
      name,
      title: answer.title,
      ...(answer.lang === undefined ? { supplied: true } : { lang: answer.lang }),
      publisher: answer.publisher ?? series.authority.name,
      path: answer.url,
      published,
    },
    rows: fresh.filter(({ doubt }) => doubt === undefined).map(toRow),
    withheld: [
      ...withheld.filter(isNew).map(({ reason }) => `${series.id}: ${reason}`),
      ...fresh.flatMap(({ year, doubt }) => (doubt ? [`${series.id}: ${year} is withheld: ${doubt}`] : [])),
    ],
  }
}

/** The years that may have a newer figure: from the one before the newest that is known to this one. */
function listYears(known: readonly Observation[], thisYear: number): number[] {
  const newest = Math.min(thisYear - 1, known.at(-1)?.period.year ?? thisYear - 1)
  return Array.from({ length: thisYear - newest + 2 }, (_, i) => newest - 1 + i)
}

/** One figure in the stored unit, for a whole year. */
type Figure = { year: number; value: number }

/** The values of the years asked for in the stored unit, oldest first, with as many decimals as the folder keeps. */
const toFigures = (values: Answer['values'], { divisor, decimals }: Query, years: readonly number[]): Figure[] =>
  [...values]
    .filter(([year]) => years.includes(year))
    .map(([year, value]) => ({ year, value: Number((value / divisor).toFixed(decimals)) }))
    .sort((a, b) => a.year - b.year)

/** A figure so many times greater or smaller than the one before has another unit, or is something else. */
const far = 5

/**
 * Why a new figure should not be proposed: it is far from the folder's figure of its year, or of the newest year before, or
 * a preliminary edition differs from a final figure. Undefined when there is no reason.
 */
function findDoubt({ year, value }: Figure, known: readonly Observation[], isPreliminary: boolean): string | undefined {
  const same = known.findLast(({ period }) => period.text === String(year))
  if (isPreliminary && same?.status === 'final')
    return `a preliminary edition says ${value}; the folder holds ${same.value} as final`
  const near = same ?? known.findLast(({ period }) => /^\d{4}$/.test(period.text) && period.year < year)
  if (!near || near.value === 0) return undefined
  const ratio = value / near.value
  return ratio > far || ratio < 1 / far
    ? `${value} is far from the ${near.value} of ${near.period.text} in the folder; the unit may be another`
    : undefined
}

/**
 * Whether a figure is in the folder: the same, or final and given with fewer digits (15.639 for 15.63907), because a figure that is
 * only quoted again is no revision.
 */
function isHeld(held: Observation | undefined, value: number): boolean {
  if (!held) return false
  const decimals = Math.max(1, String(held.value).split('.')[1]?.length ?? 0)
  return held.value === value || (held.status === 'final' && held.value === Number(value.toFixed(decimals)))
}

/** The status if the service gives none: a revision of a final figure is final, and any other figure may be revised again. */
const toStatus = (before: Observation | undefined): Status => (before?.status === 'final' ? 'final' : 'provisional')

/** The CSV of a folder with the proposed rows in their places: by series in the order of the file, then by the end of the period, then last. */
export function insertRows(csv: string, { series, rows }: Pick<Proposal, 'series' | 'rows'>): string {
  const end = csv.includes('\r\n') ? '\r\n' : '\n'
  const lines = csv.trimEnd().split(/\r?\n/)
  for (const { period, line } of rows) {
    const after = lines.findLastIndex(entry => {
      const [id = '', held = ''] = entry.split(',')
      return id === series && toEnd(held) <= toEnd(period)
    })
    const start = lines.findIndex(entry => entry.startsWith(`${series},`))
    lines.splice(after >= 0 ? after + 1 : Math.max(1, start), 0, line)
  }
  return lines.join(end) + end
}
