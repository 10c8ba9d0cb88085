import { expect, test } from 'vitest'
import { toCard } from '../../src/card/card.ts'
import { toFind } from '../../src/model/catalog.ts'
import { toIndex } from '../../src/model/listing.ts'
import { parseParams } from '../../src/request/parse-params.ts'
import { crossing, parts, read } from '../fixtures/folders.ts'

const renamed = { ...read(crossing), aliases: ['old-crossing'], deprecated: { en: 'No longer kept up; see parts' } }
const find = toFind(toIndex([renamed, read(parts)]).indicators)

test('a former id answers as the new one', () => {
  expect(find('old-crossing').id).toBe('crossing')
  expect(find('OLD-Crossing').id).toBe('crossing')
})

test('an indicator that is no longer kept up says so', () => {
  const { params } = parseParams(new URLSearchParams(), 'json', renamed)
  expect(toCard(renamed, params).deprecated).toBe('No longer kept up; see parts')
})

test('an unknown id is a 404 with the nearest', () => {
  expect(() => find('crosing')).toThrow('There is no indicator of that name')
  try {
    find('crosing')
  } catch (error) {
    expect(error).toMatchObject({ status: 404, detail: { suggestion: 'crossing', allowed: ['crossing', 'parts'] } })
  }
})
