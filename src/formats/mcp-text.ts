import type { Card, Point } from '../card/card.ts'
import type { RequestedCard } from '../card/requested-card.ts'
import { enclose, joinBy, say } from '../model/locales.ts'
import { flagWords, statusWords } from '../model/messages.ts'
import { toCaveats } from './caveats.ts'
import { headings } from './headings.ts'
import { toExtent } from './labels.ts'

/** An indicator in a list, in lines that are whole by themselves. */
export function toListing({ card, links }: RequestedCard): string {
  const { lang } = card
  return [
    joinBy('colon', [card.id, card.title], lang),
    card.finding,
    joinBy('colon', [say(headings.unit, lang), card.unit.label], lang),
    joinBy('colon', [say(headings.years, lang), toExtent(card)], lang),
    card.sourceLine,
    ...toCaveatLines(card),
    links.html,
  ].join('\n')
}

/** The caveats of a card, each named as one. */
export const toCaveatLines = (card: Card): string[] =>
  toCaveats(card).map(caveat => joinBy('colon', [say(headings.caveat, card.lang), caveat], card.lang))

/** The figures as Markdown, each in a line that is whole by itself: period, value, unit, status, flag, note, source. */
export function toFigureText(card: Card, citation: string): string {
  const { lang, unit } = card
  const section = (heading: string, lines: readonly string[]): string[] => ['', `## ${heading}`, ...lines]
  return [
    `# ${card.title}`,
    card.finding,
    card.description,
    joinBy('colon', [say(headings.units, lang), enclose(unit.label, unit.code, lang)], lang),
    ...section(
      say(headings.caveats, lang),
      toCaveats(card).map(caveat => `- ${caveat}`),
    ),
    ...card.series.flatMap(({ label, authority, points }) =>
      section(
        enclose(label, authority, lang),
        points.map(point => toFigureLine(point, card)),
      ),
    ),
    ...section(
      say(headings.sources, lang),
      card.sources.map(
        ({ id, title, publisher, url, published }) =>
          `- ${joinBy('colon', [id, joinBy('comma', [title, publisher, published], lang)], lang)} <${url}>`,
      ),
    ),
    ...section(say(headings.cite, lang), [citation]),
  ].join('\n')
}

function toFigureLine({ caption, value, status, flag, note, source }: Point, { unit, lang }: Card): string {
  const remarks = [statusWords[status], ...(flag ? [flagWords[flag]] : [])].map(words => say<string>(words, lang))
  const measured = enclose(`${value} ${unit.label}`, joinBy('comma', remarks, lang), lang)
  const figure = `- ${joinBy('colon', [caption, measured], lang)}`
  return `${note ? `${figure} ${note}` : figure} [${source}]`
}
