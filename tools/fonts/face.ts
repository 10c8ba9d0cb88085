import type { Font } from 'fontkit'

type Outline = [advance: number, x: number, y: number, d: string]
export type Face = {
  em: number
  ascent: number
  descent: number
  glyphs: Record<string, Outline>
  kerning: Record<string, number>
}

/** Less than this of an em nobody sees: a fifth of a pixel in the newest figures of an og card. */
const leastKern = 0.006

/** The outlines of characters and the kerning of pairs, on a square of `em` units with y downwards. */
export function toFace(font: Font, em: number, { characters, pairs }: { characters: string[]; pairs: string[] }): Face {
  const scale = em / font.unitsPerEm
  const glyphs: Record<string, Outline> = {}
  for (const character of characters) {
    const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0)
    glyphs[character] = [Math.round(glyph.advanceWidth * scale * 10) / 10, ...toOutline(glyph.path.commands, scale)]
  }
  const kerning: Record<string, number> = {}
  for (const pair of pairs) {
    const { positions, glyphs: laid } = font.layout(pair, { calt: false, liga: false, kern: true })
    const [first] = positions
    const [glyph] = laid
    const kern = first && glyph && laid.length === 2 ? Math.round((first.xAdvance - glyph.advanceWidth) * scale) : 0
    if (Math.abs(kern) >= em * leastKern) kerning[pair] = kern
  }
  return { em, ascent: font.ascent * scale, descent: font.descent * scale, glyphs, kerning }
}

type Command = { command: string; args: number[] }
type Point = { x: number; y: number }
type Step = [letter: string, ...values: number[]]

/**
 * Where an outline starts, and the rest of it in relative whole units, so that the same glyph is the same text everywhere (which
 * compresses well). A quadratic whose control point mirrors the one before, as TrueType's implied points make it, is written
 * `t`, by its end alone.
 */
function toOutline(commands: readonly Command[], scale: number): [x: number, y: number, d: string] {
  const steps: Step[] = []
  let pen: Point = { x: 0, y: 0 }
  let start = pen
  let control: Point | undefined
  for (const { command, args } of commands) {
    const points = toPoints(args, scale)
    const end = points.at(-1) ?? start
    const [first = end] = points
    const [dx, dy] = [end.x - pen.x, end.y - pen.y]
    const mirrored: Point | undefined = control && { x: 2 * pen.x - control.x, y: 2 * pen.y - control.y }
    control = undefined
    switch (command) {
      case 'moveTo':
        steps.push(['m', dx, dy])
        start = end
        break
      case 'lineTo':
        steps.push(dy === 0 ? ['h', dx] : dx === 0 ? ['v', dy] : ['l', dx, dy])
        break
      case 'quadraticCurveTo':
        control = mirrored && isNear(mirrored, first) ? mirrored : first
        steps.push(control === mirrored ? ['t', dx, dy] : ['q', first.x - pen.x, first.y - pen.y, dx, dy])
        break
      case 'closePath':
        steps.push(['z'])
        break
      default:
        throw new Error(`a glyph has the command ${command}; expected TrueType outlines`)
    }
    pen = end
  }
  const [[, x = 0, y = 0] = ['m'], ...rest] = steps
  return [x, y, toPathText(rest)]
}

/** The steps as path data, each letter once where it repeats. */
function toPathText(steps: readonly Step[]): string {
  return steps
    .map(([letter, ...values], i) => {
      const numbers = values.map((value, k) => (k > 0 && value >= 0 ? ` ${value}` : String(value))).join('')
      if (letter === 'm' || letter !== steps[i - 1]?.[0]) return letter + numbers
      return (values[0] ?? 0) < 0 ? numbers : ` ${numbers}`
    })
    .join('')
}

const isNear = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) <= 1 && Math.abs(a.y - b.y) <= 1

const toPoints = (args: readonly number[], scale: number): Point[] =>
  Array.from({ length: args.length / 2 }, (_, i) => ({
    x: Math.round((args[2 * i] ?? 0) * scale),
    y: 0 - Math.round((args[2 * i + 1] ?? 0) * scale),
  }))
