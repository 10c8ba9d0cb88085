import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { root } from '../fixtures/copies.ts'
import { run } from './copy.ts'

/** A clone of an empty origin, a report as `npm run refresh` writes it, and a `gh` that records its arguments. */
let home = ''
let clone = ''
const git = (command: string) => run(`git ${command}`, clone).said.trim()
const onOrigin = (command: string) => run(`git -C ${home}/origin.git ${command}`, home).said.trim()
const propose = (name: string, open = '') =>
  run(`bash ${join(root, '.ci/propose')} ${home}/report ${name}`, clone, {
    PATH: `${home}/bin:${process.env.PATH}`,
    OPEN: open || '[]',
  })
const asked = (): string => (existsSync(`${home}/asked`) ? readFileSync(`${home}/asked`, 'utf8') : '')

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'propose-'))
  clone = join(home, 'clone')
  for (const name of ['bin', 'report/pictures', 'clone/data/trade']) mkdirSync(join(home, name), { recursive: true })
  writeFileSync(
    `${home}/bin/gh`,
    `#!/bin/sh\necho "$@" >> ${home}/asked\nif [ "$2" = list ]; then node ${home}/list.mjs "$@"; fi\n`,
  )
  writeFileSync(
    `${home}/list.mjs`,
    `const isOwnOnly = process.argv.at(-1).includes('isCrossRepository | not')
for (const { number, isCrossRepository } of JSON.parse(process.env.OPEN))
  if (!isOwnOnly || !isCrossRepository) console.log(number)\n`,
  )
  chmodSync(`${home}/bin/gh`, 0o755)
  run('git init -q --bare origin.git', home)
  writeFileSync(`${clone}/data/trade/observations.csv`, 'series\nchina,2024\n')
  writeFileSync(`${clone}/README.md`, 'Caravan\n')
  git('init -q -b main')
  git('add .')
  git('-c user.name=a -c user.email=a@b.example commit -qm first')
  git(`remote add origin ${home}/origin.git`)
  git('push -q origin main')
  writeFileSync(`${clone}/data/trade/observations.csv`, 'series\nchina,2024\nchina,2025\n')
  writeFileSync(`${clone}/README.md`, 'Another\n')
  writeFileSync(`${home}/report/rows.patch`, `${git('diff')}\n`)
  git('checkout -q .')
  for (const name of ['before', 'after']) writeFileSync(`${home}/report/pictures/trade-${name}.png`, name)
  writeFileSync(`${home}/report/body.md`, 'Newer figures')
})
afterEach(() => rmSync(home, { recursive: true }))

describe('a report becomes a pull request', () => {
  test('of the rows alone, on a branch of its own', () => {
    const { status, said } = propose('1')
    expect([status, said]).toEqual([0, expect.any(String)])
    expect(onOrigin('show refresh:data/trade/observations.csv')).toContain('china,2025')
    expect(onOrigin('diff --name-only main refresh')).toBe('data/trade/observations.csv')
    expect(onOrigin('show main:data/trade/observations.csv')).not.toContain('china,2025')
    expect(asked()).toContain('pr create --head refresh --title data: newer figures')
    expect(asked()).not.toContain('merge')
  })

  test('with its pictures on another branch, which keeps those of earlier runs', () => {
    propose('1')
    git('switch -q main')
    propose('2')
    expect(onOrigin('ls-tree -r --name-only refresh-pictures').split('\n')).toEqual([
      '1/trade-after.png',
      '1/trade-before.png',
      '2/trade-after.png',
      '2/trade-before.png',
    ])
  })

  test('and one that is open stays as it is', () => {
    expect(propose('1', JSON.stringify([{ number: 12, isCrossRepository: false }]))).toMatchObject({
      status: 0,
      said: expect.stringContaining('is open'),
    })
    expect(onOrigin('for-each-ref')).toMatch(/^\S+ commit\trefs\/heads\/main$/)
    expect(asked()).not.toContain('pr create')
  })

  test('whatever is open from a branch of that name in a fork', () => {
    expect(propose('1', JSON.stringify([{ number: 13, isCrossRepository: true }])).status).toBe(0)
    expect(asked()).toContain('pr create')
  })

  test.each([
    ['takes the place of another file', 'git mv -f README.md data/trade/datapackage.json'],
    ['is a link', 'ln -sf /etc/passwd data/trade/observations.csv'],
    ['lies deeper', 'mkdir data/a/b && cp README.md data/a/b/observations.csv'],
  ])('but not one that %s: nothing is pushed', (_, change) => {
    run(`mkdir -p data/a && ${change} && git add -A`, clone)
    writeFileSync(`${home}/report/rows.patch`, `${git('diff --cached -M')}\n`)
    git('reset -q --hard')
    expect(propose('1').status).not.toBe(0)
    expect(onOrigin('for-each-ref')).toMatch(/^\S+ commit\trefs\/heads\/main$/)
    expect(asked()).not.toContain('pr create')
  })

  test('unless its rows no longer fit', () => {
    writeFileSync(`${clone}/data/trade/observations.csv`, 'series\nchina,2030\n')
    git('-c user.name=a -c user.email=a@b.example commit -qam second')
    expect(propose('1').status).not.toBe(0)
    expect(asked()).not.toContain('pr create')
  })
})

describe('the workflows', () => {
  const folder = join(root, '.github/workflows')
  const text = readFileSync(join(folder, 'refresh.yml'), 'utf8')
  test.each(readdirSync(folder))('%s may only read, unless a job asks for more', name => {
    expect(readFileSync(join(folder, name), 'utf8')).toMatch(/^permissions:\n {2}contents: read\n(?! )/m)
  })
  test('the refresh runs each week and by hand; who asks the services cannot write, and who writes runs no npm', () => {
    expect(text).toMatch(/^on:\n {2}schedule:\n {4}- cron: '\d+ \d+ \* \* \d'\n {2}workflow_dispatch:\n/m)
    const [ask = '', write = ''] = text.split(/^ {2}propose:$/m)
    expect(ask).not.toContain(': write')
    expect(ask).toContain('persist-credentials: false')
    expect(write).toContain('contents: write\n      pull-requests: write\n')
    expect(write).not.toMatch(/npm|node/)
  })
  test('no command contains an expression', () => {
    const commands = text.match(/run: (?:\|\n(?: {10}.*\n)+|.*)/g) ?? []
    expect(commands.length).toBeGreaterThan(4)
    expect(commands.filter(command => command.includes('${{'))).toEqual([])
  })
  test('every script that they run is there', () => {
    const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts
    const names = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)
    expect(names.filter(name => !(name in scripts))).toEqual([])
    for (const [, file = ''] of text.matchAll(/bash (\S+)/g)) expect(existsSync(join(root, file))).toBe(true)
  })
})
