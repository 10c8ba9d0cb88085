import type { RequestedCard } from '../card/requested-card.ts'
import { formatAsOf } from '../model/dates.ts'
import { fill, joinBy, say } from '../model/locales.ts'
import { words } from '../model/messages.ts'
import { toPageUrl } from '../request/urls.ts'
import * as site from '../site.ts'

export type Citation = { text: string; bibtex: string; ris: string; csl: string; permalink: string }

/**
 * How to cite a card: a sentence, BibTeX, RIS, CSL-JSON 1.0, and the address that shows it for good. What is cited is the edition
 * of the day looked back from, or of `day` (ISO 8601), on which it is read.
 */
export function toCitation(requested: RequestedCard, day: string): Citation {
  const { card, params } = requested
  const edition = params.asof ?? day
  const permalink = toPageUrl(requested, { asof: edition })
  const known = fill(say(words.asOf, card.lang), { date: formatAsOf(edition, card.lang) })
  const note = joinBy('stop', [card.sourceLine, known], card.lang)
  return {
    permalink,
    text: joinBy('stop', [card.title, card.sourceLine, site.name, known, permalink], card.lang),
    bibtex: [
      `@misc{${site.slug}-${card.id}-${edition},`,
      `  title = {${toBraces(card.title)}},`,
      `  author = {{${toBraces(site.name)}}},`,
      `  year = {${edition.slice(0, 4)}},`,
      `  note = {${toBraces(note)}},`,
      `  howpublished = {\\url{${permalink}}},`,
      `  urldate = {${day}}`,
      '}',
    ].join('\n'),
    ris: [
      'TY  - DATA',
      `TI  - ${card.title}`,
      `AU  - ${site.name}`,
      `PB  - ${site.name}`,
      `PY  - ${edition.slice(0, 4)}`,
      `DA  - ${edition.replaceAll('-', '/')}`,
      `N1  - ${note}`,
      `LA  - ${card.lang}`,
      `UR  - ${permalink}`,
      `Y2  - ${day.replaceAll('-', '/')}`,
      'ER  - ',
    ].join('\n'),
    csl: JSON.stringify(
      [
        {
          id: `${site.slug}-${card.id}-${edition}`,
          type: 'dataset',
          title: card.title,
          author: [{ literal: site.name }],
          publisher: site.name,
          issued: toDateParts(edition),
          accessed: toDateParts(day),
          URL: permalink,
          language: card.lang,
          note,
        },
      ],
      null,
      2,
    ),
  }
}

/** Text without what BibTeX reads as syntax. */
const toBraces = (text: string): string => text.replace(/[{}\\]/g, '').replace(/[%&#_$]/g, sign => `\\${sign}`)

/** A day as CSL-JSON has it. */
const toDateParts = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] })
