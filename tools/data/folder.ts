import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import * as v from 'valibot'
import type { Indicator, Observation, Series } from '../../src/model/indicator.ts'
import { findPeriod, toLastDay } from '../../src/model/period.ts'
import { parseTable, type Row } from './observation-table.ts'
import { asKey, findFaults, type Path } from './package-faults.ts'
import { type Package, packageSchema } from './package-schema.ts'

/** The text of one folder of `data/`, by the name of its file. */
export type Folder = { id: string; package: string; observations: string }

type Reading = { indicator: Indicator; faults: [] } | { indicator?: never; faults: string[] }

/**
 * Reads one folder of `data/`: the indicator, or every fault in it, each a sentence that names file, line, what is wrong
 * and what was expected. It never throws for what a folder holds.
 */
export function parseFolder(folder: Folder): Reading {
  const head = parsePackage(folder)
  const table = parseTable(`data/${folder.id}/observations.csv`, folder.observations, head.package)
  const faults = [...head.faults, ...(table.faults.length === 0 ? checkRemarks(head, table.rows) : table.faults)]
  if (!head.package || faults.length > 0)
    return { faults: faults.length > 0 ? faults : [`data/${folder.id}: cannot be read`] }
  return { indicator: toIndicator(head.package, table.rows), faults: [] }
}

type Head = { package?: Package; faults: string[]; where: (path: Path) => string }

/** A remark on a figure that is not there would be lost without a word. */
const checkRemarks = ({ package: head, where }: Head, rows: readonly Row[]): string[] =>
  (head?.card.remarks ?? []).flatMap((remark, i) =>
    rows.some(row => isAbout(remark, row))
      ? []
      : [
          `${where(['card', 'remarks', i])} names ${remark.series} ${remark.period}, which has no row in observations.csv; expected one`,
        ],
  )

/** Whether a remark is on this row: on all of its series and period, or on the one published then. */
const isAbout = (remark: Package['card']['remarks'][number], row: Row): boolean =>
  remark.series === row.series &&
  findPeriod(remark.period)?.text === row.period.text &&
  (remark.published === undefined || row.published === toLastDay(remark.published))

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
  const faults = findFaults(folder.id, parsed.output).map(([path, fault]) => `${where(path)} ${fault}`)
  return { package: parsed.output, faults, where }
}

const sentence = (message: string): string => (/^(is|has|cannot) /.test(message) ? message : `is wrong: ${message}`)

function nearestNode(tree: Node, path: Path): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length))
    if (node) return node
  }
  return tree
}

function toIndicator(head: Package, rows: Row[]): Indicator {
  const { card } = head
  const series = card.series.map((entry): Series => {
    const observations = rows
      .filter(row => row.series === entry.id)
      .map((row): Observation => {
        const { series: _series, line: _line, ...observation } = row
        const remark = card.remarks.find(remark => isAbout(remark, row))
        const period = { ...observation.period, part: observation.period.part && card.timing === 'total' }
        return { ...observation, period, ...(remark && { note: toWords(remark) }) }
      })
    const { area, continues, upTo, authority: id, ...rest } = entry
    const authority = card.authorities[id]
    if (!authority) throw new Error(`data/${head.name}/datapackage.json: "${id}" is no entry of card.authorities`)
    return {
      ...rest,
      authority: { id, ...authority },
      ...(area && { area }),
      ...(continues && { continues }),
      ...(upTo && { upTo }),
      observations,
    }
  })
  const [licence] = head.licenses
  if (!licence)
    throw new Error(`data/${head.name}/datapackage.json: licenses is empty; expected the licence of the figures`)
  return {
    id: head.name,
    title: { en: head.title, ...card.title },
    description: { en: head.description, ...card.description },
    measure: card.measure,
    unit: card.unit,
    change: card.change,
    layout: card.layout,
    arrangement: card.arrangement,
    rank: card.rank,
    headline: card.headline,
    series,
    events: card.events,
    finding: toFinding(card.finding),
    notes: card.notes.map(({ sources, known, ...words }) => ({
      words,
      sources,
      known:
        known ?? newestOf(head.sources.filter(({ name }) => sources.includes(name)).map(source => source.published)),
    })),
    sources: head.sources.map(({ name, title, lang, supplied, publisher, via, path, published }) => ({
      id: name,
      title,
      lang,
      supplied,
      publisher,
      ...(via && { via }),
      url: path,
      published,
    })),
    licence: { name: licence.title ?? licence.name, url: licence.path },
    aliases: card.aliases,
    refresh: card.refresh,
    baseline: rows.map(({ added }) => added).sort()[0] ?? '',
    ...(card.deprecated && { deprecated: card.deprecated }),
  }
}

/** The words of a remark without what they are about. */
const toWords = ({
  series: _series,
  period: _period,
  published: _published,
  ...words
}: Package['card']['remarks'][number]) => words

/** The last day of the newest of some dates, '' where there is none. */
const newestOf = (dates: readonly string[]): string => dates.map(toLastDay).sort().at(-1) ?? ''

function toFinding(finding: Package['card']['finding']): Indicator['finding'] {
  if (finding.kind === 'fixed') {
    return {
      ...finding,
      needs: finding.needs.map(({ series, period, above }) => ({
        series,
        ...(period && { period: findPeriod(period)?.text ?? period }),
        ...(above && { above }),
      })),
    }
  }
  if (finding.kind !== 'change') return finding
  const { exceeded, ...rest } = finding
  return exceeded ? { ...rest, exceeded } : rest
}
