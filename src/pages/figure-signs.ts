import type { Card, Point } from '../card/card.ts'
import { joinBy, say } from '../model/locales.ts'
import { words as cardWords, flagWords, statusWords } from '../model/messages.ts'
import { shareWords } from './share-words.ts'

/** The caveats of a figure beside its number: a sign after it, and words for screen readers. */
const figureSigns = {
  part: { mark: '½', words: cardWords.part },
  provisional: { mark: 'p', words: statusWords.provisional },
  estimated: { mark: 'e', words: statusWords.estimated },
  plan: { mark: '◌', words: statusWords.plan },
  artefact: { mark: '†', words: flagWords.artefact },
  rounded: { mark: 'r', words: flagWords.rounded },
  approximate: { mark: '≈', words: flagWords.approximate },
  'at-least': { mark: '>', words: flagWords['at-least'] },
} as const
type SignName = keyof typeof figureSigns

const toSignNames = ({ part, status, flag }: Point): SignName[] => [
  ...(status === 'final' ? [] : [status]),
  ...(part ? (['part'] as const) : []),
  ...(flag ? [flag] : []),
]

/** The signs of a figure; `isInNumber` where its number has the sign already: ≈77, >675. */
export const toSigns = (point: Point, { lang }: Card): { mark: string; text: string; isInNumber: boolean }[] =>
  toSignNames(point).map(name => ({
    mark: figureSigns[name].mark,
    text: say(figureSigns[name].words, lang),
    isInNumber: name === 'approximate' || name === 'at-least',
  }))

/** The meaning of each sign of a card, in the order of the table above. */
export function toLegend({ series, lang }: Card): string {
  const used = new Set<string>(series.flatMap(({ points }) => points.flatMap(toSignNames)))
  const explained = Object.entries(figureSigns)
    .filter(([name]) => used.has(name))
    .map(([, { mark, words: meaning }]) => `${mark} ${say(meaning, lang)}`)
  return joinBy('semicolon', [say(shareWords.legendFinal, lang), ...explained], lang)
}
