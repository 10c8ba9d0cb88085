import { type Indicator, type Layout, layouts } from '../model/indicator.ts'
import { type Lang, tongues } from '../model/locales.ts'
import { offered } from '../site.ts'
import { findPictureFormat, type PictureSuffix, pictures } from './formats.ts'
import { type Size, sizeNames } from './sizes.ts'

export const themes = ['light', 'dark', 'auto'] as const
export type Theme = (typeof themes)[number]

export const scales = ['1', '2', '3'] as const

/** The kinds of answer that a query may shape: each picture format, JSON, CSV, pages, the iframe, feeds. */
export type Encoding = PictureSuffix | 'json' | 'csv' | 'html' | 'embed' | 'feed'

type ParameterKind =
  | { kind: 'choice'; values: readonly string[]; names?: Readonly<Record<string, string>> }
  | { kind: 'year' }
  | { kind: 'date' }
  | { kind: 'series' }
  | { kind: 'colour'; words: readonly string[] }
  | { kind: 'release' }

/** The values of a parameter, the encodings that know it, and a sentence about it. */
export type Parameter = ParameterKind & { name: string; encodings: readonly Encoding[]; about: string }

const cards: readonly Encoding[] = [...pictures.map(({ suffix }) => suffix), 'html', 'embed']
const figures: readonly Encoding[] = [...cards, 'json', 'csv']
const everything: readonly Encoding[] = [...figures, 'feed']
const rasters: readonly Encoding[] = [
  ...pictures.filter(({ isRaster }) => isRaster).map(({ suffix }) => suffix),
  'html',
]

/** The one table of parameters: the validator, the canonical request, OpenAPI, the builder and the docs come from it. */
export const parameters = {
  layout: {
    name: 'layout',
    kind: 'choice',
    values: layouts,
    encodings: cards,
    about: 'How the card is arranged',
  },
  size: {
    name: 'size',
    kind: 'choice',
    values: sizeNames,
    encodings: cards,
    about: 'The size of the card in pixels',
  },
  theme: {
    name: 'theme',
    kind: 'choice',
    values: themes,
    encodings: cards,
    about: 'Light or dark; for SVG and the iframe also auto, which follows the reader’s system',
  },
  lang: {
    name: 'lang',
    kind: 'choice',
    values: offered,
    names: Object.fromEntries(offered.map(lang => [lang, tongues[lang].name])),
    encodings: everything,
    about: 'The language of every word and number; a longer BCP 47 tag, such as zh-CN, leads to one of them',
  },
  from: { name: 'from', kind: 'year', encodings: figures, about: 'The first year shown' },
  to: { name: 'to', kind: 'year', encodings: figures, about: 'The last year shown' },
  series: {
    name: 'series',
    kind: 'series',
    encodings: figures,
    about: 'Some of the series, joined by ~',
  },
  asof: {
    name: 'asof',
    kind: 'date',
    encodings: figures,
    about: 'The indicator as it was known on that day, which is not later than today',
  },
  accent: {
    name: 'accent',
    kind: 'colour',
    words: [],
    encodings: cards,
    about: 'Colour of the first series: six hex digits, moved to the nearest colour with a contrast of 4.5:1',
  },
  background: {
    name: 'background',
    kind: 'colour',
    words: ['transparent'],
    encodings: cards,
    about: 'Colour of the background: six hex digits, or transparent',
  },
  scale: {
    name: 'scale',
    kind: 'choice',
    values: scales,
    encodings: rasters,
    about: 'Pixels for each unit, PNG only',
  },
  v: {
    name: 'v',
    kind: 'release',
    encodings: figures,
    about: 'A release; the current one makes the answer immutable',
  },
} as const satisfies Record<string, Parameter>
export type ParameterName = keyof typeof parameters

/** Which figures are shown: years inclusive, ids of series in the indicator's order, a day to look back from. */
export type Selection = { from?: number; to?: number; series: readonly string[]; asof?: string }

/** Everything a request may choose, with every default settled. */
export type CardParams<E extends Encoding = Encoding> = Selection & {
  encoding: E
  layout: Layout
  size: Size
  theme: Theme
  lang: Lang
  accent?: string
  background?: string
  scale: 1 | 2 | 3
}

/** A canonical query: what differs from the defaults, in the order of the names. */
export type Query = ReadonlyMap<ParameterName, string>

const sortedNames = Object.values(parameters)
  .map(parameter => parameter.name)
  .sort()

/** The size of a picture format; for the iframe what fits a column of text, for pages and figures the size of a preview. */
export const defaultSize = (encoding: Encoding): Size =>
  findPictureFormat(encoding)?.size ?? (encoding === 'embed' ? 'wide' : 'og')

/** A picture made of pixels cannot turn dark by itself. */
export const themesOf = (encoding: Encoding): readonly Theme[] =>
  themes.filter(theme => theme !== 'auto' || !findPictureFormat(encoding)?.isRaster)

/** A picture and an iframe are light by default, because they cannot know the page around them; a page follows the reader's system. */
export const defaultTheme = (encoding: Encoding): Theme => (encoding === 'html' ? 'auto' : 'light')

/** The canonical query of settled parameters: what differs from the defaults of this indicator and encoding, sorted. */
export function toQuery(params: CardParams, indicator: Indicator): Query {
  const defaults: Partial<Record<ParameterName, string>> = {
    layout: indicator.layout,
    size: params.layout === 'badge' ? 'badge' : defaultSize(params.encoding),
    theme: defaultTheme(params.encoding),
    lang: offered[0],
    scale: '1',
    series: indicator.series.map(series => series.id).join('~'),
  }
  const chosen: Record<ParameterName, string | undefined> = {
    accent: params.accent,
    asof: params.asof,
    background: params.background,
    from: params.from?.toString(),
    lang: params.lang,
    layout: params.layout,
    scale: String(params.scale),
    series: params.series.join('~'),
    size: params.size,
    theme: params.theme,
    to: params.to?.toString(),
    // It decides how long an answer may be cached, and changes nothing in it.
    v: undefined,
  }
  return new Map(
    sortedNames.flatMap((name): [ParameterName, string][] => {
      const value = chosen[name]
      return value === undefined || value === defaults[name] ? [] : [[name, value]]
    }),
  )
}

/** The part of a canonical query that an encoding knows. A picture made of pixels does not know the theme auto. */
export const selectKnown = (query: Query, encoding: Encoding): Query =>
  new Map(
    [...query].filter(
      ([name, value]) =>
        toEncodings(name).includes(encoding) &&
        !(name === 'theme' && value === 'auto' && findPictureFormat(encoding)?.isRaster),
    ),
  )

export const isParameter = (name: string): name is ParameterName => Object.hasOwn(parameters, name)

export const toEncodings = (name: ParameterName): readonly Encoding[] => parameters[name].encodings
