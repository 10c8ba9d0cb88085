import { formatFor, formatIn, formatPeriod, isYear } from '../model/dates.ts'
import { toShown } from '../model/figures.ts'
import type { Finding, Need, Unit } from '../model/indicator.ts'
import { fill, type Lang, langOf, say, type Words } from '../model/locales.ts'
import { changeWords } from '../model/messages.ts'
import { fillSentence, formatChange, formatSizeInWords } from '../model/phrases.ts'
import { roundTo } from '../model/rounding.ts'
import type { ChainPoint } from './chains.ts'
import { isSurelyAbove } from './compare.ts'
import type { Leadership } from './crossover.ts'
import { type Facts, findUpper, type Localised } from './facts.ts'

/**
 * The sentence a card opens with, computed from the figures in view: another range or `asof` gives another sentence.
 * If they do not support the indicator's own sentence, it states the figure of the headline series.
 */
export function toFinding(facts: Facts): string {
  const { finding } = facts.indicator
  switch (finding.kind) {
    case 'fixed':
      return finding.needs.every(need => isMet(need, facts))
        ? say(finding.sentence, facts.lang)
        : toSentence(facts, toHeadPoint(facts))
    case 'lead':
      return toLeadSentence(facts, finding)
    case 'change':
      return toChangeSentence(facts, finding)
  }
}

/**
 * One figure in the words of its series: "Kazakhstan’s trade with China was $30.1bn in 2024". It is in English as a whole,
 * numbers included, if the sentence or the unit has no translation.
 */
export function toSentence(
  { indicator: { unit }, lang, chosen }: Localised & Pick<Facts, 'chosen'>,
  { series, row }: ChainPoint,
): string {
  const spoken = langOf(lang, series.sentence, unit.display)
  const { period } = row
  const figure = { ...row, to: findUpper({ series, row }, chosen) }
  return fillSentence(
    say(series.sentence, spoken),
    { figures: { value: { figure, unit } }, texts: { in: formatIn(period, spoken), for: formatFor(period, spoken) } },
    spoken,
  )
}

const toHeadPoint = ({ subject, head }: Facts): ChainPoint => ({ series: subject, row: head })

/** The headline figure, and its change if it has one: "…, up 8.1% on 2024". */
export function toHeadSentence(facts: Facts, words: Words = facts.subject.sentence): string {
  const { indicator, subject, head, changed, lang } = facts
  const sentence = toSentence(facts, { series: { ...subject, sentence: words }, row: head })
  if (!changed) return sentence
  const spoken = langOf(lang, words, indicator.unit.display)
  return fill(say(changeWords.added, spoken), { sentence, change: formatChange(changed, spoken) })
}

/** Whether a figure that a sentence needs is in view, and surely above the figure of the series `above`. */
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
  if (!leadership) return toSentence(facts, toHeadPoint(facts))
  const { leader, ahead, behind, passed } = leadership
  const sentences = leader === undefined ? undefined : finding.sentences[leader]
  if (passed && sentences) return fill(say(sentences.passed, lang), { year: passed })
  const words = sentences?.ahead ?? finding.level
  const spoken = langOf(lang, words, indicator.unit.display)
  const template = say(words, spoken)
  // Only exact figures have a difference worth stating.
  const isExact = [ahead, behind].every(({ flag, status }) => flag === undefined && status !== 'estimated')
  if (template.includes('{difference}') && !isExact) return toSentence(facts, toHeadPoint(facts))
  const unit = template.includes('{difference}') ? toExactUnit(indicator.unit, leadership, spoken) : indicator.unit
  // Not every language can hedge a number without its unit, so a hedged number keeps it.
  const isHedged = behind.flag === 'at-least' || behind.flag === 'approximate' || behind.status === 'estimated'
  const otherUnit = isHedged ? unit : toBareUnit(unit, spoken)
  return fillSentence(
    template,
    {
      figures: {
        value: { figure: ahead, unit },
        other: { figure: behind, unit },
        otherNumber: { figure: behind, unit: otherUnit },
      },
      texts: {
        difference: formatSizeInWords({ kind: 'absolute', from: behind.value, to: ahead.value, unit }, spoken),
        in: formatIn(ahead.period, spoken),
      },
    },
    spoken,
  )
}

/** Thousands, millions and billions as Kazakh and Russian abbreviate them. */
const magnitude = /^(?:млрд|млн|тыс\.|мың)(?!\p{L})/u

/** The unit reduced to its magnitude, or to its sign: "48,7 млрд долларов США против 34,2 млрд". */
function toBareUnit(unit: Unit, lang: Lang): Unit {
  const display = say(unit.display, lang)
  if (display.forms?.other?.includes('%') || display.short === '%') return unit
  const other = ['{n}', ...(magnitude.exec(display.short) ?? [])].join('\u00a0')
  return { ...unit, display: { ...unit.display, [lang]: { ...display, forms: { other } } } }
}

/** The unit with the decimals at which the difference of two rounded figures is also their rounded difference. */
function toExactUnit(unit: Unit, { ahead, behind }: Leadership, lang: Lang): Unit {
  const display = say(unit.display, lang)
  const [x, y] = [toShown(ahead.value, unit, lang), toShown(behind.value, unit, lang)]
  const isExact = (most: number): boolean => roundTo(roundTo(x, most) - roundTo(y, most), most) === roundTo(x - y, most)
  const decimals = [0, 1, 2, 3, 4, 5, 6].find(most => most >= display.decimals && isExact(most)) ?? display.decimals
  return { ...unit, display: { ...unit.display, [lang]: { ...display, decimals } } }
}

function toChangeSentence(facts: Facts, finding: Extract<Finding, { kind: 'change' }>): string {
  const { indicator, subject, head, headTo, latest, base, lang } = facts
  if (subject.id !== indicator.headline || head.status === 'plan') return toSentence(facts, toHeadPoint(facts))
  const { unit } = indicator
  // A figure newer than the head covers part of a year, or it would be the head.
  if (finding.exceeded && isYear(head.period) && latest.period.year > head.period.year && isSurelyAbove(latest, head)) {
    const spoken = langOf(lang, finding.exceeded, unit.display)
    return fillSentence(
      say(finding.exceeded, spoken),
      {
        figures: { value: { figure: latest, unit } },
        texts: { in: formatIn(latest.period, spoken), since: head.period.text },
      },
      spoken,
    )
  }
  const words = toChangeWords(finding, facts)
  // "Rose 96% in 2025" means within one year; over more years, the sentence must say since when.
  const isFar = base !== undefined && isYear(base.period) && head.period.year - base.period.year > 1
  const spoken = langOf(lang, words, unit.display)
  if (isFar && !/\{(?:since|change)\}/.test(say(words, spoken))) return toHeadSentence(facts, finding.first)
  return fillSentence(
    say(words, spoken),
    {
      figures: { value: { figure: { ...head, to: headTo }, unit } },
      texts: {
        in: formatIn(head.period, spoken),
        period: formatPeriod(head.period, spoken),
        ...toChangeTexts(facts, spoken),
      },
    },
    spoken,
  )
}

function toChangeWords(finding: Extract<Finding, { kind: 'change' }>, { change }: Facts): Words {
  if (!change) return finding.first
  return change.value > 0 ? finding.rose : change.value < 0 ? finding.fell : finding.unchanged
}

/** The texts of a change for a sentence: its size, the period it is counted from, and both. */
function toChangeTexts({ changed }: Facts, lang: Lang): Record<string, string> {
  if (!changed) return { since: '', size: '', change: '' }
  // A headline has whole per cent; the exact change is beside the figures.
  const rounded = { ...changed, decimals: 0 }
  return {
    since: formatPeriod(changed.since, lang),
    size: formatSizeInWords(rounded, lang),
    change: formatChange(rounded, lang),
  }
}
