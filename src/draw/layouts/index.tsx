import type { Card } from '../../card/card.ts'
import type { Layout } from '../../model/indicator.ts'
import type { Size } from '../../request/sizes.ts'
import { drawChart } from '../charts/index.ts'
import type { Scene } from '../scene.ts'
import { type FramedSize, typeScales } from '../type-scale.ts'
import { drawBadge } from './badge.tsx'
import { drawFrame } from './frame.tsx'
import { drawStat } from './stat.tsx'

/** A badge is drawn in its own size; every other layout into the size that is asked for. */
const framedLayouts: Record<Exclude<Layout, 'badge'>, typeof drawStat> = {
  trend: drawCharted,
  bars: drawCharted,
  stat: drawStat,
}

/** Lays a card out in a size: words and boxes through Satori, the chart into the box it leaves. */
export async function draw(card: Card, { size }: { layout: Layout; size: Size }): Promise<Scene> {
  const { picture } = card
  if (picture.layout === 'badge' || size === 'badge') return drawBadge(picture.badge)
  return { ...(await framedLayouts[picture.layout](card, size)), subject: picture.subject }
}

/** A title, what is measured, and the chart over the whole width. */
function drawCharted({ picture, lang }: Card, size: FramedSize): Promise<Scene> {
  const { chart, ...words } = picture
  const t = typeScales[size]
  return drawFrame({ ...words, lang, draw: box => (chart ? drawChart(chart, { box, t }) : { marks: [] }) }, size)
}
