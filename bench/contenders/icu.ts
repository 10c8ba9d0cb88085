import type { Draws } from './contender.ts'

/** What every user of Satori pays once in an isolate, and takumi does not: the first segmenter loads ICU. */
export default {
  png: () =>
    [...new Intl.Segmenter('en', { granularity: 'word' }).segment('one word')].map(({ segment }) => segment).join(),
} satisfies Draws
