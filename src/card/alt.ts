import { fill, joinBy, joinSentences, type Lang, say } from '../model/locales.ts'
import { words } from '../model/messages.ts'
import type { Facts } from './facts.ts'
import { toHeadSentence, toSentence } from './finding.ts'

/** How many further series are spelled out: previews cut alt text at 420 characters. */
const mostFurther = 2

/**
 * What stands for the picture, in finished sentences: the headline figure and its change, the figure of the other lines
 * for the same period, or their newest, the source. It is the `<desc>`, the JSON's `alt`, and the text in the PNG.
 */
export function toAlt(facts: Facts): string {
  const { subject, head, latest, chosen, lang } = facts
  const spoken = new Set(chosen.flatMap(series => [series.continues, series.upTo]))
  const others = chosen.filter(series => series !== subject && !spoken.has(series.id)).slice(0, mostFurther)
  const clauses = [
    toHeadSentence(facts),
    ...(latest === head ? [] : [toSentence(facts, subject, latest)]),
    ...others.flatMap(series => {
      const row =
        series.observations.find(({ period }) => period.text === head.period.text) ?? series.observations.at(-1)
      return row ? [toSentence(facts, series, row)] : []
    }),
    toSourceLine(
      chosen.map(series => say(series.authority.short, lang)),
      lang,
    ),
  ]
  return joinSentences(clauses, lang)
}

/** "Source: …" or "Sources: …", each authority once. */
export const toSourceLine = (authorities: readonly string[], lang: Lang): string =>
  fill(say(new Set(authorities).size > 1 ? words.sources : words.source, lang), {
    authorities: joinNames(authorities, lang),
  })

/** Names one after the other, each once. */
export const joinNames = (names: readonly string[], lang: Lang): string =>
  joinBy('semicolon', [...new Set(names)], lang)
