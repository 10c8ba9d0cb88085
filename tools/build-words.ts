import * as messages from '../src/model/messages.ts'
import { listCountries } from './data/countries.ts'

/**
 * The Chinese words of several characters that the cards may show, as ICU's dictionary cuts the texts of data/ and of
 * src/model/messages.ts: a line breaks between them. The Worker reads the list and never loads the dictionary.
 */
export function toChineseWords(catalog: string): string[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const texts = [...listChineseTexts(JSON.parse(catalog)), ...listChineseTexts(messages)]
  const words = texts.flatMap(text => [...segmenter.segment(text)].map(({ segment }) => segment))
  // The dictionary cuts the names of countries in two (哈萨克 and 斯坦).
  const names = listCountries('zh').filter(name => texts.some(text => text.includes(name)))
  return [...new Set([...words, ...names].filter(word => /^\p{Script=Han}{2,}$/u.test(word)))].sort()
}

/** Texts that no picture shows: the prose of a page, which a browser breaks. */
const undrawnKeys = new Set(['notes', 'note', 'description'])

/** Every text with a Chinese character that a picture may show, at any depth of a value. */
function listChineseTexts(value: unknown): string[] {
  if (typeof value === 'string') return /\p{Script=Han}/u.test(value) ? [value.replace(/\{\w+\}/g, '，')] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]) => (undrawnKeys.has(key) ? [] : listChineseTexts(entry)))
}
