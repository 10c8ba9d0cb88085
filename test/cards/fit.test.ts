import { describe, expect, test } from 'vitest'
import { toCard } from '../../src/card/card.ts'
import { type Box, boxOf, overlaps } from '../../src/draw/charts/axis.ts'
import { draw } from '../../src/draw/layouts/index.tsx'
import { drawNotice } from '../../src/draw/layouts/notice.tsx'
import type { RectMark, Scene, TextMark } from '../../src/draw/scene.ts'
import { type Layout, layouts } from '../../src/model/indicator.ts'
import { languages } from '../../src/model/locales.ts'
import { noticeWords } from '../../src/model/messages.ts'
import { parseParams } from '../../src/request/parameters.ts'
import { type Size, sizeNames } from '../../src/request/sizes.ts'
import { indicators } from '../fixtures/catalogue.ts'

const combinations = layouts.flatMap(layout =>
  sizeNames.filter(size => (size === 'badge') === (layout === 'badge')).map(size => ({ layout, size })),
)

const isText = (mark: Scene['marks'][number]): mark is TextMark => mark.kind === 'text'
const isBar = (mark: Scene['marks'][number]): mark is RectMark => mark.kind === 'rect'

/** What is wrong with the words of a scene: outside their room, on each other, on a bar. A pixel is forgiven. */
function findFaults(scene: Scene, size: Size): string[] {
  const words = scene.marks.filter(isText).map(mark => ({ mark, box: shrink(boxOf(mark)) }))
  const share = size === 'og' ? 0.1 : 0
  const room = {
    left: scene.width * share,
    right: scene.width * (1 - share),
    top: scene.height * share,
    bottom: scene.height * (1 - share),
  }
  const outside = words
    .filter(
      ({ box }) =>
        box.x < room.left - 1 ||
        box.x + box.width > room.right + 1 ||
        box.y < room.top - 1 ||
        box.y + box.height > room.bottom + 1,
    )
    .map(({ mark, box }) => `"${mark.text}" lies outside its room: ${JSON.stringify(box)}`)
  const together = words.flatMap((a, i) =>
    words
      .slice(i + 1)
      .filter(b => overlaps(a.box, b.box))
      .map(b => `"${a.mark.text}" lies on "${b.mark.text}"`),
  )
  const bars = size === 'badge' ? [] : scene.marks.filter(isBar)
  const covered = words.flatMap(({ mark, box }) =>
    bars.filter(bar => overlaps(box, bar)).map(() => `"${mark.text}" lies on a bar`),
  )
  return [...outside, ...together, ...covered]
}

const shrink = ({ x, y, width, height }: Box): Box => ({
  x: x + 1,
  y: y + height * 0.08,
  width: width - 2,
  height: height * 0.84,
})

describe.each(indicators.map(indicator => ({ id: indicator.id, indicator })))('$id', ({ indicator }) => {
  test.each(combinations)(
    '$layout in $size fits in every language: nothing clipped, nothing on anything',
    async ({ layout, size }) => {
      const faults: string[] = []
      for (const lang of languages) {
        const { params } = parseParams(new URLSearchParams({ layout, size, lang }), 'svg', indicator)
        const scene = await draw(toCard(indicator, params), params)
        faults.push(...findFaults(scene, size).map(fault => `${lang}: ${fault}`))
        expect(scene.marks.filter(isText).length).toBeGreaterThan(1)
      }
      expect(faults).toEqual([])
    },
  )
})

test.each(sizeNames)('every notice fits in %s in every language', async size => {
  const faults: string[] = []
  for (const lang of languages) {
    for (const code of Object.keys(noticeWords) as (keyof typeof noticeWords)[]) {
      faults.push(
        ...findFaults(await drawNotice({ code, status: 404, lang, size }), size).map(
          fault => `${lang} ${code}: ${fault}`,
        ),
      )
    }
  }
  expect(faults).toEqual([])
})

test('each card says its headline figure, whatever the layout', async () => {
  for (const indicator of indicators) {
    for (const { layout, size } of combinations) {
      const { params } = parseParams(new URLSearchParams({ layout, size }), 'svg', indicator)
      const card = toCard(indicator, params)
      const scene = await draw(card, params satisfies { layout: Layout; size: Size })
      const words = scene.marks
        .filter(isText)
        .map(mark => mark.text)
        .join(' ')
      expect(words).toContain(card.headline.number)
    }
  }
})

test('every line of a chart is named on it, in every layout, size and language', async () => {
  const unnamed: string[] = []
  for (const indicator of indicators) {
    for (const lang of languages) {
      for (const { layout, size } of combinations.filter(({ layout: name }) => name === 'trend' || name === 'bars')) {
        const { params } = parseParams(new URLSearchParams({ layout, size, lang }), 'svg', indicator)
        const card = toCard(indicator, params)
        const words = (await draw(card, params)).marks
          .filter(isText)
          .map(mark => mark.text)
          .join('')
          .replaceAll(' ', '')
        const taken = new Set(card.series.flatMap(series => [series.continues, series.upTo]))
        const lines = card.series.length > 1 ? card.series.filter(series => !taken.has(series.id)) : []
        for (const { label } of lines) {
          if (!label.split(' ').every(word => words.includes(word)))
            unnamed.push(`${indicator.id} ${layout} ${size} ${lang}: ${label}`)
        }
      }
    }
  }
  expect(unnamed).toEqual([])
}, 120_000)
