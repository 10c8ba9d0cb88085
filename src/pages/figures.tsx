/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { Card, CardSeries, Point } from '../card/card.ts'
import { joinSpan } from '../model/dates.ts'
import { enclose, fill, joinBy, say, stopAfter, type Words } from '../model/locales.ts'
import { toLegend, toSigns } from './figure-signs.ts'
import { Swatch } from './parts.tsx'
import { shareWords } from './share-words.ts'
import { SourceLinks } from './sources.tsx'

/** The series of one authority, and the periods in which any of them has a figure, the newest first. */
type AuthorityGroup = { authority: string; series: CardSeries[]; periods: Point[] }

const newestFirst = (a: Point, b: Point): number =>
  a.end === b.end ? (a.start < b.start ? -1 : 1) : a.end < b.end ? 1 : -1

/** The figures by authority, for those of two are never in one table; the authority with the newest figure first. */
function toAuthorityGroups({ series }: Card): AuthorityGroup[] {
  const authorities = [...new Set(series.map(({ authority }) => authority))]
  const groups = authorities.map(authority => {
    const own = series.filter(entry => entry.authority === authority)
    const points = own.flatMap(entry => entry.points)
    const periods = [...new Map(points.map(point => [point.period, point])).values()].sort(newestFirst)
    const ends = points.filter(({ status }) => status !== 'plan').map(({ end }) => end)
    return { authority, series: own, periods, newest: ends.sort().at(-1) ?? '' }
  })
  return groups.sort((a, b) => (a.newest < b.newest ? 1 : a.newest > b.newest ? -1 : 0))
}

/** From the first to the last period of a group, in the words of its first and last. */
const toSpan = ({ periods }: AuthorityGroup, { lang }: Card): string =>
  joinSpan(periods.map(({ caption }) => caption).toReversed(), lang)

/** The figures of a card: the newest authority open, the others folded, each in a table of its own. */
export const Figures = ({ card }: { card: Card }) => {
  const { lang } = card
  const [first, ...rest] = toAuthorityGroups(card)
  return (
    <>
      {first && <FigureTable card={card} group={first} />}
      {rest.map(group => (
        <details class="more">
          <summary>
            {enclose(
              fill(say(shareWords.earlier, lang), { authority: group.authority, span: toSpan(group, card) }),
              fill(say(shareWords.rows, lang), { count: String(group.periods.length) }),
              lang,
            )}
          </summary>
          <FigureTable card={card} group={group} isOther />
        </details>
      ))}
      <p class="legend">{toLegend(card)}</p>
      <Remarks card={card} />
    </>
  )
}

/** More columns than this do not fit beside each other. */
const mostFittingColumns = 4

type FigureTableProps = { card: Card; group: AuthorityGroup; isOther?: boolean }

const FigureTable = ({ card, group, isOther = false }: FigureTableProps) => {
  const { lang } = card
  const { series, periods } = group
  const caption = joinBy('comma', [group.authority, toSpan(group, card), card.unit.display.label], lang)
  const isRanked = card.arrangement === 'ranking' || (periods.length < 3 && series.length > mostFittingColumns)
  const table = (
    <table class="fig">
      <caption>
        {caption}
        {isOther && ` · ${say(shareWords.notJoined, lang)}`}
      </caption>
      <FigureRows card={card} {...(isRanked ? toSeriesRows(group) : toPeriodRows(group))} />
    </table>
  )
  // Few columns mostly fit; where their names are long, the links to the sources take the keyboard to the last one.
  if (series.length <= mostFittingColumns && !isRanked) return <div class="scroll">{table}</div>
  return (
    <section class="scroll" tabindex={0} aria-label={caption}>
      {table}
    </section>
  )
}

type Rows = {
  heading: Words
  columns: Child[]
  rows: { name: string; points: (Point | undefined)[]; isNewest?: boolean }[]
}

const findFigure = ({ points }: CardSeries, { period }: Point): Point | undefined =>
  points.find(point => point.period === period)

/** Periods as rows, series as columns. The newest whole year is tinted. */
function toPeriodRows({ series, periods }: AuthorityGroup): Rows {
  const newest = periods.find(({ part, status }) => !part && status !== 'plan')
  return {
    heading: shareWords.period,
    columns: series.map(({ colour, label }) => (
      <>
        <Swatch colour={colour} />
        {label}
      </>
    )),
    rows: periods.map(period => ({
      name: period.caption,
      points: series.map(entry => findFigure(entry, period)),
      isNewest: period === newest,
    })),
  }
}

/** Series as rows, the greatest first, and periods as columns: a comparison at one time. */
function toSeriesRows({ series, periods }: AuthorityGroup): Rows {
  const at = ({ points }: CardSeries): number => points.toSorted(newestFirst)[0]?.value ?? 0
  return {
    heading: shareWords.item,
    columns: periods.map(({ caption }) => caption),
    rows: series
      .toSorted((a, b) => at(b) - at(a))
      .map(entry => ({ name: entry.label, points: periods.map(period => findFigure(entry, period)) })),
  }
}

const FigureRows = ({ card, heading, columns, rows }: Rows & { card: Card }) => (
  <>
    <thead>
      <tr>
        <th scope="col">{say(heading, card.lang)}</th>
        {columns.map(column => (
          <th scope="col" class="n">
            {column}
          </th>
        ))}
        <th scope="col">{say(shareWords.source, card.lang)}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ name, points, isNewest }) => (
        <tr class={isNewest ? 'now' : undefined}>
          <th scope="row">{name}</th>
          {points.map(point => (
            <Value point={point} card={card} />
          ))}
          <td>
            <SourceLinks ids={points.flatMap(point => point?.source ?? [])} card={card} />
          </td>
        </tr>
      ))}
    </tbody>
  </>
)

const Value = ({ point, card }: { point: Point | undefined; card: Card }) => {
  if (!point) return <td class="n" />
  const signs = toSigns(point, card)
  const shown = signs.filter(({ isInNumber }) => !isInNumber).map(({ mark }) => mark)
  const spoken = signs.map(({ text }) => text)
  return (
    <td class="n">
      {point.text}
      {shown.length > 0 && <sup aria-hidden="true">{shown.join(' ')}</sup>}
      {spoken.length > 0 && <span class="quiet">{enclose('', joinBy('comma', spoken, card.lang), card.lang)}</span>}
    </td>
  )
}

/** The remarks on single figures, each once with its figures. */
const Remarks = ({ card }: { card: Card }) => {
  const about = new Map<string, string[]>()
  for (const series of card.series)
    for (const { note, caption } of series.points)
      if (note) about.set(note, [...(about.get(note) ?? []), joinBy('comma', [series.label, caption], card.lang)])
  if (about.size === 0) return null
  return (
    <details class="more">
      <summary>{enclose(say(shareWords.remarks, card.lang), String(about.size), card.lang)}</summary>
      <ul class="remarks">
        {[...about].map(([note, figures]) => (
          <li>
            <b>{joinBy('semicolon', figures, card.lang)}</b>
            {`${stopAfter(figures.at(-1) ?? '', card.lang)}${note}`}
          </li>
        ))}
      </ul>
    </details>
  )
}
