import type { Contours } from './contours.ts'
import { type Coverage, measureCoverage } from './coverage.ts'

/** A picture by palette: `pixels` holds one index a pixel, row by row; `palette` RGBA, four bytes an entry, at most 256. */
export type Raster = {
  width: number
  height: number
  pixels: Uint8Array<ArrayBuffer>
  palette: Uint8Array<ArrayBuffer>
}

/** How many steps lie between nothing and full coverage: one more than the shades a ramp needs. */
const shades = 16

/** Half a step of coverage, below which a pixel stays as it is. */
const faint = 0.5 / shades

type Ramp = { red: number; green: number; blue: number; entries: Int16Array }

/** An indexed canvas; its colours are as the palettes write them, `#rrggbb`. */
export class Canvas {
  private readonly pixels: Uint8Array<ArrayBuffer>
  private readonly palette = new Uint8Array(256 * 4)
  private entries = 1
  private readonly indexes = new Map<number, number>([[0, 0]])
  private readonly ramps = new Map<string, Ramp>()
  private readonly width: number
  private readonly height: number

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.pixels = new Uint8Array(width * height)
  }

  toRaster(): Raster {
    return {
      width: this.width,
      height: this.height,
      pixels: this.pixels,
      palette: this.palette.slice(0, this.entries * 4),
    }
  }

  /**
   * Gives every colour its shades over what the canvas holds now, a ground of one colour. What is mixed later, where colours
   * meet, has the rest of the palette; once that is full it takes the nearest shade there is, which is never far.
   */
  reserve(colours: readonly string[]): void {
    const ground = this.pixels[0] ?? 0
    for (const colour of colours) {
      const ramp = this.findRamp(colour)
      for (let step = shades; step > 0; step--) this.shade(ramp, ground, step)
    }
  }

  /** Fills a rectangle of whole pixels, clipped to the canvas. */
  fillRows(left: number, top: number, right: number, bottom: number, colour: string): void {
    const [x0, x1] = [Math.max(0, left), Math.min(this.width, right)]
    if (x0 >= x1) return
    const entry = this.shade(this.findRamp(colour), 0, shades)
    for (let y = Math.max(0, top); y < Math.min(this.height, bottom); y++)
      this.pixels.fill(entry, y * this.width + x0, y * this.width + x1)
  }

  /** Fills what the contours enclose. */
  fill(contours: Contours, colour: string): void {
    const coverage = measureCoverage(contours, this.width, this.height)
    if (coverage) this.sweep(coverage, this.findRamp(colour))
  }

  /** The running sum along each row, turned into shades. */
  private sweep({ left, top, right, bottom, stride, sums }: Coverage, ramp: Ramp): void {
    const { pixels, width } = this
    for (let y = top; y < bottom; y++) {
      let sum = 0
      let from = (y - top) * stride
      let pixel = y * width + left
      for (let x = left; x < right; x++, from++, pixel++) {
        sum += sums[from] ?? 0
        const cover = sum < 0 ? -sum : sum
        if (cover < faint) continue
        const step = cover >= 1 - faint ? shades : (cover * shades + 0.5) | 0
        const key = (pixels[pixel] ?? 0) * (shades + 1) + step
        const known = ramp.entries[key] ?? -1
        pixels[pixel] = known >= 0 ? known : this.mix(ramp, key)
      }
    }
  }

  private findRamp(colour: string): Ramp {
    const known = this.ramps.get(colour)
    if (known) return known
    if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`the colour "${colour}" is not drawn; expected #rrggbb`)
    const value = Number.parseInt(colour.slice(1), 16)
    const entries = new Int16Array(256 * (shades + 1)).fill(-1)
    const ramp = { red: value >> 16, green: (value >> 8) & 255, blue: value & 255, entries }
    this.ramps.set(colour, ramp)
    return ramp
  }

  private shade(ramp: Ramp, ground: number, step: number): number {
    const key = ground * (shades + 1) + step
    const known = ramp.entries[key] ?? -1
    return known >= 0 ? known : this.mix(ramp, key)
  }

  /** The palette entry for so much of a colour over a ground: source-over on straight alpha (Compositing level 1, section 5.1). */
  private mix(ramp: Ramp, key: number): number {
    const ground = Math.floor(key / (shades + 1)) * 4
    const over = (key % (shades + 1)) / shades
    const under = ((this.palette[ground + 3] ?? 0) / 255) * (1 - over)
    const alpha = over + under
    const channel = (value: number, offset: number): number =>
      alpha > 0 ? Math.round((value * over + (this.palette[ground + offset] ?? 0) * under) / alpha) : 0
    const index = this.findEntry(
      channel(ramp.red, 0),
      channel(ramp.green, 1),
      channel(ramp.blue, 2),
      Math.round(alpha * 255),
    )
    ramp.entries[key] = index
    return index
  }

  /** The entry of a colour: its own while there is room for 256, the nearest there is from then on. */
  private findEntry(red: number, green: number, blue: number, alpha: number): number {
    const key = ((red * 256 + green) * 256 + blue) * 256 + alpha
    const known = this.indexes.get(alpha === 0 ? 0 : key)
    if (known !== undefined) return known
    if (this.entries < 256) {
      this.palette.set([red, green, blue, alpha], this.entries * 4)
      this.indexes.set(key, this.entries)
      return this.entries++
    }
    let [best, least] = [0, Number.POSITIVE_INFINITY]
    for (let i = 0; i < 256; i++) {
      const distance =
        (red - (this.palette[i * 4] ?? 0)) ** 2 +
        (green - (this.palette[i * 4 + 1] ?? 0)) ** 2 +
        (blue - (this.palette[i * 4 + 2] ?? 0)) ** 2 +
        4 * (alpha - (this.palette[i * 4 + 3] ?? 0)) ** 2
      if (distance < least) [best, least] = [i, distance]
    }
    this.indexes.set(key, best)
    return best
  }
}
