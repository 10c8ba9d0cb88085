import type { Lang } from '../../model/locales.ts'
import type { Weight } from '../scene.ts'
import { measureText } from './faces.ts'

const segmenters = new Map<string, Intl.Segmenter>()

/** Words that a segmenter without a dictionary of trade and places breaks in two. */
const wholes =
  /哈萨克斯坦|乌兹别克斯坦|吉尔吉斯斯坦|塔吉克斯坦|土库曼斯坦|阿塞拜疆|集装箱|标准箱|贸易额|货运量|运输量|吞吐量|进口额|出口额|投资额|跨里海|数据中心|交通部|统计局/g

/** Single characters that begin a phrase; any other stays with what is before it. */
const leading = /^[对与和比从自至在是向由为被将把已]$/

/** Words of a Chinese text with the sign after them; digits stay with what counts them, and a bracket with what it holds. */
function toChinesePieces(text: string): string[] {
  const segmenter = segmenters.get('zh') ?? new Intl.Segmenter('zh', { granularity: 'word' })
  segmenters.set('zh', segmenter)
  const spans = [...text.matchAll(wholes)].map(({ 0: word, index }) => [index, index + word.length] as const)
  const isInside = (at: number): boolean => spans.some(([from, to]) => from < at && at < to)
  const pieces: string[] = []
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    const before = pieces.at(-1)
    const isGlued =
      before !== undefined &&
      (isInside(index) ||
        (!isWordLike && !/^[（《“‘]/.test(segment)) ||
        /^[\d年月日%万亿]/.test(segment) ||
        (segment.length === 1 && !leading.test(segment)) ||
        leading.test(before) ||
        /[（《“‘]$/.test(before))
    if (isGlued) pieces[pieces.length - 1] = before + segment
    else pieces.push(segment)
  }
  return pieces
}

const english = /^(?:in|by|of|to|on|from|than|about|over|at)$/i

/** What stands between a number and its unit. */
const counts = /^(?:million|billion|thousand|млн|млрд|тыс\.|мың)$/i

/** Whether two words stay on one line: a number and its unit, a dash and what it follows, a short preposition and its word. */
function areBound(before: string, after: string, lang: Lang): boolean {
  if (/^[—–-]$/.test(after)) return true
  if (/^[$≈>]?\d(?:[\d.,\u00a0\u202f]*\d)?$/.test(before) && !/^[12]\d{3}$/.test(before)) return true
  if (counts.test(before)) return true
  if (lang === 'en') return english.test(before) && /^[$≈>]?\d/.test(after)
  return /^\p{L}{1,3}$/u.test(before) && before === before.toLowerCase()
}

/** The pieces a line may be broken between, each with the space after it. */
function toPieces(text: string, lang: Lang): string[] {
  if (lang === 'zh') return toChinesePieces(text)
  const pieces: string[] = []
  for (const word of text.split(' ').filter(Boolean)) {
    const before = pieces.at(-1)
    const last = before?.trim().split(' ').at(-1)
    if (before !== undefined && last !== undefined && areBound(last, word, lang))
      pieces[pieces.length - 1] = `${before}${word} `
    else pieces.push(`${word} `)
  }
  return pieces
}

type Piece = { text: string; whole: number; trimmed: number; isPause: boolean }

const measured = new Map<string, Piece[]>()

/** How many texts are remembered: a card asks for the same few at one size after the other. */
const mostMeasured = 128

/** Pieces with their widths in ems. No pair across a space is kerned, so widths add up. */
function measurePieces(text: string, weight: Weight, lang: Lang): Piece[] {
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
 * Breaks a text into lines no wider than `width` pixels: into as few as it needs, of these into lines of the most equal
 * length, with a preference for a break after a comma. A piece wider than the measure has a line of its own.
 */
export function breakText(text: string, size: number, weight: Weight, width: number, lang: Lang): string[] {
  const pieces = measurePieces(text, weight, lang)
  const measure = width / size
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
export const fits = (lines: readonly string[], size: number, weight: Weight, width: number, most: number): boolean =>
  lines.length <= most && lines.every(line => measureText(line, size, weight) <= width + 0.01)
