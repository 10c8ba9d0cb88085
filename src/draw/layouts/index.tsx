import type { Card } from '../../card/card.ts'
import type { Layout } from '../../model/indicator.ts'
import { type Size, sizes } from '../../request/sizes.ts'
import type { Scene } from '../scene.ts'
import { typeScales } from '../type-scale.ts'
import { drawBadge } from './badge.tsx'
import { drawCharted } from './charted.ts'
import { drawStat } from './stat.tsx'

/** Lays a card out in a size: words and boxes through Satori, the chart into the box it leaves. */
export async function draw(card: Card, { size }: { layout: Layout; size: Size }): Promise<Scene> {
  const { picture } = card
  if (picture.layout === 'badge' || size === 'badge') return drawBadge(picture.badge)
  const { width, height } = sizes[size]
  const drawLayout = picture.layout === 'stat' ? drawStat : drawCharted
  return { ...(await drawLayout(card, typeScales[size], width, height)), subject: picture.subject }
}
