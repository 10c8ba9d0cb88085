import { formatFor, formatIn, formatPeriod } from '../model/dates.ts'
import type { Finding, Need, Observation, Series, Unit } from '../model/indicator.ts'
import { fill, type Lang, say } from '../model/locales.ts'
import { formatDifference, formatFigureInWords, formatNumeral, roundTo, toShown } from '../model/numbers.ts'
import { isSurelyAbove } from './compare.ts'
import { type Facts, findUpper } from './facts.ts'

/**
 * The sentence a card opens with, computed from the figures in view: another range or `asof` gives another sentence.
 * Where what the indicator would say does not follow from them, it is the plain figure of the first series.
 */
export function toFinding(facts: Facts): string {
  const { finding } = facts.indicator
  switch (finding.kind) {
    case 'fixed':
      return finding.needs.every(need => isMet(need, facts))
        ? say(finding.sentence, facts.lang)
        : toSentence(facts, facts.subject, facts.head)
    case 'lead':
      return toLeadSentence(facts, finding)
    case 'change':
      return toChangeSentence(facts, finding)
  }
}

/** One figure in the words of its series: "Kazakhstan's trade with China was 30.1 bn US dollars in 2024". */
export const toSentence = (
  { indicator, lang, chosen }: Pick<Facts, 'indicator' | 'lang' | 'chosen'>,
  series: Series,
  observation: Observation,
): string =>
  fill(say(series.sentence, lang), {
    value: formatFigureInWords({ ...observation, to: findUpper(series, observation, chosen) }, indicator.unit, lang),
    in: formatIn(observation.period, lang),
    for: formatFor(observation.period, lang),
  })

/** Whether a figure that a sentence rests on is in view, and surely above the one it names. */
function isMet({ series: id, period, value, above }: Need, { chosen }: Facts): boolean {
  const series = chosen.find(entry => entry.id === id)
  if (!series) return false
  const figures = series.observations.filter(
    row => (period === undefined || row.period.text === period) && (value === undefined || row.value === value),
  )
  if (above === undefined) return figures.length > 0
  const others = chosen.find(entry => entry.id === above)?.observations ?? []
  const pairs = figures.flatMap(figure => {
    const other = others.find(row => row.period.text === figure.period.text)
    return other ? [isSurelyAbove(figure, other)] : []
  })
  return pairs.length > 0 && pairs.every(Boolean)
}

function toLeadSentence(facts: Facts, finding: Extract<Finding, { kind: 'lead' }>): string {
  const { leadership, indicator, lang } = facts
  if (!leadership) return toSentence(facts, facts.subject, facts.head)
  const { leader, ahead, behind, passed } = leadership
  const sentences = leader === undefined ? undefined : finding.sentences[leader]
  if (passed && sentences) return fill(say(sentences.passed, lang), { year: passed })
  const template = say(sentences?.ahead ?? finding.level, lang)
  // A difference is stated only between exact figures.
  const isExact = [ahead, behind].every(({ flag, status }) => flag === undefined && status !== 'estimated')
  if (template.includes('{difference}') && !isExact) return toSentence(facts, facts.subject, facts.head)
  const unit = template.includes('{difference}') ? toExactUnit(indicator.unit, ahead, behind, lang) : indicator.unit
  return fill(template, {
    value: formatFigureInWords(ahead, unit, lang),
    other: formatFigureInWords(behind, unit, lang),
    otherNumber: formatNumeral(behind, unit, lang),
    difference: formatDifference(ahead.value, behind.value, unit, lang),
    in: formatIn(ahead.period, lang),
  })
}

/** The unit with the decimals at which the difference of two rounded figures is also their rounded difference. */
function toExactUnit(unit: Unit, a: Observation, b: Observation, lang: Lang): Unit {
  const display = say(unit.display, lang)
  const [x, y] = [toShown(a.value, unit, lang), toShown(b.value, unit, lang)]
  const isExact = (most: number): boolean => roundTo(roundTo(x, most) - roundTo(y, most), most) === roundTo(x - y, most)
  const decimals = [0, 1, 2, 3, 4, 5, 6].find(most => most >= display.decimals && isExact(most)) ?? display.decimals
  return { ...unit, display: { ...unit.display, [lang]: { ...display, decimals } } }
}

function toChangeSentence(facts: Facts, finding: Extract<Finding, { kind: 'change' }>): string {
  const { indicator, subject, head, headTo, latest, change, lang } = facts
  if (subject.id !== indicator.headline || head.status === 'plan') return toSentence(facts, subject, head)
  // What is newer than the head is a part of a year, or it would be the head.
  if (finding.exceeded && latest.period.year > head.period.year && isSurelyAbove(latest, head)) {
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
