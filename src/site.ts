import type { Lang } from './model/locales.ts'

/**
 * What another newsroom changes. Each value is an export of its own, so that only what a picture shows becomes part of the
 * release. The Worker's name on Cloudflare is in wrangler.toml.
 */

/** The name: on pages, in feeds, citations and the files themselves. */
export const name = 'Caravan'

/** The same as an identifier: in BibTeX keys and as the name of the data package. */
export const slug = 'caravan'

/** What the service is, in the title of the front page. */
export const tagline: Record<Lang, string> = {
  en: 'data cards to embed',
  kk: 'ендіруге арналған дерек карточкалары',
  ru: 'карточки данных для встраивания',
  zh: '可嵌入的数据卡片',
}

/** The same in a sentence, in OpenAPI. */
export const description =
  'Data cards served from the edge: an indicator as a picture, as figures and as a page, each figure with its source.'

/** What the figures are about, in each language. */
export const subject: Record<Lang, string> = {
  en: 'Figures on China, Kazakhstan and the Middle Corridor',
  kk: 'Қытай, Қазақстан және Орта дәліз туралы деректер',
  ru: 'Данные о Китае, Казахстане и Среднем коридоре',
  zh: '中国、哈萨克斯坦与中间走廊的数据',
}

/** The languages on offer, in the order of the switch; the first is the default. Each is one of `languages` in src/model/locales.ts. */
export const offered = ['en', 'kk', 'ru', 'zh'] as const satisfies readonly [Lang, ...Lang[]]

/**
 * The origin in every absolute URL, `https://cards.example.org`. Without one, each answer uses the origin it was asked at;
 * `--origin` of the Node server takes precedence.
 */
export const origin: string | undefined = undefined

/**
 * Where a fault of security is reported, an address that begins with https: or mailto:, for security.txt. Without one it is
 * the mailbox that RFC 2142 reserves for it, `security@` the host.
 */
export const securityContact: string | undefined = undefined

/** Ids that the documentation and OpenAPI use as examples; a missing one is replaced by the first of the catalogue. */
export const examples = { id: 'titr-throughput', ids: ['titr-throughput', 'baku-port'], series: ['china', 'russia'] }

/** The colours of the pages, by the names that src/pages/style.css uses. Those of the cards are in src/draw/theme.ts. */
export const colours = {
  light: {
    ground: '#fbfaf6',
    panel: '#ffffff',
    ink: '#17202b',
    muted: '#58616d',
    line: '#d9d5ca',
    accent: '#b3202c',
    link: '#175f9e',
  },
  dark: {
    ground: '#0d1116',
    panel: '#161c24',
    ink: '#f3f1ea',
    muted: '#a9b1bb',
    line: '#2f3843',
    accent: '#ff7a70',
    link: '#8cc4f5',
  },
} as const

/** The icon of the pages, an SVG: the rule of a card over two lines that part. */
export const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#fbfaf6"/><rect x="5" y="6" width="12" height="4" fill="#b3202c"/><path d="M5 25L14 21L20 22L27 13" fill="none" stroke="#b3202c" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/><path d="M5 20L14 18L20 20L27 20" fill="none" stroke="#175f9e" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>'
