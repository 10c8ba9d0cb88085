import type { Card, CardSeries, Point } from '../card/card.ts'
import type { RequestedCard } from '../card/requested-card.ts'
import type { Plotted, Scene } from '../draw/scene.ts'
import { joinBy, say, tongues } from '../model/locales.ts'
import { flagWords } from '../model/messages.ts'
import type { YearFigures, YearPlot, YearReading } from './year-reading.ts'

/** Lays a card out; the app keeps what was laid out before. Pages do not draw by themselves: drawing needs the fonts. */
export type LayOut = (requested: RequestedCard) => Promise<Scene>

/** The card laid out in its size, and square where a narrow window swaps it; undefined for a chart that is not read by the year. */
export async function layOutForReading(requested: RequestedCard, layOut: LayOut): Promise<Scene[]> {
  const { params, card } = requested
  const { layout, size } = params
  if (layout === 'stat' || layout === 'badge' || size === 'badge' || card.arrangement === 'ranking') return []
  const square: RequestedCard = { ...requested, params: { ...params, size: 'square' } }
  return Promise.all((size === 'wide' ? [requested, square] : [requested]).map(view => layOut(view)))
}

/** A series with those that it continues, by their ids. */
type ContinuedLine = { series: CardSeries; ids: readonly string[] }

/** The lines of a card as a reader sees them: a series that another continues is part of the same line. */
function toContinuedLines({ series }: Card): ContinuedLine[] {
  const continued = new Set(series.map(({ continues }) => continues))
  return series
    .filter(({ id }) => !continued.has(id))
    .map(last => {
      const ids: string[] = []
      for (let at: CardSeries | undefined = last; at && !ids.includes(at.id); ) {
        ids.push(at.id)
        const before: string | undefined = at.continues
        at = series.find(({ id }) => id === before)
      }
      return { series: last, ids }
    })
}

/** A line with the colour and the times of its figures on a drawn card. */
type DrawnLine = ContinuedLine & { ink: string; times: ReadonlySet<number> }

function toDrawnLines(card: Card, points: readonly Plotted[]): DrawnLine[] {
  return toContinuedLines(card).flatMap(line => {
    const own = points.filter(point => line.ids.includes(point.line)).toSorted((a, b) => a.time - b.time)
    // A line has on its card the colour of its newest figure.
    const newest = own.at(-1)
    return newest ? [{ ...line, ink: newest.ink, times: new Set(own.map(({ time }) => time)) }] : []
  })
}

const isSameTime = (a: number, b: number): boolean => Math.abs(a - b) < 0.001

/**
 * The data for reading drawn cards year by year: the geometry from the scenes that drew the files, the words from the card.
 * Undefined where time does not run along the chart, or there is but one moment.
 */
export function toReading(card: Card, scenes: readonly Scene[]): YearReading | undefined {
  const points = scenes[0]?.points ?? []
  const times = [...new Set(points.map(({ time }) => time))].sort((a, b) => a - b)
  if (times.length < 2) return undefined
  const lines = toDrawnLines(card, points)
  const { comma, colon, dot } = tongues[card.lang].marks
  return {
    inks: lines.map(({ ink }) => ink),
    unit: card.unit.display.label,
    marks: { comma, colon, dot },
    plots: scenes.map(scene => toYearPlot(scene, lines, times)),
    points: times.map(time => toYearFigures(card, lines, time)),
  }
}

const toTenths = (value: number): number => Math.round(value * 10) / 10

function toYearPlot({ width, height, points = [] }: Scene, lines: readonly DrawnLine[], times: number[]): YearPlot {
  const ys = points.map(({ y }) => y)
  return {
    w: width,
    h: height,
    top: Math.round(Math.min(...ys)) - 10,
    bottom: Math.round(Math.max(...ys)) + 4,
    at: times.map(time => {
      const plotted = points.filter(point => isSameTime(point.time, time))
      const heights = lines.map(({ ids }) => plotted.find(({ line }) => ids.includes(line))?.y)
      return [toTenths(plotted[0]?.x ?? 0), heights.map(y => (y === undefined ? null : toTenths(y)))]
    }),
  }
}

/**
 * The point of a line at a time, under the name of the line; where two authorities count one year, that of the newer. A column
 * that no series of the line has is a plan, which is in the first lane under the name of its own series.
 */
function findPoint({ series }: Card, line: ContinuedLine, time: number): { label: string; point: Point } | undefined {
  const isAtTime = ({ x }: Point): boolean => isSameTime(x, time)
  const own = line.ids.map(id => series.find(entry => entry.id === id))
  const [point] = own.flatMap(entry => entry?.points.filter(isAtTime) ?? [])
  if (point) return { label: line.series.short, point }
  const [plan] = series.flatMap(({ short: label, points }) =>
    points.filter(entry => entry.status === 'plan' && isAtTime(entry)).map(entry => ({ label, point: entry })),
  )
  return plan
}

/** The figures of one moment in the order of the chart, the greatest first; a flag is said with its figure. */
function toYearFigures(card: Card, lines: readonly DrawnLine[], time: number): YearFigures {
  const { lang } = card
  const found = lines
    .filter(({ times }) => times.has(time))
    .flatMap(line => {
      const entry = findPoint(card, line, time)
      return entry ? [{ ink: line.ink, ...entry }] : []
    })
    .sort((a, b) => b.point.shown - a.point.shown)
  const remarks = found.map(({ point }) =>
    point.flag === 'artefact' ? `† ${say(flagWords.artefact, lang)}` : point.remark,
  )
  const note = joinBy('comma', [...new Set(remarks.filter(Boolean))], lang)
  return {
    year: found[0]?.point.caption ?? '',
    rows: found.map(({ ink, label, point }) => [ink, label, point.flag === 'artefact' ? `${point.text}†` : point.text]),
    ...(note && { note }),
  }
}
