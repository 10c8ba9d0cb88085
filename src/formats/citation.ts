import type { RequestedCard } from '../card/requested-card.ts'
import { formatAsOf } from '../model/dates.ts'
import { fill, joinBy, say } from '../model/locales.ts'
import { words } from '../model/messages.ts'
import { toPageUrl } from '../request/urls.ts'
import * as site from '../site.ts'

/**
 * How to cite a card: a sentence, BibTeX, and the address that shows it for good. What is cited is the edition of the day
 * looked back from, or of `day` (ISO 8601), on which it is read.
 */
export function toCitation(requested: RequestedCard, day: string): { text: string; bibtex: string; permalink: string } {
  const { card, params } = requested
  const edition = params.asof ?? day
  const permalink = toPageUrl(requested, { asof: edition })
  const known = fill(say(words.asOf, card.lang), { date: formatAsOf(edition, card.lang) })
  return {
    permalink,
    text: joinBy('stop', [card.title, card.sourceLine, site.name, known, permalink], card.lang),
    bibtex: [
      `@misc{${site.slug}-${card.id}-${edition},`,
      `  title = {${toBraces(card.title)}},`,
      `  author = {{${toBraces(site.name)}}},`,
      `  year = {${edition.slice(0, 4)}},`,
      `  note = {${toBraces(joinBy('stop', [card.sourceLine, known], card.lang))}},`,
      `  howpublished = {\\url{${permalink}}},`,
      `  urldate = {${day}}`,
      '}',
    ].join('\n'),
  }
}

/** Text without what BibTeX reads as syntax. */
const toBraces = (text: string): string => text.replace(/[{}\\]/g, '').replace(/[%&#_$]/g, sign => `\\${sign}`)
