import type { Lang } from '../../src/model/locales.ts'
import { offered } from '../../src/site.ts'

/** The places in an indicator that lack a language which the site offers; English is shown there. */
export function findUntranslated(value: unknown, path: string, among: readonly Lang[] = offered): string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value) {
    const missing = among.filter(lang => !(lang in value))
    return missing.length > 0 ? [`${path}: no ${missing.join(', ')}`] : []
  }
  return Object.entries(value).flatMap(([key, entry]) => findUntranslated(entry, `${path}.${key}`, among))
}
