import type { Path } from '../scene.ts'
import type { Contours } from './contours.ts'

/** A path in absolute coordinates, to be drawn many times: relative, mirrored and implied points are resolved. */
export type Outline = { commands: Uint8Array; points: Float32Array }

const [MOVE, LINE, CURVE, CLOSE] = [0, 1, 2, 3]

export function toOutline(path: Path): Outline {
  const commands: number[] = []
  const points: number[] = []
  let [x, y, startX, startY, controlX, controlY] = [0, 0, 0, 0, 0, 0]
  const add = (command: number, ...coordinates: number[]): void => {
    // A step after a closed contour begins a new one where that began (SVG 2 section 9.3.4).
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

/** Where an outline is drawn: at `x`, `y`, with `scale` pixels to a unit. */
export type Placement = { x: number; y: number; scale: number }

/** Draws an outline, scaled and then moved, as lines in device pixels. */
export function traceOutline({ commands, points }: Outline, { x, y, scale }: Placement, to: Contours): void {
  let at = 0
  for (const command of commands) {
    if (command === CLOSE) {
      to.close()
      continue
    }
    const pointX = (points[at++] ?? 0) * scale + x
    const pointY = (points[at++] ?? 0) * scale + y
    if (command === MOVE) to.move(pointX, pointY)
    else if (command === LINE) to.line(pointX, pointY)
    else to.curve(pointX, pointY, (points[at++] ?? 0) * scale + x, (points[at++] ?? 0) * scale + y)
  }
}
