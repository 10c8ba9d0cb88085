import { expect, test } from 'vitest'
import { toFind } from '../../src/model/catalog.ts'
import { toIndex } from '../../src/model/listing.ts'
import { crossing, parts, read } from '../fixtures/folders.ts'

const renamed = { ...read(crossing), aliases: ['old-crossing'] }
const find = toFind(toIndex([renamed, read(parts)]).indicators)

test('a former id answers as the new one', () => {
  expect(find('old-crossing').id).toBe('crossing')
  expect(find('OLD-Crossing').id).toBe('crossing')
})

test('an unknown id is a 404 with the nearest', () => {
  expect(() => find('crosing')).toThrow('There is no indicator of that name')
  expect(() => find('crosing')).toThrow(
    expect.objectContaining({
      status: 404,
      detail: { parameter: 'id', suggestion: 'crossing', allowed: ['crossing', 'parts'] },
    }),
  )
})
