/** The languages a card speaks, in the order a switch shows them. The first is the one the others fall back to. */
export const languages = ['en', 'kk', 'ru', 'zh'] as const
export type Lang = (typeof languages)[number]

/**
 * The name of a language in itself, its codes in CLDR, HTML (which chooses a font by it) and Open Graph, how it writes a year, the
 * marks that join words in it, and from how many digits on a whole number is grouped: 1,000, but 1000 in Chinese (GB/T 15835, CLDR's `min2`).
 */
type Tongue = {
  name: string
  locale: string
  html: string
  openGraph: string
  year: string
  marks: Record<PunctuationMark, string>
  grouped: number
}

const spaced = {
  comma: ', ',
  /** Between the values of a list. */
  list: ', ',
  semicolon: '; ',
  colon: ': ',
  stop: '. ',
  space: ' ',
  /** Between words, and between phrases of several words, where a dash has spaces around it. */
  range: '–',
  longRange: ' – ',
  /** Between statements on one line. */
  dot: ' · ',
  /** The brackets around an addition. */
  open: ' (',
  close: ')',
}
type PunctuationMark = keyof typeof spaced

const unspaced = {
  comma: '，',
  list: '、',
  semicolon: '；',
  colon: '：',
  stop: '。',
  space: '',
  range: '至',
  longRange: '—',
  dot: ' · ',
  open: '（',
  close: '）',
}

export const tongues: Record<Lang, Tongue> = {
  en: { name: 'English', locale: 'en-GB', html: 'en', openGraph: 'en_GB', year: '{year}', marks: spaced, grouped: 4 },
  kk: { name: 'Қазақша', locale: 'kk', html: 'kk', openGraph: 'kk_KZ', year: '{year}', marks: spaced, grouped: 4 },
  ru: { name: 'Русский', locale: 'ru', html: 'ru', openGraph: 'ru_RU', year: '{year}', marks: spaced, grouped: 4 },
  zh: {
    name: '中文',
    locale: 'zh',
    html: 'zh-Hans',
    openGraph: 'zh_CN',
    year: '{year}年',
    marks: unspaced,
    grouped: 5,
  },
}

/**
 * Words joined as the language joins them: `joinBy('comma', ['Cargo', '2025'], 'zh')` is `Cargo，2025`. After a word that
 * ends in a stop of its own (`12 октября 2025 г.`) there is no second one.
 */
export function joinBy(mark: PunctuationMark, [first = '', ...rest]: readonly string[], lang: Lang): string {
  const between = (text: string): string => (mark === 'stop' ? stopAfter(text, lang) : tongues[lang].marks[mark])
  return rest.reduce((text, word) => `${text}${between(text)}${word}`, first)
}

/** The stop after a text, or only its space if the text ends in one. */
export const stopAfter = (text: string, lang: Lang): string => {
  const { stop } = tongues[lang].marks
  return /[.。?？!！…]$/.test(text) ? stop.slice(1) : stop
}

/** Sentences one after the other, each with its stop. */
export const joinSentences = (sentences: readonly string[], lang: Lang): string =>
  joinBy('stop', [...sentences, ''], lang).trimEnd()

/** A word with an addition in brackets: `412万吨（初值）`; alone where that is the same word. */
export const enclose = (word: string, text: string, lang: Lang): string =>
  word === text ? word : `${word}${tongues[lang].marks.open}${text}${tongues[lang].marks.close}`

/** The same in each language; English is always there, a missing one falls back to it (see `say`). */
export type InEach<T> = { en: T } & { [L in Exclude<Lang, 'en'>]?: T | undefined }
export type Words = InEach<string>

/** The entry in the reader's language, or the English one if there is no translation. */
export const say = <T>(words: InEach<T>, lang: Lang): T => words[lang] ?? words.en

/** The language of a whole sentence: the reader's, or English where any of the words it is made of lacks it. */
export const langOf = (lang: Lang, ...words: readonly InEach<unknown>[]): Lang =>
  words.every(entry => entry[lang] !== undefined) ? lang : 'en'

/** Replaces each `{name}` by its value; throws when a name is unknown, so that no card ever shows a brace. */
export function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`"${template}": {${name}} is not one of ${Object.keys(values).join(', ')}`)
    return value
  })
}
