import { toPieces } from '../../model/line-breaks.ts'
import type { Lang } from '../../model/locales.ts'
import type { Weight } from '../scene.ts'
import { measureText } from './faces.ts'

/** How a text is set: the size and weight of its letters, and the width of its lines in pixels. */
export type TextSetting = { size: number; weight: Weight; width: number; lang: Lang }

type Piece = { text: string; whole: number; trimmed: number; isPause: boolean }

const measured = new Map<string, Piece[]>()

/** How many texts are remembered: a card breaks the same few at several sizes. */
const mostMeasured = 128

/** Pieces with their widths in ems. No pair across a space is kerned, so widths add up. */
function measurePieces(text: string, { weight, lang }: TextSetting): Piece[] {
  const key = `${weight}${lang}${text}`
  const known = measured.get(key)
  if (known) return known
  const pieces = toPieces(text, lang).map(piece => ({
    text: piece,
    whole: measureText(piece, 1, weight),
    trimmed: measureText(piece.trimEnd(), 1, weight),
    isPause: /[,:;.，：；。]\s*$/.test(piece),
  }))
  if (measured.size >= mostMeasured) measured.clear()
  measured.set(key, pieces)
  return pieces
}

/** How much a break after a comma or a stop is worth, as a share of the measure. */
const pause = 0.21

/**
 * Breaks a text into lines no wider than `width`: into as few as it needs, of these into lines of the most equal
 * length, with a preference for a break after a comma. A piece wider than the measure has a line of its own.
 */
export function breakText(text: string, setting: TextSetting): string[] {
  const pieces = measurePieces(text, setting)
  const measure = setting.width / setting.size
  const count = countLines(pieces, measure)
  const goal = pieces.reduce((sum, piece) => sum + piece.whole, 0) / count
  const bonus = (pause * measure) ** 2
  // best[end] is the cheapest way to set the pieces before `end` in the lines so far, with the ends of these lines.
  let best = new Map<number, { cost: number; ends: number[] }>([[0, { cost: 0, ends: [] }]])
  for (let line = 1; line <= count; line++) {
    const next = new Map<number, { cost: number; ends: number[] }>()
    for (const [start, { cost, ends }] of best) {
      let held = 0
      for (const [i, piece] of pieces.slice(start).entries()) {
        const wide = held + piece.trimmed
        if (wide > measure && i > 0) break
        held += piece.whole
        const end = start + i + 1
        const isLast = end === pieces.length
        if (isLast !== (line === count)) continue
        const total = cost + (goal - wide) ** 2 - (piece.isPause && !isLast ? bonus : 0)
        const known = next.get(end)
        if (!known || total < known.cost) next.set(end, { cost: total, ends: [...ends, end] })
      }
    }
    best = next
  }
  let start = 0
  return (best.get(pieces.length)?.ends ?? [pieces.length]).map(end => {
    const line = pieces.slice(start, end)
    start = end
    return line
      .map(piece => piece.text)
      .join('')
      .trimEnd()
  })
}

function countLines(pieces: readonly Piece[], measure: number): number {
  let lines = 1
  let held = 0
  for (const piece of pieces) {
    if (held > 0 && held + piece.trimmed > measure) {
      lines++
      held = 0
    }
    held += piece.whole
  }
  return lines
}

/** Whether every line of a text fits, in at most that many lines. */
export const fits = (lines: readonly string[], { size, weight, width }: TextSetting, most: number): boolean =>
  lines.length <= most && lines.every(line => measureText(line, size, weight) <= width + 0.01)
