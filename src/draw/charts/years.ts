import type { TextMark } from '../scene.ts'
import { mutedRun, placeText, strongRun, widthOf } from './labels.ts'
import { boxOf, overlaps } from './obstacles.ts'

type Caption = { x: number; text: string; isNewest?: boolean }
/** The baseline of the captions, how far they may reach, and their size. */
type CaptionRow = { baseline: number; left: number; right: number; label: number }

/**
 * The words under an axis of time: the newest, the last, the first, then every one, second, fifth, tenth or twentieth, whichever leaves
 * 0.45 label between two.
 */
export function drawYears(captions: readonly Caption[], row: CaptionRow): TextMark[] {
  const isFree = (mark: TextMark, placed: readonly TextMark[]): boolean =>
    !placed.some(other => overlaps(boxOf(other), toRoomy(mark)))
  const ends = [captions.find(({ isNewest }) => isNewest), captions.at(-1), captions[0]].flatMap(end => end ?? [])
  const kept: TextMark[] = []
  for (const caption of new Set(ends)) {
    const mark = placeCaption(caption, row)
    if (isFree(mark, kept)) kept.push(mark)
  }
  const order = (caption: Caption): number =>
    /^\d+$/.test(caption.text) ? Number(caption.text) : captions.indexOf(caption)
  for (const every of [1, 2, 5, 10, 20, 50]) {
    const between = captions
      .filter(caption => !ends.includes(caption) && order(caption) % every === 0)
      .map(caption => ({ caption, mark: placeCaption(caption, row) }))
    const marks = between.map(({ mark }) => mark)
    const isApart = marks.every((mark, i) => isFree(mark, marks.slice(0, i)))
    // A caption that overlaps an end is left out, unless that would leave a gap twice as wide as the others.
    const isEven = between.every(
      ({ caption, mark }) => isFree(mark, kept) || ends.some(end => Math.abs(order(end) - order(caption)) < every),
    )
    if (isApart && isEven) return [...kept, ...marks.filter(mark => isFree(mark, kept))]
  }
  return kept
}

export function placeCaption({ x, text, isNewest }: Caption, { baseline, left, right, label }: CaptionRow): TextMark {
  const run = isNewest ? strongRun(text, 'ink', label) : mutedRun(text, label)
  const width = widthOf([run])
  return placeText(run, { x: Math.max(left, Math.min(x - width / 2, right - width)), y: baseline })
}

const toRoomy = (mark: TextMark) => {
  const box = boxOf(mark)
  return { ...box, x: box.x - mark.size * 0.45, width: box.width + mark.size * 0.9 }
}
