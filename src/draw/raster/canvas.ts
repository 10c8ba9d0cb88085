import type { Edges } from './path.ts'
import type { Colour } from './svg-reader.ts'

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

let accumulation = new Float32Array(1 << 16)

type Ramp = { ink: Colour; entries: Int16Array }

/**
 * An indexed canvas. Coverage is found as in Levien's font-rs ("Inside the fastest font renderer in the world", 2016), the
 * same sums as stb_truetype v2 and FreeType's smooth rasteriser: every edge adds, to each pixel row it crosses, the signed
 * area to its right; a running sum along the row is the share of each pixel the shape covers, exactly.
 *
 * The sum is of signed areas, so what two contours of the same winding both cover counts twice and is clamped to one: right
 * but for pixels that both cover in part. Contours of opposite winding that overlap cancel, where non-zero winding would
 * fill: such glyphs are kept out of the fonts by test/unit/raster.test.ts.
 */
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
   * Gives every ink its shades over what the canvas holds now, a ground of one colour. What is mixed later, where inks meet,
   * has the rest of the palette; once that is full it takes the nearest shade there is, which is never far.
   */
  reserve(inks: readonly Colour[]): void {
    const ground = this.pixels[0] ?? 0
    for (const ink of inks) {
      const ramp = this.findRamp(ink)
      for (let step = shades; step > 0; step--) this.shade(ramp, ground, step)
    }
  }

  /** Fills whole rows of pixels, clipped to the canvas. */
  fillRows(left: number, top: number, right: number, bottom: number, ink: Colour): void {
    const [x0, x1] = [Math.max(0, left), Math.min(this.width, right)]
    const ramp = this.findRamp(ink)
    for (let y = Math.max(0, top); y < Math.min(this.height, bottom); y++) {
      const row = y * this.width
      if (ink.opacity === 1) {
        if (x1 > x0) this.pixels.fill(this.shade(ramp, 0, shades), row + x0, row + x1)
      } else for (let i = row + x0; i < row + x1; i++) this.pixels[i] = this.shade(ramp, this.pixels[i] ?? 0, shades)
    }
  }

  /** Fills what the edges enclose. */
  fill(edges: Edges, ink: Colour): void {
    const box = this.findBox(edges)
    if (!box) return
    const { left, top, right, bottom } = box
    const stride = right - left + 2
    const size = stride * (bottom - top)
    if (accumulation.length < size) accumulation = new Float32Array(size)
    else accumulation.fill(0, 0, size)
    for (let i = 0; i < edges.length; i += 4) {
      addEdge(
        edges.data[i] ?? 0,
        edges.data[i + 1] ?? 0,
        edges.data[i + 2] ?? 0,
        edges.data[i + 3] ?? 0,
        left,
        top,
        right,
        bottom,
        stride,
      )
    }
    this.sweep(left, top, right, bottom, stride, this.findRamp(ink))
  }

  private findBox({ data, length }: Edges): { left: number; top: number; right: number; bottom: number } | undefined {
    let [left, top, right, bottom] = [
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ]
    for (let i = 0; i < length; i += 2) {
      const x = data[i] ?? 0
      const y = data[i + 1] ?? 0
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
    }
    const box = {
      left: Math.max(0, Math.floor(left)),
      top: Math.max(0, Math.floor(top)),
      right: Math.min(this.width, Math.ceil(right)),
      bottom: Math.min(this.height, Math.ceil(bottom)),
    }
    return box.left < box.right && box.top < box.bottom ? box : undefined
  }

  /** The running sum along each row, turned into shades. */
  private sweep(left: number, top: number, right: number, bottom: number, stride: number, ramp: Ramp): void {
    const { pixels, width } = this
    for (let y = top; y < bottom; y++) {
      let sum = 0
      let from = (y - top) * stride
      let pixel = y * width + left
      for (let x = left; x < right; x++, from++, pixel++) {
        sum += accumulation[from] ?? 0
        const cover = sum < 0 ? -sum : sum
        if (cover < faint) continue
        const step = cover >= 1 - faint ? shades : (cover * shades + 0.5) | 0
        const key = (pixels[pixel] ?? 0) * (shades + 1) + step
        const known = ramp.entries[key] ?? -1
        pixels[pixel] = known >= 0 ? known : this.mix(ramp, key)
      }
    }
  }

  private findRamp(ink: Colour): Ramp {
    const name = `${ink.red},${ink.green},${ink.blue},${ink.opacity}`
    const ramp = this.ramps.get(name) ?? { ink, entries: new Int16Array(256 * (shades + 1)).fill(-1) }
    this.ramps.set(name, ramp)
    return ramp
  }

  private shade(ramp: Ramp, ground: number, step: number): number {
    const key = ground * (shades + 1) + step
    const known = ramp.entries[key] ?? -1
    return known >= 0 ? known : this.mix(ramp, key)
  }

  /** The palette entry for so much of an ink over a ground: source-over on straight alpha (Compositing level 1, section 5.1). */
  private mix(ramp: Ramp, key: number): number {
    const ground = Math.floor(key / (shades + 1)) * 4
    const { ink } = ramp
    const over = ((key % (shades + 1)) / shades) * ink.opacity
    const under = ((this.palette[ground + 3] ?? 0) / 255) * (1 - over)
    const alpha = over + under
    const channel = (value: number, offset: number): number =>
      alpha > 0 ? Math.round((value * over + (this.palette[ground + offset] ?? 0) * under) / alpha) : 0
    const index = this.findEntry(
      channel(ink.red, 0),
      channel(ink.green, 1),
      channel(ink.blue, 2),
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

/** Adds one edge to the accumulation, clipped to the box: what lies left of it counts at its left border, what lies right, nowhere. */
function addEdge(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  left: number,
  top: number,
  right: number,
  bottom: number,
  stride: number,
): void {
  if (y0 === y1) return
  const isDown = y0 < y1
  const direction = isDown ? 1 : -1
  let [startX, startY, endX, endY] = isDown ? [x0, y0, x1, y1] : [x1, y1, x0, y0]
  if (endY <= top || startY >= bottom) return
  const slope = (endX - startX) / (endY - startY)
  if (startY < top) {
    startX += slope * (top - startY)
    startY = top
  }
  if (endY > bottom) {
    endX = startX + slope * (bottom - startY)
    endY = bottom
  }
  if (startX >= left && startX <= right && endX >= left && endX <= right) {
    addInside(startX - left, startY - top, endX - left, endY - top, direction, stride)
    return
  }
  // Cut where the edge leaves the box at its sides, so that each piece lies wholly within, left of, or right of it.
  let x = startX
  let y = startY
  const cuts =
    slope === 0
      ? []
      : [left, right]
          .map(side => startY + (side - startX) / slope)
          .filter(cut => cut > startY && cut < endY)
          .sort((a, b) => a - b)
  for (const cut of [...cuts, endY]) {
    const toX = cut === endY ? endX : startX + slope * (cut - startY)
    const middle = (x + toX) / 2
    if (middle <= left) addInside(0, y - top, 0, cut - top, direction, stride)
    else if (middle < right)
      addInside(Math.max(0, x - left), y - top, Math.max(0, toX - left), cut - top, direction, stride)
    x = toX
    y = cut
  }
}

/** font-rs's `draw_line` on a piece that lies within the box: `y0 < y1`, x from 0 to the width. */
function addInside(x0: number, y0: number, x1: number, y1: number, direction: number, stride: number): void {
  const slope = (x1 - x0) / (y1 - y0)
  let x = x0
  const last = Math.ceil(y1)
  for (let row = Math.floor(y0); row < last; row++) {
    const base = row * stride
    const height = Math.min(row + 1, y1) - Math.max(row, y0)
    if (height <= 0) continue
    const next = x + slope * height
    const d = height * direction
    const low = Math.min(x, next)
    const high = Math.max(x, next)
    const lowFloor = Math.floor(low)
    const highCeil = Math.ceil(high)
    const at = base + lowFloor
    if (highCeil <= lowFloor + 1) {
      const middle = (low + high) / 2 - lowFloor
      accumulation[at] = (accumulation[at] ?? 0) + d * (1 - middle)
      accumulation[at + 1] = (accumulation[at + 1] ?? 0) + d * middle
    } else {
      const share = 1 / (high - low)
      const first = low - lowFloor
      const a0 = 0.5 * share * (1 - first) * (1 - first)
      const past = high - highCeil + 1
      const am = 0.5 * share * past * past
      accumulation[at] = (accumulation[at] ?? 0) + d * a0
      if (highCeil === lowFloor + 2) {
        accumulation[at + 1] = (accumulation[at + 1] ?? 0) + d * (1 - a0 - am)
      } else {
        const a1 = share * (1.5 - first)
        accumulation[at + 1] = (accumulation[at + 1] ?? 0) + d * (a1 - a0)
        for (let pixel = lowFloor + 2; pixel < highCeil - 1; pixel++)
          accumulation[base + pixel] = (accumulation[base + pixel] ?? 0) + d * share
        const a2 = a1 + (highCeil - lowFloor - 3) * share
        accumulation[base + highCeil - 1] = (accumulation[base + highCeil - 1] ?? 0) + d * (1 - a2 - am)
      }
      accumulation[base + highCeil] = (accumulation[base + highCeil] ?? 0) + d * am
    }
    x = next
  }
}
