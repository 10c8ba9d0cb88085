import type { Card } from '../card/card.ts'
import { palettes } from '../draw/theme.ts'
import { enclose, joinBy } from '../model/locales.ts'

/** The shields.io endpoint schema (https://shields.io/badges/endpoint-badge): the headline and its change, an hour at a time. */
export const toBadgeJson = ({ headline, lang }: Card) => ({
  schemaVersion: 1,
  label: joinBy('comma', [headline.label, headline.periodText], lang),
  message: headline.change ? enclose(headline.formatted, headline.change.formatted, lang) : headline.formatted,
  color: palettes.light.series0.slice(1),
  cacheSeconds: 3600,
})
