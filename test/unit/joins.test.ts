import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../tools/repository.ts'

const folders = ['card', 'formats', 'pages']
const files = folders.flatMap(folder =>
  readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !name.startsWith('client'))
    .map(name => `src/${folder}/${name}`),
)

/** Two values in a template with a mark between them that each language writes differently, or such a mark alone. */
const marks = [
  /\}(?:[.,:;] |–| – | \()\$\{/,
  /\{`[.,:;] \$\{/,
  /\bjoin\('(?:[.,:;] | – )'\)/,
  /\+ '(?:[.,:;] | – | \()'/,
]

/** Files without text for readers: errors for developers or editors, a header, an address. */
const excused = /Error\(|\bbad\(|Content-|tag:|srcset=/

test('words are joined by joinBy alone, which knows the marks of each language', () => {
  const found = files.flatMap(file =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, i) =>
        marks.some(mark => mark.test(line)) && !excused.test(line) ? [`${file}:${i + 1}: ${line.trim()}`] : [],
      ),
  )
  expect(found).toEqual([])
})
