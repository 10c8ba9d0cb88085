import type { Draws } from './contender.ts'

/** A cost of every user of Satori once in an isolate, which takumi does not have: the first segmenter loads ICU. */
export default {
  png: () =>
    [...new Intl.Segmenter('en', { granularity: 'word' }).segment('one word')].map(({ segment }) => segment).join(),
} satisfies Draws
