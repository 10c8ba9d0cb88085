import { expect, test } from 'vitest'
import { toCard } from '../../src/card/card.ts'
import { findIndicator } from '../../src/model/catalog.ts'
import { parseParams } from '../../src/request/parameters.ts'
import { crossing, parts, read } from '../fixtures/folders.ts'

const renamed = { ...read(crossing), aliases: ['old-crossing'], deprecated: { en: 'No longer kept up; see parts' } }
const among = [renamed, read(parts)]

test('a former id answers as the new one', () => {
  expect(findIndicator('old-crossing', among).id).toBe('crossing')
  expect(findIndicator('OLD-Crossing', among).id).toBe('crossing')
})

test('an indicator that is no longer kept up says so', () => {
  const { params } = parseParams(new URLSearchParams(), 'json', renamed)
  expect(toCard(renamed, params).deprecated).toBe('No longer kept up; see parts')
})

test('an unknown id is a 404 with the nearest', () => {
  expect(() => findIndicator('crosing', among)).toThrow('There is no indicator of that name')
  try {
    findIndicator('crosing', among)
  } catch (error) {
    expect(error).toMatchObject({ status: 404, detail: { suggestion: 'crossing', allowed: ['crossing', 'parts'] } })
  }
})
