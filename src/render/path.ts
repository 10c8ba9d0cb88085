/** How far, in device pixels, a flattened curve may lie from the true one. */
const tolerance = 0.08

/** Where a path lies on the canvas: scaled first, then moved. SVG 2 section 8.5 with the two transforms a card uses. */
export type Transform = { x: number; y: number; scale: number }

/**
 * Straight lines in device pixels, four numbers each: x0, y0, x1, y1. It grows as it is filled and is used again from card
 * to card, so that drawing allocates next to nothing.
 */
export class Edges {
  data = new Float64Array(1 << 14)
  length = 0

  clear(): void {
    this.length = 0
  }

  add(x0: number, y0: number, x1: number, y1: number): void {
    if (this.length + 4 > this.data.length) {
      const wider = new Float64Array(this.data.length * 2)
      wider.set(this.data)
      this.data = wider
    }
    this.data[this.length] = x0
    this.data[this.length + 1] = y0
    this.data[this.length + 2] = x1
    this.data[this.length + 3] = y1
    this.length += 4
  }
}

/** What a path is read into: the pen moves, draws a line, or goes back to where the sub-path began. */
export type Pen = { move(x: number, y: number): void; line(x: number, y: number): void; close(): void }

/** A pen that fills: every sub-path is closed, as SVG 2 section 13.4 asks. */
export function toFillPen(edges: Edges): Pen & { end(): void } {
  let [x, y, startX, startY] = [0, 0, 0, 0]
  const line = (toX: number, toY: number): void => {
    edges.add(x, y, toX, toY)
    x = toX
    y = toY
  }
  const close = (): void => {
    if (x !== startX || y !== startY) line(startX, startY)
  }
  return {
    move(toX, toY) {
      close()
      x = startX = toX
      y = startY = toY
    },
    line,
    close,
    end: close,
  }
}

/** A sub-path as points x, y, x, y …, for strokes. */
export type Polyline = { points: number[]; isClosed: boolean }

/** A pen that gathers polylines; points that repeat the one before are left out. */
export function toPolylinePen(lines: Polyline[]): Pen {
  let current: Polyline | undefined
  const start = (x: number, y: number): Polyline => {
    const next = { points: [x, y], isClosed: false }
    lines.push(next)
    current = next
    return next
  }
  return {
    move: (x, y) => void start(x, y),
    line(x, y) {
      const line = current ?? start(x, y)
      if (line.points.at(-2) !== x || line.points.at(-1) !== y) line.points.push(x, y)
    },
    close() {
      if (!current) return
      const [x = 0, y = 0] = current.points
      current.isClosed = true
      current = undefined
      const closed = lines.at(-1)
      if (closed && closed.points.length > 2 && closed.points.at(-2) === x && closed.points.at(-1) === y)
        closed.points.length -= 2
      start(x, y)
    },
  }
}

/** Halves no curve more often than this: 256 lines are enough for any glyph at any size. */
const mostSteps = 256

/** A quadratic curve as lines; the number of steps keeps the flattening error, |p0 − 2p1 + p2| / 4n², under the tolerance. */
function flattenQuadratic(pen: Pen, x0: number, y0: number, x1: number, y1: number, x2: number, y2: number): void {
  const bend = Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2)
  const steps = Math.min(mostSteps, Math.max(1, Math.ceil(Math.sqrt(bend / (4 * tolerance)))))
  for (let i = 1; i < steps; i++) {
    const t = i / steps
    const u = 1 - t
    pen.line(u * u * x0 + 2 * u * t * x1 + t * t * x2, u * u * y0 + 2 * u * t * y1 + t * t * y2)
  }
  pen.line(x2, y2)
}

/** A cubic curve as lines, with the bound of Wang's formula: n = √(3·max|second difference| / 4ε). */
function flattenCubic(
  pen: Pen,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  x3: number,
  y3: number,
): void {
  const bend = Math.max(Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2), Math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3))
  const steps = Math.min(mostSteps, Math.max(1, Math.ceil(Math.sqrt((3 * bend) / (4 * tolerance)))))
  for (let i = 1; i < steps; i++) {
    const t = i / steps
    const u = 1 - t
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
    pen.line(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3)
  }
  pen.line(x3, y3)
}

/** How many numbers each command takes; arcs are refused. */
const arity: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, q: 4, t: 2, c: 6, s: 4, z: 0 }

/**
 * Reads SVG path data (SVG 2 section 9.3) and gives its lines, curves flattened, to a pen, in device pixels. Throws for an
 * arc, an unknown command, a number that is none.
 */
export function readPath(d: string, { x: moveX, y: moveY, scale }: Transform, pen: Pen): void {
  let [x, y, startX, startY, controlX, controlY] = [0, 0, 0, 0, 0, 0]
  let command = ''
  let previous = ''
  let at = 0
  const end = d.length

  const skip = (): void => {
    while (at < end) {
      const code = d.charCodeAt(at)
      if (code !== 32 && code !== 44 && code !== 10 && code !== 13 && code !== 9) return
      at++
    }
  }
  const number = (): number => {
    skip()
    const from = at
    let code = d.charCodeAt(at)
    if (code === 45 || code === 43) code = d.charCodeAt(++at)
    let hasDigit = false
    while (code >= 48 && code <= 57) {
      hasDigit = true
      code = d.charCodeAt(++at)
    }
    if (code === 46) {
      code = d.charCodeAt(++at)
      while (code >= 48 && code <= 57) {
        hasDigit = true
        code = d.charCodeAt(++at)
      }
    }
    if (hasDigit && (code === 101 || code === 69)) {
      code = d.charCodeAt(++at)
      if (code === 45 || code === 43) code = d.charCodeAt(++at)
      while (code >= 48 && code <= 57) code = d.charCodeAt(++at)
    }
    const value = Number(d.slice(from, at))
    if (!hasDigit || !Number.isFinite(value))
      throw new Error(`path data at ${from}: "${d.slice(from, from + 12)}" is not a number`)
    return value
  }
  const px = (value: number): number => value * scale + moveX
  const py = (value: number): number => value * scale + moveY

  skip()
  while (at < end) {
    const letter = d[at] ?? ''
    if (arity[letter.toLowerCase()] !== undefined) {
      command = letter
      at++
    } else if (/[a-df-z]/i.test(letter) || command === '' || command === 'z' || command === 'Z') {
      throw new Error(`path data at ${at}: "${letter}" is not among the commands a card may hold (M L H V C S Q T Z)`)
    }
    const lower = command.toLowerCase()
    const [baseX, baseY] = command === lower ? [x, y] : [0, 0]
    switch (lower) {
      case 'm':
        x = startX = baseX + number()
        y = startY = baseY + number()
        pen.move(px(x), py(y))
        command = command === 'm' ? 'l' : 'L'
        break
      case 'l':
        x = baseX + number()
        y = baseY + number()
        pen.line(px(x), py(y))
        break
      case 'h':
        x = baseX + number()
        pen.line(px(x), py(y))
        break
      case 'v':
        y = baseY + number()
        pen.line(px(x), py(y))
        break
      case 'q':
      case 't': {
        const isSmooth = lower === 't'
        const follows = previous === 'q' || previous === 't'
        controlX = isSmooth ? (follows ? 2 * x - controlX : x) : baseX + number()
        controlY = isSmooth ? (follows ? 2 * y - controlY : y) : baseY + number()
        const [toX, toY] = [baseX + number(), baseY + number()]
        flattenQuadratic(pen, px(x), py(y), px(controlX), py(controlY), px(toX), py(toY))
        x = toX
        y = toY
        break
      }
      case 'c':
      case 's': {
        const isSmooth = lower === 's'
        const follows = previous === 'c' || previous === 's'
        const firstX = isSmooth ? (follows ? 2 * x - controlX : x) : baseX + number()
        const firstY = isSmooth ? (follows ? 2 * y - controlY : y) : baseY + number()
        controlX = baseX + number()
        controlY = baseY + number()
        const [toX, toY] = [baseX + number(), baseY + number()]
        flattenCubic(pen, px(x), py(y), px(firstX), py(firstY), px(controlX), py(controlY), px(toX), py(toY))
        x = toX
        y = toY
        break
      }
      case 'z':
        x = startX
        y = startY
        pen.close()
        break
    }
    previous = lower
    skip()
  }
}
