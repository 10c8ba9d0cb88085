/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { type RequestedCard, toRequestedCard } from '../card/requested-card.ts'
import { formatDate } from '../model/dates.ts'
import type { Layout } from '../model/indicator.ts'
import { fill, joinBy, type Lang, say, tongues } from '../model/locales.ts'
import { sizes } from '../request/sizes.ts'
import * as site from '../site.ts'
import { type Choice, formatPixels, toChoiceUrl } from './choice.ts'
import { ChartIcon, SizeIcon } from './icons.tsx'
import { places } from './places.ts'
import { sizeWords, words } from './words.ts'

type Props = { choice: Choice; day: string }

/** Every choice of a card as native controls, so that arrow keys, labels and forms work by themselves. */
export const Controls = ({ choice, day }: Props) => {
  const { place, requested } = choice
  const { lang } = requested.params
  return (
    <form class="ctrl" id="ctrl" method="get" action={`/indicators/${requested.indicator.id}/build`}>
      {place !== 'article' && <input type="hidden" name="for" value={place} />}
      <SizeGroup choice={choice} />
      <ThemeGroup choice={choice} />
      <LanguageGroup choice={choice} />
      <LineGroup choice={choice} />
      <ChartGroup choice={choice} />
      <YearGroup choice={choice} />
      <ColourGroup
        choice={choice}
        name="accent"
        title={say(words.accent, lang)}
        swatches={[
          { value: '007a6c', name: say(words.turquoise, lang) },
          { value: '65146b', name: say(words.plum, lang) },
          { value: '7d5a12', name: say(words.ochre, lang) },
          { value: '17202b', name: say(words.ink, lang) },
        ]}
      />
      <ColourGroup
        choice={choice}
        name="background"
        title={say(words.background, lang)}
        swatches={[
          { value: 'ffffff', name: say(words.white, lang) },
          { value: 'transparent', name: say(words.none, lang) },
        ]}
      />
      <EditionGroup choice={choice} day={day} />
      <button class="btn main" type="submit" data-nojs>
        {say(words.updatePreview, lang)}
      </button>
    </form>
  )
}

type GroupProps = { title: string; reset?: { name: string; url: string } | false; lang: Lang; children: Child }

/** A group of choices; once one is made, the way back to the default stands beside its name. */
const Group = ({ title, reset, lang, children }: GroupProps) => (
  <fieldset class="grp">
    <legend>
      {title}
      {reset && (
        <span class="def">
          <a data-soft href={reset.url}>
            {fill(say(words.resetTo, lang), { name: reset.name })}
          </a>
        </span>
      )}
    </legend>
    {children}
  </fieldset>
)

type SegmentProps = {
  name: string
  value: string
  isChecked: boolean
  isDisabled?: boolean
  /** Tells the choices of a group apart; the value of the default is empty. */
  id: string
  children: Child
}

/** A radio button drawn as a segment. */
const Segment = ({ name, value, isChecked, isDisabled, id, children }: SegmentProps) => (
  <label>
    <input type="radio" id={`${name}-${id}`} name={name} value={value} checked={isChecked} disabled={isDisabled} />
    {children}
  </label>
)

const SizeGroup = ({ choice }: { choice: Choice }) => {
  const { place, requested, size } = choice
  const { lang } = requested.params
  const offered = places[place].sizes
  if (offered.length < 2) return null
  const [first] = offered
  return (
    <Group
      title={say(words.size, lang)}
      lang={lang}
      reset={size !== first && { name: say(sizeWords[first], lang), url: toChoiceUrl(choice, { size: first }) }}
    >
      <div class={`seg n${offered.length}`}>
        {offered.map(name => (
          <Segment name="size" id={name} value={name === first ? '' : name} isChecked={name === size}>
            <SizeIcon {...sizes[name]} />
            {say(sizeWords[name], lang)}
            <small>{formatPixels(sizes[name])}</small>
          </Segment>
        ))}
      </div>
    </Group>
  )
}

const themeWords = { light: words.themeLight, dark: words.themeDark, auto: words.themeAuto } as const

const ThemeGroup = ({ choice }: { choice: Choice }) => {
  const { place, requested } = choice
  const { lang, theme } = requested.params
  const offered = places[place].themes
  const [first] = offered
  return (
    <Group
      title={say(words.theme, lang)}
      lang={lang}
      reset={theme !== first && { name: say(themeWords[first], lang), url: toChoiceUrl(choice, { theme: first }) }}
    >
      <div class="seg">
        {offered.map(name => (
          <Segment name="theme" id={name} value={name === first ? '' : name} isChecked={name === theme}>
            {say(themeWords[name], lang)}
            {name === 'auto' && <small>{say(words.themeAutoHint, lang)}</small>}
          </Segment>
        ))}
      </div>
    </Group>
  )
}

const LanguageGroup = ({ choice }: { choice: Choice }) => {
  const { lang } = choice.requested.params
  return (
    <Group title={say(words.language, lang)} lang={lang}>
      <div class="seg">
        {site.offered.map(other => (
          <Segment name="lang" id={other} value={other} isChecked={other === lang}>
            <span lang={other}>{tongues[other].name}</span>
          </Segment>
        ))}
      </div>
    </Group>
  )
}

/** The card with everything the indicator has, in the reader's language: what the choices are made from. */
const toWhole = ({ url, indicator, params }: RequestedCard): RequestedCard =>
  toRequestedCard(url, indicator, 'embed', new URLSearchParams({ lang: params.lang }))

const LineGroup = ({ choice }: { choice: Choice }) => {
  const { requested } = choice
  const { lang, series: chosen } = requested.params
  const { series } = toWhole(requested).card
  const ids = requested.indicator.series.map(({ id }) => id)
  if (series.length < 2) return null
  const isAlone = (label: string): boolean => series.filter(entry => entry.label === label).length === 1
  return (
    <Group
      title={say(words.lines, lang)}
      lang={lang}
      reset={
        chosen.length < ids.length && {
          name: fill(say(words.linesAll, lang), { count: String(ids.length) }),
          url: toChoiceUrl(choice, { series: ids }),
        }
      }
    >
      <div class="pills">
        {series.map(entry => (
          <label>
            <input
              type="checkbox"
              id={`series-${entry.id}`}
              name="series"
              value={entry.id}
              checked={chosen.includes(entry.id)}
            />
            <svg class="sw" viewBox="0 0 10 10" aria-hidden="true">
              <circle cx="5" cy="5" r="5" class={`c-${entry.colour}`} />
            </svg>
            {entry.label}
            {!isAlone(entry.label) && <small>{entry.authorityShort}</small>}
          </label>
        ))}
      </div>
    </Group>
  )
}

/** More columns than this are hairlines. */
const mostColumns = 60

const chartWords = { trend: words.chartTrend, bars: words.chartBars, stat: words.chartStat } as const
type ChartName = keyof typeof chartWords

const isChart = (name: Layout): name is ChartName => Object.hasOwn(chartWords, name)

/** The layouts that suit an indicator, its own first: a ranking has one chart, and a line needs three moments. */
function toCharts({ indicator, card }: RequestedCard): ChartName[] {
  const own = isChart(indicator.layout) ? indicator.layout : 'trend'
  const moments = Math.max(...card.series.map(({ points }) => points.filter(({ part }) => !part).length))
  if (card.arrangement === 'ranking') return [own, ...(own === 'stat' ? [] : (['stat'] as const))]
  const suited = (['trend', 'bars', 'stat'] as const).filter(name => name !== 'trend' || moments > 2)
  return [own, ...suited.filter(name => name !== own)]
}

const ChartGroup = ({ choice }: { choice: Choice }) => {
  const { requested } = choice
  const { lang, layout } = requested.params
  const charts = toCharts(toWhole(requested))
  const [first] = charts
  if (!first || charts.length < 2) return null
  const columns = requested.card.series.reduce((sum, { points }) => sum + points.length, 0)
  const isTooMany = (name: ChartName): boolean => name === 'bars' && name !== first && columns > mostColumns
  if (charts.filter(name => !isTooMany(name)).length < 2) return null
  return (
    <Group
      title={say(words.chart, lang)}
      lang={lang}
      reset={layout !== first && { name: say(chartWords[first], lang), url: toChoiceUrl(choice, { layout: first }) }}
    >
      <div class="seg">
        {charts.map(name => (
          <Segment
            name="layout"
            id={name}
            value={name === first ? '' : name}
            isChecked={name === layout}
            isDisabled={isTooMany(name)}
          >
            <ChartIcon name={name} />
            {say(chartWords[name], lang)}
            {isTooMany(name) && <small>{fill(say(words.tooMany, lang), { count: String(columns) })}</small>}
          </Segment>
        ))}
      </div>
    </Group>
  )
}

const YearGroup = ({ choice }: { choice: Choice }) => {
  const { requested } = choice
  const { lang, from, to } = requested.params
  const years = requested.indicator.series.flatMap(({ observations }) => observations.map(({ period }) => period.year))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  if (first === last) return null
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const { from: _from, to: _to, ...rest } = requested.params
  return (
    <Group
      title={say(words.years, lang)}
      lang={lang}
      reset={
        (from !== undefined || to !== undefined) && {
          name: joinBy('range', [String(first), String(last)], lang),
          url: toChoiceUrl({ place: choice.place, requested: { ...requested, params: rest } }),
        }
      }
    >
      <div class="two">
        <span class="field">
          <label for="from">{say(words.from, lang)}</label>
          <select id="from" name="from">
            <option value="">{fill(say(words.firstYear, lang), { year: String(first) })}</option>
            {all.slice(1).map(year => (
              <option value={String(year)} selected={year === from}>
                {year}
              </option>
            ))}
          </select>
        </span>
        <span class="field">
          <label for="to">{say(words.to, lang)}</label>
          <select id="to" name="to">
            <option value="">{fill(say(words.newestYear, lang), { year: String(last) })}</option>
            {all
              .slice(0, -1)
              .reverse()
              .map(year => (
                <option value={String(year)} selected={year === to}>
                  {year}
                </option>
              ))}
          </select>
        </span>
      </div>
    </Group>
  )
}

type ColourProps = {
  choice: Choice
  name: 'accent' | 'background'
  title: string
  swatches: readonly { value: string; name: string }[]
}

const ColourGroup = ({ choice, name, title, swatches }: ColourProps) => {
  const { requested } = choice
  const { lang } = requested.params
  const value = requested.params[name] ?? ''
  const isSwatch = value === '' || swatches.some(swatch => swatch.value === value)
  const { [name]: _, ...rest } = requested.params
  const byCard = say(words.byCard, lang)
  return (
    <Group
      title={title}
      lang={lang}
      reset={
        value !== '' && {
          name: byCard,
          url: toChoiceUrl({ place: choice.place, requested: { ...requested, params: rest } }),
        }
      }
    >
      <div class="swatches">
        {[{ value: '', name: byCard }, ...swatches].map(swatch => (
          <label class="s">
            <input
              type="radio"
              id={`${name}-${swatch.value || 'card'}`}
              name={name}
              value={swatch.value}
              checked={swatch.value === value || (swatch.value === '' && !isSwatch)}
            />
            <ColourIcon name={name} value={swatch.value} requested={requested} />
            <span class="quiet">{swatch.name}</span>
          </label>
        ))}
        <span class="hex field">
          <label for={`hex-${name}`}>{say(words.orHex, lang)}</label>
          <input
            type="text"
            id={`hex-${name}`}
            name={name}
            value={isSwatch ? '' : value}
            placeholder="1a2b3c"
            maxlength={7}
            pattern="#?[0-9a-fA-F]{6}"
            spellcheck={false}
            autocomplete="off"
          />
        </span>
      </div>
    </Group>
  )
}

type ColourIconProps = { name: 'accent' | 'background'; value: string; requested: RequestedCard }

/** A circle of the colour; none is a chequered one. */
const ColourIcon = ({ name, value, requested }: ColourIconProps) => {
  const [first] = toWhole(requested).card.series
  const own = name === 'accent' && first ? `c-${first.colour}` : 'paper'
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <circle
        cx="16"
        cy="16"
        r="15"
        class={value === '' ? `${own} rim` : 'rim'}
        fill={value === 'transparent' ? '#fff' : value ? `#${value}` : undefined}
      />
      {value === 'transparent' && <path d="M16 1a15 15 0 0 1 15 15H16zM16 31A15 15 0 0 1 1 16h15z" fill="#d5d2c9" />}
    </svg>
  )
}

const EditionGroup = ({ choice, day }: Props) => {
  const { lang, asof } = choice.requested.params
  const frozen = asof ?? day
  return (
    <Group title={say(words.whenChanged, lang)} lang={lang}>
      <div class="seg">
        <Segment name="asof" id="update" value="" isChecked={!asof}>
          {say(words.update, lang)}
          <small>{say(words.updateHint, lang)}</small>
        </Segment>
        <Segment name="asof" id="freeze" value={frozen} isChecked={asof !== undefined}>
          {say(words.freeze, lang)}
          <small>{fill(say(words.freezeHint, lang), { date: formatDate(frozen, lang) })}</small>
        </Segment>
      </div>
    </Group>
  )
}
