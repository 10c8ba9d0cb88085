import { describe, expect, test } from 'vitest'
import { toCard } from '../../src/card/card.ts'
import { fitTitle } from '../../src/draw/layouts/frame.tsx'
import { draw } from '../../src/draw/layouts/index.tsx'
import { drawNotice } from '../../src/draw/layouts/notice.tsx'
import { fills, type Scene, type TextMark, toInks } from '../../src/draw/scene.ts'
import { measureText } from '../../src/draw/text/faces.ts'
import { apart, isApart, toColourDifference, toPaint } from '../../src/draw/theme.ts'
import { typeScales } from '../../src/draw/type-scale.ts'
import { layouts } from '../../src/model/indicator.ts'
import { noticeWords } from '../../src/model/messages.ts'
import { toReading } from '../../src/pages/reading.ts'
import { parseParams } from '../../src/request/parse-params.ts'
import { sizeNames, sizes } from '../../src/request/sizes.ts'
import { offered } from '../../src/site.ts'
import { indicators } from '../fixtures/catalogue.ts'
import { findFaults } from '../fixtures/placement.ts'

const cardSizes = sizeNames.filter(size => size !== 'badge')
const combinations = layouts
  .filter(layout => layout !== 'badge')
  .flatMap(layout => cardSizes.map(size => ({ layout, size })))

const isText = (mark: Scene['marks'][number]): mark is TextMark => mark.kind === 'text'

async function drawCard(indicator: (typeof indicators)[number], query: Record<string, string>) {
  const { params } = parseParams(new URLSearchParams(query), 'svg', indicator)
  const card = toCard(indicator, params)
  return { card, params, scene: await draw(card, params) }
}

describe.each(indicators.map(indicator => ({ id: indicator.id, indicator })))('$id', ({ indicator }) => {
  test.each(combinations)(
    '$layout in $size: no word leaves the card or lies on a word or a mark, in any language',
    async ({ layout, size }) => {
      const faults: string[] = []
      for (const lang of offered) {
        const { scene } = await drawCard(indicator, { layout, size, lang })
        faults.push(...findFaults(scene, typeScales[size].margin).map(fault => `${lang}: ${fault}`))
        expect(scene.marks.filter(isText).length).toBeGreaterThan(4)
      }
      expect(faults).toEqual([])
    },
  )

  test.each(cardSizes)('a card in %s has four sizes of type at the most', async size => {
    const { scene } = await drawCard(indicator, { size })
    expect(new Set(scene.marks.filter(isText).map(mark => mark.size)).size).toBeLessThanOrEqual(4)
  })

  test('og at 360 pixels: no chart word under 8, no foot under 6', async () => {
    const { scene } = await drawCard(indicator, { size: 'og' })
    const texts = scene.marks.filter(isText).map(mark => ({ ...mark, css: (mark.size * 360) / 1200 }))
    expect(texts.filter(mark => mark.css < 6)).toEqual([])
    expect(texts.filter(mark => mark.css < 8 && mark.y < typeScales.og.horizon - 10)).toEqual([])
  })

  test('the plot is the card: 36% of the height and 30% of the area of og, wide and square, 30% of the height of story', async () => {
    for (const [size, height, area] of [
      ['og', 0.36, 0.3],
      ['wide', 0.36, 0.3],
      ['square', 0.36, 0.3],
      ['story', 0.3, 0],
    ] as const) {
      const { card, scene } = await drawCard(indicator, { size })
      // A single figure is drawn as one, whatever the layout.
      if (card.picture.layout === 'stat') continue
      const plot = scene.plot ?? { width: 0, height: 0 }
      expect(plot.height / scene.height, size).toBeGreaterThanOrEqual(height)
      expect((plot.height * plot.width) / scene.height / scene.width, size).toBeGreaterThanOrEqual(area)
    }
  })

  test('its title needs no third line in og, and its sources no more than they have, in any language', async () => {
    for (const lang of offered) {
      const { card } = await drawCard(indicator, { size: 'og', lang })
      const block = fitTitle(card.picture.title, typeScales.og, {
        width: sizes.og.width - 2 * typeScales.og.margin,
        lang,
      })
      expect(block.lines.length, `${lang}: ${card.picture.title}`).toBeLessThanOrEqual(2)
      for (const size of cardSizes) {
        const { scene } = await drawCard(indicator, { size, lang })
        const t = typeScales[size]
        const lines = scene.marks.filter(isText).filter(mark => mark.size === t.foot && mark.y > t.horizon + 2)
        expect(lines.length, `${size} ${lang}`).toBeLessThanOrEqual(t.sourceLines)
      }
    }
  })

  test('the rule of a year of columns crosses no word, in any language', async () => {
    for (const lang of offered) {
      const { card, scene } = await drawCard(indicator, { size: 'square', lang })
      if (card.picture.chart?.kind !== 'columns') continue
      const { plots: [plot] = [] } = toReading(card, [scene]) ?? {}
      for (const [x] of plot?.at ?? [])
        for (const { text, ...mark } of scene.marks.filter(isText)) {
          const [right, top] = [mark.x + measureText(text, mark.size, mark.weight), mark.y - mark.size * 0.73]
          const isOn = plot && x > mark.x && x < right && plot.bottom > top && plot.top < mark.y
          expect(isOn, `${lang}: ${text}`).toBeFalsy()
        }
    }
  })

  test.each(['light', 'dark'] as const)(
    'the colours it uses in %s differ, also for colour-blind readers',
    async theme => {
      for (const layout of ['trend', 'bars'] as const) {
        const { scene, params } = await drawCard(indicator, { layout, theme, size: 'og' })
        const { light } = toPaint(params, scene)
        const used = fills.filter(fill => toInks(scene.marks).has(fill))
        for (const [i, a] of used.entries())
          for (const b of used.slice(i + 1)) {
            const seen = Object.values(apart).map(({ see }) =>
              Math.round(toColourDifference(see(light[a]), see(light[b]))),
            )
            expect(isApart(light[a], light[b]), `${a} and ${b}: ${seen}`).toBe(true)
          }
      }
    },
  )
})

test.each(offered)('the plots of the default cards have 39 per cent of og in the median in %s', async lang => {
  const areas: number[] = []
  for (const indicator of indicators) {
    const { scene } = await drawCard(indicator, { size: 'og', lang })
    areas.push(((scene.plot?.width ?? 0) * (scene.plot?.height ?? 0)) / scene.width / scene.height)
  }
  expect(areas.toSorted((a, b) => a - b)[Math.floor(areas.length / 2)]).toBeGreaterThanOrEqual(0.39)
})

test.each(cardSizes)('every notice fits in %s in every language', async size => {
  const faults: string[] = []
  for (const lang of offered) {
    for (const code of Object.keys(noticeWords) as (keyof typeof noticeWords)[]) {
      const scene = await drawNotice({ code, status: 404, lang, size, parameter: 'size', allowed: [...sizeNames] })
      faults.push(...findFaults(scene, typeScales[size].margin).map(fault => `${lang} ${code}: ${fault}`))
    }
  }
  expect(faults).toEqual([])
})
