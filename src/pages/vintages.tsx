/** @jsxImportSource hono/jsx */
import type { RequestedCard } from '../card/requested-card.ts'
import { formatCaption, formatDate, joinSpan } from '../model/dates.ts'
import type { Observation } from '../model/indicator.ts'
import { fill, say } from '../model/locales.ts'
import { comparePeriods } from '../model/period.ts'
import { toPageUrl } from '../request/urls.ts'
import { toPath } from './parts.tsx'
import { words } from './words.ts'

/** How many editions are listed before the rest is folded. */
const mostShown = 6

/** The days on which a figure in view became public, the newest first, with the figures of each. */
function toDays({ indicator, params }: RequestedCard): { day: string; rows: Observation[] }[] {
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
  const days = toDays(requested)
  const kept = [...new URL(toPageUrl(requested)).searchParams].filter(([name]) => name !== 'asof')
  const edition = (entry: (typeof days)[number], i: number) => (
    <Edition requested={requested} entry={entry} isNewest={i === 0} />
  )
  return (
    <>
      <p>{say(words.vintages, lang)}</p>
      <form class="row" method="get" action={`/indicators/${requested.indicator.id}#method`}>
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <span class="field">
          <label for="asof">{say(words.asKnownOn, lang)}</label>
          <input
            class="pick"
            id="asof"
            name="asof"
            type="date"
            value={params.asof ?? day}
            min={days.at(-1)?.day}
            max={day}
          />
        </span>
        <button class="btn" type="submit">
          {say(words.show, lang)}
        </button>
      </form>
      <ol class="vint">{days.slice(0, mostShown).map(edition)}</ol>
      {days.length > mostShown && (
        <details class="more">
          <summary>{fill(say(words.earlierEditions, lang), { count: String(days.length - mostShown) })}</summary>
          <ol class="vint">{days.slice(mostShown).map((entry, i) => edition(entry, i + mostShown))}</ol>
        </details>
      )}
    </>
  )
}

type EditionProps = { requested: RequestedCard; entry: { day: string; rows: Observation[] }; isNewest: boolean }

const Edition = ({ requested, entry: { day, rows }, isNewest }: EditionProps) => {
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
        <time datetime={known}>{isNewest ? fill(say(words.newestOf, lang), { date }) : date}</time>
      </a>
      <span>
        {fill(say(words.changed, lang), {
          count: String(rows.length),
          periods: joinSpan(captions[0] ?? '', captions.at(-1) ?? '', lang),
        })}
      </span>
    </li>
  )
}
