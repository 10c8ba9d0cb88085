import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { parseOrigin } from '../../src/request/origin.ts'
import * as site from '../../src/site.ts'

/** The faults of the origin in wrangler.toml. */
function findFaults(toml: string): string[] {
  const lines = toml.split('\n').filter(line => !/^\s*#/.test(line))
  const [, origin = ''] = lines.flatMap(line => /^ORIGIN = "(.*)"$/.exec(line) ?? [])
  const isOnWorkersDev = lines.some(line => /^workers_dev = true$/.test(line))
  const hasRoute = lines.some(line => /^routes? = |^\[\[routes\]\]$/.test(line))
  const named = origin || site.origin
  return [
    ...(origin && !parseOrigin(origin) ? ['ORIGIN is not an http or https address without a path'] : []),
    ...(named && isOnWorkersDev && !new URL(named).hostname.endsWith('.workers.dev')
      ? ['workers_dev is on beside ORIGIN: a second name fills the same cache']
      : []),
    ...(hasRoute && !named ? ['a route is set, but ORIGIN is not'] : []),
  ]
}

test('wrangler.toml names one origin', () => expect(findFaults(readFileSync('wrangler.toml', 'utf8'))).toEqual([]))

test('the button finds what it reads: a name, the two scripts, and a sentence about each variable', () => {
  const toml = readFileSync('wrangler.toml', 'utf8')
  const [, vars = ''] = /^\[vars\]\n((?:.+\n)+)/m.exec(toml) ?? []
  const asked = [...vars.matchAll(/^(\w+) =/gm)].map(([, name]) => name)
  expect(toml).toMatch(/^name = "[a-z0-9-]+"$/m)
  expect(manifest.scripts).toMatchObject({
    build: expect.any(String),
    deploy: expect.stringContaining('wrangler deploy'),
  })
  expect(Object.keys(manifest.cloudflare.bindings)).toEqual(asked)
})
