import type { JSXNode } from 'satori/jsx'
import { px } from '../charts/shapes.ts'
import type { Box, Ink, TextMark, Weight } from '../scene.ts'
import { toBaseline } from '../text/faces.ts'
import { lineHeights } from '../type-scale.ts'

type BlockStyle = { size: number; weight: Weight; ink: Ink; lineHeight: number }
/** Words of one size and colour, broken into lines: a node of the tree. */
export type Block = BlockStyle & { key: string; lines: readonly string[] }

/** A block of plain words, but for what of its style is given. */
export const toBlock = (
  key: string,
  lines: readonly string[],
  style: Pick<BlockStyle, 'size'> & Partial<BlockStyle>,
): Block => ({ key, lines, weight: 400, ink: 'muted', lineHeight: lineHeights.text, ...style })

/** What the words of a tree have in common; each node of words says its size, and what of this is otherwise. */
export const wordsStyle = { whiteSpace: 'pre', lineHeight: lineHeights.text } as const

/** A block as a node, with its distance from others: one for all its lines, which Satori neither breaks nor joins. */
export const toWords = (
  { key, lines, size, weight, lineHeight }: Block,
  place: Record<string, number> = {},
): JSXNode => (
  <section
    id={key}
    style={{
      ...place,
      fontSize: size,
      ...(weight !== 400 && { fontWeight: weight }),
      ...(lineHeight !== lineHeights.text && { lineHeight }),
    }}
  >
    {lines.join('\n')}
  </section>
)

/** The lines of a block in the box that it was given. */
export const setBlock = ({ lines, size, weight, ink, lineHeight }: Block, box: Box): TextMark[] =>
  lines.map((text, i) => ({
    kind: 'text',
    ink,
    x: px(box.x),
    y: Math.round(box.y + i * size * lineHeight + toBaseline(size, weight, lineHeight)),
    size,
    weight,
    text,
  }))
