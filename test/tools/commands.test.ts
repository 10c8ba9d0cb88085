import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { layouts } from '../../src/model/indicator.ts'
import { documents, read } from '../fixtures/documents.ts'
import { readAddress } from '../fixtures/processes.ts'
import { copyRepository, fillInFolder, run } from './copy.ts'

const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts
const named = new Set(
  documents.flatMap(
    ({ text }) => text.match(/\b(npm (install|test|start|run [a-z:]+)|npx \w+ \w+|bash \.ci\/run)/g) ?? [],
  ),
)

/** Every command runs in a copy, so that `npm test` changes no file of the contributor. */
let copy = ''
beforeAll(() => {
  copy = copyRepository()
  run('npm run build:data', copy)
})
afterAll(() => rmSync(copy, { recursive: true }))

/** Starts a server by its command, gives its answer at a path, and stops the server. */
async function ask(command: string, path: string, cwd = copy): Promise<{ status: number; text: string }> {
  const server = spawn('bash', ['-c', command], { cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  try {
    const origin = await readAddress(server, /(?:Ready|Caravan) on (http:\/\/[^\s,]+)/)
    const response = await fetch(origin + path)
    return { status: response.status, text: await response.text() }
  } finally {
    const gone = new Promise(resolve => server.on('exit', resolve))
    if (server.pid) process.kill(-server.pid, 'SIGTERM')
    await gone
  }
}

/** Commands that are the tests, or that another test runs: the file, and words that it must contain. */
const elsewhere: Record<string, [file: string, words: string]> = {
  // CI installs the same from the lock file.
  'npm install': ['.ci/run', 'npm ci'],
  'npm test': ['.ci/run', 'npm test'],
  'npm run check': ['package.json', '"test": "npm run check &&'],
  'npm run build': ['package.json', '&& npm run build && vitest run'],
  'npm run refresh': ['test/tools/refresh-report.test.ts', 'npm run refresh -- --all'],
  'npm run own': ['test/tools/story.test.ts', 'npm run own -- --name'],
  'npx wrangler deploy': ['test/tools/story.test.ts', 'npx wrangler deploy --dry-run'],
  'npm run deploy': ['test/tools/bundle.test.ts', "'deploy', '--dry-run'"],
  'npx vitest run': ['package.json', 'vitest run --project'],
  'bash .ci/run': ['.github/workflows/ci.yml', 'bash .ci/run'],
}
/** Commands that need an account, or more of the package registry than `npm install`. */
const untried = ['npx wrangler login', 'npm run audit', 'npm run bench']

const trials: [command: string, says: RegExp][] = [
  ['npm run build:data', /\d+ indicators, release [0-9a-f]{12}/],
  ['npm run format', /No fixes applied/],
  ['npm run licences', /^/],
  ['npm run coverage -- params', /parameters\.ts +\| +[1-9]/],
  ['FUZZ_CASES=20 npm run fuzz', /Tests +2 passed/],
]

describe('an editor', () => {
  test('adds an indicator, has it checked, and sees it', async () => {
    expect(run('npm run new -- my-indicator', copy).status).toBe(0)
    expect(run('npm run check:data', copy)).toMatchObject({
      status: 1,
      said: expect.stringContaining("the scaffold's"),
    })
    const draft = await ask('npm start -- --port 0', '/indicators/my-indicator.json')
    expect(JSON.parse(draft.text).finding).toMatch(/^\[The total of the place\] /)
    fillInFolder(copy, 'my-indicator')
    expect(run('npm run check:data', copy)).toMatchObject({ status: 0, said: expect.stringContaining(' 0 faults') })
    const page = await ask('npm start -- --port 0', '/indicators/my-indicator', copy)
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('my-indicator.svg')])
  })
  test('adds one from the table they have', () => {
    writeFileSync(join(copy, 'grain.csv'), 'Year;Wheat;Barley\n2023;10,5;3\n2024;11;many\n')
    const failed = run('npm run new -- grain --from grain.csv', copy)
    expect([failed.status, failed.said]).toEqual([
      1,
      expect.stringContaining('grain.csv, C3: is "many"; expected a number'),
    ])
    writeFileSync(join(copy, 'grain.csv'), 'Year;Wheat;Barley\n2023;10,5;3\n2024;11;4\n')
    const { status, said } = run('npm run new -- grain --from grain.csv --published 2025-03-31 --status final', copy)
    expect([status, said]).toEqual([0, expect.stringContaining('2 series and 4 figures were read from grain.csv')])
    expect(readFileSync(join(copy, 'data/grain/observations.csv'), 'utf8')).toContain(
      '\nwheat,2023,10.5,final,,2025-03-31,',
    )
    expect(run('npm run new -- other --status maybe', copy)).toMatchObject({
      status: 1,
      said: expect.stringContaining('--status is "maybe"; expected one of'),
    })
    rmSync(join(copy, 'data/grain'), { recursive: true })
  })
})

describe('an operator', () => {
  test('serves it on Node', async () => {
    const page = await ask(`npm run start:node -- --port 0 --cache ${join(copy, 'cache')}`, '/healthz')
    expect([page.status, JSON.parse(page.text)]).toEqual([200, expect.objectContaining({ ok: true })])
  })
})

describe('an engineer', () => {
  test('draws the proof of one indicator', () => {
    const { status, said } = run('npm run proof -- my-indicator --lang en', copy)
    expect([status, said]).toEqual([0, expect.stringContaining(`proof/index.html and ${layouts.length} sheets`)])
  })
  test('draws the brand that is served beside the examples', () => {
    expect(run('npm run proof -- --brands', copy)).toMatchObject({
      status: 0,
      said: expect.stringContaining('proof/index.html and 1 sheet'),
    })
    expect(existsSync(join(copy, 'proof/brands.png'))).toBe(true)
  })
  test.each(trials)('%s', (command, says) => {
    const { status, said } = run(command, copy)
    expect([status, said]).toEqual([0, expect.stringMatching(says)])
  })
})

test('every command of the documents is there, and tried here or elsewhere', () => {
  const here = read('test/tools/commands.test.ts')
  const missing = [...named].filter(command => command.startsWith('npm run') && !(command.slice(8) in scripts))
  const unheld = Object.entries(elsewhere).filter(([, [file, words]]) => !read(file).includes(words))
  const isTried = (command: string): boolean =>
    command in elsewhere ||
    untried.includes(command) ||
    ["run('", "ask('", 'ask(`'].some(call => here.includes(call + command))
  const isTrial = (command: string): boolean => trials.some(([trial]) => `${trial} `.includes(`${command} `))
  expect({ missing, unheld, forgotten: [...named].filter(command => !isTried(command) && !isTrial(command)) }).toEqual({
    missing: [],
    unheld: [],
    forgotten: [],
  })
  expect(named.size).toBeGreaterThan(12)
})
