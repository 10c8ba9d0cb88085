import type { Card } from '../../card/card.ts'
import type { Layout } from '../../model/indicator.ts'
import { type Size, sizes } from '../../request/sizes.ts'
import type { Scene } from '../scene.ts'
import { layOutWords } from '../text/layout.ts'
import { type Composition, compositions } from '../type-scale.ts'
import { drawBadge } from './badge.tsx'
import { drawBars, drawTrend } from './charted.tsx'
import type { Sheet } from './frame.tsx'
import { drawStat } from './stat.tsx'

type Draw = (card: Card, composition: Composition, width: number, height: number) => Sheet

const layouts: Record<Exclude<Layout, 'badge'>, Draw> = { trend: drawTrend, bars: drawBars, stat: drawStat }

/** Lays a card out: words through Satori, marks beside them. */
export async function draw(card: Card, { layout, size }: { layout: Layout; size: Size }): Promise<Scene> {
  if (layout === 'badge' || size === 'badge') return drawBadge(card)
  const { width, height } = sizes[size]
  const sheet = layouts[layout](card, compositions[size], width, height)
  return toScene(sheet, width, height)
}

/** Joins the marks of a sheet and its words, laid out, into one scene; the words lie in front. */
export async function toScene({ words, marks, points }: Sheet, width: number, height: number): Promise<Scene> {
  const lines = await layOutWords(
    <div style={{ display: 'flex', width: '100%', height: '100%' }}>{words}</div>,
    width,
    height,
  )
  return { width, height, marks: [...marks, ...lines], ...(points && { points }) }
}
