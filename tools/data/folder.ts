import * as v from 'valibot'
import type { Indicator, Observation, Series } from '../../src/model/indicator.ts'
import { findPeriod, toLastDay } from '../../src/model/period.ts'
import { toPrintable } from './characters.ts'
import { asKey, type Json, type Path, parseJson } from './json-text.ts'
import { parseTable } from './observation-table.ts'
import { findFaults } from './package-faults.ts'
import { type Package, packageSchema } from './package-schema.ts'
import { listPlaceholders } from './placeholders.ts'
import type { Query } from './refresh-query.ts'
import { checkDatedWords } from './rules/dated-words.ts'
import { checkDays } from './rules/days.ts'
import type { Days, Fault, Sound } from './rules/fault.ts'
import { checkFindings } from './rules/findings.ts'
import { checkMagnitudes } from './rules/magnitudes.ts'
import { checkNameWidths } from './rules/name-widths.ts'
import { checkOverlaps } from './rules/overlaps.ts'
import { checkRemarks, isAbout } from './rules/remarks.ts'
import { checkRevisions } from './rules/revisions.ts'
import { checkShownAlike } from './rules/shown-alike.ts'
import { checkSources } from './rules/sources.ts'
import { checkStateBodies } from './rules/state-bodies.ts'

/** The text of one folder of `data/`, by the name of its file; `faults` of files that could not be read. */
export type Folder = { id: string; package: string; observations: string; faults?: string[] }

/** An indicator with where newer figures can be asked for, or the faults of its folder. */
type ParsedFolder = { indicator: Indicator; refresh: Query[]; faults: [] } | { indicator?: never; faults: string[] }

/** The rules that keep statements about the figures true, for a folder of the right form. */
const rules: readonly ((sound: Sound) => Iterable<Fault>)[] = [
  checkRevisions,
  checkOverlaps,
  checkDays,
  checkRemarks,
  checkSources,
  checkFindings,
  checkDatedWords,
  checkMagnitudes,
  checkNameWidths,
  checkShownAlike,
  checkStateBodies,
]

/**
 * Reads one folder of `data/`: the indicator, or every fault in it, each a sentence that names file, line, what is wrong
 * and what was expected. It never throws for the content of a folder.
 */
export function parseFolder(folder: Folder, days: Days): ParsedFolder {
  if (folder.faults) return { faults: folder.faults.map(toPrintable) }
  const { head, faults: ofHead, lineOf } = parsePackage(folder)
  const table = parseTable(folder.observations, head)
  const sound = head && table.faults.length === 0 ? { head, rows: table.rows, days } : undefined
  const ofRows = [...table.faults, ...(sound ? rules.flatMap(rule => [...rule(sound)]) : [])]
  const faults = [...ofHead, ...ofRows.map(fault => toSentence(folder.id, lineOf, fault))]
  return sound && faults.length === 0
    ? { indicator: toIndicator(sound), refresh: sound.head.card.refresh, faults: [] }
    : { faults: faults.map(toPrintable) }
}

const toSentence = (id: string, lineOf: Json['lineOf'], [place, fault]: Fault): string =>
  typeof place === 'number'
    ? `data/${id}/observations.csv:${place}: ${fault}`
    : `data/${id}/datapackage.json:${lineOf(place)}: ${place.join('.') || 'the package'} ${fault}`

type Head = { head?: Package; faults: string[]; lineOf: Json['lineOf'] }

/** The package, if its form is right, and its faults. */
function parsePackage({ id, package: text }: Folder): Head {
  const file = `data/${id}/datapackage.json`
  if (text.trim() === '')
    return { faults: [`${file}:1: is empty or not there; expected a Data Package`], lineOf: () => 1 }
  const { json, faults: ofText } = parseJson(text)
  const broken = ofText.map(([line, fault]) => `${file}:${line}: ${fault}`)
  if (!json) return { faults: broken, lineOf: () => 1 }
  const { value, lineOf } = json
  const unfilled = listPlaceholders(value)
  const isUnfilled = (path: Path): boolean => unfilled.some(other => other.path.join('.') === path.join('.'))
  const parsed = v.safeParse(packageSchema, value)
  const ofForm = (parsed.issues ?? []).map(({ path, message }): [Path, string] => [
    path?.map(step => asKey(String(step.key))) ?? [],
    /^(is|has|holds|cannot|mixes|names|runs) /.test(message) ? message : `is wrong: ${message}`,
  ])
  const ofWords = [
    ...unfilled.map(({ path, text }): Fault => [path, `is still the scaffold's at "${text}"; expected your words`]),
    ...ofForm.filter(([path]) => !isUnfilled(path)),
  ]
  const isRight = parsed.success && broken.length === 0 && ofWords.length === 0
  const faults = isRight ? findFaults(id, parsed.output) : ofWords
  return {
    ...(isRight && { head: parsed.output }),
    faults: [...broken, ...Array.from(faults, fault => toSentence(id, lineOf, fault))],
    lineOf,
  }
}

function toIndicator(sound: Sound): Indicator {
  const { head, rows, days } = sound
  const {
    title,
    description,
    authorities: _authorities,
    remarks: _remarks,
    refresh: _refresh,
    timing: _timing,
    ...card
  } = head.card
  const [licence] = head.licenses
  if (!licence)
    throw new Error(`data/${head.name}/datapackage.json: licenses is empty; expected the licence of the figures`)
  return {
    ...card,
    id: head.name,
    title: { en: head.title, ...title },
    description: { en: head.description, ...description },
    shown: card.shown ?? card.series.map(({ id }) => id),
    callouts: card.callouts.map(({ series, period, ...words }) => ({ series, period, words })),
    series: card.series.map(entry => toSeries(entry, sound)),
    finding: toFinding(card.finding),
    notes: card.notes.map(({ sources, known, claim, ...words }) => ({
      words,
      sources,
      ...(claim && { claim }),
      known: known ?? toNewest(head.sources.filter(({ name }) => sources.includes(name))),
    })),
    sources: head.sources.map(({ name: id, path: url, published, ...source }) => ({ id, ...source, url, published })),
    licence: { name: licence.title ?? licence.name, url: licence.path },
    baseline: days.baseline ?? rows.map(({ added }) => added).sort()[0] ?? '',
  }
}

type SeriesEntry = Package['card']['series'][number]

function toSeries({ authority: id, ...entry }: SeriesEntry, { head: { name, card }, rows }: Sound): Series {
  const authority = card.authorities[id]
  if (!authority) throw new Error(`data/${name}/datapackage.json: "${id}" is no entry of card.authorities`)
  const observations = rows
    .filter(row => row.series === entry.id)
    .map((row): Observation => {
      const { series: _series, line: _line, digits: _digits, shown: _shown, ...observation } = row
      const remark = card.remarks.find(remark => isAbout(remark, row))
      const period = { ...observation.period, part: observation.period.part && card.timing === 'total' }
      return { ...observation, period, ...(remark && { note: toNote(remark) }) }
    })
  return { ...entry, authority: { id, ...authority }, observations }
}

type Remark = Package['card']['remarks'][number]

/** The words of a remark without what they are about. */
const toNote = ({ series: _series, period: _period, published: _published, ...words }: Remark) => words

/** The last day of the newest source; '' when there is none. */
const toNewest = (sources: Package['sources']): string =>
  sources
    .map(({ published }) => toLastDay(published))
    .sort()
    .at(-1) ?? ''

const toFinding = (finding: Package['card']['finding']): Indicator['finding'] =>
  finding.kind === 'fixed' ? { ...finding, needs: finding.needs.map(toNeed) } : finding

const toNeed = ({ period, ...need }: { series: string; period?: string; value?: number; above?: string }) => ({
  ...need,
  ...(period && { period: findPeriod(period)?.text ?? period }),
})
