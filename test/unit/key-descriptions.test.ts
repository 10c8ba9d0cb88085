import { toJsonSchema } from '@valibot/to-json-schema'
import { expect, test } from 'vitest'
import { described, toDescribed } from '../../tools/data/key-descriptions.ts'
import { packageSchema } from '../../tools/data/package-schema.ts'
import { toNewFolder } from '../../tools/data/scaffold.ts'

const schema = toDescribed({ ...toJsonSchema(packageSchema, { errorMode: 'ignore', typeMode: 'input' }) })

/** The paths of a value down to its words; `*` for an entry of a list, or of the names that an editor chooses. */
function listPaths(value: unknown, path: readonly string[] = []): string[] {
  if (Array.isArray(value)) return value.flatMap(entry => listPaths(entry, [...path, '*']))
  if (typeof value !== 'object' || value === null || 'en' in value || 'ru' in value) return [path.join('.')]
  return Object.entries(value).flatMap(([key, entry]) => listPaths(entry, [...path, key]))
}

test('each key that an editor fills in is explained', () => {
  const folder = toNewFolder('my-indicator', '2026-11-24')
  const filled = listPaths(JSON.parse(folder.package)).filter(
    path => !/^(\$schema|licenses|resources)|office/.test(path),
  )
  expect(filled.length).toBeGreaterThan(20)
  expect(filled.filter(path => !described.includes(path) && path !== 'card.events' && path !== 'card.notes')).toEqual(
    [],
  )
})

test('each explanation is in the schema, at a key that exists', () => {
  const found = JSON.stringify(schema).match(/"description":"/g) ?? []
  expect(found.length).toBeGreaterThanOrEqual(described.length)
  for (const path of described) expect([path, findAt(schema, path.split('.'))]).toEqual([path, expect.any(String)])
})

/** The description at a path of the schema, through whichever branch has it. */
function findAt(node: unknown, [step, ...rest]: readonly string[]): unknown {
  if (typeof node !== 'object' || node === null) return undefined
  const { description, properties, items, additionalProperties, anyOf, oneOf, allOf } = node as Record<string, unknown>
  if (step === undefined) return description
  const inside = [
    ...(step === '*' ? [items, additionalProperties] : []),
    ...(properties && typeof properties === 'object' ? [(properties as Record<string, unknown>)[step]] : []),
  ].map(entry => findAt(entry, rest))
  const branches = [anyOf, oneOf, allOf].flatMap(list => (Array.isArray(list) ? list : []))
  return [...inside, ...branches.map(branch => findAt(branch, [step, ...rest]))].find(text => text !== undefined)
}
