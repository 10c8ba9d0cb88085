import type { JSXNode } from 'satori/jsx'
import type { Foot } from '../../card/picture.ts'
import type { Lang } from '../../model/locales.ts'
import { sizes } from '../../request/sizes.ts'
import { toRect } from '../charts/shapes.ts'
import { emblemBox } from '../emblem.ts'
import type { Box, Mark, Scene } from '../scene.ts'
import { toBaseline } from '../text/faces.ts'
import { layOut } from '../text/layout.ts'
import { breakText, fits, type TextSetting } from '../text/lines.ts'
import { type FramedSize, lineHeights, type TypeScale, typeScales } from '../type-scale.ts'
import { type Block, setBlock, toBlock, toWords, wordsStyle } from './block.tsx'
import { drawFoot } from './foot.ts'

/** The head and the foot of a card, and the parts between them. */
export type Content = {
  title: string
  subtitle: string
  foot: Foot
  lang: Lang
  /** A part between the measure and the chart. */
  middle?: { node: JSXNode; set: (box: (key: string) => Box) => Mark[] }
  /** Draws the chart into the box that Satori leaves for it. */
  draw: (box: Box) => Pick<Scene, 'marks' | 'plot' | 'points'>
}

/**
 * One flex tree a card: title, measure, chart, then the foot with its horizon. Satori sets the title and the measure, whose height
 * decides how much room the chart has, and gives each part its box. The words of the foot are set within theirs.
 */
export async function drawFrame(content: Content, size: FramedSize): Promise<Scene> {
  const { foot, middle, lang } = content
  const { width, height } = sizes[size]
  const t = typeScales[size]
  const inner = width - 2 * t.margin
  const setting = { width: inner, lang }
  const title = fitTitle(content.title, t, setting)
  const measure = { ...setting, size: t.label, weight: 400 } as const
  const subtitle = toBlock('subtitle', breakText(content.subtitle, measure), { size: t.label })
  const head = content.subtitle === '' ? [title] : [title, subtitle]
  const source = toBlock('source', fitSources(foot, t, setting), { size: t.foot })
  const box = await layOut(toTree(head, middle?.node, size), { width, height })
  const { marks, ...plotted } = content.draw(box('slot'))
  const { marks: horizon, words } = drawFoot(foot, { box: box('foot'), t })
  return {
    width,
    height,
    ...plotted,
    marks: [
      ...(t.hasGround ? [toRect('tint', { x: 0, y: t.horizon, width, height: height - t.horizon })] : []),
      ...marks,
      ...horizon,
      ...head.flatMap(block => setBlock(block, box(block.key))),
      ...(middle?.set(box) ?? []),
      ...words,
      ...setBlock(source, box('source')),
    ],
  }
}

function toTree(head: readonly Block[], middle: JSXNode, size: FramedSize) {
  const { width, height } = sizes[size]
  const t = typeScales[size]
  const feet = (t.camel * emblemBox.feet) / emblemBox.height
  const below = height - t.horizon - (t.camel - feet)
  const above = t.source - t.horizon - (t.camel - feet) - toBaseline(t.foot, 400, lineHeights.text)
  const inner = width - 2 * t.margin
  return (
    <article
      style={{
        ...wordsStyle,
        flexDirection: 'column',
        width,
        height,
        paddingTop: t.top,
        paddingLeft: t.margin,
        paddingRight: t.margin,
      }}
    >
      {head.map((block, i) => toWords(block, { width: inner, ...(i > 0 && { marginTop: t.label * 0.2 }) }))}
      {middle}
      <section id="slot" style={{ flexGrow: 1, marginTop: t.gap }} />
      <footer id="foot" style={{ marginTop: t.clearance - feet, height: t.camel }} />
      <section id="source" style={{ marginTop: above, height: below - above }} />
    </article>
  )
}

/** The width of the lines of a card, and their language. */
type LineSetting = Pick<TextSetting, 'width' | 'lang'>

/** A title at the first of its sizes at which it fits its lines; at the smallest it takes as many as it needs. */
export function fitTitle(text: string, { titles }: TypeScale, lineSetting: LineSetting): Block {
  let block: Block | undefined
  for (const [size, most] of titles) {
    const setting = { ...lineSetting, size, weight: 600 } as const
    const lines = breakText(text, setting)
    block = toBlock('title', lines, { size, weight: 600, ink: 'ink', lineHeight: lineHeights.title })
    if (fits(lines, setting, most)) break
  }
  if (!block) throw new Error('a type scale needs at least one size for its title')
  return block
}

/** The sources in the fullest form that fits its lines; a sign left at either end of a line is dropped. */
function fitSources({ sources }: Foot, t: TypeScale, lineSetting: LineSetting): string[] {
  const setting = { ...lineSetting, size: t.foot, weight: 400 } as const
  let lines: string[] = []
  for (const text of sources) {
    lines = breakText(text, setting)
    if (fits(lines, setting, t.sourceLines)) break
  }
  return lines.map(line => line.replace(/^\s*·\s*|\s*·\s*$/g, ''))
}
