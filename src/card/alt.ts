import { joinSentences, say } from '../model/locales.ts'
import type { Facts } from './facts.ts'
import { toHeadSentence, toSentence } from './finding.ts'
import { toSourceLine } from './sources.ts'

/** How many further series are spelled out: previews cut alt text at 420 characters. */
const mostFurther = 2

/**
 * The text alternative of the picture, in finished sentences: the headline figure and its change, the figure of the other lines
 * for the same period, or their newest, the source. It is the `<desc>`, the JSON's `alt`, and the text in the PNG.
 */
export function toAlt(facts: Facts): string {
  const { subject, head, latest, chosen, lang } = facts
  const spoken = new Set(chosen.flatMap(series => [series.continues, series.upTo]))
  const others = chosen.filter(series => series !== subject && !spoken.has(series.id)).slice(0, mostFurther)
  const clauses = [
    toHeadSentence(facts),
    ...(latest === head ? [] : [toSentence(facts, { series: subject, row: latest })]),
    ...others.flatMap(series => {
      const row =
        series.observations.find(({ period }) => period.text === head.period.text) ?? series.observations.at(-1)
      return row ? [toSentence(facts, { series, row })] : []
    }),
    toSourceLine(
      chosen.map(series => say(series.authority.short, lang)),
      lang,
    ),
  ]
  return joinSentences(clauses, lang)
}
