import type { Card } from '../../card/card.ts'
import { drawChart } from '../charts/index.ts'
import type { Scene } from '../scene.ts'
import type { TypeScale } from '../type-scale.ts'
import { drawFrame } from './frame.tsx'

/** A title, what is measured, and the chart over the whole width. */
export function drawCharted({ picture, lang }: Card, scale: TypeScale, width: number, height: number): Promise<Scene> {
  const { title, subtitle, foot, chart } = picture
  return drawFrame(
    { title, subtitle, foot, lang, draw: box => (chart ? drawChart(chart, box, scale) : { marks: [] }) },
    scale,
    width,
    height,
  )
}
