import type { RequestedCard } from '../card/requested-card.ts'
import { formatAsOf } from '../model/dates.ts'
import { joinBy, type Lang } from '../model/locales.ts'
import { toPageUrl } from '../request/urls.ts'
import * as site from '../site.ts'

/** The same citation in each form, and the address it gives. */
type Citation = { text: string; bibtex: string; ris: string; csl: string; permalink: string }

/** A work as every form names it: `edition` is the day of the cited edition, `read` the day on which it was read. */
type Work = { id: string; title: string; note: string; edition: string; read: string; permalink: string; lang: Lang }

/**
 * How to cite a card: a sentence, BibTeX, RIS and CSL-JSON for programs that keep references, and the permanent
 * address. It cites the edition of `asof`, or of `day` (ISO 8601), on which it is read.
 */
export function toCitation(requested: RequestedCard, day: string): Citation {
  const { id, lang, title, sourceLine } = requested.card
  const edition = requested.params.asof ?? day
  const permalink = toPageUrl(requested, { asof: edition })
  const known = formatAsOf(edition, lang)
  const note = joinBy('stop', [sourceLine, known], lang)
  const work = { id: `${site.slug}-${id}-${edition}`, title, note, edition, read: day, permalink, lang }
  return {
    permalink,
    text: joinBy('stop', [title, sourceLine, site.name, known, permalink], lang),
    bibtex: toBibtex(work),
    ris: toRis(work),
    csl: JSON.stringify([toCsl(work)], null, 2),
  }
}

const toBibtex = ({ id, title, note, edition, read, permalink }: Work): string =>
  [
    `@misc{${id},`,
    `  title = {${toBraces(title)}},`,
    `  author = {{${toBraces(site.name)}}},`,
    `  year = {${edition.slice(0, 4)}},`,
    `  note = {${toBraces(note)}},`,
    `  howpublished = {\\url{${permalink}}},`,
    `  urldate = {${read}}`,
    '}',
  ].join('\n')

/** Text with the syntax of BibTeX escaped or removed. */
const toBraces = (text: string): string => text.replace(/[{}\\]/g, '').replace(/[%&#_$]/g, sign => `\\${sign}`)

/** Lines of RIS: a tag, two spaces, a hyphen, a space and a value without line breaks. The comma after a name keeps it whole. */
const toRis = ({ id, title, note, edition, read, permalink, lang }: Work): string =>
  [
    ['TY', 'DATA'],
    ['ID', id],
    ['TI', title],
    ['AU', `${site.name},`],
    ['PB', site.name],
    ['PY', edition.slice(0, 4)],
    ['DA', edition.replaceAll('-', '/')],
    ['N1', note],
    ['LA', lang],
    ['UR', permalink],
    ['Y2', read.replaceAll('-', '/')],
    ['ER', ''],
  ]
    .map(([tag, value = '']) => `${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`)
    .join('')

const toCsl = ({ id, title, note, edition, read, permalink, lang }: Work) => ({
  id,
  type: 'dataset',
  title,
  author: [{ literal: site.name }],
  publisher: site.name,
  issued: { 'date-parts': [toDateParts(edition)] },
  accessed: { 'date-parts': [toDateParts(read)] },
  note,
  language: lang,
  URL: permalink,
})

const toDateParts = (day: string): number[] => day.split('-').map(Number)
