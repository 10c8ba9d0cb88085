import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const rows = [...readFileSync('docs/security.md', 'utf8').matchAll(/`(test\/[\w./-]+)`: "([^"]+)"/g)]

test('every threat of docs/security.md names a test', () => expect(rows.length).toBeGreaterThan(12))

test.each(rows.map(([, file = '', title = '']) => ({ file, title })))('$file has "$title"', ({ file, title }) => {
  expect(existsSync(file) && readFileSync(file, 'utf8').includes(`'${title}'`)).toBe(true)
})

test('the actions of CI are pinned by commit', () => {
  const workflows = readdirSync('.github/workflows').map(name => readFileSync(`.github/workflows/${name}`, 'utf8'))
  const uses = workflows.flatMap(text => [...text.matchAll(/uses: (\S+)(.*)$/gm)])
  expect(uses.length).toBeGreaterThan(1)
  for (const [, action, comment] of uses)
    expect([action, comment]).toEqual([expect.stringMatching(/@[0-9a-f]{40}$/), expect.stringMatching(/^ # v\d/)])
})
