import type { View } from '../card/view.ts'
import { formatDate } from '../model/numbers.ts'
import { toPageUrl } from '../request/urls.ts'

/** How to cite a card: a sentence, BibTeX, and the address that shows it as it is known on `day` (ISO 8601) for good. */
export function toCitation(view: View, day: string): { text: string; bibtex: string; permalink: string } {
  const { card } = view
  const permalink = toPageUrl(view, { asof: view.params.asof ?? day })
  const key = `caravan-${card.id}-${card.updated.slice(0, 4)}`
  return {
    permalink,
    text: `${card.title}. ${card.sourceLine}. Caravan, ${formatDate(card.updated, card.lang)}. ${permalink}`,
    bibtex: [
      `@misc{${key},`,
      `  title = {${toBraces(card.title)}},`,
      `  author = {{Caravan}},`,
      `  year = {${card.updated.slice(0, 4)}},`,
      `  note = {${toBraces(card.sourceLine)}},`,
      `  howpublished = {\\url{${permalink}}},`,
      `  urldate = {${day}}`,
      '}',
    ].join('\n'),
  }
}

/** What BibTeX would read as syntax. */
const toBraces = (text: string): string => text.replace(/[{}\\]/g, '').replace(/[%&#_$]/g, sign => `\\${sign}`)
