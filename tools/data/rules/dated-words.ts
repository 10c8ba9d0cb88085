import { findPeriod } from '../../../src/model/period.ts'
import type { Path } from '../json-text.ts'
import type { Fault, Sound } from './fault.ts'
import { isAbout } from './remarks.ts'

/** Texts by the name of their language or of their key. */
type Words = { [name: string]: string | undefined }
type Finding = Sound['head']['card']['finding']
type Said = { path: Path; words: Words }

/** A year as words name it: four digits that are no part of a longer number. */
export const yearPattern = /(?<!\d|\d[.,])(?:1[89]|2[01])\d\d(?!\d|[.,]\d)/g

/** Each place in each language whose words name a year that `isKnown` does not let through. */
function* refuseYears(said: readonly Said[], isKnown: (year: number) => boolean, expected: string): Iterable<Fault> {
  for (const { path, words } of said)
    for (const [lang, text = ''] of Object.entries(words)) {
      const year = [...text.matchAll(yearPattern)].map(([digits]) => Number(digits)).find(year => !isKnown(year))
      if (year !== undefined) yield [[...path, lang], `names ${year}; ${expected}`]
    }
}

/**
 * A card can be asked for as it was known on any day since its first figure, and shows most of its words whatever the day:
 * they may not name a later year. Notes and fixed sentences have their own dates.
 */
export function* checkDatedWords(sound: Sound): Iterable<Fault> {
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
  const timeless = card.notes.flatMap(({ sources, known, en, kk, ru, zh }, i) =>
    sources.length > 0 || known ? [] : [{ path: ['card', 'notes', i], words: { en, kk, ru, zh } }],
  )
  yield* refuseYears(
    lasting,
    year => year <= first,
    `expected words that hold on the day of the first figure, published in ${first}`,
  )
  yield* refuseYears(
    timeless,
    () => false,
    'expected the sources of the note, or "known", the day since when it can be said',
  )
  yield* checkFixedSentence(sound)
  yield* checkRemarkYears(sound)
}

function listFindingWords(finding: Finding): Said[] {
  const at = (words: Words, ...steps: Path): Said => ({ path: ['card', 'finding', ...steps], words })
  switch (finding.kind) {
    case 'fixed':
      return []
    case 'change':
      return (['rose', 'fell', 'unchanged', 'first', 'exceeded'] as const).map(name => at(finding[name] ?? {}, name))
    case 'lead':
      return [
        at(finding.level, 'level'),
        ...Object.entries(finding.sentences).flatMap(([name, { passed, ahead }]) => [
          at(passed, 'sentences', name, 'passed'),
          at(ahead, 'sentences', name, 'ahead'),
        ]),
      ]
  }
}

/** A fixed sentence is said only when the figures it needs are in view, so it may name their years and no other. */
function* checkFixedSentence({ head: { card } }: Sound): Iterable<Fault> {
  if (card.finding.kind !== 'fixed') return
  const periods = card.finding.needs.flatMap(({ period }) => (period ? (findPeriod(period) ?? []) : []))
  yield* refuseYears(
    [{ path: ['card', 'finding', 'sentence'], words: card.finding.sentence }],
    year => periods.some(period => period.startYear <= year && year <= period.year),
    'expected years of the periods under needs',
  )
}

/** A remark is shown with its figure from the day that was published. */
function* checkRemarkYears({ head: { card }, rows }: Sound): Iterable<Fault> {
  for (const [i, remark] of card.remarks.entries()) {
    const row = rows.find(row => isAbout(remark, row))
    if (!row) continue
    const { en, kk, ru, zh } = remark
    const last = Math.max(row.period.year, Number(row.published.slice(0, 4)))
    yield* refuseYears(
      [{ path: ['card', 'remarks', i], words: { en, kk, ru, zh } }],
      year => year <= last,
      `expected words that hold when the figure was published, ${row.shown}, or the "published" of a later row`,
    )
  }
}
