import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initWasm } from '@resvg/resvg-wasm'
import { beforeAll, describe, expect, test } from 'vitest'
import { box, type Chart, drawChart, sketch } from '../fixtures/charts.ts'
import { crossing, parts, write } from '../fixtures/folders.ts'
import { compare, loud } from '../fixtures/oracle.ts'

const yearly = (first: number, last: number, toValue: (year: number) => number): string =>
  Array.from({ length: last - first + 1 }, (_, i) => `${first + i} ${toValue(first + i)}`).join(', ')

const small = { x: 40, y: 30, width: 360, height: 180 }

const ranked = { arrangement: 'ranking', layout: 'bars' }
const ranks = write(
  {
    altai: '2011 90, 2012 30, 2013 41',
    baikal: '2012 62, 2013 57',
    caspian: '2013 12 estimated',
    danube: '2014 25 plan',
    'east-end': '2014-01/2014-06 8',
  },
  { ...ranked, headline: 'baikal' },
)
const ranges = write(
  { 'now-low': '2013 13', 'now-high': '2013 17', 'earlier-low': '2013 28', 'earlier-high': '2013 32' },
  ranked,
  { 'now-low': { upTo: 'now-high' }, 'earlier-low': { upTo: 'earlier-high' } },
)
const manyRanges = write(
  {
    altai: '2012 20, 2013 13',
    'altai-most': '2012 26, 2013 17',
    baikal: '2012 30, 2013 28',
    'baikal-most': '2013 32',
    caspian: '2012 11, 2013 12 estimated',
    danube: '2013 40',
  },
  { ...ranked, headline: 'baikal' },
  {
    altai: { upTo: 'altai-most' },
    baikal: { upTo: 'baikal-most' },
    danube: { label: { en: 'The whole of the Danube from its springs to its mouth' } },
  },
)
/** Lines that end early, amid others and below them. */
const early = write({
  north: '2004 2, 2005 3, 2006 4, 2007 4.5, 2008 4.2',
  south: '2004 9, 2005 8.6, 2006 8.8, 2007 9, 2008 9.1, 2009 9, 2010 9.4',
  west: '2004 7, 2005 4, 2006 4.4',
  east: '2005 1, 2006 6, 2007 3, 2008 7, 2009 2, 2010 9',
})
const gaps = write(
  {
    north: '2004 -2, 2005 3, 2007 4, 2009 3, 2010 5 plan',
    south: '2006 8, 2008 2 estimated, 2009 -1, 2010-01/2010-06 1',
  },
  {
    flags: [{ series: 'north', period: '2009', kind: 'artefact' }],
    events: [
      { date: '2006-03-01', label: { en: 'Treaty' } },
      { date: '2008-09-15', label: { en: 'Crisis of the banks' } },
    ],
  },
)
const long = write({ north: yearly(1968, 2020, year => ((year * 7) % 23) + (year - 1950) * 2) })
const crowded = write(
  {
    'old-north': yearly(2001, 2008, year => year - 1990),
    north: yearly(2009, 2020, year => year - 1990.5),
    south: yearly(2003, 2020, year => 2030 - year),
    west: yearly(2015, 2018, year => (year - 2010) * 3),
  },
  { layout: 'bars', headline: 'north' },
  { north: { continues: 'old-north' } },
)

const named = write(
  { north: '2010 4, 2011 3, 2012 6', south: '2010 3, 2011 5, 2012 5.5' },
  { layout: 'bars' },
  {
    north: { label: { en: 'Guests from the North by railway' } },
    south: { label: { en: 'Guests from the South' } },
  },
)
const remarked = write(
  {
    north: '2010 4, 2011 5 estimated, 2012 5 estimated, 2013-01/2013-06 2, 2014 6 plan, 2015 7 plan, 2016 8 plan',
    south: '2010 3, 2011 5 estimated, 2012-07/2012-12 2, 2013 5',
  },
  { layout: 'bars', flags: [{ series: 'north', period: '2010', kind: 'artefact' }] },
)
const wide = write({ north: yearly(2001, 2012, year => 100.5 + ((year * 7) % 12) * 5) })
const broken = write(
  { 'old-north': '2006 4, 2007 5', north: '2011 6, 2012-01/2012-06 3, 2014 0', south: '2011 1, 2014 2' },
  {
    headline: 'north',
    events: [
      { date: '2009-07-01', label: { en: 'Treaty' } },
      { date: '2012-04-01', label: { en: 'Crisis' } },
    ],
  },
  { north: { continues: 'old-north' } },
)

const cases: Record<string, [Chart, Parameters<typeof drawChart>[1], typeof box]> = {
  'trend-crossing': ['trend', crossing, box],
  'trend-crossing-small': ['trend', crossing, small],
  'trend-early': ['trend', early, box],
  'trend-gaps': ['trend', gaps, box],
  'trend-long': ['trend', long, box],
  'trend-crowded': ['trend', crowded, box],
  'trend-one-figure': ['trend', write({ north: '2012 250' }), box],
  'bars-crossing': ['bars', crossing, box],
  'bars-crossing-small': ['bars', crossing, small],
  'bars-parts': ['bars', parts, box],
  'bars-parts-small': ['bars', parts, small],
  'bars-gaps': ['bars', gaps, box],
  'bars-long': ['bars', long, box],
  'bars-crowded': ['bars', crowded, box],
  'bars-named': ['bars', named, box],
  'bars-remarked': ['bars', remarked, box],
  'bars-remarked-small': ['bars', remarked, small],
  'bars-wide-numbers': ['bars', wide, box],
  'bars-broken': ['bars', broken, box],
  'trend-broken': ['trend', broken, box],
  'bars-few': ['bars', write({ north: '2012 0.25, 2013 0.75, 2014 0.5' }), box],
  'ranking-places': ['ranking', ranks, box],
  'ranking-places-small': ['ranking', ranks, small],
  'ranking-ranges': ['ranking', ranges, box],
  'ranking-many-ranges': ['ranking', manyRanges, box],
  'ranking-many-ranges-low': ['ranking', manyRanges, { ...box, height: 150 }],
  'ranking-flat': ['ranking', ranges, { ...small, height: 90 }],
}

describe('a chart of the fixtures is drawn as before', () => {
  test.each(Object.entries(cases))('%s', async (name, [chart, folder, room]) => {
    await expect(sketch(drawChart(chart, folder, room), room)).toMatchFileSnapshot(`../golden/charts/${name}.svg`)
  })
})

describe('the pixels of a chart are those resvg draws of its SVG', () => {
  beforeAll(async () => {
    await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))
  })

  test.each(Object.entries(cases))('%s', (_, [chart, folder, { x, y, width, height }]) => {
    const marks = drawChart(chart, folder, { x, y, width, height })
    const { mean, patch } = compare({ width: 2 * x + width, height: 2 * y + height, marks }, loud, 1)
    expect(mean).toBeLessThan(1)
    expect(patch).toBeLessThan(20)
  })
})
