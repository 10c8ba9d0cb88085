import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allowed, findParts, toThirdParty } from '../../tools/licences.ts'
import { root } from '../../tools/repository.ts'

/** The typefaces that are served: an import by its full path is not redirected to the settings of the tests. */
const { fonts }: typeof import('../../src/site.ts') = await import(join(root, 'src/site.ts'))
const parts = findParts(fonts)

test('THIRD-PARTY.md is what npm run licences writes', () =>
  expect(readFileSync('THIRD-PARTY.md', 'utf8')).toBe(toThirdParty(parts)))

test('every part is under a licence that we allow', () =>
  expect(
    parts.filter(({ licence }) => !allowed.includes(licence)).map(({ name, licence }) => `${name}: ${licence}`),
  ).toEqual([]))

test('dependencies, fonts and what Satori carries are all there', () => {
  const names = parts.map(({ name }) => name)
  for (const name of ['satori', 'hono', 'culori', 'yoga-layout', `${fonts.latin.name} (font)`, 'cldr'])
    expect(names).toContain(name)
  expect(names).not.toContain('vitest')
})
