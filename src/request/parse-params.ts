import { CardError } from '../model/errors.ts'
import { type Indicator, layouts } from '../model/indicator.ts'
import { findNearest } from '../model/nearest.ts'
import { isCalendarDay } from '../model/period.ts'
import { offered } from '../site.ts'
import { findLanguage } from './languages.ts'
import { checkParams } from './limits.ts'
import {
  type CardParams,
  defaultSize,
  defaultTheme,
  type Encoding,
  isParameter,
  type ParameterName,
  parameters,
  type Query,
  type Selection,
  scales,
  themes,
  themesOf,
  toEncodings,
  toQuery,
} from './parameters.ts'
import { sizeNames } from './sizes.ts'

/** The part of a query that an encoding knows. */
type Given = ReadonlyMap<ParameterName, string>

type ParsedQuery<E extends Encoding = Encoding> = {
  params: CardParams<E>
  /** The query with defaults dropped, names sorted, case folded and unknown names left out. */
  query: Query
  /** The release the client named, if any; it never changes what is answered, only how long it may be kept. */
  version: string | undefined
  ignored: readonly string[]
}

/**
 * Reads the query of a card once, at the edge: afterwards nothing is re-tested. Throws `CardError` 400, which names the
 * parameter and what it takes, and never repeats what was sent.
 */
export function parseParams<E extends Encoding>(
  search: URLSearchParams,
  encoding: E,
  indicator: Indicator,
): ParsedQuery<E> {
  const { given, ignored } = sortQuery(search, encoding)
  const tag = given.get('lang')
  const scale = { '1': 1, '2': 2, '3': 3 } as const
  const appearance = parseAppearance(given, encoding, indicator)
  const lang = (tag && findLanguage(tag)) || parseChoice('lang', given, { values: offered, fallback: offered[0] })
  const times = parseChoice('scale', given, { values: scales, fallback: '1' })
  const years = parseYears(given)
  const series = parseSeries(given.get('series'), indicator)
  const asof = parseDate(given.get('asof'))
  const accent = parseColour('accent', given)
  const background = parseColour('background', given)
  const params: CardParams<E> = {
    ...appearance,
    ...years,
    encoding,
    lang,
    series,
    scale: scale[times],
    ...(asof && { asof }),
    ...(accent && { accent }),
    ...(background && { background }),
  }
  checkParams(params)
  return { params, query: toQuery(params, indicator), version: given.get('v'), ignored }
}

type Refusal = { allowed?: readonly string[]; suggestion?: string | undefined }

const bad = (name: ParameterName, sentence: string, { allowed, suggestion }: Refusal = {}): CardError =>
  new CardError(400, 'bad-parameter', sentence, {
    parameter: name,
    ...(allowed && { allowed }),
    ...(suggestion && { suggestion }),
  })

const quoted = (values: readonly string[]): string => values.map(value => `"${value}"`).join(' | ')

/** Splits a query into what this encoding knows and what it leaves out; a name given twice with two values is a 400. */
function sortQuery(query: URLSearchParams, encoding: Encoding): { given: Given; ignored: string[] } {
  const given = new Map<ParameterName, string>()
  const ignored: string[] = []
  for (const [rawName, rawValue] of query) {
    const name = rawName.toLowerCase()
    if (!isParameter(name) || !toEncodings(name).includes(encoding)) {
      ignored.push(rawName)
      continue
    }
    const value = rawValue.trim().toLowerCase()
    if (value === '') continue
    const before = given.get(name)
    if (before !== undefined && before !== value)
      throw bad(name, `${name} is given twice with different values; expected it once`)
    given.set(name, value)
  }
  return { given, ignored: [...new Set(ignored)] }
}

function parseChoice<const T extends string>(
  name: ParameterName,
  given: Given,
  { values, fallback }: { values: readonly T[]; fallback: T },
): T {
  const text = given.get(name)
  if (text === undefined) return fallback
  const value = values.find(entry => entry === text)
  if (value) return value
  throw bad(name, `${name} must be (${quoted(values)})`, { allowed: values, suggestion: findNearest(text, values) })
}

/** The layout, size and theme, which depend on each other and on the encoding. */
function parseAppearance(
  given: Given,
  encoding: Encoding,
  indicator: Indicator,
): Pick<CardParams, 'layout' | 'size' | 'theme'> {
  const isBadge = given.get('size') === 'badge'
  const layout = parseChoice('layout', given, { values: layouts, fallback: isBadge ? 'badge' : indicator.layout })
  const usual = layout === 'badge' ? 'badge' : defaultSize(encoding)
  const size = parseChoice('size', given, { values: sizeNames, fallback: usual })
  if ((layout === 'badge') !== (size === 'badge'))
    throw bad('size', 'size "badge" and layout "badge" go together', { allowed: sizeNames })
  const theme = parseChoice('theme', given, { values: themes, fallback: defaultTheme(encoding) })
  const allowed = themesOf(encoding)
  if (!allowed.includes(theme))
    throw bad('theme', `theme "${theme}" is for SVG; for PNG theme must be (${quoted(allowed)})`, { allowed })
  return { layout, size, theme }
}

function parseYears(given: Given): Pick<Selection, 'from' | 'to'> {
  const [from, to] = [parseYear('from', given), parseYear('to', given)]
  if (from !== undefined && to !== undefined && from > to) throw bad('from', 'from must not be later than to')
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

function parseYear(name: 'from' | 'to', given: Given): number | undefined {
  const text = given.get(name)
  if (text === undefined) return undefined
  const year = Number(text)
  if (!/^\d{4}$/.test(text) || year < 1900 || year > 2100) throw bad(name, `${name} must be a year from 1900 to 2100`)
  return year
}

/** A day to look back from, at the latest today in UTC. */
function parseDate(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  if (!isCalendarDay(text)) throw bad('asof', 'asof must be a day of the calendar, written YYYY-MM-DD')
  if (text > new Date().toISOString().slice(0, 10))
    throw bad('asof', 'asof must not be later than today: what will be known then is not known yet')
  return text
}

/** The series named, in the indicator's order. The lower end of a range has the upper with it: alone it would be a plain figure. */
function parseSeries(text: string | undefined, indicator: Indicator): readonly string[] {
  const ids = indicator.series.map(({ id }) => id)
  if (text === undefined) return ids
  const names = text.split('~')
  for (const name of names) {
    if (!ids.includes(name))
      throw bad('series', `series must be some of (${quoted(ids)}), joined by "~"`, {
        allowed: ids,
        suggestion: findNearest(name, ids),
      })
  }
  const uppers = indicator.series.flatMap(({ id, upTo }) => (names.includes(id) ? [upTo] : []))
  return ids.filter(id => names.includes(id) || uppers.includes(id))
}

function parseColour(name: 'accent' | 'background', given: Given): string | undefined {
  const text = given.get(name)?.replace(/^#/, '')
  if (text === undefined) return undefined
  const allowed: readonly string[] = parameters[name].words
  if (allowed.includes(text)) return text
  if (/^[0-9a-f]{6}$/.test(text)) return text
  throw bad(name, `${name} must be six hex digits${allowed.map(word => ` or "${word}"`).join('')}`)
}
