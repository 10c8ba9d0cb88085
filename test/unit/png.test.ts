import { decode } from 'fast-png'
import { describe, expect, test } from 'vitest'
import { encodePng, withTexts } from '../../src/draw/raster/png.ts'
import { rasterise } from '../../src/draw/raster/raster.ts'
import { toPaint } from '../../src/draw/theme.ts'
import { packPng } from '../../tools/pack-png.ts'
import { drawChart } from '../fixtures/charts.ts'
import { crossing } from '../fixtures/folders.ts'
import { toPixels } from '../fixtures/oracle.ts'

const toRaster = (entries: number, isTransparent: boolean) => ({
  width: 13,
  height: 5,
  rows: Uint8Array.from({ length: 70 }, (_, i) => (i % 14 === 0 ? 0 : (i * 7) % entries)),
  palette: Uint8Array.from({ length: entries * 4 }, (_, i) =>
    i % 4 === 3 ? (isTransparent && i < 8 ? 255 - i * 20 : 255) : (i * 37) % 256,
  ),
})

const chunks = (png: Uint8Array): { type: string; data: Uint8Array; at: number }[] => {
  const view = new DataView(png.buffer, png.byteOffset)
  const found = []
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at)
    found.push({
      type: String.fromCharCode(...png.subarray(at + 4, at + 8)),
      data: png.subarray(at + 8, at + 8 + length),
      at,
    })
    at += 12 + length
  }
  return found
}

describe.each([2, 4, 16, 17, 256])('a palette of %d', entries => {
  test.each([false, true])('comes back pixel for pixel (transparent: %s)', async isTransparent => {
    const raster = toRaster(entries, isTransparent)
    const png = decode(encodePng(raster))
    expect([png.width, png.height]).toEqual([13, 5])
    const back = Array.from({ length: 65 }, (_, i) => toPixel(png, i))
    const wanted = Array.from(toPixels(raster), entry => [...raster.palette.subarray(entry * 4, entry * 4 + 4)])
    expect(back).toEqual(wanted)
  })
})

/** fast-png gives indexed pictures as indexes and a palette. */
function toPixel({ data, palette = [] }: ReturnType<typeof decode>, i: number): number[] {
  const [red = 0, green = 0, blue = 0, alpha = 255] = palette[data[i] ?? 0] ?? []
  return [red, green, blue, alpha]
}

test('every chunk ends with the check of its type and data', async () => {
  const png = withTexts(encodePng(toRaster(20, true)), [{ keyword: 'Title', text: 'Сауда' }])
  expect(decode(png, { checkCrc: true })).toEqual(decode(png))
  const broken = png.with(png.length - 1, (png.at(-1) ?? 0) ^ 1)
  expect(() => decode(broken, { checkCrc: true })).toThrow('CRC')
  expect(chunks(png).map(({ type }) => type)).toEqual(['IHDR', 'iTXt', 'PLTE', 'tRNS', 'IDAT', 'IEND'])
})

test('what the picture says of itself is read back in its language', async () => {
  const png = withTexts(encodePng(toRaster(4, false)), [
    { keyword: 'Description', text: 'Қазақстан саудасы', language: 'kk' },
    { keyword: 'Source', text: '' },
  ])
  const texts = chunks(png)
    .filter(({ type }) => type === 'iTXt')
    .map(({ data }) => new TextDecoder().decode(data))
  expect(texts).toEqual(['Description\0\0\0kk\0\0Қазақстан саудасы'])
})

test('a chart packs to less than 40 kB with its picture unharmed', async () => {
  const raster = rasterise(
    { width: 1200, height: 630, marks: drawChart(crossing) },
    toPaint({ theme: 'light' }, { marks: [] }),
    1,
  )
  const pixels = toPixels(raster)
  const bytes = encodePng(raster)
  const png = decode(bytes)
  expect(bytes.length).toBeLessThan(40_000)
  expect(Array.from({ length: 5000 }, (_, i) => toPixel(png, i * 151))).toEqual(
    Array.from({ length: 5000 }, (_, i) => [...raster.palette.subarray((pixels[i * 151] ?? 0) * 4).subarray(0, 4)]),
  )
})

test('the build packs a picture closer, pixel for pixel, with whatever else it holds', async () => {
  const raster = rasterise(
    { width: 1200, height: 630, marks: drawChart(crossing) },
    toPaint({ theme: 'light' }, { marks: [] }),
    1,
  )
  const loose = withTexts(encodePng(raster), [{ keyword: 'Title', text: 'Сауда' }])
  const close = await packPng(loose)
  expect(close.length).toBeLessThan(loose.length * 0.9)
  expect(chunks(close).map(({ type }) => type)).toEqual(chunks(loose).map(({ type }) => type))
  expect(decode(close, { checkCrc: true })).toEqual(decode(loose))
})

test('what is no PNG is left as it is', async () => {
  const svg = Uint8Array.from(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))
  expect(await packPng(svg)).toBe(svg)
})
