import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import type { Part } from '../../tools/part.ts'
import { toSbom } from '../../tools/sbom.ts'
import { findShipped } from '../../tools/shipped.ts'
import { findRefused, toThirdParty } from '../../tools/third-party.ts'

const root = join(import.meta.dirname, '../..')
const shipped = findShipped()

/** CycloneDX's own schemas, as its library ships them. */
const readSchema = (name: string): object =>
  JSON.parse(
    readFileSync(
      join(root, `node_modules/@cyclonedx/cyclonedx-library/res/schema/${name}.SNAPSHOT.schema.json`),
      'utf8',
    ),
  )

test('THIRD-PARTY.md is what npm run build would write', () => {
  expect(readFileSync(join(root, 'THIRD-PARTY.md'), 'utf8')).toBe(toThirdParty(shipped))
})

test('everything that ships is under a licence we allow', () => {
  expect(findRefused(shipped)).toEqual([])
})

test('a licence that is not allowed is refused by the name of its part, however deep', () => {
  const inner: Part = { ...sample, name: 'inner', licence: 'GPL-3.0-only' }
  expect(findRefused([{ ...sample, parts: [inner] }])).toEqual([
    expect.stringMatching(/^inner is under GPL-3.0-only; expected one of 0BSD, /),
  ])
})

test('a package of which nothing is in the bundle does not ship', () => {
  const names = shipped.map(part => part.name)
  expect(names).toContain('d3-scale')
  expect(names).not.toContain('d3-time')
})

test('what Satori carries inside its own file is counted', () => {
  const satori = shipped.find(part => part.name === 'satori')
  expect(satori?.parts.map(part => part.name)).toContain('yoga-layout')
})

test.each([
  ['@expo-google-fonts/inter', 'Copyright 2016 The Inter Project Authors (https://github.com/rsms/inter)\n'],
  [
    '@fontsource/noto-sans-sc',
    "(c) 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'.\n\nThis Font",
  ],
])('the notice of %s opens with the copyright that its font states', (name, opening) => {
  expect(shipped.find(part => part.name === name)?.notice.slice(0, opening.length)).toBe(opening)
})

test('the bill of materials is valid CycloneDX 1.6', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false })
  ajv.addSchema(readSchema('spdx'), 'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json')
  ajv.addSchema(readSchema('jsf-0.82'), 'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json')
  const validate = ajv.compile(readSchema('bom-1.6'))
  validate(JSON.parse(toSbom(shipped)))
  expect(validate.errors).toBeNull()
})

test('the bill of materials has neither a serial number nor a time, so that a build can be repeated', () => {
  expect(toSbom(shipped)).not.toMatch(/serialNumber|timestamp/)
})

const sample: Part = {
  name: 'outer',
  kind: 'library',
  version: '1.0.0',
  licence: 'MIT',
  home: 'https://example.org',
  notice: 'MIT',
  uses: [],
  parts: [],
}
