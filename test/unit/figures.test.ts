import { parse } from 'csv-parse/sync'
import JSONstat from 'jsonstat-toolkit'
import readWorkbook from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import type { Card } from '../../src/card/card.ts'
import { toCsv } from '../../src/formats/csv.ts'
import { toIndicatorPackage } from '../../src/formats/datapackage.ts'
import { toIndicatorJson } from '../../src/formats/json.ts'
import { toDataset, toJsonLd } from '../../src/formats/json-ld.ts'
import { toJsonStat } from '../../src/formats/jsonstat.ts'
import { toXlsx } from '../../src/formats/xlsx.ts'
import type { Indicator } from '../../src/model/indicator.ts'
import { type Lang, languages, say } from '../../src/model/locales.ts'
import { toLinks } from '../../src/request/urls.ts'
import { readData } from '../../tools/read-data.ts'
import { cardOf } from '../fixtures/cards.ts'
import { crossing, parts, read, write } from '../fixtures/folders.ts'

/*
 * Every format has the same figures. This reads each format as a client would and compares every figure, with all that
 * must be known of it, against the rows of the folder.
 */
const noted = read(
  write(
    { east: '2012 8 estimated, 2013 -9.25 final, 2014 10 plan' },
    {
      flags: [
        { series: 'east', period: '2012', kind: 'approximate' },
        { series: 'east', period: '2013', kind: 'rounded' },
      ],
      remarks: [{ series: 'east', period: '2013', en: '=Rounded, "by hand"; twice', zh: '取整' }],
    },
  ),
)
const indicators = [...readData('test/fixtures/data').indicators, read(crossing), read(parts), noted]
const cases = indicators.flatMap(indicator => languages.map(lang => ({ id: indicator.id, lang, indicator })))

const links = (id: string) => toLinks('https://caravan.test', id, new Map())

/** The words about a figure. */
const names = [
  ...['series', 'authority', 'period', 'start', 'end', 'status', 'flag', 'note', 'source'],
  ...['published', 'precision', 'added'],
]
type Figure = Record<string, string | number>

/** A figure with those of these words that are said of it. */
const toFigure = (value: number, unit: string, said: Record<string, unknown>): Figure => ({
  ...Object.fromEntries(names.map(name => [name, String(said[name] ?? '')])),
  value,
  unit,
})

/** The figures of a folder: of each series and period the row published last. */
const toFigures = (indicator: Indicator, lang: Lang): Figure[] =>
  indicator.series.flatMap(({ id, authority, observations }) => {
    const last = new Map(observations.map(row => [row.period.text, row]))
    return [...last.values()].map(row =>
      toFigure(row.value, say(indicator.unit.label, lang), {
        ...row,
        ...row.period,
        series: id,
        authority: say(authority.name, lang),
        period: row.period.text,
        note: row.note && say(row.note, lang),
      }),
    )
  })

const readJson = (card: Card): Figure[] => {
  const { unit, series } = toIndicatorJson(card, links(card.id))
  return series.flatMap(({ id, authority, observations }) =>
    observations.map(({ publishedPrecision = 'day', ...row }) =>
      toFigure(row.value, unit.label, { ...row, series: id, authority, precision: publishedPrecision }),
    ),
  )
}

/** The table, with the unit named by the package that describes it. */
const readCsv = (card: Card): Figure[] => {
  const [resource] = toIndicatorPackage(card, 'https://caravan.test/x.csv').resources
  const units = resource?.schema.fields.find(({ name }) => name === 'unit')?.categories ?? []
  const rows: Record<string, string>[] = parse(toCsv([card]), { columns: true })
  return rows.map(({ note = '', published_precision: precision, ...row }) =>
    toFigure(Number(row.value), units.find(({ value }) => value === row.unit)?.label ?? '', {
      ...row,
      note: note.replace(/^'/, ''),
      precision,
    }),
  )
}

const readJsonStat = (card: Card): Figure[] => {
  const { dimension, extension, value, status } = toJsonStat(card)
  const { series, time } = dimension
  return series.category.index.flatMap((id, i) =>
    time.category.index.flatMap((period, j) => {
      const cell = i * time.category.index.length + j
      const figure = value[cell]
      if (figure === null || figure === undefined) return []
      return [
        toFigure(figure, series.category.unit[id]?.label ?? '', {
          series: id,
          period,
          authority: extension.authority[id],
          status: status[cell],
          start: extension.start[cell],
          end: extension.end[cell],
          flag: extension.flag[cell],
          note: extension.note[cell],
          published: extension.published[cell],
          precision: extension.publishedPrecision[cell],
          added: extension.added[cell],
          source: extension.source[cell],
        }),
      ]
    }),
  )
}

const readJsonLd = (card: Card): Figure[] =>
  toJsonLd(card, links(card.id)).variableMeasured.flatMap(({ propertyID, description, value = [] }, i) =>
    value.map(figure => {
      const about = Object.fromEntries(figure.additionalProperty.map(({ name, value: text }) => [name, text]))
      const authority = card.series[i]?.authority ?? ''
      expect(description).toContain(authority)
      expect(figure.observationDate).toBe(about.end)
      const note = figure.description
      const precision = about.publishedPrecision
      return toFigure(figure.value, figure.unitText, { ...about, series: propertyID, authority, note, precision })
    }),
  )

/** The sheet of figures, whose days and numbers have their types; an empty cell is null. */
async function readXlsx(card: Card): Promise<Figure[]> {
  const [, figures] = await readWorkbook(Buffer.from(toXlsx(card, links(card.id).html)))
  const [head = [], ...rows] = figures?.data ?? []
  return rows.map(row => {
    const cells = Object.fromEntries(head.map((name, i) => [String(name), row[i]]))
    expect([typeof cells.value, cells.unit]).toEqual(['number', card.unit.code])
    const dated = ['start', 'end', 'published', 'added'].map(name => {
      const day = cells[name]
      return [name, day instanceof Date ? day.toISOString().slice(0, 10) : 'no day']
    })
    const said = { ...cells, ...Object.fromEntries(dated), precision: cells.published_precision }
    return toFigure(Number(cells.value), card.unit.label, said)
  })
}

const sort = (figures: readonly Figure[]): Figure[] =>
  figures.toSorted((a, b) => (`${a.series} ${a.period}` < `${b.series} ${b.period}` ? -1 : 1))

describe.each(cases)('$id in $lang', ({ indicator, lang }) => {
  const card = cardOf(indicator, `lang=${lang}`, 'json')
  const figures = sort(toFigures(indicator, lang))

  test('says of each figure in JSON, CSV with its package, XLSX, JSON-stat and JSON-LD what its row says', async () => {
    expect(sort(readJson(card))).toEqual(figures)
    expect(sort(readCsv(card))).toEqual(figures)
    expect(sort(await readXlsx(card))).toEqual(figures)
    expect(sort(readJsonStat(card))).toEqual(figures)
    expect(sort(readJsonLd(card))).toEqual(figures)
  })

  test('formats each figure as its value times the factor of the unit', () => {
    const { unit, series } = toIndicatorJson(card, links(card.id))
    const { decimals } = card.unit.display
    for (const { value, formatted, flag } of series.flatMap(({ observations }) => observations)) {
      const [read, exact] = [toNumber(formatted, lang), value * unit.display.factor]
      const unitOfDigit = 10 ** -decimals
      // A bound is rounded down: rounded up it would claim more than its source.
      const [low, high] = flag === 'at-least' ? [0, unitOfDigit] : [-unitOfDigit / 2, unitOfDigit / 2]
      expect(exact - read, `${formatted} of ${value}`).toBeGreaterThanOrEqual(low - 1e-9)
      expect(exact - read, `${formatted} of ${value}`).toBeLessThanOrEqual(high + 1e-9)
    }
  })

  test('names units that the factor turns into one another', () => {
    const { label, display } = toIndicatorJson(card, links(card.id)).unit
    const ratio = toMagnitude(label) / toMagnitude(display.label)
    expect(ratio).toBeCloseTo(display.factor, 12)
    expect(toMagnitude(display.short)).toBe(toMagnitude(display.label))
  })

  test('is read by a JSON-stat reader with its figures, and keeps every line apart for one that goes by labels', () => {
    const options = { type: 'arrobj', content: 'label', field: 'id', unit: true } as const
    const dataset = JSONstat(toJsonStat(card))
    expect(dataset.class).toBe('dataset')
    for (const { series, period, value, status } of figures)
      expect(dataset.Data({ series: String(series), time: String(period) })).toEqual({ value, status })
    const table = dataset.toTable(options)
    const rows = table.filter(({ value }) => value !== null)
    expect(new Set(rows.map(({ series }) => series)).size).toBe(card.series.length)
    expect(rows).toHaveLength(figures.length)
    expect(new Set(rows.map(({ series, time }) => `${series} ${time}`)).size).toBe(figures.length)
    for (const { unit } of rows) expect(unit).toMatchObject({ label: card.unit.label })
  })

  test('says what the licence is about, in words, in every form but the bare table', () => {
    const { covers } = card.licence
    expect(covers).toMatch(/./)
    const forms = {
      json: toIndicatorJson(card, links(card.id)),
      jsonstat: toJsonStat(card),
      jsonld: toDataset(card, links(card.id)),
      package: toIndicatorPackage(card, 'https://caravan.test/x.csv'),
    }
    for (const [form, document] of Object.entries(forms))
      expect([form, JSON.stringify(document).includes(JSON.stringify(covers).slice(1, -1))]).toEqual([form, true])
  })

  test('describes its table: each column, and a key that no two rows share', () => {
    const [resource] = toIndicatorPackage(card, 'https://caravan.test/x.csv').resources
    const rows: Record<string, string>[] = parse(toCsv([card]), { columns: true })
    const fields = resource?.schema.fields ?? []
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(rows[0] ?? {}))
    const key = resource?.schema.primaryKey ?? []
    expect(new Set(rows.map(row => key.map(name => row[name]).join(' '))).size).toBe(rows.length)
    for (const { name, description, constraints, categories } of fields) {
      // In another language a column whose name says it all has none.
      if (card.lang === 'en') expect(description).toMatch(/./)
      for (const row of rows) {
        const cell = row[name] ?? ''
        if (constraints?.required) expect([name, cell]).toEqual([name, expect.stringMatching(/./)])
        if (constraints?.enum && cell !== '') expect(constraints.enum).toContain(cell)
        if (categories && cell !== '') expect(categories.map(({ value }) => value)).toContain(cell)
      }
    }
  })

  test('is a data set as Google asks for: a description of 50 to 5,000 characters, and the time it covers', () => {
    const dataset = toDataset(card, links(card.id))
    if (!indicator.id.match(/^(crossing|parts|written)$/)) expect(dataset.description.length).toBeGreaterThanOrEqual(50)
    expect(dataset.description.length).toBeLessThanOrEqual(5000)
    const [first, last] = String(dataset.temporalCoverage).split('/')
    expect(first).toBe(figures.map(({ start }) => start).toSorted()[0])
    expect(last).toBe(
      figures
        .map(({ end }) => end)
        .toSorted()
        .at(-1),
    )
  })
})

/** A number as a reader of the language takes it. */
const toNumber = (text: string, lang: Lang): number => {
  const digits = text.replace(/[>≈\s]/g, '').replace('−', '-')
  return Number(lang === 'kk' || lang === 'ru' ? digits.replace(',', '.') : digits.replaceAll(',', ''))
}

/** The factor of a unit, by the words for it in each language. */
const magnitudes: [RegExp, number][] = [
  [/billion|\bbn\b|миллиард|млрд|十亿/, 1e9],
  [/亿/, 1e8],
  [/million|\bMt\b|миллион|млн|百万/, 1e6],
  [/万/, 1e4],
  [/thousand|тысяч|тыс\.|мың/, 1e3],
]
const toMagnitude = (unit: string): number => magnitudes.find(([word]) => word.test(unit))?.[1] ?? 1

test('these requests cover every flag and every status', () => {
  const all = indicators.flatMap(indicator => toFigures(indicator, 'en'))
  expect(new Set(all.map(({ flag }) => flag))).toEqual(new Set(['', 'artefact', 'at-least', 'approximate', 'rounded']))
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['final', 'provisional', 'estimated', 'plan']))
  expect(all.some(({ note }) => note !== '')).toBe(true)
})
