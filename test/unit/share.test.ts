import { describe, expect, test } from 'vitest'
import { toCard } from '../../src/card/card.ts'
import type { RequestedCard } from '../../src/card/requested-card.ts'
import { toRights } from '../../src/card/rights.ts'
import { toCitation } from '../../src/formats/citation.ts'
import type { Indicator } from '../../src/model/indicator.ts'
import { enclose, joinBy, joinSentences, type Lang, languages } from '../../src/model/locales.ts'
import type { LayOut } from '../../src/pages/reading.ts'
import { toSharePage } from '../../src/pages/share.tsx'
import { parseParams } from '../../src/request/parse-params.ts'
import { sizes } from '../../src/request/sizes.ts'
import { toLinks } from '../../src/request/urls.ts'
import { crossing, read, write } from '../fixtures/folders.ts'

const origin = 'https://caravan.test'

function toRequested(indicator: Indicator, search: string): RequestedCard {
  const url = new URL(`${origin}/indicators/${indicator.id}?${search}`)
  const { params, query } = parseParams(url.searchParams, 'html', indicator)
  const card = toCard(indicator, params)
  return {
    url,
    indicator,
    params,
    query,
    isCurrent: false,
    ignored: [],
    card,
    links: toLinks(origin, indicator.id, query),
  }
}
/** Where the figures would lie on a chart: time to the right, values upwards. */
const layOut: LayOut = async ({ card, params }) => ({
  ...sizes[params.size],
  marks: [],
  points: card.series.flatMap(({ id, points }) =>
    points
      .filter(({ part }) => !part)
      .map(({ x, shown }) => ({ line: id, time: x, x: (x - 2000) * 10, y: 400 - shown, ink: 'china' as const })),
  ),
})

const toPage = async (indicator: Indicator, lang: Lang): Promise<string> =>
  String(
    await toSharePage({
      requested: toRequested(indicator, `lang=${lang}`),
      neighbours: { related: [], previous: undefined, next: undefined },
      day: '2026-11-25',
      layOut,
    }),
  )

/** A source whose title is ours and that another carried, and a figure of which the month of publication is known. */
function carried(): Indicator {
  const folder = write(
    { east: '2012 8 provisional 2014-01, 2013 9 final 2014' },
    {
      flags: [{ series: 'east', period: '2012', kind: 'rounded' }],
      remarks: [{ series: 'east', period: '2012', en: 'By hand.' }],
    },
  )
  const { sources, ...rest }: { sources: object[] } = JSON.parse(folder.package)
  const [source] = sources
  const ours = { ...source, title: 'Книга', lang: 'ru', supplied: true, via: { en: 'The Mirror', zh: '镜报' } }
  return read({ ...folder, package: JSON.stringify({ ...rest, sources: [ours] }) })
}

describe('the share page', () => {
  test.each(languages)(
    'marks in %s the titles that are ours, in their own language, and says who carried them',
    async lang => {
      const page = await toPage(carried(), lang)
      expect(page).toMatch(/<a href="https:\/\/books\.example\/second" lang="ru" hreflang="ru">Книга<\/a>\*/)
      const ours = {
        en: 'Titles marked * are ours',
        kk: '* белгісі бар тақырыптарды біз қойдық',
        ru: 'Заголовки со знаком * наши',
        zh: '带*号的标题为我们所拟',
      }
      const via = { en: 'via The Mirror', kk: 'The Mirror арқылы', ru: 'через The Mirror', zh: '经由镜报' }
      expect(page).toContain(ours[lang])
      expect(page).toContain(via[lang])
      expect(await toPage(read(crossing), lang)).not.toContain(ours[lang])
    },
  )

  test('shows when figures were published as exactly as that is known', async () => {
    const page = await toPage(carried(), 'en')
    expect(page).toContain('<time datetime="2014-01">January 2014</time>')
    expect(page).toContain('<time datetime="2014">2014 (newest)</time>')
  })

  test('has in its table the status and the flag of each figure as signs with words, the note below, the authority in full', async () => {
    const page = await toPage(carried(), 'en')
    expect(page).toMatch(
      /<td class="n">8<sup aria-hidden="true">p r<\/sup><span class="quiet"> \(provisional, rounded\)<\/span>/,
    )
    expect(page).toContain('<b>East, 2012</b>. By hand.')
    expect(page).toContain('<caption>The New Office, ')
    expect(page).toContain('<p class="legend">No mark: final; p provisional; r rounded</p>')
  })

  test('has a table for each authority, newest first, and the sources as numbers', async () => {
    const page = await toPage(read(crossing), 'en')
    expect(page.match(/<table/g)?.length).toBeGreaterThan(1)
    expect(page).toContain('Not to be joined to the figures above')
    const years = [...page.matchAll(/<tr[^>]*><th scope="row">(\d{4})<\/th>/g)].map(([, year]) => Number(year))
    expect(years[0]).toBeGreaterThan(years[1] ?? 0)
    expect(page).toMatch(/<a class="fn" href="#s\d" aria-label="Source \d">/)
  })

  test.each(languages)('says in %s what the licence is about', async lang => {
    const { card } = toRequested(read(crossing), `lang=${lang}`)
    expect(await toPage(read(crossing), lang)).toContain(card.licence.covers)
  })

  test('says of a figure that is read off the chart what the table says of it', async () => {
    const page = await toPage(read(crossing), 'en')
    const reading = JSON.parse(/<script type="application\/json">(.*?)<\/script>/.exec(page)?.[1] ?? '{}')
    expect(reading.plots.map(({ w, h }: { w: number; h: number }) => [w, h])).toEqual([
      [800, 450],
      [1080, 1080],
    ])
    for (const { at } of reading.plots) expect(at).toHaveLength(reading.points.length)
    for (const { year, rows } of reading.points)
      for (const [, , text] of rows)
        expect(page).toMatch(new RegExp(`<th scope="row">${year}</th>.*?>${text.replace('†', '')}<`, 's'))
  })
})

describe('a citation', () => {
  test.each([
    ['en', 'Trade with East and West. Sources: Old Office; New Office. Caravan. As known on 25 November 2026. '],
    [
      'ru',
      'East and West (ru). Источники: Old Office (ru); New Office (ru). Caravan. По состоянию на 25 ноября 2026 г. ',
    ],
    ['zh', 'East and West (zh)。来源：Old Office (zh)；New Office (zh)。Caravan。截至2026年11月25日'],
  ] as const)('in %s has the stops of its language, and never two', (lang, start) => {
    const { text, bibtex } = toCitation(toRequested(read(crossing), `lang=${lang}`), '2026-11-25')
    expect(text.replace(/\s/g, ' ')).toContain(start)
    for (const cited of [text, bibtex]) expect(cited).not.toMatch(/\.\.|。。|\.。|。\./)
  })

  test('has the day it is made, or the asof day, and a permanent link to that edition', () => {
    const today = toCitation(toRequested(read(crossing), ''), '2026-11-25')
    expect(today.permalink).toBe(`${origin}/indicators/crossing?asof=2026-11-25`)
    const then = toCitation(toRequested(read(crossing), 'asof=2016-05-01'), '2026-11-25')
    expect(then.permalink).toBe(`${origin}/indicators/crossing?asof=2016-05-01`)
    expect(then.text).toContain('As known on 1 May 2016')
    expect(then.bibtex).toContain('@misc{caravan-crossing-2016-05-01,')
    expect(then.bibtex).toContain('year = {2016}')
    expect(then.bibtex).toContain('urldate = {2026-11-25}')
    expect(then.ris).toContain('DA  - 2016/05/01\r\n')
    expect(JSON.parse(then.csl)[0]).toMatchObject({
      issued: { 'date-parts': [[2016, 5, 1]] },
      accessed: { 'date-parts': [[2026, 11, 25]] },
    })
  })

  test('says the same in RIS and in CSL-JSON, for programs that keep references', () => {
    const { ris, csl, permalink } = toCitation(toRequested(read(crossing), 'lang=ru'), '2026-11-25')
    const lines = ris.split('\r\n')
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['TY  - DATA', 'ER  - ', ''])
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /)
    expect(ris).toContain(`UR  - ${permalink}`)
    expect(JSON.parse(csl)).toEqual([
      expect.objectContaining({ type: 'dataset', author: [{ literal: 'Caravan' }], URL: permalink, language: 'ru' }),
    ])
  })
})

describe('words are joined', () => {
  test('without a second stop', () => {
    expect(joinBy('stop', ['на 12 октября 2025 г.', 'Дальше'], 'ru')).toBe('на 12 октября 2025 г. Дальше')
    expect(joinBy('stop', ['一。', '二'], 'zh')).toBe('一。二')
    expect(joinBy('stop', ['Why?', 'So'], 'en')).toBe('Why? So')
    expect(joinBy('comma', ['etc.', 'x'], 'en')).toBe('etc., x')
    expect(joinBy('comma', ['one'], 'en')).toBe('one')
    expect(joinBy('comma', [], 'en')).toBe('')
  })
  test('as sentences, each with its stop', () => {
    expect(joinSentences(['One', 'Two.'], 'en')).toBe('One. Two.')
    expect(joinSentences(['一', '二。'], 'zh')).toBe('一。二。')
    expect(joinSentences([], 'en')).toBe('')
  })
  test('with brackets of the language', () => {
    expect(enclose('412', 'plan', 'en')).toBe('412 (plan)')
    expect(enclose('412万吨', '初值', 'zh')).toBe('412万吨（初值）')
  })
  test('but no word beside itself', () => expect(enclose('Baku port', 'Baku port', 'en')).toBe('Baku port'))
  test('as rights: name, address, and what they are about', () => {
    const licence = { name: 'CC BY 4.0', url: 'https://example.net/by', covers: 'The cards' }
    expect(toRights(licence, 'en')).toBe('CC BY 4.0, https://example.net/by. The cards')
    expect(toRights({ name: '', url: '', covers: '' }, 'en')).toBe('')
  })
})
