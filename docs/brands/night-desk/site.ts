import type { Lang, Words } from '../../../src/model/locales.ts'

/** An example: a bold online desk, whose cards are shared dark. What it does not say is Caravan’s. */
export * from '../../../src/site.ts'

export const name = 'Night Desk'
export const slug = 'night-desk'
export const host = 'nightdesk.example'
export const offered = ['en', 'ru', 'zh'] as const satisfies readonly [Lang, ...Lang[]]

export const subject: Words = {
  en: 'What moved overnight, in figures',
  ru: 'Что изменилось за ночь, в цифрах',
  zh: '一夜之间的变化，用数字说明',
}

export const foot: readonly { words: Words; url: string }[] = [
  { words: { en: 'Contact', ru: 'Связаться', zh: '联系我们' }, url: 'mailto:desk@nightdesk.example' },
]

export const colours = {
  light: {
    page: '#ffffff',
    card: '#f4f4fb',
    well: '#ebebf7',
    ink: '#0b0b1a',
    muted: '#50506a',
    line: '#d9d9ea',
    edge: '#82829c',
    link: '#4a1fd6',
    fill: '#0b0b1a',
    'on-fill': '#ffffff',
    warn: '#7a4b00',
    'warn-well': '#fff0cf',
  },
  dark: {
    page: '#05050d',
    card: '#0b0b1a',
    well: '#141428',
    ink: '#ffffff',
    muted: '#a6a6c4',
    line: '#2a2a44',
    edge: '#77779a',
    link: '#d4ff3a',
    fill: '#d4ff3a',
    'on-fill': '#0b0b1a',
    warn: '#ffc93c',
    'warn-well': '#2b2208',
  },
} as const

export const cardColours = {
  light: {
    ground: '#f4f4fb',
    ink: '#0b0b1a',
    muted: '#55556e',
    grid: '#d9d9ea',
    tint: '#e9e9f6',
    china: '#b3002d',
    russia: '#3f5be0',
    kazakhstan: '#00705f',
    ochre: '#7d5300',
    plum: '#5a1270',
    past: '#8f86bd',
    slate: '#8a8460',
  },
  dark: {
    ground: '#0b0b1a',
    ink: '#ffffff',
    muted: '#a6a6c4',
    grid: '#2a2a44',
    tint: '#15152b',
    china: '#ff8a94',
    russia: '#7a86ff',
    kazakhstan: '#c8f53a',
    ochre: '#ffc93c',
    plum: '#e8c4ff',
    past: '#5d5a94',
    slate: '#6e6c5e',
  },
} as const

/** A crescent. */
export const emblem = {
  width: 17,
  height: 16,
  feet: 16,
  path: 'M11 0.6C5.6 -0.4 1 3.2 1 8.2C1 12.7 4.5 16 8.8 16C12.2 16 14.8 14.2 16.2 11.2C11.4 12.8 6.9 10.2 6.9 5.9C6.9 3.5 8.4 1.5 11 0.6Z',
} as const

export const fonts = {
  latin: {
    name: 'Golos Text',
    home: 'https://github.com/googlefonts/golos-text',
    licence: 'docs/brands/night-desk/OFL.txt',
    regular: 'docs/brands/night-desk/GolosText-Medium.ttf',
    semibold: 'docs/brands/night-desk/GolosText-ExtraBold.ttf',
  },
  chinese: {
    name: 'Noto Sans SC',
    home: 'https://github.com/notofonts/noto-cjk',
    licence: 'src/draw/fonts/NotoSansSC-OFL.txt',
    regular: '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-500-normal.woff',
    semibold: '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-800-normal.woff',
  },
  instead: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", sans-serif',
} as const
