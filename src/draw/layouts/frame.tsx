import type { JSXNode } from 'satori/jsx'
import type { Foot } from '../../card/picture.ts'
import type { Lang } from '../../model/locales.ts'
import { placeText } from '../charts/labels.ts'
import { horizontal, px } from '../charts/shapes.ts'
import { drawEmblem, emblemBox } from '../emblem.ts'
import type { Box, Ink, Mark, Plotted, Scene, TextMark, Weight } from '../scene.ts'
import { measureText, toBaseline } from '../text/faces.ts'
import { layOut } from '../text/layout.ts'
import { breakText, fits } from '../text/lines.ts'
import { leading, type TypeScale } from '../type-scale.ts'

/** Words of one size and colour, broken into lines: a node of the tree. */
export type Block = { key: string; lines: readonly string[]; size: number; weight: Weight; ink: Ink; leading: number }

/** What the words of a tree have in common; each node of words says its size, and what of this is otherwise. */
export const wordsStyle = { whiteSpace: 'pre', lineHeight: leading.text } as const

/** A block as a node, with its distance from others: one for all its lines, which Satori neither breaks nor joins. */
export const toWords = (
  { key, lines, size, weight, leading: pitch }: Block,
  place: Record<string, number> = {},
): JSXNode => (
  <section
    id={key}
    style={{
      ...place,
      fontSize: size,
      ...(weight !== 400 && { fontWeight: weight }),
      ...(pitch !== leading.text && { lineHeight: pitch }),
    }}
  >
    {lines.join('\n')}
  </section>
)

/** The lines of a block in the box that it was given. */
export const setBlock = ({ lines, size, weight, ink, leading: pitch }: Block, box: Box): TextMark[] =>
  lines.map((text, i) => ({
    kind: 'text',
    ink,
    x: px(box.x),
    y: Math.round(box.y + i * size * pitch + toBaseline(size, weight, pitch)),
    size,
    weight,
    text,
  }))

/** The lines of the first of some forms that fit, each set when those before it did not; those of the last where none does. */
function firstThatFits<T>(
  forms: readonly T[],
  set: (form: T) => string[],
  isFit: (lines: string[], form: T) => boolean,
) {
  let last: { form: T; lines: string[] } | undefined
  for (const form of forms) {
    last = { form, lines: set(form) }
    if (isFit(last.lines, form)) break
  }
  return last
}

/** A title at the first of its sizes at which it fits its lines; at the smallest it takes as many as it needs. */
export function fitTitle(text: string, { titles }: TypeScale, width: number, lang: Lang): Block {
  const found = firstThatFits(
    titles,
    ([size]) => breakText(text, size, 600, width, lang),
    (lines, [size, most]) => fits(lines, size, 600, width, most),
  )
  if (!found) throw new Error('a type scale needs at least one size for its title')
  const [size] = found.form
  return { key: 'title', lines: found.lines, size, weight: 600, ink: 'ink', leading: leading.title }
}

/** What stands at the head of a card and at its foot, and what fills the room between. */
export type Content = {
  title: string
  subtitle: string
  foot: Foot
  lang: Lang
  /** What stands between the measure and the chart. */
  middle?: { node: JSXNode; set: (box: (key: string) => Box) => Mark[] }
  /** Draws the chart into the box that Satori leaves for it. */
  draw: (box: Box) => { marks: readonly Mark[]; plot?: Box; points?: readonly Plotted[] }
}

/**
 * One flex tree a card: title, measure, chart, then the foot with its horizon. Satori sets the title and the measure, whose height
 * decides how much room the chart has, and gives each part its box. The words of the foot are set within theirs.
 */
export async function drawFrame(content: Content, t: TypeScale, width: number, height: number): Promise<Scene> {
  const { lang, foot } = content
  const inner = width - 2 * t.margin
  const title = fitTitle(content.title, t, inner, lang)
  const subtitle: Block = {
    key: 'subtitle',
    lines: content.subtitle === '' ? [] : breakText(content.subtitle, t.label, 400, inner, lang),
    size: t.label,
    weight: 400,
    ink: 'muted',
    leading: leading.text,
  }
  const source = toSource(foot, t, inner, lang)
  const feet = (t.camel * emblemBox.feet) / emblemBox.height
  const emblemWidth = (t.camel * emblemBox.width) / emblemBox.height
  const brand = toBrand(foot, t, inner - emblemWidth)
  const below = height - t.horizon - (t.camel - feet)
  const above = t.source - t.horizon - (t.camel - feet) - toBaseline(t.foot, 400, leading.text)
  const tree = (
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
      {toWords(title, { width: inner })}
      {subtitle.lines.length > 0 ? toWords(subtitle, { width: inner, marginTop: t.label * 0.2 }) : undefined}
      {content.middle?.node}
      <section id="slot" style={{ flexGrow: 1, marginTop: t.gap }} />
      <footer id="foot" style={{ marginTop: t.clearance - feet, height: t.camel }} />
      <section id="source" style={{ marginTop: above, height: below - above }} />
    </article>
  )
  const box = await layOut(tree, width, height)
  const slot = box('slot')
  const { marks, plot, points } = content.draw(slot)
  const { emblem, words } = setFoot(brand, box('foot'), emblemWidth, t)
  const ground: Mark[] = t.hasGround
    ? [{ kind: 'rect', ink: 'tint', x: 0, y: t.horizon, width, height: height - t.horizon }]
    : []
  return {
    width,
    height,
    ...(plot && { plot }),
    ...(points && { points }),
    marks: [
      ...ground,
      ...marks,
      {
        kind: 'stroke',
        ink: 'muted',
        width: px(t.hairline * 0.6),
        path: horizontal(t.margin, emblem + emblemWidth * 0.9, t.horizon),
      },
      { kind: 'fill', ink: 'ink', path: drawEmblem(emblem, t.horizon, t.camel) },
      ...setBlock(title, box('title')),
      ...(subtitle.lines.length > 0 ? setBlock(subtitle, box('subtitle')) : []),
      ...(content.middle?.set(box) ?? []),
      ...words,
      ...setBlock(source, box('source')),
    ],
  }
}

/**
 * The words of the foot, which end at the right of its box, kerned as they are drawn; what stands before them begins on a whole
 * pixel. `emblem` is where the emblem begins.
 */
function setFoot(brand: readonly Block[], box: Box, emblemWidth: number, t: TypeScale) {
  const words: TextMark[] = []
  let left = box.x + box.width + footGap(t)
  for (const { lines, size, weight, ink } of brand.toReversed()) {
    const text = lines[0] ?? ''
    left -= footGap(t) + measureText(text, size, weight)
    if (words.length > 0) left = Math.round(left)
    words.unshift(placeText({ text, size, weight, ink }, left, t.horizon - t.hairline))
  }
  return { words, emblem: Math.round(left - footGap(t) - emblemWidth) }
}

/** How far apart the parts of the foot stand. */
const footGap = (t: TypeScale): number => t.foot * 0.52

/** The width of a block of one line. */
const widthOf = ({ lines, size, weight }: Block): number => measureText(lines[0] ?? '', size, weight)

/** The name, the address and the licence, as many of them as have room beside the emblem; the address always. */
function toBrand({ name, address, licence }: Foot, t: TypeScale, width: number): Block[] {
  const block = (key: string, text: string, weight: Weight, ink: Ink): Block => ({
    key,
    lines: [text],
    size: t.foot,
    weight,
    ink,
    leading: leading.text,
  })
  const bare = block('address', address, 400, 'muted')
  const full = t.isSmall || licence === '' ? bare : { ...bare, lines: [`${address} · ${licence}`] }
  const attempts = name === '' ? [[full]] : [[block('name', name, 600, 'ink'), full], [full]]
  const room = (blocks: Block[]): number => blocks.reduce((rest, block) => rest - footGap(t) - widthOf(block), width)
  return attempts.find(blocks => room(blocks) >= 0) ?? [bare]
}

/** The sources in the fullest form that fits its lines; a sign left at either end of a line is dropped. */
function toSource({ sources }: Foot, t: TypeScale, width: number, lang: Lang): Block {
  const found = firstThatFits(
    sources,
    text => breakText(text, t.foot, 400, width, lang),
    lines => fits(lines, t.foot, 400, width, t.sourceLines),
  )
  return {
    key: 'source',
    lines: (found?.lines ?? []).map(line => line.replace(/^\s*·\s*|\s*·\s*$/g, '')),
    size: t.foot,
    weight: 400,
    ink: 'muted',
    leading: leading.text,
  }
}
