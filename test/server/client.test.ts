import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, expect, test } from 'vitest'
import type { toOpenApi } from '../../src/formats/openapi.ts'
import { fixtureIds } from '../fixtures/indicators.ts'
import { serveFixtures } from './fixtures-worker.ts'

const run = promisify(execFile)
const server = serveFixtures()
const bin = (name: string): string => join('node_modules/.bin', name)

/** Within the repository, where the client finds the package that it calls by. */
const folder = 'generated/client'
let document: ReturnType<typeof toOpenApi>
const [exampleId = ''] = fixtureIds

/** A program that uses the client; it compiles only if the description has every field that it reads. */
const use = `
import { listIndicators, readBadge, readIndicator, readJsonLd, readJsonStat, readOembed } from './client'

export async function use(id: string, url: string): Promise<number[]> {
  const catalogue = await listIndicators()
  const indicator = await readIndicator(id, { lang: 'ru', $from: 2000, asof: '2026-01-01' })
  const [stat, ld] = [await readJsonStat(id), await readJsonLd(id)]
  if (catalogue.status !== 200 || indicator.status !== 200 || stat.status !== 200 || ld.status !== 200) return []
  const { headline, latest, series, crossing, noteSources, unit } = indicator.data
  const said: string[] = [
    catalogue.data.indicators[0]?.title ?? '',
    headline.change?.phrase ?? '',
    latest.periodText,
    crossing?.period ?? '',
    noteSources[0]?.[0] ?? '',
    unit.display.label,
    ...series.flatMap(({ authority, observations }) => observations.map(({ flag, end }) => authority + flag + end)),
  ]
  const oembed = await readOembed(url, { $type: 'rich', maxwidth: 600 })
  const badge = await readBadge(id)
  if (oembed.status === 200) said.push(oembed.data.html ?? '')
  if (badge.status === 200) said.push(badge.data.message)
  const none = await readIndicator('nothing')
  if (none.status === 404) said.push(none.data.suggestion ?? none.data.code)
  const values = ld.data.variableMeasured.flatMap(({ value }) => value.map(entry => entry.value))
  return [said.length, ...values, ...stat.data.value.map(value => value ?? 0)]
}
`

beforeAll(async () => {
  document = await (await fetch(`${server.origin}/openapi.json`)).json()
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(document))
  writeFileSync(join(folder, 'use.ts'), use)
  await run(bin('oazapfts'), [join(folder, 'openapi.json'), join(folder, 'client.ts')])
}, 90_000)

/** The result of an operation of the client, and the address it requests. */
type Client = Record<string, (...args: unknown[]) => Promise<{ status: number; data?: unknown }>> & {
  defaults: { baseUrl: string }
}
const load = async (): Promise<Client> => {
  const client: Client = await import(join(process.cwd(), folder, 'client.ts'))
  client.defaults.baseUrl = server.origin
  return client
}

test('the client that is made from the description compiles, and so does a program that uses it', async () => {
  const options = '--ignoreConfig --noEmit --strict --noUncheckedIndexedAccess --skipLibCheck --module esnext'
  const rest = ['--moduleResolution', 'bundler', '--lib', 'es2024,dom', '--types', 'node', join(folder, 'use.ts')]
  // The compiler writes its errors to stdout; a failure without output is a failure as well.
  const said = await run(bin('tsc'), [...options.split(' '), ...rest]).then(
    ({ stdout }) => stdout,
    error => error.stdout || String(error),
  )
  expect(said).toBe('')
}, 60_000)

test('a program that uses it has the figures', async () => {
  await load()
  const { use: program } = await import(join(process.cwd(), folder, 'use.ts'))
  const values = await program(exampleId, `${server.origin}/indicators/${exampleId}`)
  expect(values.length).toBeGreaterThan(10)
  expect(values.every(Number.isFinite)).toBe(true)
})

test('it calls every path, and is answered with what the description says', async () => {
  const client = await load()
  const given: Record<string, string> = { id: exampleId, url: `${server.origin}/indicators/${exampleId}` }
  for (const [path, { get, post }] of Object.entries(document.paths)) {
    // The positional arguments of oazapfts are the required parameters in their order, or the body.
    const required = get?.parameters.flatMap(entry =>
      'required' in entry && entry.required && 'name' in entry ? [given[String(entry.name)]] : [],
    )
    const message = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
    const { status, data } =
      (await client[get?.operationId ?? post?.operationId ?? '']?.(...(required ?? [message]))) ?? {}
    expect([path, status]).toEqual([path, 200])
    expect([path, data]).not.toEqual([path, undefined])
  }
})
