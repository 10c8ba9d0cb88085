import type { Chart } from '../../card/chart.ts'
import { drawColumns } from './columns/columns.ts'
import { drawLines } from './lines/lines.ts'
import type { ChartArea, Drawn } from './plot.ts'
import { drawRows } from './rows/rows.ts'

/** Draws a chart into its box. Every word and number of it was settled in src/card; a chart only finds the places. */
export function drawChart(chart: Chart, area: ChartArea): Drawn {
  switch (chart.kind) {
    case 'lines':
      return drawLines(chart, area)
    case 'columns':
      return drawColumns(chart, area)
    case 'rows':
      return drawRows(chart, area)
  }
}
