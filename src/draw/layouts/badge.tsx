import type { Badge } from '../../card/picture.ts'
import { px } from '../charts/shapes.ts'
import { drawEmblem, emblemBox } from '../emblem.ts'
import type { Mark, Path, Scene } from '../scene.ts'
import { toBaseline } from '../text/faces.ts'
import { layOut } from '../text/layout.ts'
import { lineHeights } from '../type-scale.ts'
import { setBlock, toBlock, toWords, wordsStyle } from './block.tsx'

const height = 20
const size = 11
const padding = 7
const radius = 3
const camel = 12.5

/**
 * A line for a README: the camel, the short title and its period on ink; the figure and its change on grey, for red and green
 * would say failing and passing. The party's colour is a thin edge between the two. As wide as its words.
 */
export async function drawBadge({ name, figure, change, tone }: Badge): Promise<Scene> {
  const style = { size, ink: 'ground' } as const
  const blocks = [
    toBlock('name', [name], style),
    toBlock('figure', [figure], { ...style, weight: 600 }),
    ...(change === '' ? [] : [toBlock('change', [change], style)]),
  ]
  const [title, ...figures] = blocks
  if (!title) throw new Error('a badge needs a name')
  const emblemWidth = (camel * emblemBox.width) / emblemBox.height
  const tree = (
    <article style={{ ...wordsStyle, height }}>
      <section id="left" style={{ alignItems: 'center', paddingLeft: padding, paddingRight: padding }}>
        <section id="camel" style={{ width: emblemWidth, height: camel, marginRight: 5 }} />
        {toWords(title)}
      </section>
      <section id="right" style={{ alignItems: 'center', paddingLeft: padding + edgeWidth, paddingRight: padding }}>
        {figures.map((entry, i) => toWords(entry, { marginLeft: i > 0 ? 5 : 0 }))}
      </section>
    </article>
  )
  const box = await layOut(tree, { width: 1200, height })
  const [left, right, mark] = [box('left'), box('right'), box('camel')]
  const width = Math.ceil(right.x + right.width)
  const marks: Mark[] = [
    { kind: 'rect', ink: 'ink', x: 0, y: 0, width, height, radius },
    { kind: 'fill', ink: 'muted', path: roundRight(left.width, width) },
    { kind: 'rect', ink: tone, x: px(left.width), y: 0, width: edgeWidth, height },
    { kind: 'fill', ink: 'ground', path: drawEmblem({ x: mark.x, y: 15.5, height: camel }) },
    ...blocks.flatMap(entry => {
      const at = box(entry.key)
      const [text] = setBlock(entry, at)
      return text ? [{ ...text, y: px(at.y + toBaseline(size, entry.weight, lineHeights.text)) }] : []
    }),
  ]
  return { width, height, marks, subject: tone }
}

/** The width of the edge in the party's colour. */
const edgeWidth = 3

/** The right part, its outer corners rounded. */
const roundRight = (left: number, right: number): Path => [
  ['M', left, 0],
  ['H', right - radius],
  ['q', radius, 0, radius, radius],
  ['V', height - radius],
  ['q', 0, radius, -radius, radius],
  ['H', left],
  ['z'],
]
