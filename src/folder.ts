import { parse as parseCsv } from 'csv-parse/sync'
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import * as v from 'valibot'
import { columns } from './columns.ts'
import {
  arrangements,
  changeKinds,
  flagKinds,
  type Indicator,
  layouts,
  type Observation,
  type Series,
  statuses,
  timings,
} from './indicator.ts'
import type { Lang } from './lang.ts'
import { comparePeriods, findPeriod } from './period.ts'
import { querySchema } from './query.ts'

/** The text of one folder of `data/`, by the name of its file. */
export type Folder = { id: string; package: string; observations: string }

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty; expected words'))
/** What an editor may leave to be translated; English is shown there. */
const translated = <const T extends v.GenericSchema>(schema: T) =>
  ({ kk: v.optional(schema), ru: v.optional(schema), zh: v.optional(schema) }) as const satisfies Record<
    Exclude<Lang, 'en'>,
    unknown
  >
const translations = v.strictObject(translated(text))
const words = v.strictObject({ en: text, ...translated(text) })
const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'is not an id; expected lower-case words joined by "-"'),
)
const url = v.pipe(
  v.string(),
  v.url('is not a URL'),
  v.startsWith('http', 'is not a web address; expected https://… or http://…'),
)
const day = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const fullDate = v.pipe(
  v.string(),
  v.regex(day, 'is not a date; expected YYYY-MM-DD'),
  v.check(isCalendarDay, 'is not a day of the calendar'),
)
const anyDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'is not a date; expected YYYY, YYYY-MM or YYYY-MM-DD'),
)
const unitIn = v.strictObject({
  label: text,
  short: text,
  factor: v.optional(v.pipe(v.number(), v.gtValue(0)), 1),
  decimals: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)), 1),
})
const period = v.pipe(
  v.string(),
  v.check(
    value => findPeriod(value) !== undefined,
    'is not a period; expected 2024, 2024-05, 2025-01/2025-09 or 2023-11-10/2024-04-01',
  ),
)

const finding = v.variant('kind', [
  v.strictObject({
    kind: v.literal('lead'),
    between: v.strictTuple([slug, slug]),
    sentences: v.record(slug, v.strictObject({ passed: words, ahead: words })),
  }),
  v.strictObject({
    kind: v.literal('change'),
    rose: words,
    fell: words,
    unchanged: words,
    first: words,
    exceeded: v.optional(words),
  }),
  v.strictObject({ kind: v.literal('fixed'), sentence: words }),
])

const card = v.strictObject({
  title: translations,
  description: translations,
  measure: words,
  unit: v.strictObject({ code: text, en: unitIn, ...translated(unitIn) }),
  change: v.optional(v.picklist(changeKinds), 'percent'),
  layout: v.optional(v.picklist(layouts), 'trend'),
  arrangement: v.optional(v.picklist(arrangements), 'time'),
  timing: v.optional(v.picklist(timings), 'total'),
  rank: v.optional(v.pipe(v.number(), v.integer()), 100),
  headline: slug,
  series: v.pipe(
    v.array(
      v.strictObject({
        id: slug,
        label: words,
        sentence: words,
        authority: words,
        area: v.optional(
          v.pipe(
            v.string(),
            v.regex(/^[A-Z]{2}$/, 'is not an ISO 3166-1 alpha-2 code; expected two capitals such as KZ'),
          ),
        ),
        continues: v.optional(slug),
        upTo: v.optional(slug),
      }),
    ),
    v.minLength(1, 'is empty; expected at least one series'),
  ),
  flags: v.optional(
    v.array(v.strictObject({ series: slug, period, kind: v.picklist(flagKinds), note: v.optional(words) })),
    [],
  ),
  events: v.optional(v.array(v.strictObject({ date: fullDate, label: words })), []),
  finding,
  notes: v.optional(v.array(v.strictObject({ ...words.entries, sources: v.optional(v.array(slug), []) })), []),
  aliases: v.optional(v.array(slug), []),
  refresh: v.optional(v.array(querySchema), []),
  deprecated: v.optional(words),
})

/** The form of `data/{id}/datapackage.json`: a Frictionless Data Package with the words of its card under `card`. */
export const packageSchema = v.object({
  $schema: v.optional(v.string()),
  name: slug,
  title: text,
  description: text,
  licenses: v.pipe(
    v.array(v.object({ name: text, title: v.optional(text), path: url })),
    v.minLength(1, 'is empty; expected the licence of the figures'),
  ),
  sources: v.pipe(
    v.array(v.strictObject({ name: slug, title: text, publisher: text, path: url, published: anyDate })),
    v.minLength(1, 'is empty; expected at least one source'),
  ),
  resources: v.pipe(
    v.array(v.looseObject({ name: v.literal('observations'), path: v.literal('observations.csv') })),
    v.length(1),
  ),
  card,
})

type Package = v.InferOutput<typeof packageSchema>
type Reading = { indicator: Indicator; faults: [] } | { indicator?: never; faults: string[] }

/**
 * Reads one folder of `data/`: the indicator, or every fault in it, each a sentence that names file, line, what is wrong
 * and what was expected. It never throws for what a folder holds.
 */
export function parseFolder(folder: Folder): Reading {
  const head = parsePackage(folder)
  const table = parseTable(folder, head.package)
  const faults = [...head.faults, ...(table.faults.length === 0 ? checkFlags(head, table.rows) : table.faults)]
  if (!head.package || faults.length > 0)
    return { faults: faults.length > 0 ? faults : [`data/${folder.id}: cannot be read`] }
  return { indicator: toIndicator(head.package, table.rows), faults: [] }
}

function isCalendarDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value)
}

type Head = { package?: Package; faults: string[]; where: (path: Path) => string }
type Path = (string | number)[]

/** A flag on a figure that is not there would be lost without a word. */
const checkFlags = ({ package: head, where }: Head, rows: readonly Row[]): string[] =>
  (head?.card.flags ?? []).flatMap((flag, i) =>
    rows.some(row => row.series === flag.series && row.period.text === flag.period)
      ? []
      : [
          `${where(['card', 'flags', i])} names ${flag.series} ${flag.period}, which has no row in observations.csv; expected one`,
        ],
  )

function parsePackage(folder: Folder): Head {
  const file = `data/${folder.id}/datapackage.json`
  if (folder.package.trim() === '')
    return { faults: [`${file}:1: is empty or not there; expected a Data Package`], where: () => file }
  const errors: ParseError[] = []
  const tree = parseTree(folder.package, errors, { disallowComments: true })
  const lineAt = (offset: number) => folder.package.slice(0, offset).split('\n').length
  if (errors.length > 0 || !tree) {
    const faults = errors.map(
      e => `${file}:${lineAt(e.offset)}: ${printParseErrorCode(e.error)}; expected JSON (RFC 8259)`,
    )
    return {
      faults: faults.length > 0 ? faults : [`${file}:1: cannot be read; expected a Data Package`],
      where: () => file,
    }
  }
  const where = (path: Path) => `${file}:${lineAt(nearestNode(tree, path).offset)}: ${path.join('.') || 'the package'}`
  const parsed = v.safeParse(packageSchema, JSON.parse(folder.package))
  if (!parsed.success) {
    return {
      faults: parsed.issues.map(
        issue => `${where(issue.path?.map(step => String(step.key)).map(asKey) ?? [])} ${sentence(issue.message)}`,
      ),
      where,
    }
  }
  const faults = crossCheck(folder.id, parsed.output).map(([path, fault]) => `${where(path)} ${fault}`)
  return { package: parsed.output, faults, where }
}

const asKey = (key: string): string | number => (/^\d+$/.test(key) ? Number(key) : key)
const sentence = (message: string): string => (/^(is|has|cannot) /.test(message) ? message : `is wrong: ${message}`)

function nearestNode(tree: Node, path: Path): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length))
    if (node) return node
  }
  return tree
}

type Fault = [path: Path, fault: string]

/** What the form alone cannot say: names that refer to each other. */
function crossCheck(id: string, head: Package): Fault[] {
  const ids = head.card.series.map(series => series.id)
  const known = (path: Path, name: string | undefined): Fault[] =>
    name === undefined || ids.includes(name)
      ? []
      : [[path, `names the series "${name}"; expected one of ${ids.join(', ')}`]]
  const faults: Fault[] = [
    ...(head.name === id
      ? []
      : [[['name'], `is "${head.name}"; expected "${id}", the name of the folder`] satisfies Fault]),
    ...repeated(ids).map(name => [['card', 'series'], `has "${name}" twice; expected each id once`] satisfies Fault),
    ...repeated(head.sources.map(source => source.name)).map(
      name => [['sources'], `has "${name}" twice; expected each name once`] satisfies Fault,
    ),
    ...known(['card', 'headline'], head.card.headline),
    ...head.card.refresh.flatMap((query, i) => known(['card', 'refresh', i, 'series'], query.series)),
    ...head.card.flags.flatMap((flag, i) => known(['card', 'flags', i, 'series'], flag.series)),
    ...head.card.notes.flatMap((note, i) =>
      note.sources
        .filter(name => !head.sources.some(source => source.name === name))
        .map(
          (name): Fault => [['card', 'notes', i], `cites the unknown source "${name}"; expected an entry of sources`],
        ),
    ),
    ...head.card.series.flatMap((series, i) => [
      ...known(['card', 'series', i, 'continues'], series.continues),
      ...known(['card', 'series', i, 'upTo'], series.upTo),
    ]),
    ...checkCircles(head),
    ...checkWords(head, []),
  ]
  if (head.card.finding.kind === 'lead') {
    const { between, sentences } = head.card.finding
    for (const name of between) {
      faults.push(...known(['card', 'finding', 'between'], name))
      if (!sentences[name])
        faults.push([
          ['card', 'finding', 'sentences'],
          `has no sentence for "${name}"; expected one for each of ${between.join(', ')}`,
        ])
    }
  }
  return faults
}

/** A line that comes back to itself has no beginning. */
const checkCircles = ({ card: { series } }: Package): Fault[] =>
  series.flatMap((entry, i) =>
    (['continues', 'upTo'] as const).flatMap((link): Fault[] => {
      const passed = new Set<string>()
      for (let next = entry[link]; next !== undefined; next = series.find(other => other.id === next)?.[link]) {
        if (next === entry.id)
          return [[['card', 'series', i, link], `comes back to "${entry.id}"; expected a line of which it is no part`]]
        if (passed.has(next)) return []
        passed.add(next)
      }
      return []
    }),
  )

/** The figures that the words of each place may name; anywhere else braces would be drawn as they stand. */
const placeholders: [place: RegExp, names: readonly string[]][] = [
  [/^card\.series\.\d+\.sentence\./, ['value', 'in', 'for']],
  [/^card\.finding\.sentences\.[^.]+\.passed\./, ['year']],
  [/^card\.finding\.sentences\.[^.]+\.ahead\./, ['value', 'other', 'otherNumber', 'in']],
  [/^card\.finding\.exceeded\./, ['in', 'since', 'value']],
  [/^card\.finding\.(?:rose|fell|unchanged|first)\./, ['value', 'in', 'period', 'since', 'size']],
]

/** Every text of the package that names a figure its place does not have. */
function checkWords(value: unknown, path: Path): Fault[] {
  if (typeof value === 'string') {
    const [, allowed = []] = placeholders.find(([place]) => place.test(path.join('.'))) ?? []
    const expected = allowed.length > 0 ? allowed.map(name => `{${name}}`).join(', ') : 'no braces'
    return [...value.matchAll(/\{([^}]*)\}?|\}/g)]
      .filter(([whole, name]) => !whole.endsWith('}') || name === undefined || !allowed.includes(name))
      .map(([whole]): Fault => [path, `is wrong at "${whole}"; expected ${expected}`])
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]) => checkWords(entry, [...path, asKey(key)]))
}

const repeated = (names: string[]): string[] => [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]

type Row = Observation & { series: string; line: number }

function parseTable(folder: Folder, head: Package | undefined): { rows: Row[]; faults: string[] } {
  const file = `data/${folder.id}/observations.csv`
  const faults: string[] = []
  const fault = (line: number, sentence: string) => void faults.push(`${file}:${line}: ${sentence}`)
  const records = readCsv(folder.observations, fault)
  const [first, ...rest] = records
  if (!first) {
    if (faults.length === 0) fault(1, `is empty; expected the header ${columns.join(',')}`)
    return { rows: [], faults }
  }
  if (first.cells.join(',') !== columns.join(','))
    fault(first.line, `the header is "${first.cells.join(',')}"; expected ${columns.join(',')}`)
  if (rest.length === 0) fault(first.line, 'no observation follows the header; expected at least one row')
  const rows = rest.flatMap(({ cells, line }) => {
    const row = parseRow(cells, head, sentence => fault(line, sentence))
    return row ? [{ ...row, line }] : []
  })
  for (const { line, sentence } of checkOrder(rows)) fault(line, sentence)
  for (const series of head?.card.series ?? []) {
    if (!rows.some(row => row.series === series.id))
      fault(first.line, `the series "${series.id}" has no observation; expected at least one row`)
  }
  return { rows, faults }
}

function readCsv(csv: string, fault: (line: number, sentence: string) => void): { cells: string[]; line: number }[] {
  try {
    const lines: number[] = []
    const on_record = (cells: string[], context: { lines: number }) => {
      lines.push(context.lines)
      return cells
    }
    return parseCsv(csv, { bom: true, relax_column_count: true, on_record }).map((cells, i) => ({
      cells,
      line: lines[i] ?? 0,
    }))
  } catch (error) {
    const line = typeof error === 'object' && error && 'lines' in error ? Number(error.lines) : 1
    fault(line, `cannot be read as CSV (RFC 4180): ${error instanceof Error ? error.message : 'broken'}`)
    return []
  }
}

function parseRow(
  cells: string[],
  head: Package | undefined,
  fault: (sentence: string) => void,
): Omit<Row, 'line'> | undefined {
  const row = cells.join(',')
  if (cells.length !== columns.length) {
    fault(`cannot read "${row}": ${cells.length} fields; expected ${columns.length}: ${columns.join(',')}`)
    return undefined
  }
  const [series = '', periodText = '', valueText = '', statusText = '', published = '', source = ''] = cells
  const ids = head?.card.series.map(entry => entry.id)
  const sources = head?.sources.map(entry => entry.name)
  const found = findPeriod(periodText)
  const value = /^-?\d+(\.\d+)?$/.test(valueText) ? Number(valueText) : Number.NaN
  const status = statuses.find(name => name === statusText)
  if (ids && !ids.includes(series))
    fault(`cannot read "${row}": unknown series "${series}"; expected one of ${ids.join(', ')}`)
  if (!found) fault(`cannot read "${row}": "${periodText}" is not a period; expected 2024, 2024-05 or 2025-01/2025-09`)
  if (!Number.isFinite(value))
    fault(`cannot read "${row}": "${valueText}" is not a value; expected a number such as 4.119`)
  if (!status) fault(`cannot read "${row}": unknown status "${statusText}"; expected one of ${statuses.join(', ')}`)
  if (!day.test(published) || !isCalendarDay(published))
    fault(`cannot read "${row}": "${published}" is not a publication date; expected YYYY-MM-DD`)
  if (sources && !sources.includes(source))
    fault(`cannot read "${row}": unknown source "${source}"; expected one of ${sources.join(', ')}`)
  return found && status && Number.isFinite(value)
    ? { series, period: found, value, status, published, source }
    : undefined
}

function checkOrder(rows: Row[]): { line: number; sentence: string }[] {
  const newest = new Map<string, Row>()
  return rows.flatMap(row => {
    const before = newest.get(row.series)
    newest.set(row.series, row)
    if (!before) return []
    const order = comparePeriods(row.period, before.period)
    if (order < 0) {
      return [
        {
          line: row.line,
          sentence: `${row.series} ${row.period.text} follows ${before.period.text}; expected periods in ascending order`,
        },
      ]
    }
    if (order > 0 || row.published > before.published) return []
    const what = row.published === before.published ? 'is a duplicate of' : 'is published before'
    return [
      {
        line: row.line,
        sentence: `${row.series} ${row.period.text} ${what} line ${before.line}; expected a revision to have a later publication date`,
      },
    ]
  })
}

function toIndicator(head: Package, rows: Row[]): Indicator {
  const { card } = head
  const series = card.series.map((entry): Series => {
    const observations = rows
      .filter(row => row.series === entry.id)
      .map(({ series: _series, line: _line, ...observation }): Observation => {
        const flag = card.flags.find(flag => flag.series === entry.id && flag.period === observation.period.text)
        const period = { ...observation.period, part: observation.period.part && card.timing === 'total' }
        return { ...observation, period, ...(flag && { flag: flag.kind }), ...(flag?.note && { note: flag.note }) }
      })
    const { area, continues, upTo, ...rest } = entry
    return { ...rest, ...(area && { area }), ...(continues && { continues }), ...(upTo && { upTo }), observations }
  })
  const { code, ...unitWords } = card.unit
  const [licence] = head.licenses
  if (!licence)
    throw new Error(`data/${head.name}/datapackage.json: licenses is empty; expected the licence of the figures`)
  return {
    id: head.name,
    title: { en: head.title, ...card.title },
    description: { en: head.description, ...card.description },
    measure: card.measure,
    unit: { code, words: unitWords },
    change: card.change,
    layout: card.layout,
    arrangement: card.arrangement,
    rank: card.rank,
    headline: card.headline,
    series,
    events: card.events,
    finding: toFinding(card.finding),
    notes: card.notes.map(({ sources, ...words }) => ({ words, sources })),
    sources: head.sources.map(({ name, title, publisher, path, published }) => ({
      id: name,
      title,
      publisher,
      url: path,
      published,
    })),
    licence: { name: licence.title ?? licence.name, url: licence.path },
    aliases: card.aliases,
    refresh: card.refresh,
    ...(card.deprecated && { deprecated: card.deprecated }),
  }
}

function toFinding(finding: Package['card']['finding']): Indicator['finding'] {
  if (finding.kind !== 'change') return finding
  const { exceeded, ...rest } = finding
  return exceeded ? { ...rest, exceeded } : rest
}
