import { describe, expect, test } from 'vitest'
import { box, drawFolder, sketch } from '../fixtures/charts.ts'
import { crossing, parts, write } from '../fixtures/folders.ts'
import { findFaults } from '../fixtures/placement.ts'

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
/** Lines that end early, between others and below them. */
const early = write({
  north: '2004 2, 2005 3, 2006 4, 2007 4.5, 2008 4.2',
  south: '2004 9, 2005 8.6, 2006 8.8, 2007 9, 2008 9.1, 2009 9, 2010 9.4',
  west: '2004 7, 2005 4, 2006 4.4',
  east: '2005 1, 2006 6, 2007 3, 2008 7, 2009 2, 2010 9',
})
const gaps = write(
  {
    north: '2004 -2, 2005 3, 2007 4, 2009 3, 2010 5 plan',
    south: '2006 8, 2007 5, 2008 2 estimated, 2009 -1, 2010-01/2010-06 1',
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

const months = write(
  {
    north: Array.from(
      { length: 30 },
      (_, i) => `${2010 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')} ${20 + ((i * 5) % 7)}`,
    ).join(', '),
  },
  { timing: 'moment' },
)
const dozen = write(
  Object.fromEntries(
    ['altai', 'baikal', 'caspian', 'danube', 'elbe', 'fergana', 'gobi', 'hari', 'ili', 'jordan', 'kuban', 'lena'].map(
      (name, i) => [name, yearly(2001, 2012, year => 30 - i * 2 + ((year * (i + 3)) % 5))],
    ),
  ),
)
const level = write({ north: yearly(2005, 2012, () => 5), south: yearly(2005, 2012, () => 5) })
const negative = write({ north: '2010 -1.2, 2011 -3.4, 2012 -2.2, 2013 -5.1, 2014 -2.8' }, { layout: 'bars' })
const signs = write({ north: '2010 1.9, 2011 -1.1, 2012 0.6 estimated, 2013 0, 2014 3' }, { layout: 'bars' })
const sixty = write({ north: yearly(1954, 2013, year => 20 + ((year * 7) % 30)) }, { layout: 'bars' })
const target = write(
  { north: '2011 23.2, 2012 28, 2013 32, 2014-01/2014-08 23.2', plan: '2014 35 plan' },
  { layout: 'bars', headline: 'north' },
)
const ranksBelow = write({ altai: '2013 -5', baikal: '2013 3', caspian: '2013 -12' }, { ...ranked, headline: 'baikal' })

const cases: Record<string, ['trend' | 'bars', Parameters<typeof drawFolder>[0], typeof box]> = {
  'trend-crossing': ['trend', crossing, box],
  'trend-crossing-small': ['trend', crossing, small],
  'trend-early': ['trend', early, box],
  'trend-gaps': ['trend', gaps, box],
  'trend-long': ['trend', long, box],
  'trend-crowded': ['trend', crowded, box],
  'trend-months': ['trend', months, box],
  'trend-dozen': ['trend', dozen, box],
  'trend-level': ['trend', level, box],
  'bars-negative': ['bars', negative, box],
  'bars-signs': ['bars', signs, box],
  'bars-sixty': ['bars', sixty, box],
  'bars-two': ['bars', write({ north: '2012 287, 2013 392' }), box],
  'bars-target': ['bars', target, box],
  'ranking-negative': ['bars', ranksBelow, box],
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
  'ranking-places': ['bars', ranks, box],
  'ranking-places-small': ['bars', ranks, small],
  'ranking-ranges': ['bars', ranges, box],
  'ranking-many-ranges': ['bars', manyRanges, box],
  'ranking-many-ranges-low': ['bars', manyRanges, { ...box, height: 150 }],
  'ranking-flat': ['bars', ranges, { ...small, height: 90 }],
}

describe('a chart of the fixtures is drawn as before, no word on a word or a mark', () => {
  test.each(Object.entries(cases))('%s', async (name, [layout, folder, room]) => {
    const { marks } = drawFolder(folder, `layout=${layout}`, room)
    const scene = { width: room.x * 2 + room.width, height: room.y * 2 + room.height, marks }
    expect(findFaults(scene, Math.min(room.x, 20))).toEqual([])
    await expect(sketch(marks, room)).toMatchFileSnapshot(`../golden/charts/${name}.svg`)
  })
})
