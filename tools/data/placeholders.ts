import { asKey, type Path } from './json-text.ts'

/** A hint that `npm run new` writes where an editor fills something in: `<what is counted>`. */
const placeholder = /<\p{L}[^<>]*>/u

/** The first placeholder left in a text. */
export const findPlaceholder = (text: string): string | undefined => placeholder.exec(text)?.[0]

/** Every place of a package whose text is still the scaffold's, with the placeholder. */
export function listPlaceholders(value: unknown, path: Path = []): { path: Path; text: string }[] {
  if (typeof value === 'string') {
    const text = findPlaceholder(value)
    return text ? [{ path, text }] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]) => listPlaceholders(entry, [...path, asKey(key)]))
}
