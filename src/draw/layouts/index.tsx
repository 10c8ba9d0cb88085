import type { Card } from '../../card/card.ts'
import type { Layout } from '../../model/indicator.ts'
import { type Size, sizes } from '../../request/sizes.ts'
import type { Scene } from '../scene.ts'
import { typeScales } from '../type-scale.ts'
import { drawBadge } from './badge.tsx'
import { drawCharted } from './charted.ts'
import { drawStat } from './stat.tsx'

/** A badge is drawn in its own size; every other layout into the size that is asked for. */
const layouts: Record<Exclude<Layout, 'badge'>, typeof drawStat> = {
  trend: drawCharted,
  bars: drawCharted,
  stat: drawStat,
}

/** Lays a card out in a size: words and boxes through Satori, the chart into the box it leaves. */
export async function draw(card: Card, { size }: { layout: Layout; size: Size }): Promise<Scene> {
  const { picture } = card
  if (picture.layout === 'badge' || size === 'badge') return drawBadge(picture.badge)
  const { width, height } = sizes[size]
  return { ...(await layouts[picture.layout](card, typeScales[size], width, height)), subject: picture.subject }
}
