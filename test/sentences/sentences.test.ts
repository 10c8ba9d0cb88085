import { describe, expect, test } from 'vitest'
import { type Card, toCard } from '../../src/card/card.ts'
import { CardError } from '../../src/model/errors.ts'
import { toShown } from '../../src/model/figures.ts'
import type { Indicator, Observation, Series } from '../../src/model/indicator.ts'
import { type Lang, languages, say } from '../../src/model/locales.ts'
import { roundTo } from '../../src/model/rounding.ts'
import type { CardParams } from '../../src/request/parameters.ts'
import { parseParams } from '../../src/request/parse-params.ts'
import { readData } from '../../tools/read-data.ts'

/*
 * Every sentence that Caravan computes is true of the figures in view. This tries all indicators, ranges of years, series
 * and days, and compares the card with the rows themselves, computed here again in another way.
 */
const { indicators } = readData('test/fixtures/data')

type View = { indicator: Indicator; card: Card; params: CardParams; rows: { series: Series; row: Observation }[] }

const yearsOf = (indicator: Indicator): number[] =>
  [...new Set(indicator.series.flatMap(({ observations }) => observations.map(row => row.period.year)))].sort()

/** All lines, each by itself, and each two of them. */
const choicesOf = ({ series }: Indicator): string[] => {
  const ids = series.map(({ id }) => id)
  return ['', ...ids, ...ids.flatMap((a, i) => ids.slice(i + 1).map(b => `${a}~${b}`))]
}

function* toQueries(indicator: Indicator): Generator<string> {
  const years = yearsOf(indicator)
  const days = [...new Set(indicator.series.flatMap(s => s.observations.map(row => row.published)))].sort()
  for (const series of choicesOf(indicator)) {
    for (const from of years)
      for (const to of years.filter(year => year >= from)) yield `from=${from}&to=${to}&series=${series}`
    for (const day of days) yield `asof=${day}&series=${series}`
  }
  for (const day of days) for (const to of years) yield `asof=${day}&to=${to}`
}

/** The part of the folder that is in view, computed only from its rows. */
function selectRows(indicator: Indicator, { from = 0, to = 9999, series, asof = '9999' }: CardParams): View['rows'] {
  return indicator.series
    .filter(({ id }) => series.includes(id))
    .flatMap(entry => {
      const rows = entry.observations.filter(
        row => row.published <= asof && row.period.year >= from && row.period.year <= to,
      )
      const last = new Map(rows.map(row => [row.period.text, row]))
      return [...last.values()].map(row => ({ series: entry, row }))
    })
}

function toViews(indicator: Indicator, lang: Lang): View[] {
  return [...toQueries(indicator)].flatMap(query => {
    const { params } = parseParams(new URLSearchParams(`${query}&lang=${lang}`), 'json', indicator)
    try {
      return [{ indicator, params, card: toCard(indicator, params), rows: selectRows(indicator, params) }]
    } catch (error) {
      if (error instanceof CardError && error.code === 'no-observations') return []
      throw error
    }
  })
}

/** A number of any language as digits with a point, without the spaces and commas that group them. */
const toPlain = (number: string, lang: Lang): string => {
  const digits = number.replace(/[\s\u00a0\u202f]/g, '')
  return lang === 'en' || lang === 'zh' ? digits.replace(/,/g, '') : digits.replace(',', '.')
}
const numbersIn = (text: string, lang: Lang): number[] =>
  [...text.matchAll(/\d+(?:[\u00a0\u202f ,.]\d{3})*(?:[.,]\d+)?/g)].map(([number]) => Number(toPlain(number, lang)))

/** Every number that a sentence about these rows may have: figures, differences of two of a period, changes in percent. */
function isAllowed(number: number, { rows, indicator, card }: View, lang: Lang): boolean {
  const exact = rows.map(({ row }) => toShown(row.value, indicator.unit, lang))
  // An approximation has three digits.
  const told = [...exact, ...exact.map(value => Number(value.toPrecision(3)))]
  // And fewer than a thousand of thousands, or of tens of thousands, are counted one by one, less than a billion in millions.
  const { decimals } = say(indicator.unit.display, lang)
  const rounded = exact.map(value => roundTo(value, decimals))
  const apart = exact.flatMap(a => exact.flatMap(b => [a - b, roundTo(a - b, decimals)]))
  const few = [...told, ...rounded, ...apart]
    .filter(value => Math.abs(value) < 1)
    .map(value => Math.abs(value) * (lang === 'zh' ? 10_000 : 1000))
  const shown = [...told, ...few]
  const near = (value: number): boolean => Math.abs(value - number) <= 10 ** -decimalsOf(number) * 0.51
  if (shown.some(near)) return true
  if (rows.some(({ row }) => Number(row.period.text.slice(0, 4)) === number || row.period.year === number)) return true
  if (
    rows.some(({ row: { period } }) =>
      [period.from, period.to, Number(period.start.slice(8)), Number(period.end.slice(8))].includes(number),
    )
  )
    return true
  if (card.headline.change && near(Math.abs(card.headline.change.value))) return true
  return shown.some((a, i) =>
    shown.some((b, j) => i !== j && (near(Math.abs(a - b)) || near(a / b) || near(Math.abs(a / b - 1) * 100))),
  )
}
const decimalsOf = (number: number): number => String(number).split('.')[1]?.length ?? 0

/** Numbers that belong to a name and no figure: of an event, a heading of the customs tariff. */
const namesIn = ({ indicator }: View, lang: Lang): number[] =>
  numbersIn(
    [indicator.title, ...indicator.series.map(({ label }) => label)].map(words => words[lang] ?? words.en).join(' '),
    lang,
  )

const places = {
  en: /Kazakhstan|Caspian|Baku|Azerbaijan|Uzbekistan|Central Asia|China’s|Chin|northern|route|corridor/i,
  kk: /Қазақстан|Каспий|Баку|Әзербайжан|Өзбекстан|Орталық Азия|Қытай|бағыт|дәліз/i,
  ru: /Казахстан|Касп|Баку|Азербайджан|Узбекистан|Центральн|Кита|маршрут|коридор/i,
  zh: /哈萨克斯坦|赴哈|对哈|中哈|里海|巴库|阿塞拜疆|乌兹别克斯坦|中亚|中国|路线|北线|走廊/,
} as const
const hedges = {
  en: /more than|over|at least|above|exceed/i,
  kk: /астам|кемінде|көп|асты|асып/i,
  ru: /более|свыше|больше|лишним|превыс/i,
  zh: /超过|逾|以上|多|超/,
} as const
const plans = {
  en: /plan|target|project|forecast|expect|announced|propos|agreed|intend/i,
  kk: /жоспар|нысана|болжам|күтіл|жарияла|ұсын|келіс|мақсат/i,
  ru: /план|цел|прогноз|ожида|объявл|предл|соглас|намер/i,
  zh: /计划|目标|预计|预测|宣布|拟|规划|提议|提出|公布|协议/,
} as const

describe.each(languages)('in %s', lang => {
  describe.each(indicators.map(indicator => [indicator.id, indicator] as const))('%s', (_, indicator) => {
    const views = toViews(indicator, lang)
    const fails = (isWrong: (view: View) => boolean | string | undefined): string[] =>
      [
        ...new Set(
          views.flatMap(view => {
            const wrong = isWrong(view)
            return wrong
              ? [`${toQuery(view)}: ${typeof wrong === 'string' ? `${wrong}: ` : ''}${view.card.finding}`]
              : []
          }),
        ),
      ].slice(0, 5)

    test('every choice has a sentence without a brace', () =>
      expect(
        fails(({ card }) => card.finding.length < 10 || /[{}]|undefined|NaN/.test(card.finding + card.alt)),
      ).toEqual([]))

    test('it names a place', () => expect(fails(({ card }) => !places[lang].test(card.finding))).toEqual([]))

    test('each of its numbers is a figure in view, or follows from two', () =>
      expect(
        fails(view => {
          const names = namesIn(view, lang)
          const strange = numbersIn(view.card.finding, lang).find(n => !names.includes(n) && !isAllowed(n, view, lang))
          return strange === undefined ? undefined : String(strange)
        }),
      ).toEqual([]))

    test('a change is counted from one exact figure of a series to the next of the same months', () =>
      expect(
        fails(({ card: { headline }, rows, indicator: { change: kind, unit } }) => {
          const { change } = headline
          if (!change) return undefined
          const line = rows.filter(({ series }) => series.id === headline.series).map(({ row }) => row)
          const head = line.find(row => row.period.text === headline.period)
          const base = line.find(row => row.period.text === change.since)
          if (!head || !base) return 'not in view'
          if (head.flag || base.flag || [head, base].some(row => ['plan', 'estimated'].includes(row.status)))
            return 'inexact'
          if (base.status === 'provisional' && head.status === 'final') return 'preliminary against final'
          const season = (row: Observation) =>
            [row.period.start.slice(4, 7), row.period.end.slice(4, 7), row.period.months].join()
          if (season(head) !== season(base) && head.period.months >= 12) return 'unlike parts'
          if (
            line.some(
              row =>
                row.period.text > base.period.text &&
                row.period.text < head.period.text &&
                season(row) === season(head),
            )
          )
            return 'not the one before'
          const sign = Math.sign(head.value - base.value)
          if (Math.sign(change.value) !== sign) return 'sign'
          if (sign !== 0 && !/[1-9]/.test(change.formatted)) return 'read as nothing'
          if (kind === 'percent' || sign === 0) return undefined
          const { decimals } = unit.display[lang] ?? unit.display.en
          const shown = [head, base].map(row =>
            Number(toPlain(formatPlain(toShown(row.value, unit, lang), decimals), 'en')),
          )
          const [number = Number.NaN] = numbersIn(change.formatted, lang)
          return Math.abs(Math.abs((shown[0] ?? 0) - (shown[1] ?? 0)) - number) < 1e-6
            ? undefined
            : 'not the difference of what is shown'
        }),
      ).toEqual([]))

    test('a bound is stated as a bound, a plan as a plan', () =>
      expect(
        fails(({ card, rows }) => {
          const own = rows.find(
            ({ series, row }) => series.id === card.headline.series && row.period.text === card.headline.period,
          )?.row
          const sentence = card.alt
          if (own?.flag === 'at-least' && !hedges[lang].test(sentence)) return 'bound'
          return own?.status === 'plan' && !plans[lang].test(sentence) && !plans[lang].test(card.finding)
            ? 'plan'
            : undefined
        }),
      ).toEqual([]))

    test('nothing is named that was not known on the day looked back from', () =>
      expect(
        fails(({ card, params: { asof } }) => {
          if (!asof) return undefined
          if (card.events.some(({ date }) => date > asof)) return 'event'
          if (card.sources.some(({ published }) => published > asof)) return 'source'
          const year = Number(asof.slice(0, 4))
          const texts = [card.finding, card.title, card.description]
          const later = texts.find(text =>
            /(?:plan|жоспар|план|计划)/i.test(text)
              ? false
              : numbersIn(text, lang).some(n => n > year && n < 2100 && n > 1990),
          )
          return later
        }),
      ).toEqual([]))
  })
})

const formatPlain = (value: number, decimals: number): string =>
  (
    (Math.sign(value) * Math.round(Number((Math.abs(value) * 10 ** decimals).toPrecision(14)))) /
    10 ** decimals
  ).toFixed(decimals)

const toQuery = ({ params: { from, to, series, asof } }: View): string =>
  [from && `from=${from}`, to && `to=${to}`, asof && `asof=${asof}`, `series=${series.join('~')}`]
    .filter(Boolean)
    .join('&')

test('what was overtaken had been ahead before, and is not since', () => {
  const wrong = indicators.flatMap(indicator =>
    indicator.finding.kind !== 'lead'
      ? []
      : toViews(indicator, 'en').flatMap(({ card, rows }) => {
          if (!card.crossing || indicator.finding.kind !== 'lead') return []
          const other = indicator.finding.between.find(id => id !== card.crossing?.series)
          const line = (id: string | undefined): string[] => {
            const series = indicator.series.find(entry => entry.id === id)
            return series ? [series.id, ...line(series.continues)] : []
          }
          const at = (id: string | undefined, text: string) =>
            rows.find(({ series, row }) => line(id).includes(series.id) && row.period.text === text)?.row.value ??
            Number.NaN
          const texts = [...new Set(rows.map(({ row }) => row.period.text))].filter(text => text.length === 4).sort()
          const lead = (text: string): number => at(card.crossing?.series, text) - at(other, text)
          const before = texts.filter(text => text < (card.crossing?.period ?? ''))
          const since = texts.filter(text => text >= (card.crossing?.period ?? ''))
          const isTrue = before.some(text => lead(text) < 0) && since.every(text => !(lead(text) < 0))
          return isTrue ? [] : [card.finding]
        }),
  )
  expect(wrong).toEqual([])
})
