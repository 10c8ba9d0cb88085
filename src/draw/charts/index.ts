import type { Chart } from '../../card/chart.ts'
import type { TypeScale } from '../type-scale.ts'
import { drawColumns } from './columns.ts'
import { drawLines } from './lines.ts'
import type { Box, Drawn } from './place.ts'
import { drawRows } from './rows.ts'

/** Draws a chart into a box. Every word and number of it was settled in src/card; a chart only finds the places. */
export function drawChart(chart: Chart, box: Box, scale: TypeScale): Drawn {
  switch (chart.kind) {
    case 'lines':
      return drawLines(chart, box, scale)
    case 'columns':
      return drawColumns(chart, box, scale)
    case 'rows':
      return drawRows(chart, box, scale)
  }
}
