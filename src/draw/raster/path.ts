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

/** The commands a card may hold, by the code of their small letter; arcs are refused. */
const [M, L, H, V, Q, T, C, S, Z] = [...'mlhvqtcsz'].map(letter => letter.charCodeAt(0))
const commands = new Set([M, L, H, V, Q, T, C, S, Z])

const isSpace = (code: number): boolean => code === 32 || code === 44 || (code >= 9 && code <= 13)
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** The numbers and letters of path data, one after the other. */
class Scanner {
  at = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** The code of the next sign that is no space, or NaN at the end. */
  peek(): number {
    while (isSpace(this.text.charCodeAt(this.at))) this.at++
    return this.text.charCodeAt(this.at)
  }

  /** A number as SVG 2 section 9.3.9 writes it. Digits are added up here: glyphs are whole numbers, thousands of them. */
  number(): number {
    const { text } = this
    let code = this.peek()
    const from = this.at
    const isNegative = code === 45
    if (isNegative || code === 43) code = text.charCodeAt(++this.at)
    let value = 0
    let digits = 0
    while (isDigit(code)) {
      value = value * 10 + code - 48
      digits++
      code = text.charCodeAt(++this.at)
    }
    if (code === 46 || ((code === 101 || code === 69) && digits > 0)) return this.exactNumber(from)
    if (digits === 0) throw new Error(`path data at ${from}: "${text.slice(from, from + 12)}" is not a number`)
    return isNegative ? -value : value
  }

  /** The same by the platform, where a point or an exponent makes adding digits up inexact. */
  private exactNumber(from: number): number {
    const found = exact.exec(this.text.slice(from, from + 40))
    if (!found) throw new Error(`path data at ${from}: "${this.text.slice(from, from + 12)}" is not a number`)
    this.at = from + found[0].length
    return Number(found[0])
  }
}

const exact = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/i

/**
 * Reads SVG path data (SVG 2 section 9.3) and gives its lines, curves flattened, to a pen, in device pixels. Throws for an
 * arc, an unknown command, a number that is none.
 */
export function readPath(d: string, { x: moveX, y: moveY, scale }: Transform, pen: Pen): void {
  const scanner = new Scanner(d)
  let [x, y, startX, startY, controlX, controlY] = [0, 0, 0, 0, 0, 0]
  let command = Number.NaN
  let isRelative = false
  let previous = Number.NaN
  const px = (value: number): number => value * scale + moveX
  const py = (value: number): number => value * scale + moveY

  for (let code = scanner.peek(); !Number.isNaN(code); code = scanner.peek()) {
    const isLetter = (code | 32) >= 97 && (code | 32) <= 122
    if (isLetter) {
      command = code | 32
      isRelative = code >= 97
      scanner.at++
    }
    if (!commands.has(command) || (command === Z && !isLetter)) {
      throw new Error(
        `path data at ${scanner.at}: "${String.fromCharCode(code)}" is not among the commands a card may hold (M L H V C S Q T Z)`,
      )
    }
    const baseX = isRelative ? x : 0
    const baseY = isRelative ? y : 0
    switch (command) {
      case M:
        x = startX = baseX + scanner.number()
        y = startY = baseY + scanner.number()
        pen.move(px(x), py(y))
        break
      case L:
        x = baseX + scanner.number()
        y = baseY + scanner.number()
        pen.line(px(x), py(y))
        break
      case H:
        x = baseX + scanner.number()
        pen.line(px(x), py(y))
        break
      case V:
        y = baseY + scanner.number()
        pen.line(px(x), py(y))
        break
      case Q:
      case T: {
        const follows = previous === Q || previous === T
        controlX = command === Q ? baseX + scanner.number() : follows ? 2 * x - controlX : x
        controlY = command === Q ? baseY + scanner.number() : follows ? 2 * y - controlY : y
        const toX = baseX + scanner.number()
        const toY = baseY + scanner.number()
        flattenQuadratic(pen, px(x), py(y), px(controlX), py(controlY), px(toX), py(toY))
        x = toX
        y = toY
        break
      }
      case C:
      case S: {
        const follows = previous === C || previous === S
        const firstX = command === C ? baseX + scanner.number() : follows ? 2 * x - controlX : x
        const firstY = command === C ? baseY + scanner.number() : follows ? 2 * y - controlY : y
        controlX = baseX + scanner.number()
        controlY = baseY + scanner.number()
        const toX = baseX + scanner.number()
        const toY = baseY + scanner.number()
        flattenCubic(pen, px(x), py(y), px(firstX), py(firstY), px(controlX), py(controlY), px(toX), py(toY))
        x = toX
        y = toY
        break
      }
      case Z:
        x = startX
        y = startY
        pen.close()
        break
    }
    previous = command
    // What follows a move without a letter of its own is a line (SVG 2 section 9.3.3).
    if (command === M) command = L ?? M
  }
}
