/** @jsxImportSource hono/jsx */
import type { Card, CardSeries, Point } from '../card/card.ts'
import type { Headline } from '../card/headline.ts'
import type { RequestedCard } from '../card/requested-card.ts'
import { formatFigure } from '../model/figures.ts'
import { joinBy, say } from '../model/locales.ts'
import { shareWords } from './share-words.ts'

/** How many figures are listed beside the card. */
const mostKeyFigures = 3

type KeyFigure = { label: string; period: string; amount: string; note: string; ink: string }

/** The headline with its change, the newest figures of the other lines, and the newest of a part of a year. */
function toKeyFigures(requested: RequestedCard): KeyFigure[] {
  const { card } = requested
  const { headline, latest, series } = card
  const continued = new Set(series.flatMap(({ continues, upTo }) => [continues, upTo]))
  const rest = series
    .filter(({ id }) => id !== headline.series && !continued.has(id))
    .flatMap(entry => {
      const measured = entry.points.filter(({ status, flag }) => status !== 'plan' && flag !== 'artefact')
      const point = measured.findLast(({ part }) => !part) ?? measured.at(-1) ?? entry.points.at(-1)
      return point ? [toPointFigure(requested, entry, point)] : []
    })
  const isLatest = latest.period !== headline.period || latest.series !== headline.series
  return [
    toKeyFigure(card, headline, headline.change?.phrase),
    ...(isLatest ? [toKeyFigure(card, latest)] : []),
    ...rest,
  ]
}

/** The greatest of a ranking. */
const toGreatest = (requested: RequestedCard): KeyFigure[] =>
  requested.card.series
    .flatMap(entry => {
      const [point] = entry.points.toSorted((a, b) => (a.end < b.end ? 1 : -1))
      return point ? [{ entry, point }] : []
    })
    .sort((a, b) => b.point.value - a.point.value)
    .map(({ entry, point }) => toPointFigure(requested, entry, point))

const toKeyFigure = ({ series }: Card, figure: Omit<Headline, 'change'>, note = ''): KeyFigure => ({
  label: figure.label,
  period: figure.periodText,
  amount: figure.formatted,
  note,
  ink: series.find(({ id }) => id === figure.series)?.colour ?? 'none',
})

const toPointFigure = ({ card, indicator }: RequestedCard, { label, colour }: CardSeries, point: Point): KeyFigure => ({
  label,
  period: point.caption,
  amount: formatFigure({ figure: point, unit: indicator.unit }, card.lang),
  note: point.remark,
  ink: colour,
})

/** A figure with its number set large, and the words of its unit behind it, if there are any. */
const Amount = ({ text }: { text: string }) => {
  const at = text.search(/(?<=\d)(?:\s(?=\p{L})|(?=\p{Script=Han}))(?!.*\d)/u)
  return (
    <>
      <b>{at < 0 ? text : text.slice(0, at)}</b>
      {at >= 0 && <span>{text.slice(at)}</span>}
    </>
  )
}

/** The most important figures of a card, each with its period and its change. */
export const KeyFigures = ({ requested }: { requested: RequestedCard }) => {
  const { arrangement, lang, title } = requested.card
  const figures = arrangement === 'ranking' ? toGreatest(requested) : toKeyFigures(requested)
  return (
    <>
      <h2 class="quiet">{say(shareWords.keyFigures, lang)}</h2>
      <dl class="keys">
        {figures.slice(0, mostKeyFigures).map(({ label, period, amount, note, ink }) => (
          <div class={`k-${ink}`}>
            <dt>{joinBy('comma', [label || title, period], lang)}</dt>
            <dd>
              <Amount text={amount} />
              {note && <small>{note}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
