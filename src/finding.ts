import { type Facts, findUpper } from './facts.ts'
import { formatFigureInWords, formatFor, formatIn, formatNumeral, formatPeriod } from './format.ts'
import type { Finding, Observation, Series } from './indicator.ts'
import { fill, say } from './lang.ts'

/**
 * The sentence a card opens with, computed from the figures in view: another range or `asof` gives another sentence.
 * Where what the indicator would say does not follow from them, it is the plain figure of the first series.
 */
export function toFinding(facts: Facts): string {
  const { finding } = facts.indicator
  switch (finding.kind) {
    case 'fixed':
      return say(finding.sentence, facts.lang)
    case 'lead':
      return toLeadSentence(facts, finding)
    case 'change':
      return toChangeSentence(facts, finding)
  }
}

/** One figure in the words of its series: "Kazakhstan's trade with China was 30.1 bn US dollars in 2024". */
export const toSentence = ({ indicator, lang, chosen }: Facts, series: Series, observation: Observation): string =>
  fill(say(series.sentence, lang), {
    value: formatFigureInWords({ ...observation, to: findUpper(series, observation, chosen) }, indicator.unit, lang),
    in: formatIn(observation.period, lang),
    for: formatFor(observation.period, lang),
  })

function toLeadSentence(facts: Facts, finding: Extract<Finding, { kind: 'lead' }>): string {
  const { leadership, indicator, lang } = facts
  const sentences = leadership && finding.sentences[leadership.leader]
  if (!sentences) return toSentence(facts, facts.subject, facts.head)
  if (leadership.passed) return fill(say(sentences.passed, lang), { year: leadership.passed })
  const { ahead, behind } = leadership
  return fill(say(sentences.ahead, lang), {
    value: formatFigureInWords(ahead, indicator.unit, lang),
    other: formatFigureInWords(behind, indicator.unit, lang),
    otherNumber: formatNumeral(behind, indicator.unit, lang),
    in: formatIn(ahead.period, lang),
  })
}

function toChangeSentence(facts: Facts, finding: Extract<Finding, { kind: 'change' }>): string {
  const { indicator, subject, head, headTo, latest, change, lang } = facts
  if (subject.id !== indicator.headline || head.status === 'plan') return toSentence(facts, subject, head)
  // What is newer than the head is a part of a year, or it would be the head.
  if (finding.exceeded && latest.value > head.value) {
    return fill(say(finding.exceeded, lang), {
      in: formatIn(latest.period, lang),
      since: head.period.text,
      value: formatFigureInWords(latest, indicator.unit, lang),
    })
  }
  const sentence = !change
    ? finding.first
    : change.value > 0
      ? finding.rose
      : change.value < 0
        ? finding.fell
        : finding.unchanged
  return fill(say(sentence, lang), {
    value: formatFigureInWords({ ...head, to: headTo }, indicator.unit, lang),
    in: formatIn(head.period, lang),
    period: formatPeriod(head.period, lang),
    since: change?.since ?? '',
    size: change?.size ?? '',
  })
}
