import { mutedRun, placeText } from '../labels.ts'
import type { Layer } from '../plot.ts'
import type { LinesPlot } from './plot.ts'
import { toDot } from './strokes.ts'

/** Figures that are recording errors: a hollow ring each, and one word for all. If the word does not fit in a small card, no rings. */
export function drawDoubtful(plot: LinesPlot): Layer {
  const { chart, at, scale, bottom, obstacles, t } = plot
  const { label } = t
  const rings = chart.lines.flatMap(({ tone, points }) =>
    points
      .filter(({ look }) => look === 'artefact' || look === 'estimate')
      .map(point => ({
        point,
        mark: toDot(point, { ink: 'ground', radius: t.dot * 0.75, outline: { ink: tone, width: t.line * 0.5 } }, plot),
      })),
  )
  const first = rings.find(({ point }) => point.look === 'artefact')?.point
  if (!first) return { words: [], marks: rings.map(({ mark }) => mark) }
  const [x, y] = [at(first.x), scale.at(first.value)]
  const aside = t.dot + label * 0.4
  const run = mutedRun(chart.doubtful, label)
  const words = obstacles.place([
    [placeText(run, { x: x + aside, y: y + label * 0.36 })],
    [placeText(run, { x: x + aside * 0.7, y: y + label * 1.25 })],
    [placeText(run, { x, y: y + label * 1.5, anchor: 'middle' })],
    [placeText(run, { x: x - aside, y: y + label * 0.36, anchor: 'end' })],
    [placeText(run, { x, y: bottom - label * 0.4, anchor: 'middle' })],
    [placeText(run, { x, y: y - label, anchor: 'middle' })],
  ])
  const kept = words || !t.isSmall ? rings : rings.filter(({ point }) => point.look !== 'artefact')
  return { words: words ?? [], marks: kept.map(({ mark }) => mark) }
}
