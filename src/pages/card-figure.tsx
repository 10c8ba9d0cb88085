/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Card, CardSeries, Point } from '../card/card.ts'
import type { RequestedCard } from '../card/requested-card.ts'
import type { Plotted, Scene } from '../draw/scene.ts'
import { joinBy, say } from '../model/locales.ts'
import { flagWords } from '../model/messages.ts'
import { type Size, sizes } from '../request/sizes.ts'
import { toPictureUrl } from '../request/urls.ts'
import { toPath } from './parts.tsx'
import { words } from './words.ts'

/**
 * A chart as the script reads it: the inks of its lines, where each year lies in each drawn file, and the words of each year.
 * Each figure stands once; the script joins what it says by the marks of the language.
 */
type Reading = {
  inks: string[]
  unit: string
  marks: { comma: string; colon: string; dot: string }
  plots: { w: number; h: number; top: number; bottom: number; at: [x: number, ys: (number | null)[]][] }[]
  points: {
    year: string
    rows: [ink: string, name: string, text: string][]
    note?: string
  }[]
}

/** A line as a reader sees it: a series with those that it continues. */
type Line = { series: CardSeries; ids: readonly string[]; ink: string; times: ReadonlySet<number> }

/** The lines of a card: a series that another takes up is part of that one's line. */
function toLines({ series }: Card): Line[] {
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
      return { series: last, ids, ink: last.colour, times: new Set<number>() }
    })
}

const isAt = (line: Line, time: number, { line: id, time: other }: Plotted): boolean =>
  line.ids.includes(id) && Math.abs(other - time) < 0.001

type Found = { label: string; point: Point }

/**
 * The point of a line at a time, under the name of the line; where two authorities count one year, that of the newer. A column
 * that no series of the line has is a plan, which stands in the first lane under the name of its own series.
 */
function findPoint(card: Card, line: Line, time: number): Found | undefined {
  const isAtTime = ({ x }: Point): boolean => Math.abs(x - time) < 0.001
  const own = line.ids.map(id => card.series.find(series => series.id === id))
  const [point] = own.flatMap(series => series?.points.filter(isAtTime) ?? [])
  if (point) return { label: line.series.short, point }
  const [plan] = card.series.flatMap(({ short: label, points }) =>
    points.filter(entry => entry.status === 'plan' && isAtTime(entry)).map(entry => ({ label, point: entry })),
  )
  return plan
}

/**
 * What can be read off drawn cards year by year: the geometry from the scenes that drew the files, the words from the card.
 * Undefined where time does not run along the chart, or there is but one moment.
 */
export function toReading(card: Card, scenes: readonly Scene[]): Reading | undefined {
  const drawn = scenes.map(({ points = [], ...scene }) => ({ ...scene, points }))
  const [first] = drawn
  if (!first || first.points.length === 0) return undefined
  // A line has on its card the colour of its newest figure.
  const lines = toLines(card).flatMap(line => {
    const own = first.points.filter(({ line: id }) => line.ids.includes(id))
    const newest = own.toSorted((a, b) => a.time - b.time).at(-1)
    return newest ? [{ ...line, ink: newest.ink, times: new Set(own.map(({ time }) => time)) }] : []
  })
  const times = [...new Set(first.points.map(({ time }) => time))].sort((a, b) => a - b)
  if (times.length < 2) return undefined
  const points = times.map(time => toYear(card, lines, time))
  const plots = drawn.map(({ width, height, points: plotted }) => {
    const ys = plotted.map(({ y }) => y)
    return {
      w: width,
      h: height,
      top: Math.round(Math.min(...ys)) - 10,
      bottom: Math.round(Math.max(...ys)) + 4,
      at: times.map((time): [number, (number | null)[]] => [
        round(plotted.find(point => Math.abs(point.time - time) < 0.001)?.x ?? 0),
        lines.map(line => {
          const point = plotted.find(entry => isAt(line, time, entry))
          return point ? round(point.y) : null
        }),
      ]),
    }
  })
  const { lang } = card
  const markOf = (mark: 'comma' | 'colon' | 'dot'): string => joinBy(mark, ['', ''], lang)
  return {
    inks: lines.map(({ ink }) => ink),
    unit: card.unit.display.label,
    marks: { comma: markOf('comma'), colon: markOf('colon'), dot: markOf('dot') },
    plots,
    points,
  }
}

const round = (value: number): number => Math.round(value * 10) / 10

/** The figures of one moment in the order of the chart, the greatest first; a flag is said with its figure. */
function toYear(card: Card, lines: readonly Line[], time: number): Reading['points'][number] {
  const { lang } = card
  const found = lines
    .filter(({ times }) => times.has(time))
    .flatMap(line => {
      const entry = findPoint(card, line, time)
      if (!entry) return []
      const text = entry.point.flag === 'artefact' ? `${entry.point.text}†` : entry.point.text
      return [{ line, ...entry, text }]
    })
    .sort((a, b) => b.point.shown - a.point.shown)
  const year = found[0]?.point.caption ?? ''
  const remarks = [
    ...new Set(
      found.flatMap(({ point }) =>
        point.flag === 'artefact' ? [`† ${say(flagWords.artefact, lang)}`] : point.remark ? [point.remark] : [],
      ),
    ),
  ]
  const note = joinBy('comma', remarks, lang)
  return { year, rows: found.map(({ line, label, text }) => [line.ink, label, text]), ...(note && { note }) }
}

/** The widest window in which the square card stands in for the wide one; the iframe's own width counts inside an iframe. */
const narrow = '(max-width:30rem)'
const dark = '(prefers-color-scheme:dark)'

type Props = {
  requested: RequestedCard
  size: Exclude<Size, 'badge'>
  isSwapped: boolean
  reading: Reading | undefined
  bar: Child
}

/**
 * The card with what lets a reader read it year by year. With theme `auto` there is a file for each theme, because WebKit does
 * not tell an SVG in `<img>` that the system is dark; paper is light.
 */
export const CardFigure = ({ requested, size, isSwapped, reading, bar }: Props) => {
  const { card, params } = requested
  const isAuto = params.theme === 'auto'
  const layout = params.layout === 'badge' ? requested.indicator.layout : params.layout
  const url = (theme: 'light' | 'dark' | 'auto', of: Size): string =>
    toPath(toPictureUrl(requested, { encoding: 'svg', size: of, layout, theme, scale: 1 }))
  const { square } = sizes
  const plain = isAuto ? 'light' : params.theme
  return (
    <figure class="card-box" data-read={reading ? '' : undefined}>
      <div class="reading">
        <picture>
          {isAuto && <source media="print" srcset={url('light', size)} {...sizes[size]} />}
          {isSwapped && isAuto && <source media={`${narrow} and ${dark}`} srcset={url('dark', 'square')} {...square} />}
          {isSwapped && <source media={narrow} srcset={url(plain, 'square')} {...square} />}
          {isAuto && <source media={dark} srcset={url('dark', size)} {...sizes[size]} />}
          <img src={url(plain, size)} alt={card.alt} {...sizes[size]} />
        </picture>
      </div>
      <div class="scrub">{bar}</div>
      {reading && <script type="application/json">{raw(JSON.stringify(reading).replaceAll('<', '\\u003c'))}</script>}
    </figure>
  )
}

/** The slider that reads the chart for the keyboard, the line that says what it reads, and what there is without script. */
export const Scrub = ({
  requested: { card },
  without,
  children,
}: {
  requested: RequestedCard
  without: string
  children?: Child
}) => (
  <>
    <p data-nojs>{without}</p>
    <label class="quiet" for="year">
      {say(words.yearOf, card.lang)}
    </label>
    <input data-js type="range" id="year" min="0" max="1" step="1" value="1" />
    <output data-js for="year" />
    {children}
  </>
)
