import { languages } from '../../src/model/locales.ts'

/** The places in an indicator whose words are there in English only. */
export function findUntranslated(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value) {
    const missing = languages.filter(lang => !(lang in value))
    return missing.length > 0 ? [`${path}: no ${missing.join(', ')}`] : []
  }
  return Object.entries(value).flatMap(([key, entry]) => findUntranslated(entry, `${path}.${key}`))
}
