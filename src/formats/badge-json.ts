import type { Card } from '../card/card.ts'
import { palettes } from '../draw/theme.ts'
import { enclose } from '../model/locales.ts'

/**
 * The shields.io endpoint schema (https://shields.io/badges/endpoint-badge): the short title and date, the headline and its
 * change. It may be cached for an hour. It is grey like our own badge: red and green would mean failing and passing.
 */
export const toBadgeJson = ({ headline, lang, picture: { badge } }: Card) => ({
  schemaVersion: 1,
  label: badge.name,
  message: headline.change ? enclose(headline.formatted, headline.change.formatted, lang) : headline.formatted,
  color: palettes.light.muted.slice(1),
  cacheSeconds: 3600,
})
