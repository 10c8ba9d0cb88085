import type { JSXNode } from 'satori/jsx'
import { px } from '../charts/shapes.ts'
import type { Box, Ink, TextMark, Weight } from '../scene.ts'
import { toBaseline } from '../text/faces.ts'
import { lineHeights } from '../type-scale.ts'

type BlockStyle = { size: number; weight: Weight; ink: Ink; lineHeight: number }
/** Words of one size and colour, broken into lines: a node of the tree. */
export type Block = BlockStyle & { key: string; lines: readonly string[] }

/** A block of words; `style` overrides the plain style. */
export const toBlock = (
  key: string,
  lines: readonly string[],
  style: Pick<BlockStyle, 'size'> & Partial<BlockStyle>,
): Block => ({ key, lines, weight: 400, ink: 'muted', lineHeight: lineHeights.text, ...style })

/** The style that all words of a tree inherit; each node of words adds its size and what differs. */
export const wordsStyle = { whiteSpace: 'pre', lineHeight: lineHeights.text } as const

/** A block as a node of the tree, with its margins. Satori neither breaks nor joins its lines. */
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
