import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { catalog } from '../../src/model/catalog.ts'
import { parseOptions } from '../../src/node/options.ts'
import { readAddress, stopProcess } from '../fixtures/processes.ts'
import { checkBuilt } from './node-server.ts'

/** The indicator that is asked for, whatever `data/` holds. */
const id = catalog[0]?.id ?? ''
const folder = mkdtempSync(join(tmpdir(), 'caravan-container-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const dockerfile = readFileSync('Dockerfile', 'utf8')
const copies = [...dockerfile.matchAll(/^COPY --from=build \/app\/(\S+) (\S+)$/gm)].map(([, from = '', to = '']) => ({
  from,
  to,
}))

test('the files that the Dockerfile copies into the container are all that the server needs', async () => {
  checkBuilt()
  execFileSync(process.execPath, ['tools/build-node.ts'])
  expect(copies.length).toBeGreaterThan(3)
  for (const { from, to } of copies) cpSync(from, join(folder, to), { recursive: true, dereference: true })
  const [, entry = '[]'] = /^ENTRYPOINT (.*)$/m.exec(dockerfile) ?? []
  const [node, ...args]: string[] = JSON.parse(entry)
  expect(node).toBe('node')
  const cache = join(folder, 'cache')
  const command = args.map(arg => (arg === '/var/cache/caravan' ? cache : arg))
  const server = spawn(process.execPath, command, { cwd: folder, env: { PORT: '0', HOST: '127.0.0.1' } })
  const base = await readAddress(server)
  const read = async (path: string) => {
    const { status, headers } = await fetch(base + path)
    return [status, headers.get('Card-Cache')]
  }
  expect(await read('/healthz')).toEqual([200, null])
  expect(await read(`/indicators/${id}.png`)).toEqual([200, 'prerendered'])
  expect(await read(`/indicators/${id}.png?size=small&accent=112233`)).toEqual([200, 'miss'])
  const check = /^HEALTHCHECK CMD (.*)$/m.exec(dockerfile)?.[1] ?? '[]'
  const [, ...script]: string[] = JSON.parse(check)
  const env = { PORT: new URL(base).port }
  expect(spawnSync(process.execPath, script, { env }).status).toBe(0)
  expect(await stopProcess(server)).toBe(0)
  expect(spawnSync(process.execPath, script, { env }).status).toBe(1)
})

test('the image is built from files that are there, of the Node that the scripts run on, and its process is not root', () => {
  const instructions = dockerfile.split('\n').filter(line => /^[A-Z]+ /.test(line))
  const taken = instructions.flatMap(line => /^COPY (?!--from)(.+) \S+$/.exec(line)?.[1]?.split(' ') ?? [])
  expect(taken).toEqual(expect.arrayContaining(['package.json', 'package-lock.json', '.npmrc', '.']))
  expect(taken.filter(path => !existsSync(path))).toEqual([])
  const ignored = readFileSync('.dockerignore', 'utf8').trim().split('\n')
  expect(ignored).toEqual(expect.arrayContaining(['.git', 'node_modules', 'generated']))
  const major = manifest.devDependencies.node.replace(/\D/g, '')
  const stages = instructions.filter(line => line.startsWith('FROM '))
  expect(stages).toEqual([`FROM node:${major}-slim AS build`, `FROM node:${major}-slim`])
  const last = instructions.slice(instructions.lastIndexOf(`FROM node:${major}-slim`))
  const at = (start: string): number => last.findIndex(line => line.startsWith(start))
  expect(at('USER node')).toBeGreaterThan(at('RUN '))
  expect(at('ENTRYPOINT ["node"')).toBeGreaterThan(at('USER node'))
  for (const [, script = ''] of dockerfile.matchAll(/npm run (\S+)/g)) expect(manifest.scripts).toHaveProperty(script)
  for (const [, script = ''] of dockerfile.matchAll(/node (tools\/\S+)/g)) expect(existsSync(script)).toBe(true)
})

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0
test.runIf(hasSystemd)('systemd reads the unit file without a complaint', () => {
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', 'deploy/caravan.service'], { encoding: 'utf8' })
  // Where no Node is at /usr/bin, systemd says so; where it is installed, it is there.
  expect([status, stderr.split('\n').filter(line => /caravan/.test(line) && !/not executable/.test(line))]).toEqual([
    /not executable/.test(stderr) ? status : 0,
    [],
  ])
})

test('the unit file starts the server with options that it has', () => {
  const unit = readFileSync('deploy/caravan.service', 'utf8')
  const [, command = ''] = /^ExecStart=(.*)$/m.exec(unit) ?? []
  const [node, file, ...args] = command.split(' ')
  expect([node, file]).toEqual(['/usr/bin/node', 'generated/server/index.mjs'])
  expect(parseOptions(args, {}, 2)).toMatchObject({
    port: 8787,
    origin: 'https://cards.example.org',
    cache: '/var/cache/caravan',
  })
})
