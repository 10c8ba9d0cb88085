import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documents, read } from '../../fixtures/documents.ts'
import { fillIn } from '../../fixtures/folders.ts'

const root = join(import.meta.dirname, '../../..')
const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts
const named = new Set(
  documents.flatMap(
    ({ text }) => text.match(/\b(npm (install|test|start|run [a-z:]+)|npx \w+ \w+|bash \.ci\/run)/g) ?? [],
  ),
)

/** A copy of the repository, in which an editor may add a folder. */
const copy = mkdtempSync(join(tmpdir(), 'caravan-editor-'))
beforeAll(() => {
  for (const name of ['src', 'tools', 'data', 'generated', 'package.json', 'tsconfig.json', 'wrangler.toml'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true }))

/** Runs a command of the documents to its end, as a shell would. */
function run(command: string, cwd = root, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, VITEST: undefined, ...env },
  })
  return { status, said: `${stdout}${stderr}` }
}

/** Starts a server by its command, and gives what a path of it answers once it answers; the server is gone afterwards. */
async function ask(command: string, path: string, cwd = root): Promise<{ status: number; text: string }> {
  const server: ChildProcess = spawn('bash', ['-c', command], {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  try {
    const origin = await new Promise<string>((resolve, reject) => {
      let said = ''
      const listen = (data: Buffer): void => {
        said += data.toString()
        const [, address] = /(?:Ready|Caravan) on (http:\/\/[^\s,]+)/.exec(said) ?? []
        if (address) resolve(address)
      }
      server.stdout?.on('data', listen)
      server.stderr?.on('data', listen)
      server.on('exit', () => reject(new Error(said)))
    })
    const response = await fetch(origin + path)
    return { status: response.status, text: await response.text() }
  } finally {
    server.removeAllListeners('exit')
    const gone = new Promise(resolve => server.on('exit', resolve))
    if (server.pid) process.kill(-server.pid, 'SIGTERM')
    await gone
  }
}

/** Commands that are the tests, or that another test runs: where, in words that must stand there. */
const elsewhere: Record<string, [file: string, words: string]> = {
  'npm install': ['.ci/run', 'npm install'],
  'npm test': ['.ci/run', 'npm test'],
  'npm run check': ['package.json', '"test": "npm run check &&'],
  'npm run build': ['package.json', '&& npm run build && vitest run'],
  'npm run deploy': ['test/unit/bundle.test.ts', "'deploy', '--dry-run'"],
  'npx vitest run': ['package.json', 'vitest run --project'],
  'bash .ci/run': ['.github/workflows/ci.yml', 'bash .ci/run'],
}
/** What nobody can try without an account. */
const untried = ['npx wrangler login']

const trials: [command: string, says: RegExp][] = [
  ['npm run build:data', /18 indicators, release [0-9a-f]{12}/],
  ['npm run format', /No fixes applied/],
  ['npm run mutate -- --mutate src/card/select.ts', /Final mutation score of 100/],
  ['npm run coverage -- params', /params\.ts +\| +[1-9]/],
  // Not every registry says what is known against a package.
  ['npm run audit || true', /found 0 vulnerabilities|audit endpoint returned an error/],
  ['FUZZ_CASES=200 npm run fuzz', /Tests +2 passed/],
  ['npm run architecture', /imports among \d+ files: .* none runs up/],
  ['npm run proof -- titr-throughput', /proof\/index\.html and 16 sheets/],
  ['ROUNDS=1 npm run bench', /a trial of 1: nothing was written/],
]

describe('an editor', () => {
  test('adds an indicator, has it checked, and sees it', async () => {
    expect(run('npm run new -- my-indicator', copy).status).toBe(0)
    expect(run('npm run check:data', copy)).toMatchObject({
      status: 1,
      said: expect.stringContaining("the scaffold's"),
    })
    const path = (name: string): string => join(copy, 'data/my-indicator', name)
    const { package: head, observations } = fillIn({
      id: 'my-indicator',
      package: readFileSync(path('datapackage.json'), 'utf8'),
      observations: readFileSync(path('observations.csv'), 'utf8'),
    })
    writeFileSync(path('datapackage.json'), head)
    writeFileSync(path('observations.csv'), observations)
    expect(run('npm run check:data', copy)).toMatchObject({ status: 0, said: expect.stringContaining(' 0 faults') })
    const page = await ask('npm start -- --port 0', '/indicators/my-indicator', copy)
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('my-indicator.svg')])
  })
  test('refreshes one from what the services answer', () => {
    const offline = { NODE_OPTIONS: `--import ${join(root, 'test/fixtures/services/offline.ts')}` }
    const { status, said } = run('npm run refresh -- trade-china-russia', copy, offline)
    expect([status, said]).toEqual([0, expect.stringMatching(/rows proposed|nothing new/)])
  })
})

describe('an operator', () => {
  test('serves it on Node', async () => {
    const page = await ask(`npm run start:node -- --port 0 --cache ${join(copy, 'cache')}`, '/healthz')
    expect([page.status, JSON.parse(page.text)]).toEqual([200, expect.objectContaining({ ok: true, indicators: 18 })])
  })
})

describe('an engineer', () => {
  test.each(trials)('%s', (command, says) => {
    const { status, said } = run(command)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal
    expect([status, said.replace(/\u001b\[\d+m/g, '')]).toEqual([0, expect.stringMatching(says)])
  })
})

test('every command of the documents is there, and tried here or elsewhere', () => {
  const here = read('test/long/node/commands.test.ts')
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
