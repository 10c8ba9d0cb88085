import type { Path } from '../scene.ts'
import type { Contours } from './contours.ts'

/** A path made ready to be drawn many times: whatever was relative, mirrored or left out is written out. */
export type Outline = { commands: Uint8Array; points: Float32Array }

const [MOVE, LINE, CURVE, CLOSE] = [0, 1, 2, 3]

export function toOutline(path: Path): Outline {
  const commands: number[] = []
  const points: number[] = []
  let [x, y, startX, startY, controlX, controlY] = [0, 0, 0, 0, 0, 0]
  const add = (command: number, ...coordinates: number[]): void => {
    // What goes on after a closed contour begins another where that began (SVG 2 section 9.3.4).
    if (commands.at(-1) === CLOSE && command !== MOVE) {
      commands.push(MOVE)
      points.push(startX, startY)
    }
    commands.push(command)
    points.push(...coordinates)
  }
  for (const step of path) {
    const [baseX, baseY] = step[0] >= 'a' ? [x, y] : [0, 0]
    switch (step[0]) {
      case 'M':
      case 'm':
        x = startX = baseX + step[1]
        y = startY = baseY + step[2]
        add(MOVE, x, y)
        break
      case 'L':
      case 'l':
        x = baseX + step[1]
        y = baseY + step[2]
        add(LINE, x, y)
        break
      case 'H':
      case 'h':
        x = baseX + step[1]
        add(LINE, x, y)
        break
      case 'V':
      case 'v':
        y = baseY + step[1]
        add(LINE, x, y)
        break
      case 'q':
        controlX = baseX + step[1]
        controlY = baseY + step[2]
        x = baseX + step[3]
        y = baseY + step[4]
        add(CURVE, controlX, controlY, x, y)
        break
      case 't': {
        const isMirrored = commands.at(-1) === CURVE
        controlX = isMirrored ? 2 * x - controlX : x
        controlY = isMirrored ? 2 * y - controlY : y
        x = baseX + step[1]
        y = baseY + step[2]
        add(CURVE, controlX, controlY, x, y)
        break
      }
      case 'z':
        x = startX
        y = startY
        add(CLOSE)
    }
  }
  return { commands: Uint8Array.from(commands), points: Float32Array.from(points) }
}

/** How far, in device pixels, a flattened curve may lie from the true one. */
const tolerance = 0.08

/** No curve takes more lines than this: enough for any glyph at any size. */
const mostSteps = 256

/** Draws an outline, scaled and then moved to `x`, `y`, as lines in device pixels. */
export function traceOutline({ commands, points }: Outline, x: number, y: number, scale: number, to: Contours): void {
  let at = 0
  let [penX, penY] = [x, y]
  for (const command of commands) {
    if (command === CLOSE) {
      to.close()
      continue
    }
    let endX = (points[at++] ?? 0) * scale + x
    let endY = (points[at++] ?? 0) * scale + y
    if (command === MOVE) to.move(endX, endY)
    else if (command === LINE) to.line(endX, endY)
    else {
      const [controlX, controlY] = [endX, endY]
      endX = (points[at++] ?? 0) * scale + x
      endY = (points[at++] ?? 0) * scale + y
      traceCurve(penX, penY, controlX, controlY, endX, endY, to)
    }
    penX = endX
    penY = endY
  }
}

/** A quadratic curve as lines; their number keeps the error of flattening, |p0 − 2p1 + p2| / 4n², under the tolerance. */
function traceCurve(x0: number, y0: number, x1: number, y1: number, x2: number, y2: number, to: Contours): void {
  const [bendX, bendY] = [x0 - 2 * x1 + x2, y0 - 2 * y1 + y2]
  const steps = Math.min(mostSteps, Math.ceil(Math.sqrt(Math.sqrt(bendX * bendX + bendY * bendY) / (4 * tolerance))))
  for (let i = 1; i < steps; i++) {
    const t = i / steps
    const u = 1 - t
    to.line(u * u * x0 + 2 * u * t * x1 + t * t * x2, u * u * y0 + 2 * u * t * y1 + t * t * y2)
  }
  to.line(x2, y2)
}
