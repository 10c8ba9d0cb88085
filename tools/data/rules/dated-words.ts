import type { InEach } from '../../../src/model/locales.ts'
import { findPeriod, type Period } from '../../../src/model/period.ts'
import type { Path } from '../json-text.ts'
import type { Fault, Sound } from './fault.ts'
import { isAbout } from './remarks.ts'

/** Words by the name of their language, or of what they are. */
type Words = { [name: string]: string | undefined }
type Said = { path: Path; words: Words }

/** A year as words name it: four digits that are no part of a longer number. */
export const year = /(?<!\d|\d[.,])(?:1[89]|2[01])\d\d(?!\d|[.,]\d)/g

const toYears = (text: string): number[] => [...text.matchAll(year)].map(([digits]) => Number(digits))

/** Each place in each language whose words name a year that `isKnown` does not let through. */
const refuseYears = (said: readonly Said[], isKnown: (year: number) => boolean, expected: string): Fault[] =>
  said.flatMap(({ path, words }) =>
    Object.entries(words).flatMap(([lang, text]): Fault[] => {
      const year = toYears(text ?? '').find(year => !isKnown(year))
      return year === undefined ? [] : [[[...path, lang], `names ${year}; ${expected}`]]
    }),
  )

/**
 * A card can be asked for as it was known on any day since its first figure, and shows most of its words whatever the day:
 * they may not name a year that had not come by then. Notes and fixed sentences are shown by what they rest on.
 */
export function checkDatedWords(sound: Sound): Fault[] {
  const { head, rows } = sound
  const { card } = head
  const first = Math.min(...rows.map(({ published }) => Number(published.slice(0, 4))))
  const lasting: Said[] = [
    { path: [], words: { title: head.title, description: head.description } },
    { path: ['card', 'title'], words: card.title },
    { path: ['card', 'description'], words: card.description },
    { path: ['card', 'measure'], words: card.measure },
    ...card.series.flatMap(({ label, sentence }, i) => [
      { path: ['card', 'series', i, 'label'], words: label },
      { path: ['card', 'series', i, 'sentence'], words: sentence },
    ]),
    ...listFindingWords(card.finding),
  ]
  const timeless = card.notes.flatMap((note, i) =>
    note.sources.length > 0 || note.known ? [] : [{ path: ['card', 'notes', i], words: toWords(note) }],
  )
  return [
    ...refuseYears(
      lasting,
      year => year <= first,
      `expected words that hold on the day of the first figure, published in ${first}`,
    ),
    ...refuseYears(
      timeless,
      () => false,
      'expected the sources of the note, or "known", the day since when it can be said',
    ),
    ...checkFixed(sound),
    ...checkRemarks(sound),
  ]
}

const toWords = ({ en, kk, ru, zh }: InEach<string>): Words => ({ en, kk, ru, zh })

function listFindingWords(finding: Sound['head']['card']['finding']): Said[] {
  const at = (...steps: Path): Path => ['card', 'finding', ...steps]
  switch (finding.kind) {
    case 'fixed':
      return []
    case 'change':
      return (['rose', 'fell', 'unchanged', 'first', 'exceeded'] as const).flatMap(name => {
        const words = finding[name]
        return words ? [{ path: at(name), words }] : []
      })
    case 'lead':
      return [
        { path: at('level'), words: finding.level },
        ...Object.entries(finding.sentences).flatMap(([name, { passed, ahead }]) => [
          { path: at('sentences', name, 'passed'), words: passed },
          { path: at('sentences', name, 'ahead'), words: ahead },
        ]),
      ]
  }
}

/** A fixed sentence is said only when the figures it needs are in view, so it may name their years and no other. */
function checkFixed({ head: { card } }: Sound): Fault[] {
  if (card.finding.kind !== 'fixed') return []
  const periods = card.finding.needs.flatMap(({ period }) => (period ? (findPeriod(period) ?? []) : []))
  return refuseYears(
    [{ path: ['card', 'finding', 'sentence'], words: card.finding.sentence }],
    year => periods.some(period => isIn(year, period)),
    'expected years of the periods under needs',
  )
}

const isIn = (year: number, { startYear, year: endYear }: Period): boolean => startYear <= year && year <= endYear

/** A remark is shown with its figure from the day that was published. */
const checkRemarks = ({ head: { card }, rows }: Sound): Fault[] =>
  card.remarks.flatMap((remark, i) => {
    const row = rows.find(row => isAbout(remark, row))
    if (!row) return []
    const last = Math.max(row.period.year, Number(row.published.slice(0, 4)))
    return refuseYears(
      [{ path: ['card', 'remarks', i], words: toWords(remark) }],
      year => year <= last,
      `expected words that hold when the figure was published, ${row.shown}, or the "published" of a later row`,
    )
  })
