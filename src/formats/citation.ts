import type { RequestedCard } from '../card/requested-card.ts'
import { formatAsOf } from '../model/dates.ts'
import { joinBy } from '../model/locales.ts'
import { toPageUrl } from '../request/urls.ts'
import * as site from '../site.ts'

/** The same citation in each form, and the address it gives. */
export type Citation = { text: string; bibtex: string; ris: string; csl: string; permalink: string }

/**
 * How to cite a card: a sentence, BibTeX, RIS and CSL-JSON for programs that keep references, and the address that shows it
 * for good. It cites the edition of the day looked back from, or of `day` (ISO 8601), on which it is read.
 */
export function toCitation(requested: RequestedCard, day: string): Citation {
  const { card, params } = requested
  const edition = params.asof ?? day
  const permalink = toPageUrl(requested, { asof: edition })
  const known = formatAsOf(edition, card.lang)
  const id = `${site.slug}-${card.id}-${edition}`
  const note = joinBy('stop', [card.sourceLine, known], card.lang)
  return {
    permalink,
    text: joinBy('stop', [card.title, card.sourceLine, site.name, known, permalink], card.lang),
    bibtex: [
      `@misc{${id},`,
      `  title = {${toBraces(card.title)}},`,
      `  author = {{${toBraces(site.name)}}},`,
      `  year = {${edition.slice(0, 4)}},`,
      `  note = {${toBraces(note)}},`,
      `  howpublished = {\\url{${permalink}}},`,
      `  urldate = {${day}}`,
      '}',
    ].join('\n'),
    ris: toRis([
      ['TY', 'DATA'],
      ['ID', id],
      ['TI', card.title],
      ['AU', `${site.name},`],
      ['PB', site.name],
      ['PY', edition.slice(0, 4)],
      ['DA', edition.replaceAll('-', '/')],
      ['N1', note],
      ['LA', card.lang],
      ['UR', permalink],
      ['Y2', day.replaceAll('-', '/')],
      ['ER', ''],
    ]),
    csl: JSON.stringify(
      [
        {
          id,
          type: 'dataset',
          title: card.title,
          author: [{ literal: site.name }],
          publisher: site.name,
          issued: { 'date-parts': [toDateParts(edition)] },
          accessed: { 'date-parts': [toDateParts(day)] },
          note,
          language: card.lang,
          URL: permalink,
        },
      ],
      null,
      2,
    ),
  }
}

/** Lines of RIS: a tag, two spaces, a hyphen, a space and a value without line breaks. The comma after a name keeps it whole. */
const toRis = (fields: readonly (readonly [tag: string, value: string])[]): string =>
  fields.map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`).join('')

const toDateParts = (day: string): number[] => day.split('-').map(Number)

/** Text without what BibTeX reads as syntax. */
const toBraces = (text: string): string => text.replace(/[{}\\]/g, '').replace(/[%&#_$]/g, sign => `\\${sign}`)
