import { describe, expect, test } from 'vitest'
import { type FeedEntry, toAtom, toEntries, toHubLinks, toJsonFeed } from '../../src/formats/feed.ts'
import type { Indicator } from '../../src/model/indicator.ts'
import { type Lang, languages } from '../../src/model/locales.ts'
import { parseParams } from '../../src/request/parse-params.ts'
import { readData } from '../../tools/read-data.ts'
import { crossing, parts, read, write } from '../fixtures/folders.ts'
import { readXml } from '../fixtures/markup.ts'

const origin = 'https://caravan.test'

const toView = (indicator: Indicator, lang: Lang = 'en', from = origin) => ({
  url: new URL(from),
  indicator,
  params: parseParams(new URLSearchParams({ lang }), 'feed', indicator).params,
})
const toOne = (indicator: Indicator, lang: Lang = 'en'): FeedEntry => {
  const [entry] = toEntries([toView(indicator, lang)])
  if (!entry) throw new Error('there is no entry')
  return entry
}

/** The same folder with a further row of a series. */
const add = (folder: typeof crossing, after: string, row: string): Indicator =>
  read({ ...folder, observations: folder.observations.replace(`${after}\n`, `${after}\n${row}\n`) })
const last = 'west,2014,9.25,final,,2016-03-31,2016-04-01,second-book'
const before = 'west,2013,9,final,,2014-02-01,2016-04-01,second-book'

describe('an entry', () => {
  test('is of an indicator and the day its figures were added, whenever the sources wrote', () => {
    const entries = toEntries([toView(read(crossing)), toView(read(parts))])
    expect(entries.map(({ title, day }) => [title, day])).toEqual([
      ['Trade with East and West · figures added: 15', '2016-04-01'],
      ['Guests · figures added: 4', '2016-04-01'],
    ])
  })

  test('tells each figure in the sentence of its series, the newest first, what happened before what is planned', () => {
    expect(toOne(read(parts)).summary).toBe(
      'Trade with Guests was more than 5.2 bn tugriks in January–September 2014 (provisional). ' +
        'Trade with Guests was 5 bn tugriks in 2013. Trade with Guests was 4 bn tugriks in 2011. ' +
        'Trade with Beds planned was 9 bn tugriks in 2016.',
    )
  })

  test('counts what it does not tell', () => {
    const { summary } = toOne(read(crossing))
    expect(summary).toMatch(
      /^Trade with East was 9\.5 bn tugriks in 2014\. Trade with West was 9\.3 bn tugriks in 2014\. /,
    )
    expect(summary).toMatch(/ And 7 more\.$/)
  })

  test('keeps every hedge: about, rounded, an error of recording, and the note', () => {
    const indicator = read(
      write(
        { east: '2012 8 estimated, 2013 9 final, 2014 10 final' },
        {
          flags: [
            { series: 'east', period: '2013', kind: 'rounded' },
            { series: 'east', period: '2014', kind: 'artefact' },
          ],
          remarks: [{ series: 'east', period: '2012', en: 'Worked out from a growth.' }],
        },
      ),
    )
    expect(toOne(indicator).summary).toBe(
      'Trade with East was 9 bn tugriks in 2013 (rounded). ' +
        'Trade with East was about 8 bn tugriks in 2012 (estimate). Worked out from a growth. ' +
        'Trade with East was 10 bn tugriks in 2014 (recording error).',
    )
  })

  test('tells a range once, with both its ends', () => {
    const indicator = read(write({ low: '2014 13', high: '2014 17' }, {}, { low: { upTo: 'high' } }))
    const { title, summary } = toOne(indicator)
    expect(title).toContain('figures added: 2')
    expect(summary).toBe('Trade with Low was 13–17 bn tugriks in 2014.')
  })

  test('links to the indicator as it was known that day, in the language of the feed', () => {
    expect(toOne(read(crossing)).url).toBe(`${origin}/indicators/crossing?asof=2016-04-01`)
    expect(toOne(read(crossing), 'ru').url).toBe(`${origin}/indicators/crossing?asof=2016-04-01&lang=ru`)
  })

  test('has another time when a row of its day is added, and none when one of another day is', () => {
    const first = toOne(read(crossing))
    const sameDay = toOne(add(crossing, last, 'west,2015,9,final,,2016-03-31,2016-04-01,second-book'))
    expect([sameDay.id, sameDay.updated > first.updated]).toEqual([first.id, true])
    expect(sameDay.updated).toMatch(/^2016-04-01T/)
    expect(sameDay.summary).not.toBe(first.summary)
    const nextDay = add(crossing, last, 'west,2015,9,final,,2016-03-31,2016-04-02,second-book')
    const [news, old] = toEntries([toView(nextDay)])
    expect(old).toEqual(first)
    expect(news).toMatchObject({ day: '2016-04-02', summary: 'Trade with West was 9 bn tugriks in 2015.' })
  })

  test('does not tell as news an earlier publication of a figure that was there already', () => {
    const [news] = toEntries([
      toView(
        add(
          crossing,
          before.replace('2013,9,', '2012,9,').replace('2014-02-01', '2014-01-10'),
          before
            .replace('9,final', '8.25,provisional')
            .replace('2014-02-01', '2014-01-15')
            .replace('2016-04-01', '2016-04-02'),
        ),
      ),
    ])
    expect(news).toMatchObject({
      day: '2016-04-02',
      summary: 'Earlier publications of figures already here: 1.',
    })
  })

  test('keeps its id on any port and under any later name, and has another in another language', () => {
    const indicator = read(crossing)
    const renamed = { ...indicator, id: 'renamed', aliases: ['crossing'] }
    const toIds = (from: string, entry: Indicator) => toEntries([toView(entry, 'en', from)]).map(({ id }) => id)
    const ids = toIds('http://localhost:8787', indicator)
    expect(ids).toEqual(['tag:localhost,2016-04-01:crossing'])
    expect(toIds('http://localhost', indicator)).toEqual(ids)
    expect(toIds('http://localhost', renamed)).toEqual(ids)
    expect(toOne(renamed).url).toContain('/indicators/renamed?asof=')
    expect(toOne(indicator, 'zh').id).toBe('tag:caravan.test,2016-04-01:crossing/zh')
  })
})

test('a feed has the newest fifty entries', () => {
  const views = Array.from({ length: 60 }, (_, i) => toView({ ...read(crossing), id: `crossing-${i}` }))
  expect(toEntries(views)).toHaveLength(50)
})

test('both feeds say the same, with the licence and what it is about', () => {
  const entries = toEntries([toView(read(crossing)), toView(read(parts))])
  const feed = {
    id: `${origin}/feed.atom`,
    url: `${origin}/feed.atom`,
    home: `${origin}/`,
    lang: 'en',
    entries,
  } as const
  const elements = readXml(toAtom(feed))
  const textsOf = (tag: string) => elements.flatMap(({ name, text }) => (name === tag ? [text] : []))
  const { items } = toJsonFeed(feed)
  expect(textsOf('title')).toEqual(['Caravan: what changed in the figures', ...entries.map(({ title }) => title)])
  expect(textsOf('id')).toEqual([feed.id, ...items.map(({ id }) => id)])
  expect(textsOf('updated')).toEqual([entries[0]?.updated, ...items.map(({ date_modified }) => date_modified)])
  expect(textsOf('published')).toEqual(items.map(({ date_published }) => date_published))
  expect(textsOf('summary')).toEqual(items.map(({ content_text }) => content_text))
  for (const [i, { _licence }] of items.entries()) {
    for (const words of [_licence.name, _licence.covers]) expect(textsOf('rights')[i]).toContain(words)
  }
})

describe.each(languages)('the catalogue as a feed in %s', lang => {
  const { indicators } = readData('test/fixtures/data')
  const entries = toEntries(indicators.map(indicator => toView(indicator, lang)))

  test('has words and no codes', () => {
    for (const { unit, id, series } of indicators) {
      const entry = entries.find(({ url }) => url.includes(`/${id}?`))
      const text = `${entry?.title} ${entry?.summary}`
      expect(text).toMatch(/\p{L}/u)
      expect(text).not.toContain('{')
      expect(text).not.toMatch(/\b(USD_\w+|final|provisional_|at-least|artefact_)\b/)
      if (/_|^MT$/.test(unit.code)) expect(text).not.toMatch(new RegExp(`\\b${unit.code}\\b`))
      for (const source of series.flatMap(({ observations }) => observations.map(row => row.source)))
        expect(text).not.toContain(source)
    }
  })

  test('says "more than" and "about" wherever the card does', () => {
    const hedge = {
      en: /more than|about/,
      kk: /кемінде|астам|шамамен/,
      ru: /более|около|свыше|не менее|примерно/,
      zh: /超过|逾|约|以上/,
    }[lang]
    for (const { id, series } of indicators) {
      const rows = series.flatMap(({ observations }) => observations)
      const isHedged = (row: (typeof rows)[number]) => row.flag === 'at-least' || row.flag === 'approximate'
      if (rows.length <= 8 && rows.some(isHedged))
        expect(entries.find(({ url }) => url.includes(`/${id}?`))?.summary).toMatch(hedge)
    }
  })
})

test('a feed names its hub where the site has one, and only then', () => {
  const feed = { id: origin, url: `${origin}/feed.atom`, home: origin, lang: 'en' as const, entries: [] }
  const hub = 'https://hub.example/'
  expect(toAtom(feed, hub)).toContain(`<link rel="hub" href="${hub}"/>`)
  expect(toJsonFeed(feed, hub)).toMatchObject({ hubs: [{ type: 'WebSub', url: hub }] })
  expect(toHubLinks(feed.url, hub)).toEqual([`<${hub}>; rel="hub"`, `<${feed.url}>; rel="self"`])
  expect([toAtom(feed, ''), JSON.stringify(toJsonFeed(feed, '')), ...toHubLinks(feed.url, '')].join()).not.toContain(
    'hub',
  )
})
