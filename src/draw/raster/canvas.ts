import type { Contours } from './contours.ts'
import { type Bounds, type Coverage, measureCoverage, shades } from './coverage.ts'

/**
 * A picture by palette: `rows` holds, for each row, the filter byte 0 of a PNG and then one index a pixel; `palette` RGBA, four
 * bytes an entry, at most 256.
 */
export type Raster = {
  width: number
  height: number
  rows: Uint8Array<ArrayBuffer>
  palette: Uint8Array<ArrayBuffer>
}

/** How many pixels of the canvas a shape is measured over at once, so that a large one takes no more memory. */
const band = 1 << 20

/** From this many pixels, `fill` is faster than a loop. */
const longRun = 24

type Ramp = { red: number; green: number; blue: number; entries: Int16Array }

/** An indexed canvas on a ground; colours are as the palettes write them, `#rrggbb`. Without a ground it is transparent. */
export class Canvas {
  private readonly rows: Uint8Array<ArrayBuffer>
  private readonly palette = new Uint8Array(256 * 4)
  private entries = 1
  private readonly indexes = new Map<number, number>()
  private readonly ramps = new Map<string, Ramp>()
  private readonly width: number
  private readonly height: number

  constructor(width: number, height: number, ground?: string) {
    this.width = width
    this.height = height
    this.rows = new Uint8Array((width + 1) * height)
    // Entry 0, which every pixel begins with.
    if (ground) this.palette.set([...toChannels(ground), 255])
    this.indexes.set(toColourKey(this.palette[0], this.palette[1], this.palette[2], this.palette[3]), 0)
  }

  toRaster(): Raster {
    return {
      width: this.width,
      height: this.height,
      rows: this.rows,
      palette: this.palette.slice(0, this.entries * 4),
    }
  }

  /**
   * Gives every colour its shades over the ground. Colours mixed later, where two meet, take the remaining entries of the palette; once
   * it is full, they take the nearest entry.
   */
  reserve(colours: readonly string[]): void {
    for (const colour of colours) {
      const ramp = this.findRamp(colour)
      for (let step = shades; step > 0; step--) this.shade(ramp, 0, step)
    }
  }

  /** Fills a rectangle of whole pixels, clipped to the canvas. */
  fillRows({ left, top, right, bottom }: Bounds, colour: string): void {
    const [x0, x1] = [Math.max(0, left), Math.min(this.width, right)]
    if (x0 >= x1) return
    const entry = this.shade(this.findRamp(colour), 0, shades)
    for (let y = Math.max(0, top); y < Math.min(this.height, bottom); y++) {
      const row = y * (this.width + 1) + 1
      this.rows.fill(entry, row + x0, row + x1)
    }
  }

  /** Fills the area that the contours enclose. */
  fill(contours: Contours, colour: string): void {
    const { width, height } = this
    const rows = Math.ceil(band / width)
    for (let top = 0; top < height; top += rows) {
      const bounds = { left: 0, top, right: width, bottom: Math.min(height, top + rows) }
      const coverage = measureCoverage(contours, bounds)
      if (coverage) this.cover(coverage, colour)
    }
  }

  /** Paints the covered pixels in a colour, moved by whole pixels and clipped to the canvas. */
  cover({ left, top, right, bottom, steps, spans }: Coverage, colour: string, moveX = 0, moveY = 0): void {
    const ramp = this.findRamp(colour)
    const { entries } = ramp
    const whole = this.shade(ramp, 0, shades)
    const { rows, width } = this
    const x0 = left + moveX
    const first = Math.max(0, -(top + moveY))
    const last = Math.min(bottom - top, this.height - (top + moveY))
    for (let row = first; row < last; row++) {
      const from = row * (right - left)
      const end = from + Math.min(spans[row * 2 + 1] ?? 0, width - x0)
      const start = from + Math.max(spans[row * 2] ?? 0, -x0)
      let pixel = (row + top + moveY) * (width + 1) + 1 + x0 + start - from
      for (let i = start; i < end; i++, pixel++) {
        const step = steps[i] ?? 0
        if (step === 0) continue
        // A pixel that is covered fully takes the colour; a long run of these is filled at once.
        if (step === shades) {
          if (i + longRun < end && steps[i + longRun] === shades) {
            const begin = pixel
            for (; i + 1 < end && steps[i + 1] === shades; i++) pixel++
            rows.fill(whole, begin, pixel + 1)
          } else rows[pixel] = whole
          continue
        }
        const key = (rows[pixel] ?? 0) * (shades + 1) + step
        const known = entries[key] ?? -1
        rows[pixel] = known >= 0 ? known : this.mix(ramp, key)
      }
    }
  }

  private findRamp(colour: string): Ramp {
    const known = this.ramps.get(colour)
    if (known) return known
    const [red, green, blue] = toChannels(colour)
    const ramp = { red, green, blue, entries: new Int16Array(256 * (shades + 1)).fill(-1) }
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
    const key = toColourKey(red, green, blue, alpha)
    const known = this.indexes.get(key)
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

function toChannels(colour: string): [red: number, green: number, blue: number] {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`the colour "${colour}" is not drawn; expected #rrggbb`)
  const value = Number.parseInt(colour.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

/** A colour as a number: 0 for any transparent one. */
const toColourKey = (red = 0, green = 0, blue = 0, alpha = 0): number =>
  alpha === 0 ? 0 : ((red * 256 + green) * 256 + blue) * 256 + alpha
