import chinese from '../../generated/words-zh.json' with { type: 'json' }
import type { Lang } from './locales.ts'

/** Short prepositions and conjunctions, which stay with the word after them. */
const proclitics: Partial<Record<Lang, RegExp>> = {
  // In English only before a number: "to 4.12 million tonnes".
  en: /(?<!\p{L})(?:in|by|of|to|on|from|than|about|over|at) (?=[$≈>]?\d)/giu,
  ru: /(?<!\p{L})(?:в|во|к|ко|с|со|о|об|у|и|а|но|на|по|за|от|до|из|не|для|без|при|над|под|чем) /giu,
}
/** Particles of up to three letters, which stay with the word before them. */
const enclitics: Partial<Record<Lang, RegExp>> = { kk: / (?=(?:мен|бен|пен|да|де|та|те)(?!\p{L}))/giu }

/** A year: in English the line may break after it; in other languages the word for "year" stays with it. */
const looksLikeYear = (number: string): boolean => /^(?:19|20)\d\d$/.test(number)
const yearWords = /^(?:год|жыл|ж\.|г\.)/iu

/**
 * The same text with a no-break space wherever a line must not break: between a number and its noun, before a dash,
 * after the short prepositions of Russian, before the short particles of Kazakh. It is as long as the text itself.
 */
export function bind(text: string, lang: Lang): string {
  const isGrouped = lang === 'kk' || lang === 'ru'
  const grouped = isGrouped ? text.replace(/(?<=\d) (?=\d{3}(?!\d))/g, '\u00a0') : text
  const counted = grouped.replace(
    /((?:\d[\d.,\u00a0\u202f]*\d|\d)(?:–\d[\d.,]*)?%?) (?=(\p{L}+\.?))/gu,
    (pair, number, word) => (!looksLikeYear(number) || yearWords.test(word) ? `${number}\u00a0` : pair),
  )
  const short = counted
    .replace(/(?<!\p{L})(млрд|млн|тыс\.|мың) (?=\p{L})/giu, '$1\u00a0')
    .replace(/ (?=[—–] )/g, '\u00a0')
  const after = proclitics[lang] ? short.replace(proclitics[lang], word => `${word.slice(0, -1)}\u00a0`) : short
  return enclitics[lang] ? after.replace(enclitics[lang], '\u00a0') : after
}

/** The pieces a line may be broken between: words with the space after them; in Chinese, words with the sign after them. */
export function toPieces(text: string, lang: Lang): string[] {
  if (lang === 'zh') return glue(segment(text))
  const bound = bind(text, lang)
  const starts = [0, ...[...bound.matchAll(/ (?=\S)/g)].map(({ index }) => index + 1)]
  return starts.map((start, i) => text.slice(start, starts[i + 1]))
}

/** The Chinese words of the cards, which the build finds with the dictionary of ICU, so that the Worker needs none. */
const chineseWords: ReadonlySet<string> = new Set(chinese)
const longestWord = Math.max(0, ...chinese.map(word => word.length))

/** Chinese into words: at each place the longest known one, or one character; letters and digits stay together. */
function segment(text: string): string[] {
  const words: string[] = []
  for (let rest = text; rest !== ''; rest = rest.slice(words.at(-1)?.length)) words.push(findWord(rest))
  return words
}

/** The word that a text begins with. */
function findWord(text: string): string {
  const [run] = /^[\p{Script=Latin}\p{Script=Cyrillic}\d.,'’&-]+/u.exec(text) ?? []
  if (run) return run
  for (let length = Math.min(longestWord, text.length); length > 1; length--) {
    if (chineseWords.has(text.slice(0, length))) return text.slice(0, length)
  }
  return String.fromCodePoint(text.codePointAt(0) ?? 0)
}

/** Characters that begin a phrase, and stay with the word after them. Any other character alone ends the word before it. */
const phraseStarts = /^[对与和比从自至在是向由为被将把已据按跨逾约]$/u
/** Characters that count or name a quantity, and stay with the word before them. */
const closing = /^[年月日%万亿个列天吨标量额数率者次]/u

/** How many characters of Chinese a line of a heading holds on a phone. */
const mostInPhrase = 13

/** The phrases that a heading in Chinese is broken between: after a sign or before a preposition, in words where one is long. */
export function toPhrases(text: string): string[] {
  const phrases: string[][] = []
  for (const piece of toPieces(text, 'zh')) {
    const last = phrases.at(-1)
    if (!last || /[，。；：、）》]$/.test(last.at(-1) ?? '') || phraseStarts.test(piece.slice(0, 1)))
      phrases.push([piece])
    else last.push(piece)
  }
  return phrases.flatMap(pieces => (pieces.join('').length > mostInPhrase ? pieces : [pieces.join('')]))
}

/** Words with what belongs to them: a sign after them, a bracket before, the number that they count. */
function glue(words: readonly string[]): string[] {
  const pieces: string[] = []
  let last = ''
  for (const word of words) {
    const isSign = !/^[\p{L}\d（《“‘]/u.test(word)
    const isAlone = /^\p{Script=Han}$/u.test(word) && !phraseStarts.test(word)
    const isCounted = /[\d%]$/.test(last) && /^\p{L}/u.test(word) && !phraseStarts.test(word)
    // A country of one character stays with the word after it: 对哈贸易额, 对华投资.
    const isShortened = /^对\p{Script=Han}$/u.test(pieces.at(-1) ?? '') && /^\p{L}/u.test(word)
    // A line may always break after a comma, and never after an opening bracket.
    const isGlued =
      last !== '' &&
      (isSign ||
        /[（《“‘]$/.test(last) ||
        (!/[，。；：、）》]$/.test(last) &&
          (isShortened || isAlone || isCounted || closing.test(word) || phraseStarts.test(last))))
    if (isGlued) pieces.push(`${pieces.pop() ?? ''}${word}`)
    else pieces.push(word)
    last = word
  }
  return pieces
}
