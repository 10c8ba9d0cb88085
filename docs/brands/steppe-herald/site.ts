import type { Lang, Words } from '../../../src/model/locales.ts'

/** An example: a newspaper in a serif, on the paper it is known for. What it does not say is Caravan’s. */
export * from '../../../src/site.ts'

export const name = 'Steppe Herald'
export const slug = 'steppe-herald'
export const host = 'herald.example'
export const offered = ['en', 'kk', 'ru'] as const satisfies readonly [Lang, ...Lang[]]

export const subject: Words = {
  en: 'Figures on grain, freight and borders',
  kk: 'Астық, жүк және шекара: сандармен',
  ru: 'Зерно, грузы и границы в цифрах',
}

export const foot: readonly { words: Words; url: string }[] = [
  {
    words: { en: 'Who we are', kk: 'Біз туралы', ru: 'О редакции' },
    url: 'https://herald.example/about',
  },
  {
    words: { en: 'Report an error', kk: 'Қате туралы хабарлау', ru: 'Сообщить об ошибке' },
    url: 'mailto:corrections@herald.example',
  },
]

export const colours = {
  light: {
    page: '#fffaf3',
    card: '#fdf1e2',
    well: '#f7e8d5',
    ink: '#231a12',
    muted: '#5f5346',
    line: '#e5d5be',
    edge: '#8f8272',
    link: '#8e1a2e',
    fill: '#231a12',
    'on-fill': '#fffaf3',
    warn: '#6f4b00',
    'warn-well': '#fbe9c0',
  },
  dark: {
    page: '#14100c',
    card: '#1c1712',
    well: '#241d16',
    ink: '#f6ecdf',
    muted: '#b9aa98',
    line: '#3a3026',
    edge: '#857766',
    link: '#f2a08c',
    fill: '#f6ecdf',
    'on-fill': '#1c1712',
    warn: '#f0c75e',
    'warn-well': '#2c2410',
  },
} as const

export const cardColours = {
  light: {
    ground: '#fdf1e2',
    ink: '#231a12',
    muted: '#62564a',
    grid: '#e8d8c3',
    tint: '#f7e6d1',
    china: '#9a0f2b',
    russia: '#3d5fd0',
    kazakhstan: '#00695c',
    ochre: '#7a5500',
    plum: '#5b1a66',
    past: '#a8834a',
    slate: '#7f8794',
  },
  dark: {
    ground: '#1c1712',
    ink: '#f6ecdf',
    muted: '#b9aa98',
    grid: '#3a3026',
    tint: '#271f18',
    china: '#f58a74',
    russia: '#7f9bff',
    kazakhstan: '#86cfae',
    ochre: '#f4c95a',
    plum: '#e6c3f5',
    past: '#8a6a33',
    slate: '#6c7480',
  },
} as const

/** A pennant on its staff. */
export const emblem = {
  width: 17,
  height: 16,
  feet: 16,
  path: 'M1 16L1 0L2.8 0L2.8 1C7 -0.6 10 2.6 16 1L13 5.2L16 9.4C10 11 7 7.8 2.8 9.4L2.8 16Z',
} as const

export const fonts = {
  latin: {
    name: 'Source Serif 4',
    home: 'https://github.com/adobe-fonts/source-serif',
    licence: 'docs/brands/steppe-herald/OFL.txt',
    regular: 'docs/brands/steppe-herald/SourceSerif4-Regular.ttf',
    semibold: 'docs/brands/steppe-herald/SourceSerif4-SemiBold.ttf',
  },
  chinese: {
    name: 'Noto Sans SC',
    home: 'https://github.com/notofonts/noto-cjk',
    licence: 'src/draw/fonts/NotoSansSC-OFL.txt',
    regular: '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff',
    semibold: '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-600-normal.woff',
  },
  instead: 'Georgia, "Noto Serif", "Times New Roman", serif',
} as const
