import { describe, expect, test } from 'vitest'
import type { Figure } from '../../src/model/figures.ts'
import { formatFigure } from '../../src/model/figures.ts'
import type { ChangeKind, Unit } from '../../src/model/indicator.ts'
import { fill, type Lang, languages } from '../../src/model/locales.ts'
import { fillSentence, formatChange, formatSigned } from '../../src/model/phrases.ts'
import { toPlural } from '../../src/model/plurals.ts'
import { findMissingForms } from '../../tools/data/unit-forms.ts'
import { cardOf } from '../fixtures/cards.ts'
import { read, write } from '../fixtures/folders.ts'
import { toPeriod as period } from '../fixtures/periods.ts'

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

const display = { factor: 1, decimals: 1 }
/** Counted one by one, as trains are. */
const trains: Unit = {
  code: 'TRAINS',
  label: { en: 'trains' },
  display: {
    en: { ...display, label: 'trains', short: 'trains', forms: { one: '{n} train', other: '{n} trains' } },
    kk: {
      ...display,
      label: 'пойыз',
      short: 'пойыз',
      forms: { other: '{n} пойыз', dative: '{n} пойызға', accusative: '{n} пойызды', ablative: '{n} пойыздан' },
    },
    ru: {
      ...display,
      label: 'поезда',
      short: 'поездов',
      forms: { one: '{n} поезд', few: '{n} поезда', many: '{n} поездов', other: '{n} поезда' },
    },
    zh: { ...display, label: '列', short: '列' },
  },
}
/** A rate, which each language says in its own order. */
const flights: Unit = {
  code: 'FLIGHTS',
  label: { en: 'flights a week' },
  display: {
    en: { ...display, label: 'flights a week', short: 'flights a week', forms: { other: '{n} flights a week' } },
    kk: {
      ...display,
      label: 'рейс',
      short: 'рейс',
      forms: { other: 'аптасына {n} рейс', ablative: 'аптасына {n} рейстен' },
    },
    ru: {
      ...display,
      label: 'рейсы в неделю',
      short: 'рейсов в неделю',
      forms: { few: '{n} рейса в неделю', many: '{n} рейсов в неделю', other: '{n} рейса в неделю' },
    },
    zh: { ...display, label: '每周班次', short: '班', forms: { other: '每周{n}班' } },
  },
}
const dollars: Unit = {
  code: 'USD_BN',
  label: { en: 'billion US dollars' },
  display: {
    en: { ...display, label: 'billion US dollars', short: 'bn US dollars', forms: { other: '\u0024{n}bn' } },
    kk: {
      ...display,
      label: 'миллиард АҚШ доллары',
      short: 'млрд АҚШ доллары',
      forms: { other: '{n} млрд АҚШ доллары', dative: '{n} млрд АҚШ долларына', ablative: '{n} млрд АҚШ долларынан' },
    },
    ru: { ...display, label: 'миллиардов долларов США', short: 'млрд долларов США' },
    zh: { ...display, label: '亿美元', short: '亿美元', factor: 10, decimals: 0 },
  },
}

test.each(languages)('the plural categories of %s are those of Intl', lang => {
  const rules = new Intl.PluralRules(lang)
  const numbers = [...Array(1300).keys(), 10_001, 999_999, 1_000_021].flatMap(n => [n, n + 0.5])
  expect(numbers.filter(n => toPlural(n, lang) !== rules.select(n))).toEqual([])
})

describe('a number and its noun agree', () => {
  test.each([
    ['en', 1, '1 train'],
    ['en', 2, '2 trains'],
    ['en', 1.5, '1.5 trains'],
    ['ru', 1, '1 поезд'],
    ['ru', 21, '21 поезд'],
    ['ru', 392, '392 поезда'],
    ['ru', 11, '11 поездов'],
    ['ru', 1.5, '1,5 поезда'],
    ['kk', 21, '21 пойыз'],
    ['zh', 1000, '1000列'],
  ] as const)('in %s %d: %s', (lang, value, text) =>
    expect(plain(formatFigure({ figure: { value }, unit: trains }, lang))).toBe(text),
  )
  test.each([
    ['en', '44 flights a week', '$34.2bn'],
    ['kk', 'аптасына 44 рейс', '34,2 млрд АҚШ доллары'],
    ['ru', '44 рейса в неделю', '34,2 млрд долларов США'],
    ['zh', '每周44班', '342亿美元'],
  ] as const)('a rate has its period in %s: %s, and money its sign: %s', (lang, rate, money) => {
    expect(plain(formatFigure({ figure: { value: 44 }, unit: flights }, lang))).toBe(rate)
    expect(plain(formatFigure({ figure: { value: 34.2 }, unit: dollars }, lang))).toBe(money)
  })
  test.each([
    ['en', '$350 million'],
    ['kk', '350 млн АҚШ доллары'],
    ['ru', '350 млн долларов США'],
    ['zh', '3.5亿美元'],
  ] as const)('less than a billion in %s is %s', (lang, text) => {
    const shown = dollars.display[lang] ?? dollars.display.en
    const exact: Unit = { ...dollars, display: { ...dollars.display, [lang]: { ...shown, decimals: 2 } } }
    expect(plain(formatFigure({ figure: { value: 0.35 }, unit: exact }, lang))).toBe(text)
  })
  test.each([
    ['en', '\u0024{n} million', '$1.41bn', '>$1.4bn'],
    ['ru', '{n} млн долларов США', '1,41 млрд долларов США', '>1,4 млрд долларов США'],
    ['kk', '{n} млн АҚШ доллары', '1,41 млрд АҚШ доллары', '>1,4 млрд АҚШ доллары'],
  ] as const)(
    'a thousand millions and more in %s, counted in %s, are %s, and a bound is not rounded up',
    (...given) => {
      const [lang, other, text, bound] = given
      const shown = { ...dollars.display.en, decimals: 0, forms: { other } }
      const millions: Unit = { ...dollars, display: { ...dollars.display, [lang]: shown } }
      expect(plain(formatFigure({ figure: { value: 1406 }, unit: millions }, lang))).toBe(text)
      expect(plain(formatFigure({ figure: { value: 1409, flag: 'at-least' }, unit: millions }, lang))).toBe(bound)
      expect(plain(formatFigure({ figure: { value: 999 }, unit: millions }, lang))).toBe(fill(other, { n: '999' }))
    },
  )
})

const say = (template: string, figure: Figure, unit: Unit, lang: Lang): string =>
  plain(fillSentence(template, { figures: { value: { figure, unit } }, texts: {} }, lang))

describe('a number is one that a reader would write', () => {
  const people: Unit = {
    code: 'PERSONS',
    label: { en: 'people', ru: 'человек', zh: '人次' },
    display: {
      en: { ...display, label: 'people', short: 'people', decimals: 0 },
      ru: { ...display, label: 'тысяч человек', short: 'тыс. человек', factor: 0.001 },
      zh: { ...display, label: '万人次', short: '万人次', factor: 0.0001, decimals: 2 },
    },
  }
  test.each([
    ['zh', 1400, '1400人次'],
    ['zh', 14000, '1.4万人次'],
    ['ru', 400, '400 человек'],
    ['ru', 1400, '1,4 тыс. человек'],
  ] as const)('in %s %d: %s', (lang, value, text) =>
    expect(plain(formatFigure({ figure: { value }, unit: people }, lang))).toBe(text),
  )
  test.each([
    [20471, 'About 20,500 people came'],
    [77000, 'About 77,000 people came'],
    [952, 'About 952 people came'],
  ])('an approximation of %d has three digits in a sentence', (value, text) => {
    expect(say('{value} came', { value, status: 'estimated' }, people, 'en')).toBe(text)
    expect(formatFigure({ figure: { value: 20471, flag: 'approximate' }, unit: people }, 'en')).toBe('≈20,471 people')
  })
})

describe('"more than" and "about" are said as their place asks', () => {
  test.each([
    ['en', 'There were {value}', 'There were more than 21 trains', 'There were about 21 trains'],
    ['en', '{value} came', 'More than 21 trains came', 'About 21 trains came'],
    ['ru', 'Прошло {value}', 'Прошло более 21 поезда', 'Прошло около 21 поезда'],
    ['ru', 'Число выросло до {value}', 'Число выросло до более чем 21 поезда', 'Число выросло примерно до 21 поезда'],
    ['ru', 'Больше на {value}', 'Больше на более чем 21 поезд', 'Больше примерно на 21 поезд'],
    ['ru', '40 против {value}', '40 против более чем 21 поезда', '40 против примерно 21 поезда'],
    ['kk', '{value} өтті', '21 пойыздан астам өтті', 'Шамамен 21 пойыз өтті'],
    ['kk', '{valueAccusative} құрады', '21 пойыздан астамды құрады', 'Шамамен 21 пойызды құрады'],
    ['kk', '{valueDative} жетті', '21 пойыздан астамға жетті', 'Шамамен 21 пойызға жетті'],
    ['zh', '共{value}', '共逾21列', '共约21列'],
    ['zh', '总数为{value}', '总数超过21列', '总数约为21列'],
    ['zh', '总数达到{value}', '总数超过21列', '总数达到约21列'],
    ['zh', '增至{value}', '增至逾21列', '增至约21列'],
  ] as const)('%s: %s', (lang, template, bound, about) => {
    expect(say(template, { value: 21, flag: 'at-least' }, trains, lang)).toBe(bound)
    expect(say(template, { value: 21, flag: 'approximate' }, trains, lang)).toBe(about)
    expect(say(template, { value: 21, status: 'estimated' }, trains, lang)).toBe(about)
  })
  test.each([
    ['en', 'more than 44 flights a week'],
    ['kk', 'аптасына 44 рейстен астам'],
    ['ru', 'более 44 рейсов в неделю'],
    ['zh', '每周逾44班'],
  ] as const)('of a rate in %s: %s', (lang, text) =>
    expect(say('= {value}', { value: 44, flag: 'at-least' }, flights, lang).slice(2)).toBe(text),
  )
  test('a preposition has its case without them, too', () => {
    expect(say('Число выросло до {value}', { value: 392 }, trains, 'ru')).toBe('Число выросло до 392 поездов')
    expect(say('Прошло {value}', { value: 392 }, trains, 'ru')).toBe('Прошло 392 поезда')
  })
  test.each([
    [1, 'Прошёл 1 поезд'],
    [2, 'Прошло 2 поезда'],
    [5, 'Прошло 5 поездов'],
    [11, 'Прошло 11 поездов'],
    [21, 'Прошёл 21 поезд'],
    [1451, 'Прошёл 1 451 поезд'],
    [1.5, 'Прошло 1,5 поезда'],
  ])('a verb of Russian agrees with %d', (value, text) =>
    expect(say('{value?Прошёл:Прошло} {value}', { value }, trains, 'ru')).toBe(text),
  )
  test('and with no figure that is hedged', () =>
    expect(say('{value?Прошёл:Прошло} {value}', { value: 21, flag: 'at-least' }, trains, 'ru')).toBe(
      'Прошло более 21 поезда',
    ))
  test('a range is one figure', () =>
    expect(say('Took {value}', { value: 13, to: { value: 17 } }, trains, 'en')).toBe('Took 13–17 trains'))
})

describe('a change in words', () => {
  const change = (kind: ChangeKind, from: number, to: number, since: string, until: string, lang: Lang): string =>
    plain(
      formatChange(
        { kind, from, to, unit: kind === 'points' ? trains : dollars, since: period(since), until: period(until) },
        lang,
      ),
    )
  test.each([
    ['en', 'up 25% on 2023', 'down 20% on 2023', 'unchanged from 2023', 'up 25% since 2017'],
    [
      'kk',
      '2023 жылмен салыстырғанда 25%-ға көп',
      '2023 жылмен салыстырғанда 20%-ға аз',
      '2023 жылмен салыстырғанда өзгеріссіз',
      '2017 жылмен салыстырғанда 25%-ға көп',
    ],
    [
      'ru',
      'на 25 % больше, чем в 2023 году',
      'на 20 % меньше, чем в 2023 году',
      'столько же, сколько в 2023 году',
      'на 25 % больше, чем в 2017 году',
    ],
    ['zh', '比2023年增长25%', '比2023年下降20%', '与2023年持平', '比2017年增长25%'],
  ] as const)('in %s', (lang, rise, fall, level, long) => {
    expect(change('percent', 4, 5, '2023', '2024', lang)).toBe(rise)
    expect(change('percent', 5, 4, '2023', '2024', lang)).toBe(fall)
    expect(change('percent', 4, 4, '2023', '2024', lang)).toBe(level)
    expect(change('percent', 4, 5, '2017', '2024', lang)).toBe(long)
  })
  test.each([
    ['en', 'up $400 million on January–September 2023'],
    ['kk', '2023 жылғы қаңтар–қыркүйекпен салыстырғанда 400 млн АҚШ долларына көп'],
    ['ru', 'на 400 млн долларов США больше, чем за январь–сентябрь 2023 года'],
    ['zh', '比2023年1月至9月增加4亿美元'],
  ] as const)('of months, in the unit, in %s', (lang, text) =>
    expect(change('absolute', 4, 4.4, '2023-01/2023-09', '2024-01/2024-09', lang)).toBe(text),
  )
  test.each([
    ['en', 'down 1 point on 2023'],
    ['kk', '2023 жылмен салыстырғанда 1 пайыздық тармаққа аз'],
    ['ru', 'на 1 процентный пункт меньше, чем в 2023 году'],
    ['zh', '比2023年下降1个百分点'],
  ] as const)('in points, in %s', (lang, text) => expect(change('points', 5, 4, '2023', '2024', lang)).toBe(text))
  test.each(languages)('keeps its sign if it is alone, in %s', lang =>
    expect(plain(formatSigned({ kind: 'percent', from: 4, to: 5, unit: dollars }, lang))).toMatch(/^\+25 ?%$/),
  )
})

describe('a sentence is in one language', () => {
  const card = (lang: Lang, more: object, en = false) => {
    const folder = write(
      { north: '2012 4, 2013 5' },
      {
        finding: {
          kind: 'change',
          rose: { en: 'North rose {size}, to {value}', ...more },
          fell: { en: 'North fell' },
          unchanged: { en: 'North was level' },
          first: { en: 'North was {value}' },
        },
        ...(en && {
          unit: { code: 'BN', label: { en: 'billion' }, display: { en: { label: 'billion', short: 'bn' } } },
        }),
      },
    )
    return cardOf(read(folder), `lang=${lang}`)
  }
  test('in English as a whole, numbers included, where the reader’s lacks it', () => {
    expect(card('ru', {}).finding).toBe('North rose 25%, to 5 bn tugriks')
    expect(plain(card('ru', { ru: 'Север вырос на {size}, до {value}' }).finding)).toBe(
      'Север вырос на 25 %, до 5 млрд tugriks',
    )
  })
  test('and where its unit lacks it', () =>
    expect(card('ru', { ru: 'Север вырос на {size}, до {value}' }, true).finding).toBe('North rose 25%, to 5 bn'))
})

describe('the check asks for the forms of a unit', () => {
  const bare: Unit = {
    ...trains,
    display: {
      en: { ...display, label: 'trains', short: 'trains' },
      kk: { ...display, label: 'пойыз', short: 'пойыз' },
      ru: { ...display, label: 'поезда', short: 'поездов' },
      zh: { ...display, label: '列', short: '列' },
    },
  }
  test('in each language that the site offers', () => {
    expect(findMissingForms({ id: 'x', unit: bare }, languages).map(fault => fault.split('; ')[0])).toEqual([
      'data/x/datapackage.json: card.unit.display.en has no forms one, other',
      'data/x/datapackage.json: card.unit.display.kk has no forms dative, accusative, ablative',
      'data/x/datapackage.json: card.unit.display.ru has no forms one, few, many, other',
    ])
    expect(findMissingForms({ id: 'x', unit: bare }, ['zh'])).toEqual([])
  })
  test('and for none that a unit with a sign or a million has', () => {
    expect(findMissingForms({ id: 'x', unit: dollars }, ['en', 'ru', 'zh'])).toEqual([])
  })
})
