import type { Chart } from '../../card/chart.ts'
import type { Box } from '../scene.ts'
import type { TypeScale } from '../type-scale.ts'
import { drawColumns } from './columns/columns.ts'
import { drawLines } from './lines/lines.ts'
import type { Drawn } from './plot.ts'
import { drawRows } from './rows/rows.ts'

/** Draws a chart into a box. Every word and number of it was settled in src/card; a chart only finds the places. */
export function drawChart(chart: Chart, box: Box, t: TypeScale): Drawn {
  switch (chart.kind) {
    case 'lines':
      return drawLines(chart, box, t)
    case 'columns':
      return drawColumns(chart, box, t)
    case 'rows':
      return drawRows(chart, box, t)
  }
}
