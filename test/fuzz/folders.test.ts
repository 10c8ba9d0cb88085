import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCard } from '../../src/card/card.ts'
import { CardError } from '../../src/model/errors.ts'
import type { Indicator } from '../../src/model/indicator.ts'
import { languages } from '../../src/model/locales.ts'
import { parseParams } from '../../src/request/parse-params.ts'
import { type Folder, parseFolder } from '../../tools/data/folder.ts'
import { crossing, parts } from '../fixtures/folders.ts'
import { fixtureData } from '../fixtures/indicators.ts'

const readFolder = (id: string): Folder => {
  const read = (name: string) => readFileSync(join(fixtureData, id, name), 'utf8')
  return { id, package: read('datapackage.json'), observations: read('observations.csv') }
}
/** A day by which all of these had been written. */
const days = { today: '2026-12-31' }
const sound: readonly Folder[] = [crossing, parts, readFolder('trade-china-russia'), readFolder('titr-transit-time')]

const scraps = fc.constantFrom(
  '',
  ' ',
  ',',
  '"',
  '\n',
  '\r\n',
  '\0',
  '\ufeff',
  '-',
  '.',
  '9',
  '1e99',
  '99999999999',
  '𓀀',
  '\u202e',
  '\ud800',
  '<to fill in>',
  '['.repeat(5000),
  '2030-01-01',
  '{x}',
  'null',
  '[]',
  '{}',
)
const values = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  1e308,
  '',
  'x',
  '{value}',
  '{nobody}',
  '__proto__',
  [],
  {},
  ['east'],
  { en: 'x' },
  '\u0000',
  '<to fill in>',
  'https://example.com',
  '2030-01-01',
  'x'.repeat(2000),
)

/** A piece of the text taken out, doubled, or put in place of another. */
const editText = (text: string) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(12), scraps, fc.constantFrom('cut', 'put', 'double'))
    .map(([at, length, scrap, how]) => {
      const piece = text.slice(at, at + length)
      const middle = how === 'cut' ? '' : how === 'put' ? scrap : piece + piece
      return text.slice(0, at) + middle + text.slice(how === 'put' ? at : at + length)
    })

/** Rows swapped, doubled or taken out; cells of one put into another. */
const editRows = (csv: string) => {
  const rows = csv.split('\n')
  return fc
    .tuple(
      fc.nat(rows.length - 1),
      fc.nat(rows.length - 1),
      fc.nat(7),
      fc.constantFrom('swap', 'double', 'drop', 'mix'),
    )
    .map(([a, b, cell, how]) => {
      const edited = [...rows]
      const [first = '', second = ''] = [rows[a], rows[b]]
      if (how === 'swap') [edited[a], edited[b]] = [second, first]
      if (how === 'double') edited.splice(a, 0, second)
      if (how === 'drop') edited.splice(a, 1)
      if (how === 'mix')
        edited[a] = first
          .split(',')
          .with(Math.min(cell, first.split(',').length - 1), second.split(',')[cell] ?? '')
          .join(',')
      return edited.join('\n')
    })
}

type Path = (string | number)[]
const listPaths = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [
        path,
        ...Object.entries(value).flatMap(([key, entry]) =>
          listPaths(entry, [...path, Array.isArray(value) ? Number(key) : key]),
        ),
      ]
    : [path]

/** A part of the package taken out, or another value put in its place, such as that of another part. */
const editJson = (text: string) => {
  const paths = listPaths(JSON.parse(text)).filter(path => path.length > 0)
  const find = (root: unknown, path: Path): unknown =>
    path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), root)
  return fc
    .tuple(fc.constantFrom(...paths), fc.option(fc.oneof(values, fc.constantFrom(...paths)), { nil: undefined }))
    .map(([path, put]) => {
      const root = JSON.parse(text)
      const parent = find(root, path.slice(0, -1))
      const key = path.at(-1)
      if (typeof parent !== 'object' || parent === null || key === undefined) return text
      const value = paths.includes(put as Path) ? find(root, put as Path) : put
      if (value === undefined) Reflect.deleteProperty(parent, key)
      else Reflect.set(parent, key, structuredClone(value))
      return JSON.stringify(root, null, 2)
    })
}

const broken = fc.constantFrom(...sound).chain(folder =>
  fc.oneof(
    editText(folder.observations).map(observations => ({ ...folder, observations })),
    editRows(folder.observations).map(observations => ({ ...folder, observations })),
    editText(folder.package).map(text => ({ ...folder, package: text })),
    { weight: 4, arbitrary: editJson(folder.package).map(text => ({ ...folder, package: text })) },
  ),
)

/** Whatever the folder lets through is drawn: every language, every series alone, years and days. */
function drawEverything(indicator: Indicator): void {
  const queries = [
    ...languages.map(lang => `lang=${lang}`),
    ...indicator.series.map(({ id }) => `series=${id}`),
    'from=2012&to=2013',
    'asof=2014-02-15',
  ]
  for (const query of queries) {
    try {
      const { params } = parseParams(new URLSearchParams(query), 'json', indicator)
      const card = toCard(indicator, params)
      const said = [card.finding, card.alt, card.headline.formatted, card.headline.change?.phrase ?? ''].join(' ')
      expect(said).not.toMatch(/undefined|NaN|Infinity|\{\w+\}/)
      expect(Number.isFinite(card.headline.value)).toBe(true)
    } catch (error) {
      if (!(error instanceof CardError)) throw error
    }
  }
}

function check(folder: Folder): void {
  const { indicator, faults } = parseFolder(folder, days)
  if (indicator) {
    drawEverything(indicator)
    return
  }
  expect(faults.length).toBeGreaterThan(0)
  const places = { 'datapackage.json': folder.package, 'observations.csv': folder.observations }
  for (const fault of faults) {
    const [, id, file = '', line, sentence] =
      /^data\/([^/]+)\/(datapackage\.json|observations\.csv):(\d+): ([\s\S]{5,})$/.exec(fault) ?? []
    expect([id, fault]).toEqual([folder.id, fault])
    const text = file === 'datapackage.json' ? places['datapackage.json'] : places['observations.csv']
    expect(Number(line)).toBeGreaterThan(0)
    expect(Number(line)).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length + 1)
    expect(sentence).toMatch(/expected|cannot|is wrong|\w/)
  }
}

test('any broken folder is reported with file and line, or is drawn: none crashes, none hangs', () => {
  fc.assert(fc.property(broken, check), {
    numRuns: Number(process.env.FUZZ_CASES ?? 4000),
    seed: Number(process.env.FUZZ_SEED ?? 1),
  })
}, 3_600_000)
