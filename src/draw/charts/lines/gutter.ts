import type { LinesChart } from '../../../card/chart.ts'
import { offered } from '../../../site.ts'
import type { Box } from '../../scene.ts'
import { measureText } from '../../text/faces.ts'
import type { TypeScale } from '../../type-scale.ts'
import { widthOf } from '../labels.ts'
import { type EndForm, toEndForm, toEndRows } from './ends.ts'
import { widthOfSince } from './since.ts'

/** Of the width of a card, the most that names beside the plot may take. */
const mostGutter = 0.24

/** The room beside the plot. */
export type Gutter = {
  width: number
  /** How far its words keep from the plot. */
  aside: number
  /** The most that a name may take. */
  most: number
  form: EndForm
  /** Whether the newest part of a year has its place here, and not under the years. */
  hasSince: boolean
}

export function toGutter(chart: LinesChart, box: Box, t: TypeScale): Gutter {
  const aside = t.dot + t.label * 0.4
  const most = (box.width + 2 * t.margin) * mostGutter - aside
  const form = toEndForm(chart, most, t)
  const ends = chart.everyEnds.flatMap((ends, i) => {
    const setting = { form, most, lang: offered[i] ?? chart.lang, t }
    return ends.filter((_, k) => !chart.lines[k]?.isThin).flatMap(end => toEndRows(end, 'ink', setting))
  })
  const endsWidth = Math.max(
    ...ends.map(widthOf),
    measureText(chart.when, t.label, 400),
    measureText(chart.gap?.text ?? '', t.label, 600),
  )
  const sinceWidth = chart.since ? widthOfSince(chart.since, t) : 0
  const hasSince = chart.since !== undefined && !t.isUpright && sinceWidth <= Math.max(most, endsWidth)
  return { width: aside + Math.max(endsWidth, hasSince ? sinceWidth : 0), aside, most, form, hasSince }
}
