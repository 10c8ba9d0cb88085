import type { Card } from '../card/card.ts'
import { palettes } from '../draw/theme.ts'
import { joinBy } from '../model/locales.ts'

/** The shields.io endpoint schema (https://shields.io/badges/endpoint-badge): the badge in its words, an hour at a time. */
export const toBadgeJson = ({ picture: { badge } }: Card) => ({
  schemaVersion: 1,
  label: badge.name,
  message: joinBy('space', [badge.figure, ...(badge.change ? [badge.change] : [])], 'en'),
  color: palettes.light.muted.slice(1),
  cacheSeconds: 3600,
})
