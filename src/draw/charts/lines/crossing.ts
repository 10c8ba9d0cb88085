import type { Part } from '../../../card/tones.ts'
import type { TextMark } from '../../scene.ts'
import { type Anchor, mutedRun, placeRuns, placeText, type Run, strongRun, widthOf } from '../labels.ts'
import { type Layer, noLayer } from '../plot.ts'
import type { LinesPlot } from './plot.ts'
import { toDot } from './strokes.ts'

/** The point where two lines cross, with its figures beside it, or only its period if these do not fit. */
export function drawCrossing(plot: LinesPlot): Layer {
  const { crossing } = plot.chart
  if (!crossing) return noLayer
  const { at, scale, obstacles, t } = plot
  const [x, y] = [at(crossing.x), scale.at(crossing.value)]
  const setting = { x, y, plot }
  const words =
    obstacles.place(toAttempts(crossing.parts, setting)) ??
    obstacles.place(toAttempts(crossing.parts.slice(0, 1).map(withoutColon), setting))
  obstacles.addDot(x, y, t.dot)
  const outline = { ink: 'ground', width: t.line / 2 } as const
  return { words: words ?? [], marks: [toDot(crossing, { ink: crossing.tone, radius: t.dot, outline }, plot)] }
}

type Setting = { x: number; y: number; plot: LinesPlot }

const withoutColon = (part: Part): Part => ({ ...part, text: part.text.replace(/[:：]\s*$/, '') })

const toRuns = (parts: readonly Part[], size: number): Run[] =>
  parts.map(({ text, tone }) => strongRun(text, tone, size))

/** The places beside a crossing at which its figures are tried: left on its height, left above, above, further left, below. */
function toAttempts(parts: readonly Part[], setting: Setting): TextMark[][] {
  const { x, y, plot } = setting
  const { t } = plot
  const { label } = t
  const runs = toRuns(parts, label)
  const put = (x: number, down: number, anchor: Anchor) => placeRuns(runs, { x, y: y + label * down, anchor })
  const aside = t.dot + label * 0.5
  const edge = toEdgeBefore(setting)
  return [
    put(x - aside, 0.3, 'end'),
    put(x - aside, -0.35, 'end'),
    put(x - aside, -0.9, 'end'),
    ...toStacks(parts, setting),
    put(x + t.dot, -1.2, 'end'),
    put(x, -1.2, 'middle'),
    // An edge blocks most of these places; then the figures go to its far side.
    ...(edge !== undefined ? [0.3, 0, 0.6, -0.4, -0.9, -1.4].map(down => put(edge - label * 0.45, down, 'end')) : []),
    put(x - aside - label, -0.9, 'end'),
    put(x - aside - label * 2, 0.3, 'end'),
    put(x, 2, 'middle'),
    put(x + aside, 1.8, 'start'),
  ]
}

const toEdgeBefore = ({ x, plot: { edges } }: Setting): number | undefined =>
  edges[0] !== undefined && edges[0] < x ? edges[0] : undefined

/** The period over its figures, above the crossing. */
function toStacks([when, ...figures]: readonly Part[], setting: Setting): TextMark[][] {
  if (!when || figures.length === 0) return []
  const { x, y, plot } = setting
  const { dot, label } = plot.t
  const head = toRuns([withoutColon(when)], label)
  const body = toRuns(figures, label)
  const width = widthOf(body)
  const edge = toEdgeBefore(setting)
  const starts = [x + dot - width, x - width / 2, ...(edge !== undefined ? [edge + label * 0.35] : [])]
  return [0.62, 0.8].flatMap(up =>
    starts.map(start => [
      ...placeRuns(head, { x: start, y: y - label * (up + 1.15) }),
      ...placeRuns(body, { x: start, y: y - label * up }),
    ]),
  )
}

/** Words beside the figures that a title or a note mentions. */
export function drawCallouts({ chart, at, scale, obstacles, t }: LinesPlot): readonly TextMark[] {
  // In the smallest and the narrowest card they would overlap the figures of the crossing.
  if (t.isSmall || t.hasGround) return []
  const { label } = t
  return chart.callouts.flatMap(({ x, value, text }) => {
    const run = mutedRun(text, label)
    const [cx, cy] = [at(x), scale.at(value)]
    const attempts = [0.75, 1.2, 1.8].flatMap(up => [
      [placeText(run, { x: cx, y: cy - label * up, anchor: 'middle' })],
      [placeText(run, { x: cx + label * 0.3, y: cy - label * up, anchor: 'end' })],
      [placeText(run, { x: cx - label * 0.3, y: cy - label * up })],
    ])
    return obstacles.place(attempts) ?? []
  })
}
