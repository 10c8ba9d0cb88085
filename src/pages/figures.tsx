/** @jsxImportSource hono/jsx */
import type { Card, CardSeries, Point } from '../card/card.ts'
import { joinSpan } from '../model/dates.ts'
import { enclose, fill, joinBy, say, stopAfter } from '../model/locales.ts'
import { words as cardWords, flagWords, statusWords } from '../model/messages.ts'
import { SourceLinks } from './sources.tsx'
import { words } from './words.ts'

/** What must be known of a figure beside its number: a sign after it, and the words for those who do not see the sign. */
const signs = {
  part: '½',
  provisional: 'p',
  estimated: 'e',
  plan: '◌',
  artefact: '†',
  rounded: 'r',
  approximate: '≈',
  'at-least': '>',
} as const
type Sign = keyof typeof signs

/** Signs that the number has already: ≈77, >675. */
const within: readonly Sign[] = ['approximate', 'at-least']

const toSigns = ({ part, status, flag }: Point): Sign[] => [
  ...(status === 'final' ? [] : [status]),
  ...(part ? (['part'] as const) : []),
  ...(flag ? [flag] : []),
]

function toWord(sign: Sign, { lang }: Card): string {
  switch (sign) {
    case 'part':
      return say(cardWords.part, lang)
    case 'provisional':
    case 'estimated':
    case 'plan':
      return say(statusWords[sign], lang)
    case 'artefact':
    case 'rounded':
    case 'approximate':
    case 'at-least':
      return say(flagWords[sign], lang)
  }
}

/** The series of one authority, and the periods in which any of them has a figure, the newest first. */
type Group = { authority: string; series: CardSeries[]; periods: Point[] }

const newestFirst = (a: Point, b: Point): number =>
  a.end === b.end ? (a.start < b.start ? -1 : 1) : a.end < b.end ? 1 : -1

/** The figures by authority, for those of two are never in one table; the authority with the newest figure first. */
function toGroups({ series }: Card): Group[] {
  const authorities = [...new Set(series.map(({ authority }) => authority))]
  const groups = authorities.map(authority => {
    const own = series.filter(entry => entry.authority === authority)
    const points = own.flatMap(entry => entry.points)
    const periods = [...new Map(points.map(point => [point.period, point])).values()].sort(newestFirst)
    return { authority, series: own, periods }
  })
  const newest = ({ series: own }: Group): string =>
    own
      .flatMap(({ points }) => points.filter(({ status }) => status !== 'plan').map(({ end }) => end))
      .toSorted()
      .at(-1) ?? ''
  return groups.toSorted((a, b) => (newest(a) < newest(b) ? 1 : newest(a) > newest(b) ? -1 : 0))
}

/** From the first to the last period of a group, in the words of its first and last. */
const toSpan = ({ periods }: Group, { lang }: Card): string => {
  const [last, first] = [periods[0]?.caption ?? '', periods.at(-1)?.caption ?? '']
  return joinSpan(first, last, lang)
}

/** The figures of a card: the newest authority open, the others folded, each in a table of its own. */
export const Figures = ({ card }: { card: Card }) => {
  const { lang } = card
  const [first, ...rest] = toGroups(card)
  const used = new Set(card.series.flatMap(({ points }) => points.flatMap(toSigns)))
  const legend = [
    say(words.legendFinal, lang),
    ...(Object.keys(signs) as Sign[])
      .filter(sign => used.has(sign))
      .map(sign => joinBy('space', [signs[sign], toWord(sign, card)], 'en')),
  ]
  return (
    <>
      {first && <Table card={card} group={first} />}
      {rest.map(group => (
        <details class="more">
          <summary>
            {enclose(
              fill(say(words.earlier, lang), { authority: group.authority, span: toSpan(group, card) }),
              fill(say(words.rows, lang), { count: String(group.periods.length) }),
              lang,
            )}
          </summary>
          <Table card={card} group={group} isOther />
        </details>
      ))}
      <p class="legend">{joinBy('semicolon', legend, lang)}</p>
      <Remarks card={card} />
    </>
  )
}

/** More columns than this do not fit beside each other. */
const mostColumns = 4

type TableProps = { card: Card; group: Group; isOther?: boolean }

const Table = ({ card, group, isOther = false }: TableProps) => {
  const { lang } = card
  const caption = joinBy('comma', [group.authority, toSpan(group, card), card.unit.display.label], lang)
  const isRanked = card.arrangement === 'ranking' || (group.periods.length < 3 && group.series.length > mostColumns)
  const table = (
    <table class="fig">
      <caption>
        {caption}
        {isOther && ` · ${say(words.notJoined, lang)}`}
      </caption>
      {isRanked ? <RankedRows card={card} group={group} /> : <TimeRows card={card} group={group} />}
    </table>
  )
  const columns = isRanked ? group.periods.length : group.series.length
  // Few columns mostly fit; where their names are long, the links to the sources take the keyboard to the last one.
  if (columns <= mostColumns && !isRanked) return <div class="scroll">{table}</div>
  return (
    <section class="scroll" tabindex={0} aria-label={caption}>
      {table}
    </section>
  )
}

/** Periods as rows, series as columns. The newest whole year is tinted. */
const TimeRows = ({ card, group: { series, periods } }: TableProps) => {
  const { lang } = card
  const now = periods.find(({ part, status }) => !part && status !== 'plan')?.period
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{say(words.period, lang)}</th>
          {series.map(entry => (
            <th scope="col" class="n">
              <Swatch ink={entry.colour} />
              {entry.label}
            </th>
          ))}
          <th scope="col">{say(words.source, lang)}</th>
        </tr>
      </thead>
      <tbody>
        {periods.map(({ period, caption }) => {
          const points = series.map(entry => entry.points.find(point => point.period === period))
          return (
            <tr class={period === now ? 'now' : undefined}>
              <th scope="row">{caption}</th>
              {points.map(point => (
                <Value point={point} card={card} />
              ))}
              <SourceCell points={points} card={card} />
            </tr>
          )
        })}
      </tbody>
    </>
  )
}

/** Series as rows, the greatest first, periods as columns: what is compared at one time. */
const RankedRows = ({ card, group: { series, periods } }: TableProps) => {
  const { lang } = card
  const at = (entry: CardSeries): number => entry.points.toSorted(newestFirst)[0]?.value ?? 0
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{say(words.item, lang)}</th>
          {periods.map(({ caption }) => (
            <th scope="col" class="n">
              {caption}
            </th>
          ))}
          <th scope="col">{say(words.source, lang)}</th>
        </tr>
      </thead>
      <tbody>
        {series
          .toSorted((a, b) => at(b) - at(a))
          .map(entry => {
            const points = periods.map(({ period }) => entry.points.find(point => point.period === period))
            return (
              <tr>
                <th scope="row">{entry.label}</th>
                {points.map(point => (
                  <Value point={point} card={card} />
                ))}
                <SourceCell points={points} card={card} />
              </tr>
            )
          })}
      </tbody>
    </>
  )
}

const Swatch = ({ ink }: { ink: string }) => (
  <svg class="sw" viewBox="0 0 10 10" aria-hidden="true">
    <circle cx="5" cy="5" r="5" class={`c-${ink}`} />
  </svg>
)

const Value = ({ point, card }: { point: Point | undefined; card: Card }) => {
  if (!point) return <td class="n" />
  const marks = toSigns(point)
  const shown = marks.filter(sign => !within.includes(sign)).map(sign => signs[sign])
  const spoken = marks.map(sign => toWord(sign, card))
  return (
    <td class="n">
      {point.text}
      {shown.length > 0 && <sup aria-hidden="true">{shown.join(' ')}</sup>}
      {spoken.length > 0 && <span class="quiet">{enclose('', joinBy('comma', spoken, card.lang), card.lang)}</span>}
    </td>
  )
}

const SourceCell = ({ points, card }: { points: readonly (Point | undefined)[]; card: Card }) => (
  <td>
    <SourceLinks ids={points.flatMap(point => (point ? [point.source] : []))} card={card} />
  </td>
)

/** What is known of single figures, each remark once with the figures it is about. */
const Remarks = ({ card }: { card: Card }) => {
  const about = new Map<string, string[]>()
  for (const series of card.series)
    for (const { note, caption } of series.points)
      if (note) about.set(note, [...(about.get(note) ?? []), joinBy('comma', [series.label, caption], card.lang)])
  if (about.size === 0) return null
  return (
    <details class="more">
      <summary>{enclose(say(words.remarks, card.lang), String(about.size), card.lang)}</summary>
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
