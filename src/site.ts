import type { Lang, Words } from './model/locales.ts'

/**
 * What another newsroom changes. Each value is an export of its own, so that only what a picture shows becomes part of the
 * release. The Worker's name on Cloudflare is in wrangler.toml.
 */

/** The name: on pages, in feeds, citations and the files themselves. */
export const name = 'Caravan'

/** The same as an identifier: in BibTeX keys and as the name of the data package. */
export const slug = 'caravan'

/** What the service is, in a sentence of English: in OpenAPI and llms.txt. */
export const description =
  'Data cards served from the edge: an indicator as a picture, as figures and as a page, each figure with its source.'

/** What the figures are about, in each language: the title of the front page. */
export const subject: Words = {
  en: 'Sourced figures on China, Kazakhstan and the Middle Corridor, as cards to embed',
  kk: 'Қытай, Қазақстан және Орта дәліз: дереккөзі көрсетілген сандар, дайын карточкалар',
  ru: 'Китай, Казахстан и Средний коридор: данные с источниками на готовых карточках',
  zh: '中国、哈萨克斯坦与中间走廊：注明来源的数据卡片，可直接嵌入',
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

/**
 * The WebSub hub (https://www.w3.org/TR/websub/) that tells readers of the feeds at once, `https://pubsubhubbub.appspot.com/`.
 * Without one, feeds are read from time to time. After a deployment the hub has to be told, see docs/deploy.md.
 */
export const hub: string | undefined = undefined

/** Ids that the documentation and OpenAPI use as examples; a missing one is replaced by the first of the catalogue. */
export const examples = { id: 'titr-throughput', ids: ['titr-throughput', 'baku-port'], series: ['china', 'russia'] }

/** Where readers report an error, a URL or `mailto:`; without one the footer has no such link. */
export const corrections: string | undefined = undefined

/**
 * The colours of the pages, by the names that the styles use: grounds, words, decorative lines, the edges of controls, links and
 * focus, what is selected, and warnings. Those of the cards are in src/draw/theme.ts.
 */
export const colours = {
  light: {
    page: '#ffffff',
    card: '#fbfaf6',
    well: '#f5f3ed',
    ink: '#17202b',
    muted: '#545d69',
    line: '#e0dcd1',
    edge: '#848c96',
    link: '#007a6c',
    fill: '#17202b',
    'on-fill': '#ffffff',
    warn: '#7d5a12',
    'warn-well': '#fbf3dc',
  },
  dark: {
    page: '#0c1015',
    card: '#12171e',
    well: '#171d25',
    ink: '#f3f1ea',
    muted: '#a9b1bb',
    line: '#2b333d',
    edge: '#77818d',
    link: '#58dcbd',
    fill: '#f3f1ea',
    'on-fill': '#12171e',
    warn: '#f7cc4b',
    'warn-well': '#26200f',
  },
} as const

/** The host that the short addresses on the cards begin with: a card is drawn before anybody knows where it is asked for. */
export const host = 'caravan.example'

/** The licence of the cards as they print it; what it covers is in the data. */
export const cardLicence = 'CC BY'

/** The icon of the pages, an SVG: the camel of the cards, paper on turquoise. */
export const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#007a6c"/><path d="M6.53 23.96L6.76 17.56q0.07 -1.44 0.5 -2.61q0.44 -1.18 1.22 -1.88q0.77 -0.7 1.84 -0.72q1.03 0.05 1.54 0.68q0.51 0.63 0.86 1.25q0.35 0.63 0.91 0.68q0.56 -0.08 0.91 -1.05q0.35 -0.96 0.86 -1.93q0.51 -0.97 1.55 -1.05q1.03 0.08 1.54 1.19q0.51 1.1 0.86 2.29q0.35 1.18 0.91 1.5q0.59 0.21 0.97 -0.24q0.38 -0.45 0.63 -1.31q0.24 -0.86 0.42 -1.89q0.23 -1.42 0.61 -2.34q0.38 -0.91 0.98 -1.36q0.6 -0.44 1.48 -0.44q0.78 0 1.33 0.26q0.56 0.25 0.86 0.7q0.3 0.45 0.3 1.05q-0.01 0.47 -0.25 0.73q-0.25 0.26 -0.68 0.36q-0.43 0.1 -0.96 0.09q-0.3 0.01 -0.46 0.26q-0.16 0.26 -0.24 0.71q-0.08 0.45 -0.13 1.05q-0.18 1.59 -0.53 2.8q-0.35 1.21 -0.92 2.05q-0.57 0.83 -1.39 1.3L21.8 23.96L19.08 23.96L18.84 20.17q-1.32 0.35 -2.85 0.47q-1.53 0.12 -3.06 0q-1.53 -0.12 -2.85 -0.47L9.37 23.96z" fill="#fbfaf6"/></svg>'
