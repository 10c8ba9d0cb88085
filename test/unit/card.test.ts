import { describe, expect, test } from 'vitest'
import { toCard } from '../../src/card.ts'
import { parseParams } from '../../src/params.ts'
import { crossing, parts, read } from '../fixtures/folders.ts'

const card = (folder: Parameters<typeof read>[0], query = '') => {
  const indicator = read(folder)
  return toCard(indicator, parseParams(new URLSearchParams(query), 'svg', indicator).params)
}

describe('the finding follows from the figures in view', () => {
  test.each([
    ['', 'East passed West in 2013'],
    ['to=2012', 'West led East by 9.0 bn tugriks to 8.0 bn tugriks in 2012'],
    ['from=2014', 'East led West by 9.5 bn tugriks to 9.3 bn tugriks in 2014'],
    ['asof=2014-01-31', 'West led East by 9.0 bn tugriks to 8.0 bn tugriks in 2012'],
    ['series=east', 'Trade with East was 9.5 bn tugriks in 2014'],
    ['series=west', 'Trade with West was 9.3 bn tugriks in 2014'],
  ])('%s', (query, finding) => expect(card(crossing, query).finding).toBe(finding))

  test('a year with an artefact decides nothing: East did not lead in 2010', () => {
    expect(card(crossing, 'to=2010').finding).toBe('West led East by 6.5 bn tugriks to 5.0 bn tugriks in 2009')
  })
})

describe('as of a day, the newest row published by then', () => {
  test('the revision of 2015 is not known in 2014', () => {
    expect(card(crossing, 'asof=2014-12-31').headline).toMatchObject({
      period: '2013',
      value: 10,
      status: 'provisional',
    })
    expect(card(crossing, 'asof=2015-02-01').headline).toMatchObject({ period: '2013', value: 10.5, status: 'final' })
  })
  test('with nothing published by then there is no card', () => {
    expect(() => card(crossing, 'asof=2001-01-01')).toThrow('Nothing of crossing had been published by 2001-01-01')
  })
})

describe('a change', () => {
  test('has its sign, its size and its base', () => {
    expect(card(crossing).headline).toMatchObject({
      value: 9.5,
      formatted: '9.5 bn tugriks',
      change: { kind: 'percent', value: -9.5, formatted: '−9.5%', since: '2013', phrase: '−9.5% since 2013' },
    })
  })
  test('is never told across a break between authorities', () => {
    expect(card(crossing, 'to=2012').headline.change).toBeNull()
  })
  test('of nought is said in words', () => {
    const flat = { ...parts, observations: parts.observations.replace('guests,2013,5,', 'guests,2013,4,') }
    expect(card(flat, 'to=2013').headline.change?.formatted).toBe('unchanged')
    expect(card(flat, 'to=2013').finding).toBe('Guests stood at 4.0 bn tugriks in 2013')
  })
})

describe('a part of a year', () => {
  test('is the latest, never the headline, and changes nothing', () => {
    const { headline, latest } = card(parts)
    expect(headline).toMatchObject({ period: '2013', change: { value: 25, since: '2011' } })
    expect(latest).toMatchObject({
      period: '2014-01/2014-09',
      formatted: '>5.3 bn tugriks',
      periodText: 'January–September 2014',
    })
  })
  test('that exceeds the whole year before says so', () => {
    expect(card(parts).finding).toBe('More guests in January–September 2014 than in all of 2013')
  })
  test('that does not exceed it is no fall', () => {
    const fewer = { ...parts, observations: parts.observations.replace('5.25', '4.5') }
    expect(card(fewer).finding).toBe('Guests rose 25.0% in 2013, to 5.0 bn tugriks')
  })
})

test('a plan is marked as one and is never the headline', () => {
  const [, beds] = card(parts).series
  expect(beds?.points[0]).toMatchObject({ status: 'plan', remark: 'plan', text: '9' })
  expect(card(parts).headline.series).toBe('guests')
})

test('a series and the one it continues share a colour, and a break lies between them', () => {
  const { series, breaks } = card(crossing)
  expect(series.map(({ id, ink }) => [id, ink])).toEqual([
    ['east-old', 0],
    ['west-old', 1],
    ['east', 0],
    ['west', 1],
  ])
  expect(breaks).toEqual([{ x: 2012, label: 'break in series', after: '2012' }])
})

test('choosing a series does not recolour it', () => {
  expect(card(crossing, 'series=west').series[0]?.ink).toBe(1)
})

test('an event is placed by its day, and only within the years shown', () => {
  expect(card(crossing).events[0]?.x).toBeCloseTo(2013.5, 2)
  expect(card(crossing, 'to=2012').events).toEqual([])
})

test('the alt text says figure, change, further lines and source', () => {
  expect(card(crossing).alt).toBe(
    'Trade with East was 9.5 bn tugriks in 2014, −9.5% since 2013. Trade with West was 9.3 bn tugriks in 2014. Sources: Old Office; New Office.',
  )
})

test('a language counts in its own unit', () => {
  expect(card(crossing, 'lang=zh').headline.formatted).toBe('95bn tugriks')
})
