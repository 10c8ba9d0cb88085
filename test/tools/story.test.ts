import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { read } from '../fixtures/documents.ts'
import { copyRepository, fillInFolder, run } from './copy.ts'

const start =
  'npm run own -- --name "Steppe Herald" --subject "Figures on grain and rail" --languages en,ru --subject.ru "Зерно и железные дороги"'
const indicators = (of: string): string[] =>
  readdirSync(join(of, 'data'), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)

let copy = ''
const git = (command: string) => run(`git -c user.name=editor -c user.email=editor@herald.example ${command}`, copy)
const commit = (why: string) => git(`add -A`).status || git(`commit -qm "${why}"`).status

beforeAll(() => {
  copy = copyRepository()
  git('init -q -b main')
  commit('Caravan')
  git('branch caravan/main')
})
afterAll(() => rmSync(copy, { recursive: true }))

describe('npm run own', () => {
  test.each([
    ['', /--name must be the name of the newsroom/],
    ['--name Herald', /--subject must say/],
    ['--name Herald --subject Grain --languages ru', /must begin with en/],
    ['--name Herald --subject Grain --languages en,xx', /"xx"; expected some of en, kk, ru, zh/],
    ['--name Herald --subject Grain --origin herald', /--origin is "herald"; expected the address of a host/],
    ['--nome Herald', /--nome/],
  ])('answers "%s" in a sentence, and writes nothing', (options, sentence) => {
    const { status, said } = run(`npm run own -- ${options}`, copy)
    expect([status, said]).toEqual([1, expect.stringMatching(sentence)])
    expect(git('status --porcelain').said).toBe('')
  })
  test('stops where work would be lost', () => {
    const path = join(copy, 'data/baku-port-of-mine.md')
    writeFileSync(path, 'notes')
    const { status, said } = run(start, copy)
    rmSync(path)
    expect([status, said]).toEqual([1, expect.stringContaining('data/baku-port-of-mine.md')])
  })
})

describe('a clone after npm run own', () => {
  beforeAll(() => {
    expect(run(start, copy)).toMatchObject({ status: 0, said: expect.stringContaining('Steppe Herald has a story') })
  })
  test('holds one indicator, and differs from the clone in data/ and src/site.ts alone', () => {
    expect(indicators(copy)).toEqual(['cards-published'])
    const changed = git('status --porcelain')
      .said.trim()
      .split('\n')
      .map(line => line.trim().split(' ').at(-1) ?? '')
    expect(changed.filter(path => path !== '' && !/^(?:data\/|src\/site\.ts$)/.test(path))).toEqual([])
    expect(readFileSync(join(copy, 'src/site.ts'), 'utf8')).toContain("export const name = 'Steppe Herald'")
    expect(read('docs/own-story.md')).toContain(start)
    commit('Steppe Herald')
  })
  test('passes the checks of its data, its types, its style, the unit tests and the smoke test', () => {
    expect(run('npm run new -- our-story', copy)).toMatchObject({ status: 0 })
    fillInFolder(copy, 'our-story')
    expect(run('npm run build:data', copy)).toMatchObject({ status: 0, said: expect.stringContaining('2 indicators') })
    expect(run('npm run check:data', copy)).toMatchObject({ status: 0, said: expect.stringContaining(' 0 faults') })
    expect(run('npm run format && npm run types', copy)).toMatchObject({ status: 0 })
    const tests = run('npx vitest run --project unit --project smoke', copy)
    expect([tests.said.match(/FAIL .*/g) ?? [], tests.status]).toEqual([[], 0])
    commit('Our story')
  }, 600_000)
  test('may delete the indicator it began with, and no other', () => {
    rmSync(join(copy, 'data/cards-published'), { recursive: true })
    expect(run('npm run check:data', copy)).toMatchObject({ status: 0, said: expect.stringContaining(' 0 rows lost') })
    rmSync(join(copy, 'data/our-story'), { recursive: true })
    git('checkout -q -- data/cards-published')
    expect(run('npm run check:data', copy)).toMatchObject({
      status: 1,
      said: expect.stringContaining('was edited or removed'),
    })
    git('checkout -q -- data')
  })
  test('deploys, as far as a trial goes', () =>
    expect(run(`npx wrangler deploy --dry-run --outdir ${mkdtempSync(join(copy, 'dist-'))}`, copy)).toMatchObject({
      status: 0,
    }))
  test('takes a later version of Caravan by the commands of the page', () => {
    git('checkout -q caravan/main')
    const rows = join(copy, 'data', indicators(copy)[0] ?? '', 'observations.csv')
    writeFileSync(rows, `${readFileSync(rows, 'utf8')}# later\n`)
    const settings = join(copy, 'src/site.ts')
    writeFileSync(
      settings,
      `${readFileSync(settings, 'utf8')}\n/** A setting that came later. */\nexport const later = ''\n`,
    )
    writeFileSync(join(copy, 'src/later.ts'), 'export const isLater = true\n')
    commit('A later version')
    git('checkout -q main')
    const [, commands = ''] = /```sh\n(git fetch[\s\S]*?)```/.exec(read('docs/own-story.md')) ?? []
    const lines = commands
      .trim()
      .split('\n')
      .filter(line => line !== 'git fetch caravan')
    expect(lines).toHaveLength(5)
    for (const line of lines) git(line.replace(/^git /, ''))
    expect(git('status --porcelain').said).toBe('')
    expect(indicators(copy).sort()).toEqual(['cards-published', 'our-story'])
    expect(readFileSync(settings, 'utf8')).toMatch(/Steppe Herald[\s\S]*A setting that came later/)
    expect(readFileSync(join(copy, 'src/later.ts'), 'utf8')).toContain('isLater')
  })
})
