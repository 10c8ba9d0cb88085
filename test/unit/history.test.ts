import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseBaseline } from '../../tools/data/baseline.ts'
import { findLostRows, parseAddedRows } from '../../tools/data/history.ts'
import { readHistory } from '../../tools/read-history.ts'

const diff = `diff --git a/data/crossing/observations.csv b/data/crossing/observations.csv
--- a/data/crossing/observations.csv
+++ b/data/crossing/observations.csv
@@ -1,3 +1,3 @@
-series,period,value,status,flag,published,added,source
+series,period,value,status,flag,published,added,source
-east,2013,10,final,,2014-02-01,2016-04-01,book
+east,2013,11,final,,2014-02-01,2016-04-01,book
+east,2014,12,final,,2015-02-01,2016-04-01,book
diff --git a/data/crossing/datapackage.json b/data/crossing/datapackage.json
--- a/data/crossing/datapackage.json
+++ b/data/crossing/datapackage.json
+  "title": "new"
`

test('the rows that a diff puts into a table are read', () => {
  expect(parseAddedRows(diff)).toEqual([
    { id: 'crossing', row: 'east,2013,11,final,,2014-02-01,2016-04-01,book' },
    { id: 'crossing', row: 'east,2014,12,final,,2015-02-01,2016-04-01,book' },
  ])
})

test('a row that is no longer in the folder is lost, once, wherever it was', () => {
  const [first = { id: '', row: '' }, second = { id: '', row: '' }] = parseAddedRows(diff)
  const now = new Set(['north,2012,1', second.row])
  expect(findLostRows([first, second, first], () => now)).toEqual([first])
})

describe('the history of a repository', () => {
  const folder = mkdtempSync(join(tmpdir(), 'caravan-history-'))
  let root = join(folder, 'found')
  const editor = ['-c', 'user.name=An editor', '-c', 'user.email=editor@books.example']
  const git = (...args: string[]): void => void execFileSync('git', [...editor, ...args], { cwd: root, stdio: 'pipe' })
  const put = (name: string, text: string): void => {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  const table = (...rows: string[]): string => ['series,period,value', ...rows, ''].join('\n')
  const begin = (day: string): void => put('data/baseline.json', JSON.stringify({ day, why: 'So.' }))
  const commit = (message: string): void => {
    git('add', '--all')
    git('commit', '-q', '--allow-empty', '-m', message)
  }
  const lost = (from = root): string[] =>
    findLostRows(readHistory(from).held, id => {
      const text = readFileSync(join(root, 'data', id, 'observations.csv'), 'utf8')
      return new Set(text.split('\n'))
    }).map(({ row }) => row)

  /** The repository before the history begins, and the commit that starts it: each test has a copy. */
  beforeAll(() => {
    mkdirSync(root)
    git('init', '-q', '-b', 'main')
    cpSync(root, join(folder, 'new'), { recursive: true })
    put('data/x/observations.csv', table('a,2011,1', 'a,2012,2'))
    commit('before')
    put('data/x/observations.csv', table('a,2011,9', 'a,2012,2'))
    begin('2016-04-01')
    commit('baseline')
  })
  afterAll(() => rmSync(folder, { recursive: true }))
  const copy = (name: 'found' | 'new'): void => {
    root = mkdtempSync(join(folder, 'copy-'))
    cpSync(join(folder, name), root, { recursive: true })
  }
  beforeEach(() => copy('found'))

  test('begins with the commit that last changed the baseline: what was edited before it is not lost', () => {
    expect(readHistory(root)).toEqual({
      held: [
        { id: 'x', row: 'a,2011,9' },
        { id: 'x', row: 'a,2012,2' },
      ],
    })
    expect(lost()).toEqual([])
  })
  test('holds every row since, edited in a commit or in the working tree', () => {
    put('data/x/observations.csv', table('a,2011,9', 'a,2012,2', 'a,2013,3'))
    commit('a row')
    put('data/x/observations.csv', table('a,2011,9', 'a,2012,2.5', 'a,2013,3'))
    commit('an edit')
    expect(lost()).toEqual(['a,2012,2'])
    put('data/x/observations.csv', table('a,2011,9', 'a,2012,2.5'))
    expect(lost()).toEqual(['a,2012,2', 'a,2013,3'])
    put('data/x/observations.csv', table('a,2013,3', 'a,2012,2.5', 'a,2012,2', 'a,2011,9'))
    expect(lost()).toEqual([])
  })
  test('holds what came by a merge, and what a merge dropped', () => {
    git('checkout', '-q', '-b', 'side', 'main~1')
    put('data/y/observations.csv', table('b,2011,1'))
    commit('beside')
    git('merge', '-q', '--no-edit', 'main')
    put('data/z/observations.csv', table('c,2011,1'))
    commit('on the side')
    git('checkout', '-q', 'main')
    put('data/x/observations.csv', table('a,2011,9', 'a,2012,2', 'a,2013,3'))
    commit('on main')
    git('merge', '-q', '--no-commit', 'side')
    put('data/x/observations.csv', table('a,2011,9', 'a,2012,2'))
    put('data/y/observations.csv', table('b,2011,2'))
    commit('merge')
    expect(lost().sort()).toEqual(['a,2013,3', 'b,2011,1'])
  })
  test('restarts at a changed baseline, before and after it is committed', () => {
    begin('2016-05-01')
    put('data/x/observations.csv', table('a,2012,7'))
    expect([lost(), readHistory(root).note]).toEqual([
      [],
      'data/baseline.json is changed and not committed: the history of the rows begins anew with it',
    ])
    commit('anew')
    expect([lost(), readHistory(root).note]).toEqual([[], undefined])
    put('data/x/observations.csv', table('a,2012,8'))
    expect(lost()).toEqual(['a,2012,7'])
  })
  test('lets a newsroom put one folder of its own in the place of all others', () => {
    git('rm', '-q', '-r', 'data')
    put('data/own/observations.csv', table('o,2015,1'))
    begin('2016-06-01')
    expect(lost()).toEqual([])
    commit('our own')
    expect(lost()).toEqual([])
    put('data/own/observations.csv', table('o,2015,2'))
    expect(lost()).toEqual(['o,2015,1'])
  })
  test('is that of its folder where it lies within another repository', () => {
    copy('new')
    put('site/data/x/observations.csv', table('a,2011,1'))
    put('site/data/baseline.json', '{}')
    commit('baseline')
    expect(readHistory(join(root, 'site')).held).toEqual([{ id: 'x', row: 'a,2011,1' }])
  })
  test('is seen as far as a shallow clone goes, which says so', () => {
    put('data/x/observations.csv', table('a,2011,9', 'a,2012,2', 'a,2013,3'))
    commit('a row')
    git('clone', '-q', '--depth', '1', `file://${root}`, join(folder, 'clone'))
    const { held, note } = readHistory(join(folder, 'clone'))
    expect(held).toHaveLength(3)
    expect(note).toMatch(/^a shallow clone: rows lost before [0-9a-f]{12} cannot be seen$/)
  })
  test('is not there before the first commit, without a baseline, or without git', () => {
    copy('new')
    const none = 'no git history here: edited or removed rows cannot be seen'
    expect(readHistory(root)).toEqual({ held: [], note: none })
    put('data/x/observations.csv', table('a,2011,1'))
    commit('no baseline')
    expect(readHistory(root)).toEqual({
      held: [],
      note: 'no commit holds data/baseline.json: edited or removed rows cannot be seen',
    })
    rmSync(join(root, '.git'), { recursive: true })
    expect(readHistory(root)).toEqual({ held: [], note: none })
  })
})

test.each([
  ['{"day": "2016-04-01", "why": "So."}', { day: '2016-04-01', faults: [] }],
  ['', [':1: is empty or not there; expected {"day"']],
  ['{"day": "2016-04-01"', [':1: CloseBraceExpected; expected JSON']],
  ['{"day": "2016-04-01", "why": " "}', [':1: why is empty; expected why the history begins that day']],
  ['{"day": "2016-04-31",\n"why": "So."}', [':1: day is not a day of the calendar']],
  ['{\n"day": "2016-05-01", "why": "So."}', [':2: day is 2016-05-01; expected no day after today, 2016-04-30']],
  ['{"why": "So."}', [':1: day is wrong: ']],
])('the baseline %s', (text, expected) => {
  const baseline = parseBaseline(text, '2016-04-30')
  expect(baseline).toEqual(
    Array.isArray(expected)
      ? { faults: expected.map(fault => expect.stringContaining(`data/baseline.json${fault}`)) }
      : expected,
  )
})
