/** @jsxImportSource hono/jsx */
import type { RequestedCard } from '../card/requested-card.ts'
import { formatCaption, formatDate, joinSpan } from '../model/dates.ts'
import type { Observation } from '../model/indicator.ts'
import { fill, say } from '../model/locales.ts'
import { comparePeriods } from '../model/period.ts'
import { toPageUrl } from '../request/urls.ts'
import { toPath } from './parts.tsx'
import { shareWords } from './share-words.ts'

/** How many editions are listed before the rest is folded. */
const mostListedEditions = 6

/** A day on which figures became public, with those figures. */
type Edition = { day: string; rows: Observation[] }

/** The editions of the figures in view, the newest first. */
function toEditions({ indicator, params }: RequestedCard): Edition[] {
  const rows = indicator.series
    .filter(({ id }) => params.series.includes(id))
    .flatMap(({ observations }) => observations)
  const days = [...new Set(rows.map(({ published }) => published))].sort().reverse()
  return days.map(day => ({ day, rows: rows.filter(({ published }) => published === day) }))
}

/** A day to look back from, and the days on which something changed; each is an edition with an address of its own. */
export const Vintages = ({ requested, day }: { requested: RequestedCard; day: string }) => {
  const { params } = requested
  const { lang } = params
  const editions = toEditions(requested)
  const [listed, folded] = [editions.slice(0, mostListedEditions), editions.slice(mostListedEditions)]
  const kept = [...new URL(toPageUrl(requested)).searchParams].filter(([name]) => name !== 'asof')
  const item = (edition: Edition) => (
    <EditionItem requested={requested} edition={edition} isNewest={edition === editions[0]} />
  )
  return (
    <>
      <p>{say(shareWords.vintages, lang)}</p>
      <form class="row" method="get" action={`/indicators/${requested.indicator.id}#method`}>
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <span class="field">
          <label for="asof">{say(shareWords.asKnownOn, lang)}</label>
          <input
            class="pick"
            id="asof"
            name="asof"
            type="date"
            value={params.asof ?? day}
            min={editions.at(-1)?.day}
            max={day}
          />
        </span>
        <button class="btn" type="submit">
          {say(shareWords.show, lang)}
        </button>
      </form>
      <ol class="vint">{listed.map(item)}</ol>
      {folded.length > 0 && (
        <details class="more">
          <summary>{fill(say(shareWords.earlierEditions, lang), { count: String(folded.length) })}</summary>
          <ol class="vint">{folded.map(item)}</ol>
        </details>
      )}
    </>
  )
}

type EditionItemProps = { requested: RequestedCard; edition: Edition; isNewest: boolean }

const EditionItem = ({ requested, edition: { day, rows }, isNewest }: EditionItemProps) => {
  const { params } = requested
  const { lang } = params
  const periods = rows.map(({ period }) => period).sort(comparePeriods)
  const captions = periods.map(period => formatCaption(period, lang))
  // As exactly as it is known: one row that shows the day shows it for all.
  const known = day.slice(0, Math.max(...rows.map(({ precision }) => ({ year: 4, month: 7, day: 10 })[precision])))
  const date = formatDate(known, lang)
  const isCurrent = params.asof ? params.asof === day : isNewest
  return (
    <li>
      <a href={toPath(toPageUrl(requested, { asof: day }), lang)} aria-current={isCurrent ? 'true' : undefined}>
        <time datetime={known}>{isNewest ? fill(say(shareWords.newestOf, lang), { date }) : date}</time>
      </a>
      <span>
        {fill(say(shareWords.changed, lang), {
          count: String(rows.length),
          periods: joinSpan(captions, lang),
        })}
      </span>
    </li>
  )
}
