import type { Lang, Words } from './model/locales.ts'

/**
 * The settings that another newsroom changes. Each value is an export of its own, so that only what a picture shows becomes part of the
 * release. The Worker's name on Cloudflare is in wrangler.toml.
 */

/** The name: on pages, in feeds, citations and the files themselves. */
export const name = 'Caravan'

/** The same as an identifier: in BibTeX keys and as the name of the data package. */
export const slug = 'caravan'

/** A sentence of English about the service: in OpenAPI and llms.txt. */
export const description =
  'Data cards served from the edge: an indicator as a picture, as figures and as a page, each figure with its source.'

/** The subject of the figures in each language: the title of the front page. */
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
 * The WebSub hub (https://www.w3.org/TR/websub/) that notifies readers of the feeds at once, `https://pubsubhubbub.appspot.com/`.
 * Without one, feeds are read from time to time. After a deployment the hub has to be notified, see docs/deploy.md.
 */
export const hub: string | undefined = undefined

/** Ids that the documentation and OpenAPI use as examples; a missing one is replaced by the first of the catalogue. */
export const examples = { id: 'titr-throughput', ids: ['titr-throughput', 'baku-port'], series: ['china', 'russia'] }

/**
 * Links of yours at the foot of each page, in this order: who publishes, how to report an error, privacy. An address begins with
 * https: or mailto:, or with / on the same site.
 */
export const foot: readonly { words: Words; url: string }[] = []

/**
 * The colours of the pages, by the names that the styles use: grounds, words, decorative lines, the edges of controls, links and
 * focus, what is selected, and warnings. Those of the cards are below.
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

/** The host in the short addresses on the cards: a picture is the same whichever host serves it. */
export const host = 'caravan.example'

/** The licence of the cards as they and the pages print it, short; the data says what it covers. */
export const cardLicence = 'CC BY'

/**
 * The colours of the cards: the ground and its tint, words, lines; then the parties, which have the same colour on every card:
 * `china`, `russia` and `kazakhstan` by name, `ochre` and `plum` for others, `past` and `slate` for what is past or not the
 * subject. The build refuses a colour that cannot be read, or that two parties of a card could be confused by.
 */
export const cardColours = {
  light: {
    ground: '#fbfaf6',
    ink: '#17202b',
    muted: '#58616d',
    grid: '#e0dcd1',
    tint: '#f1eee5',
    china: '#a3001f',
    russia: '#4260cf',
    kazakhstan: '#007a6c',
    ochre: '#7d5a12',
    plum: '#65146b',
    past: '#ad8c55',
    slate: '#88919b',
  },
  dark: {
    ground: '#12171e',
    ink: '#f3f1ea',
    muted: '#a9b1bb',
    grid: '#2c343e',
    tint: '#1b222b',
    china: '#f97d77',
    russia: '#7b8cff',
    kazakhstan: '#58dcbd',
    ochre: '#f7cc4b',
    plum: '#e3c1fe',
    past: '#856d3a',
    slate: '#66707b',
  },
} as const

/**
 * The emblem on the cards and, on the colour of links, the icon of the pages: one path of absolute M, L, C and Z in a box, which
 * touches the horizon of a card at `feet`. It is a camel of two humps.
 */
export const emblem = {
  width: 20,
  height: 16,
  feet: 15,
  path: 'M2 15L2.2 9.6C2.3 7.2 3.4 5.2 5.2 5.2C7 5.2 7 7.4 8 7.4C9 7.4 9 4 10.8 4C12.6 4 12.6 7.8 13.6 8.2C14.6 8.6 15 7 15.3 5.3C15.7 2.9 16.4 1.8 17.9 1.8C19.2 1.8 20 2.5 20 3.5C20 4.3 19.3 4.5 18.4 4.5C17.9 4.5 17.8 5.2 17.7 6.2C17.4 8.9 16.7 10.6 15.3 11.4L14.9 15L12.6 15L12.4 11.8C10.2 12.4 7.2 12.4 5 11.8L4.4 15Z',
} as const

/**
 * The typefaces: `latin` of the cards and the pages, `chinese` of the cards, for Chinese and for signs that the first lacks; pages
 * leave Chinese to the reader's system. Each file is TrueType of one weight, in a package of node_modules or in the repository
 * (`fonts/Herald-Regular.ttf`); `licence` is the file beside it. The build cuts the fonts to the characters that are used, and
 * refuses one that lacks a character, or whose licence does not let everyone use it. `instead` is what pages show until a font is
 * there.
 */
export const fonts = {
  latin: {
    name: 'Inter',
    home: 'https://rsms.me/inter/',
    licence: 'src/draw/fonts/Inter-OFL.txt',
    regular: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
    semibold: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  },
  chinese: {
    name: 'Noto Sans SC',
    home: 'https://github.com/notofonts/noto-cjk',
    licence: 'src/draw/fonts/NotoSansSC-OFL.txt',
    regular: '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff',
    semibold: '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-600-normal.woff',
  },
  instead:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif',
} as const
