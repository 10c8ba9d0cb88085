import type { Card } from '../card/card.ts'
import type { Status } from '../model/indicator.ts'
import { enclose, joinBy, say } from '../model/locales.ts'
import { flagWords, statusWords } from '../model/messages.ts'
import { toLabels } from './labels.ts'

/** The notes of single figures, each with the series and the period of its figure. */
export function toFigureNotes({ lang, series }: Card, labels: ReadonlyMap<string, string>): string[] {
  return series.flatMap(({ id, points }) =>
    points.flatMap(({ caption, note }) =>
      note ? [joinBy('colon', [joinBy('comma', [labels.get(id) ?? id, caption], lang), note], lang)] : [],
    ),
  )
}

/**
 * The caveats of a card, one sentence or phrase each, in the language of the card: why the indicator is no longer updated, where
 * the authority changes, which figures are not final, the flags and notes of single figures, and the notes of the indicator. A
 * figure quoted without them may mislead.
 */
export function toCaveats(card: Card): string[] {
  const { lang, series } = card
  const labels = toLabels(card)
  const name = (id: string, caption: string): string => joinBy('comma', [labels.get(id) ?? id, caption], lang)
  const ofStatus = (status: Exclude<Status, 'final'>): string[] => {
    const named = series.flatMap(({ id, points }) =>
      points.filter(point => point.status === status).map(({ caption }) => name(id, caption)),
    )
    return named.length > 0
      ? [joinBy('colon', [say(statusWords[status], lang), joinBy('semicolon', named, lang)], lang)]
      : []
  }
  const ofFigures = series.flatMap(({ id, points }) =>
    points.flatMap(({ caption, flag, note }) =>
      flag || note
        ? [
            joinBy(
              'colon',
              [name(id, caption), ...(flag ? [say(flagWords[flag], lang)] : []), ...(note ? [note] : [])],
              lang,
            ),
          ]
        : [],
    ),
  )
  return [
    ...(card.deprecated ? [card.deprecated] : []),
    ...card.breaks.map(({ label, after }) => enclose(label, after, lang)),
    ...(['plan', 'estimated', 'provisional'] as const).flatMap(ofStatus),
    ...ofFigures,
    ...card.notes,
  ]
}
