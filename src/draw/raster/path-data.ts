import type { Path, Step } from '../scene.ts'

/** The command that follows when the next one has no letter (SVG 2 section 9.3.3). */
const repeated: Record<string, string> = { M: 'L', m: 'l', z: '' }

/** Reads SVG path data of whole numbers, as the table of glyphs holds it. Throws for a command that no glyph has, and names it. */
export function parsePath(d: string): Path {
  const tokens = d.match(/[a-z]|-?\d+|\S/gi) ?? []
  const path: Step[] = []
  let at = 0
  const number = (): number => {
    const token = tokens[at++]
    const value = Number(token)
    if (Number.isNaN(value)) throw new Error(`path data "${d}": "${token}" is not a number`)
    return value
  }
  let command = ''
  while (at < tokens.length) {
    const token = tokens[at] ?? ''
    if (/[a-z]/i.test(token)) {
      command = token
      at++
    }
    switch (command) {
      case 'M':
      case 'm':
      case 'L':
      case 'l':
      case 't':
        path.push([command, number(), number()])
        break
      case 'H':
      case 'h':
      case 'V':
      case 'v':
        path.push([command, number()])
        break
      case 'q':
        path.push([command, number(), number(), number(), number()])
        break
      case 'z':
        path.push([command])
        break
      default:
        throw new Error(
          `path data "${d}": "${token}" is not among the commands a card may hold (M m L l H h V v q t z)`,
        )
    }
    command = repeated[command] ?? command
  }
  return path
}
