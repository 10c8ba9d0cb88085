import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { copyParts, root } from '../fixtures/copies.ts'

const copy = copyParts(['src', 'tools', 'generated', 'tsconfig.json'])
afterAll(() => rmSync(copy, { recursive: true }))

/** The files of src/ in which the compiler finds errors after an edit of one file. */
function findErrors(file: string, edit: (text: string) => string): string[] {
  const path = join(copy, file)
  const before = readFileSync(path, 'utf8')
  writeFileSync(path, edit(before))
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['--noEmit', '-p', copy], {
    cwd: copy,
    encoding: 'utf8',
  })
  writeFileSync(path, before)
  return [...new Set([...stdout.matchAll(/^((?:src|tools)\/[^(]+)\(/gm)].map(([, name = '']) => name))].sort()
}

/** A table with a further row at its end. */
const addRow = (table: string, row: string) => (text: string) => {
  const start = text.indexOf(`export const ${table} = [`)
  const end = text.indexOf('\n] as const', start)
  return `${text.slice(0, end)}\n  ${row},${text.slice(end)}`
}

test('the copy compiles as it is', () => expect(findErrors('src/site.ts', text => text)).toEqual([]))

const webp =
  "{ suffix: 'webp', name: 'WebP', about: 'The card as WebP', operation: 'drawWebp', type: 'png', size: 'og', isRaster: true }"
const tsv =
  "{ suffix: 'tsv', name: 'TSV', about: 'Tabs', operation: 'readTsv', type: 'csv', encoding: 'csv', isAlternate: false }"
test.each<[string, string, (text: string) => string, string[]]>([
  [
    'a picture format without an encoder and a link',
    'src/request/formats.ts',
    addRow('pictures', webp),
    ['src/http/picture.ts', 'src/request/urls.ts'],
  ],
  [
    'a format of figures without a writer, a link and a schema',
    'src/request/formats.ts',
    addRow('documents', tsv),
    ['src/formats/documents.ts', 'src/formats/schemas.ts', 'src/request/urls.ts'],
  ],
  [
    'a route without a handler, or a route for programs without a description,',
    'src/request/routes.ts',
    text => text.replace("  '/oembed': 'service',", "  '/oembed': 'service',\n  '/further': 'data',"),
    ['src/formats/operations.ts', 'src/http/app.ts'],
  ],
])('%s does not compile', (_, file, edit, places) => expect(findErrors(file, edit)).toEqual(places))

test('a media type that is not in the table does not compile', () => {
  const edit = (text: string): string => text.replace("type: 'png',", "type: 'webp',")
  expect(findErrors('src/request/formats.ts', edit)).toContain('src/request/formats.ts')
})

describe('the recipes of CONTRIBUTING.md name every place that the compiler asks for', () => {
  const recipes: [recipe: string, file: string, edit: (text: string) => string, places: string[]][] = [
    [
      '**A language.**',
      'src/model/locales.ts',
      text => text.replace("['en', 'kk', 'ru', 'zh'] as const", "['en', 'kk', 'ru', 'zh', 'de'] as const"),
      [
        ...['src/formats/archive.ts', 'src/formats/feed.ts', 'src/formats/headings.ts', 'src/formats/jsonstat.ts'],
        ...['src/formats/llms.ts', 'src/formats/mcp-tools.ts', 'src/formats/xlsx.ts', 'src/model/dates.ts'],
        ...['src/model/locales.ts', 'src/model/messages.ts', 'src/model/numbers.ts', 'src/model/phrases.ts'],
        ...['src/model/plurals.ts', 'src/pages/builder-words.ts', 'src/pages/docs-words.ts', 'src/pages/downloads.tsx'],
        ...['src/pages/inspect-words.ts', 'src/pages/page-words.ts', 'src/pages/page.tsx', 'src/pages/places.ts'],
        ...['src/pages/share-words.ts', 'src/pages/site-head.ts', 'src/pages/translations.ts'],
        ...['tools/build-fonts.ts', 'tools/build-locales.ts'],
        'tools/data/package-schema.ts',
        ...['tools/data/rules/magnitudes.ts', 'tools/data/rules/shown-alike.ts', 'tools/data/rules/state-bodies.ts'],
        ...['tools/data/scaffold.ts', 'tools/data/unit-forms.ts', 'tools/own/first-folder.ts'],
      ],
    ],
    [
      '**A layout.**',
      'src/model/indicator.ts',
      text => text.replace("'badge'] as const", "'badge', 'area'] as const"),
      ['src/card/picture.ts', 'src/draw/layouts/index.tsx', 'src/pages/builder-words.ts', 'src/pages/icons.tsx'],
    ],
    [
      '**A size.**',
      'src/request/sizes.ts',
      text => text.replace("'badge'] as const", "'badge', 'tall'] as const"),
      [...['src/draw/type-scale.ts', 'src/formats/frame.ts', 'src/pages/builder-words.ts', 'src/request/sizes.ts']],
    ],
    [
      '**A theme.**',
      'src/request/parameters.ts',
      text => text.replace("'auto'] as const", "'auto', 'sepia'] as const"),
      ['src/draw/theme.ts', 'src/pages/builder-words.ts'],
    ],
  ]
  const contributing = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
  test.each(recipes)('%s', (recipe, file, edit, places) => {
    expect(findErrors(file, edit)).toEqual(places)
    const text = contributing.slice(contributing.indexOf(recipe)).split('\n\n**')[0] ?? ''
    expect(places.filter(place => !text.includes(place))).toEqual([])
  })
})
