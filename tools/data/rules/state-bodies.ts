import { type InEach, type Lang, languages } from '../../../src/model/locales.ts'
import { listCountries } from '../countries.ts'
import { asKey, type Path } from '../json-text.ts'
import type { Fault, Sound } from './fault.ts'

/** Words that a reader takes for a state body, and without a country for one of their own country. */
const stateWords: Record<Lang, RegExp> = {
  en: /\b(?:bureau|ministry|minister|committee|cabinet|government|parliament|senate|customs|(?:national|central|state) bank|president|border (?:guard|service)|embassy|statistics)\b/i,
  kk: /министр|бюро|комитет|кабинет|үкімет|парламент|мәжіліс|кеден|(?:ұлттық|орталық|мемлекеттік) банк|президент|шекара қызметі|елшілі|статистика/i,
  ru: /министр|министерств|бюро|комитет|кабинет|кабмин|правительств|парламент|сенат|таможн|таможен|(?:национальн|центральн|государственн)\p{L}+ банк|нацбанк|центробанк|президент|пограничн|погранслужб|посольств|статистик|(?<!\p{L})мин(?:транс|тур|эк|фин|энерго|пром|торг|сельхоз)|(?<!\p{L})МИД(?!\p{L})/iu,
  zh: /统计局|统计委员会|委员会|内阁|政府|议会|海关|(?:中央|国家|国民)银行|央行|总统|总理|国务院|边防|大使馆|(?<![西东南北中内外全总乐])部(?![分门落队署])/u,
}

/** Bodies of several states, which belong to no reader's own. */
const international: Record<Lang, RegExp> = {
  en: /United Nations|\bUN\b|\bIMF\b|\bOECD\b|\bCIS\b|\bWorld\b|International|Eurasian|European|Asian/,
  kk: /Біріккен Ұлттар|БҰҰ|ХВҚ|ТМД|Дүниежүзілік|Халықаралық|Еуразия|Еуропа|Азия/i,
  ru: /Объедин[её]нных Наций|(?<!\p{L})(?:ООН|МВФ|ОЭСР|СНГ)(?!\p{L})|Всемирн|Международн|Евраз|Европ|Азиатск/iu,
  zh: /联合国|国际|世界|欧亚|欧洲|欧盟|亚洲|独联体|经合组织/,
}

/** Names that are not derived from CLDR: other names of countries, and adjectives with another stem. */
const furtherNames: Record<Lang, string[]> = {
  en: ['U.S.', 'US ', 'UK ', 'American', 'British', 'French', 'Dutch', 'Greek', 'Swiss', 'Turkish', 'Turkey', 'Uzbek'],
  kk: ['АҚШ', 'Әзербайжан', 'ҚХР', 'ҚР ', 'РФ'],
  ru: ['США', 'КНР', 'РФ', 'РК', 'Кыргыз', 'Британ', 'Турец', 'Француз', 'Немец'],
  zh: ['哈', '俄', '中华'],
}

/** The countries of CLDR in a language, by the stem of their names and adjectives: "Kazak", "Казах", "哈萨克". */
const countries: Record<Lang, readonly string[]> = {
  en: listStems('en'),
  kk: listStems('kk'),
  ru: listStems('ru'),
  zh: listStems('zh'),
}

function listStems(lang: Lang): string[] {
  return [...listCountries(lang).map(name => toStem(name, lang)), ...furtherNames[lang]]
}

/** The stem that a name and its adjective share: "Chin" of China, "Kazak" of Kazakhstan; a name of several words as a whole. */
function toStem(name: string, lang: Lang): string {
  if (lang === 'zh') return name.length > 4 ? name.slice(0, 3) : name
  if (name.includes(' ')) return name
  return name.slice(0, name.length > 6 ? 5 : Math.max(4, name.length - 1))
}

/** Whether a text names a country, at the beginning of a word where the language has words. */
function namesCountry(text: string, lang: Lang): boolean {
  const words = lang === 'zh' ? [text] : [...text.matchAll(/(?<!\p{L})\p{L}/gu)].map(({ index }) => text.slice(index))
  return countries[lang].some(stem =>
    words.some(word => (lang === 'zh' ? word.includes(stem) : word.toLowerCase().startsWith(stem.toLowerCase()))),
  )
}

/** Whether a name reads as that of the reader's own state, wherever the reader lives. */
export const readsAsOwn = (name: string, lang: Lang): boolean =>
  stateWords[lang].test(name) && !international[lang].test(name) && !namesCountry(name, lang)

/** In Chinese the bare names of these bodies are those of China. */
const chineseBodies = /国家统计局|外交部|海关总署|国务院|总统|交通运输部|商务部/

/**
 * "Bureau of National Statistics" is in every country another one: a state body has its country in its name, in full and
 * in short, and so has one of those in Chinese words beside the figures.
 */
export function* checkStateBodies({ head }: Pick<Sound, 'head'>): Iterable<Fault> {
  const { authorities, ...rest } = head.card
  const names: [Path, InEach<string> | undefined][] = [
    ...Object.entries(authorities).flatMap(([id, { name, short }]): typeof names => [
      [['card', 'authorities', id, 'name'], name],
      [['card', 'authorities', id, 'short'], short],
    ]),
    ...head.sources.flatMap(({ publisher, via }, i): typeof names => [
      [['sources', i, 'publisher'], publisher],
      [['sources', i, 'via'], via],
    ]),
  ]
  for (const [path, words] of names)
    for (const lang of languages) {
      const name = words?.[lang]
      if (name !== undefined && readsAsOwn(name, lang))
        yield [[...path, lang], `is "${name}", which reads as the reader's own; expected the country in the name`]
    }
  yield* checkChinese(rest, ['card'])
}

function* checkChinese(value: unknown, path: Path): Iterable<Fault> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, entry] of Object.entries(value)) {
    const [body] = key === 'zh' && typeof entry === 'string' ? (chineseBodies.exec(entry) ?? []) : []
    if (body && !namesCountry(entry, 'zh'))
      yield [[...path, key], `names "${body}", which reads as China's; expected the country before it`]
    yield* checkChinese(entry, [...path, asKey(key)])
  }
}
