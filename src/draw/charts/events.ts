import type { Mark, TextMark } from '../scene.ts'
import type { TypeScale } from '../type-scale.ts'
import { type Obstacles, placeText, vertical } from './place.ts'

/** Events as hairlines with their words beside them, at the first height that is free; without its words an event is not drawn. */
export function drawEvents(
  events: readonly { x: number; text: string }[],
  top: number,
  bottom: number,
  obstacles: Obstacles,
  { label, hairline }: TypeScale,
): { words: TextMark[]; marks: Mark[] } {
  const words: TextMark[] = []
  const marks: Mark[] = []
  for (const { x, text } of events) {
    const run = { text, ink: 'muted', size: label, weight: 400 } as const
    const heights = Array.from({ length: 6 }, (_, i) => top + label * (0.9 + i * 1.25)).filter(
      y => y < bottom - label * 0.4,
    )
    const attempts = heights.flatMap(y => [
      [placeText(run, x - label * 0.4, y, 'end')],
      [placeText(run, x + label * 0.4, y)],
    ])
    const placed = obstacles.place(attempts)
    const [first] = placed ?? []
    if (!placed || !first) continue
    words.push(...placed)
    const from = first.y - label * 0.76
    const clear = obstacles.clearDown(x, from, bottom, hairline)
    for (const [a, b] of clear) obstacles.addLine(x, a, x, b, hairline)
    marks.push({
      kind: 'stroke',
      ink: 'muted',
      width: hairline,
      path: clear.flatMap(([a, b]) => vertical(x, a, b)),
    })
  }
  return { words, marks }
}
