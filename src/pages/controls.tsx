/** @jsxImportSource hono/jsx */
import type { Card } from '../card/card.ts'
import { toRequestedCard } from '../card/requested-card.ts'
import { formatDate } from '../model/dates.ts'
import { type ChartLayout, chartLayouts, type Layout } from '../model/indicator.ts'
import { fill, joinBy, type Lang, say, tongues } from '../model/locales.ts'
import { sizes } from '../request/sizes.ts'
import * as site from '../site.ts'
import { type BuilderChoice, formatPixels, toChoiceUrl } from './builder-choice.ts'
import { builderWords, chartWords, sizeWords, themeWords } from './builder-words.ts'
import { ColourGroup } from './colour-group.tsx'
import { ControlGroup, SegmentGroup } from './control-group.tsx'
import { ChartIcon, SizeIcon } from './icons.tsx'
import { pageWords } from './page-words.ts'
import { Swatch } from './parts.tsx'
import { placeSpecs } from './places.ts'

type ControlsProps = { choice: BuilderChoice; day: string }

/** Every choice of a card as native controls, so that arrow keys, labels and forms work by themselves. */
export const Controls = ({ choice, day }: ControlsProps) => {
  const { place, requested } = choice
  const { url, indicator, params } = requested
  // The card with every figure of the indicator, in the reader's language, from which the controls list the choices.
  const { card: whole } = toRequestedCard(new URL(`/?lang=${params.lang}`, url), indicator, 'embed')
  const [first] = whole.series
  return (
    <form class="ctrl" id="ctrl" method="get" action={`/indicators/${indicator.id}/build`}>
      {place !== 'article' && <input type="hidden" name="for" value={place} />}
      <SizeGroup choice={choice} />
      <ThemeGroup choice={choice} />
      <LanguageGroup lang={params.lang} />
      <LineGroup choice={choice} whole={whole} />
      <ChartGroup choice={choice} whole={whole} />
      <YearGroup choice={choice} />
      <ColourGroup
        choice={choice}
        name="accent"
        title={builderWords.accent}
        own={first ? `c-${first.colour}` : 'paper'}
        swatches={[
          { value: '007a6c', name: builderWords.turquoise },
          { value: '65146b', name: builderWords.plum },
          { value: '7d5a12', name: builderWords.ochre },
          { value: '17202b', name: builderWords.ink },
        ]}
      />
      <ColourGroup
        choice={choice}
        name="background"
        title={builderWords.background}
        own="paper"
        swatches={[
          { value: 'ffffff', name: builderWords.white },
          { value: 'transparent', name: builderWords.none },
        ]}
      />
      <EditionGroup choice={choice} day={day} />
      <button class="btn main" type="submit" data-nojs>
        {say(builderWords.updatePreview, params.lang)}
      </button>
    </form>
  )
}

const SizeGroup = ({ choice }: { choice: BuilderChoice }) => {
  const { lang } = choice.requested.params
  const offered = placeSpecs[choice.place].sizes
  const [first] = offered
  if (offered.length < 2) return null
  return (
    <SegmentGroup
      title={say(builderWords.size, lang)}
      lang={lang}
      reset={choice.size !== first && { name: say(sizeWords[first], lang), url: toChoiceUrl(choice, { size: first }) }}
      name="size"
      style={`seg n${offered.length}`}
      segments={offered.map(size => ({
        id: `size-${size}`,
        value: size === first ? '' : size,
        isChecked: size === choice.size,
        icon: <SizeIcon {...sizes[size]} />,
        label: say(sizeWords[size], lang),
        hint: formatPixels(sizes[size]),
      }))}
    />
  )
}

const ThemeGroup = ({ choice }: { choice: BuilderChoice }) => {
  const { lang, theme: chosen } = choice.requested.params
  const offered = placeSpecs[choice.place].themes
  const [first] = offered
  return (
    <SegmentGroup
      title={say(builderWords.theme, lang)}
      lang={lang}
      reset={chosen !== first && { name: say(themeWords[first], lang), url: toChoiceUrl(choice, { theme: first }) }}
      name="theme"
      segments={offered.map(theme => ({
        id: `theme-${theme}`,
        value: theme === first ? '' : theme,
        isChecked: theme === chosen,
        label: say(themeWords[theme], lang),
        hint: theme === 'auto' && say(builderWords.themeAutoHint, lang),
      }))}
    />
  )
}

const LanguageGroup = ({ lang }: { lang: Lang }) => (
  <SegmentGroup
    title={say(pageWords.language, lang)}
    lang={lang}
    name="lang"
    segments={site.offered.map(other => ({
      id: `lang-${other}`,
      value: other,
      isChecked: other === lang,
      label: <span lang={other}>{tongues[other].name}</span>,
    }))}
  />
)

type WholeProps = { choice: BuilderChoice; whole: Card }

const LineGroup = ({ choice, whole: { series } }: WholeProps) => {
  const { lang, series: chosen } = choice.requested.params
  const ids = choice.requested.indicator.series.map(({ id }) => id)
  if (series.length < 2) return null
  const isAlone = (label: string): boolean => series.filter(entry => entry.label === label).length === 1
  const reset = chosen.length < ids.length && {
    name: fill(say(builderWords.linesAll, lang), { count: String(ids.length) }),
    url: toChoiceUrl(choice, { series: ids }),
  }
  return (
    <ControlGroup title={say(builderWords.lines, lang)} lang={lang} reset={reset}>
      <div class="pills">
        {series.map(({ id, label, colour, authorityShort }) => (
          <label>
            <input type="checkbox" id={`series-${id}`} name="series" value={id} checked={chosen.includes(id)} />
            <Swatch colour={colour} />
            {label}
            {!isAlone(label) && <small>{authorityShort}</small>}
          </label>
        ))}
      </div>
    </ControlGroup>
  )
}

/** More bars than this are hairlines. */
const mostBars = 60

/** The layouts that suit an indicator, its own first: a ranking has one chart, and a line needs three moments. */
function toCharts(layout: Layout, { arrangement, series }: Card): [ChartLayout, ...ChartLayout[]] {
  const own = layout === 'badge' ? 'trend' : layout
  const moments = Math.max(...series.map(({ points }) => points.filter(({ part }) => !part).length))
  const suited = chartLayouts.filter(name =>
    arrangement === 'ranking' ? name === 'stat' : name !== 'trend' || moments > 2,
  )
  return [own, ...suited.filter(name => name !== own)]
}

const ChartGroup = ({ choice, whole }: WholeProps) => {
  const { params, indicator, card } = choice.requested
  const { lang, layout: chosen } = params
  const charts = toCharts(indicator.layout, whole)
  const [first] = charts
  const bars = card.series.reduce((sum, { points }) => sum + points.length, 0)
  const isTooMany = (name: ChartLayout): boolean => name === 'bars' && name !== first && bars > mostBars
  if (charts.filter(name => !isTooMany(name)).length < 2) return null
  return (
    <SegmentGroup
      title={say(builderWords.chart, lang)}
      lang={lang}
      reset={chosen !== first && { name: say(chartWords[first], lang), url: toChoiceUrl(choice, { layout: first }) }}
      name="layout"
      segments={charts.map(name => ({
        id: `layout-${name}`,
        value: name === first ? '' : name,
        isChecked: name === chosen,
        isDisabled: isTooMany(name),
        icon: <ChartIcon name={name} />,
        label: say(chartWords[name], lang),
        hint: isTooMany(name) && fill(say(builderWords.tooMany, lang), { count: String(bars) }),
      }))}
    />
  )
}

const YearGroup = ({ choice: { place, requested } }: { choice: BuilderChoice }) => {
  const { from, to, ...params } = requested.params
  const { lang } = params
  const years = requested.indicator.series.flatMap(({ observations }) => observations.map(({ period }) => period.year))
  const [first, last] = [Math.min(...years), Math.max(...years)]
  if (first === last) return null
  const later = Array.from({ length: last - first }, (_, i) => first + 1 + i)
  const earlier = later.map(year => year - 1).reverse()
  const reset = (from !== undefined || to !== undefined) && {
    name: joinBy('range', [String(first), String(last)], lang),
    url: toChoiceUrl({ place, requested: { ...requested, params } }),
  }
  return (
    <ControlGroup title={say(builderWords.years, lang)} lang={lang} reset={reset}>
      <div class="two">
        <YearField name="from" label={say(builderWords.from, lang)} years={later} chosen={from}>
          {fill(say(builderWords.firstYear, lang), { year: String(first) })}
        </YearField>
        <YearField name="to" label={say(builderWords.to, lang)} years={earlier} chosen={to}>
          {fill(say(builderWords.newestYear, lang), { year: String(last) })}
        </YearField>
      </div>
    </ControlGroup>
  )
}

type YearFieldProps = { name: string; label: string; years: number[]; chosen: number | undefined; children: string }

/** A year to choose; `children` is the name of the default. */
const YearField = ({ name, label, years, chosen, children }: YearFieldProps) => (
  <span class="field">
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      <option value="">{children}</option>
      {years.map(year => (
        <option value={String(year)} selected={year === chosen}>
          {year}
        </option>
      ))}
    </select>
  </span>
)

const EditionGroup = ({ choice, day }: ControlsProps) => {
  const { lang, asof } = choice.requested.params
  const frozen = asof ?? day
  return (
    <SegmentGroup
      title={say(builderWords.whenChanged, lang)}
      lang={lang}
      name="asof"
      segments={[
        {
          id: 'asof-update',
          value: '',
          isChecked: !asof,
          label: say(builderWords.update, lang),
          hint: say(builderWords.updateHint, lang),
        },
        {
          id: 'asof-freeze',
          value: frozen,
          isChecked: asof !== undefined,
          label: say(builderWords.freeze, lang),
          hint: fill(say(builderWords.freezeHint, lang), { date: formatDate(frozen, lang) }),
        },
      ]}
    />
  )
}
