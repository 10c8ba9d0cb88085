import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseImports, toArchitecture } from '../../tools/architecture.ts'
import { toArchitectureSvg } from '../../tools/architecture-svg.ts'
import { marks, putTable } from '../../tools/architecture-table.ts'
import { root } from '../../tools/read-data.ts'
import { readSources } from '../../tools/read-sources.ts'
import { type Stage, stages } from '../../tools/stages.ts'

const sources = readSources()
const read = (name: string): string => readFileSync(join(root, name), 'utf8')
const advice = 'is not what the imports of src/ give today; run npm run architecture and commit what it writes'

test('the picture of the architecture is what the imports give', () => {
  const isDrawn = read('docs/architecture.svg') === toArchitectureSvg(toArchitecture(stages, sources))
  expect(isDrawn, `docs/architecture.svg ${advice}`).toBe(true)
})

test('the table of the architecture is what the stages give', () => {
  const document = read('docs/architecture.md')
  expect(document === putTable(document, stages), `docs/architecture.md ${advice}`).toBe(true)
})

test('every import of src/ is counted once', () => {
  const { rows, flows } = toArchitecture(stages, sources)
  const counts = [...rows.map(({ within }) => within), ...flows.map(({ count }) => count)]
  expect(counts.reduce((sum, count) => sum + count)).toBe(parseImports(sources).length)
})

const top: Stage = { part: 'answers', name: 'Top', sentence: 'asks & answers', files: ['top.ts', 'pages/'] }
const foot: Stage = { part: 'knows', name: 'Foot', sentence: 'knows', files: ['foot.ts'] }
const small = {
  'top.ts': `import { a } from './pages/page.tsx'\nimport type { B } from './foot.ts'`,
  'pages/page.tsx': `import { b } from '../foot.ts'`,
  'foot.ts': 'export const b = 1',
}

test.each([
  ['a value', `import { b } from './foot.ts'`],
  ['a type', `import type { B } from './foot.ts'`],
  ['a type within a type', `type B = import('./foot.ts').B`],
  ['an effect', `import './foot.ts'`],
  ['what it passes on', `export { b } from './foot.ts'`],
  ['all that it passes on', `export * from './foot.ts'`],
  ['a module when it is needed', `const { b } = await import('./foot.ts')`],
  ['the same twice', `import { b } from './foot.ts'\nimport type { B } from './foot.ts'`],
])('a file that imports %s has one import', (_, text) => {
  expect(parseImports({ 'top.ts': text, 'foot.ts': '' })).toEqual([{ from: 'top.ts', to: 'foot.ts' }])
})

test.each([
  ['a package', `import { b } from 'foot.ts'`],
  ['a comment', `// import { b } from './foot.ts'`],
  ['a string', `const b = "import { b } from './foot.ts'"`],
  ['what was generated', `import b from '../generated/foot.json'`],
])('%s is no import of src/', (_, text) => {
  expect(parseImports({ 'top.ts': text, 'foot.ts': '' })).toEqual([])
})

test('a file that cannot be read is named', () => {
  expect(() => parseImports({ 'top.ts': 'import {' })).toThrow(/^src\/top\.ts: /)
})

test('imports are counted within a row and from one row to another', () => {
  const { rows, flows } = toArchitecture([top, foot], small)
  expect(rows.map(({ files, within }) => ({ files, within }))).toEqual([
    { files: ['top.ts', 'pages/page.tsx'], within: 1 },
    { files: ['foot.ts'], within: 0 },
  ])
  expect(flows).toEqual([{ from: 0, to: 1, count: 2 }])
})

test('a file in no stage is named', () => {
  expect(() => toArchitecture([top, foot], { ...small, 'lost.ts': '' })).toThrow('src/lost.ts is in no stage')
})

test('a file in two stages is named with both', () => {
  const twice = { ...foot, files: ['foot.ts', 'top.ts'] }
  expect(() => toArchitecture([top, twice], small)).toThrow('src/top.ts is in Top and in Foot')
})

test('a name without a file is told', () => {
  const gone = { ...foot, files: ['foot.ts', 'gone.ts'] }
  expect(() => toArchitecture([top, gone], small)).toThrow('Foot names gone.ts, which is not in src/')
})

test('an import that runs upwards is named at both ends', () => {
  const up = { ...small, 'foot.ts': `import type { A } from './top.ts'` }
  expect(() => toArchitecture([top, foot], up)).toThrow(
    'src/foot.ts imports src/top.ts, but Foot stands below Top in tools/stages.ts',
  )
})

test('a circle within a row is told, of types too', () => {
  const circle = {
    ...small,
    'pages/page.tsx': `import './side.ts'`,
    'pages/side.ts': `import type { P } from './page.tsx'`,
  }
  expect(() => toArchitecture([top, foot], circle)).toThrow('pages/page.tsx → pages/side.ts → pages/page.tsx')
})

test('the picture has each row, each file and one arc for each two rows with imports', () => {
  const svg = toArchitectureSvg(toArchitecture([top, foot], small))
  expect(svg).toContain('3 imports among 3 files: 2 run down, 1 stay in their row, none runs up or in a circle.')
  expect(svg).toContain('asks &amp; answers')
  expect(svg).toContain('>top.ts<')
  expect(svg).toContain('pages/</tspan>\u00a0page.tsx<')
  expect(svg.match(/<title>.*?<\/title>/g)).toEqual(['<title>Top to Foot: 2 imports</title>'])
})

test('a row is as high as its files need', () => {
  const heightOf = (files: readonly string[]): number => {
    const texts = Object.fromEntries(files.map(file => [file, '']))
    return Number(toArchitectureSvg(toArchitecture([{ ...foot, files }], texts)).match(/ height="(\d+)"/)?.[1])
  }
  const names = Array.from({ length: 60 }, (_, index) => `file-${index}.ts`)
  expect(heightOf(names)).toBeGreaterThan(heightOf(['file.ts']) + 100)
})

test('the table stands between its marks, and nothing else changes', () => {
  const document = `before\n\n${marks.start}\n\nold\n\n${marks.end}\n\nafter\n`
  expect(putTable(document, [top, foot])).toBe(
    [
      'before',
      '',
      marks.start,
      '',
      '| stage | what it is     | files                  |',
      '| ----- | -------------- | ---------------------- |',
      '| Top   | asks & answers | `src/top.ts`, `pages/` |',
      '| Foot  | knows          | `src/foot.ts`          |',
      '',
      marks.end,
      '',
      'after',
      '',
    ].join('\n'),
  )
})

test('a document without its marks is named', () => {
  expect(() => putTable('nothing', [])).toThrow('docs/architecture.md: cannot find the table')
})
