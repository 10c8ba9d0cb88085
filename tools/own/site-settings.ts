import type { Lang, Words } from '../../src/model/locales.ts'

/** The first settings of a newsroom. */
export type SiteSettings = {
  name: string
  slug: string
  subject: Words
  offered: readonly [Lang, ...Lang[]]
  /** The origin of the site, `https://cards.example.org`, where it is known. */
  origin: string | undefined
  /** The host that the cards print. */
  host: string
  /** The id of the first indicator. */
  example: string
}

/**
 * The text of src/site.ts with these settings in place of those it has. Only the values change, so that a later version of the
 * file merges. Throws when a setting is not where it is looked for.
 */
export function toOwnSite(text: string, settings: SiteSettings): string {
  const { name, slug, subject, offered, origin, host, example } = settings
  const say = (value: unknown): string => JSON.stringify(value)
  const values: [start: string, value: string][] = [
    ['export const name = ', say(name)],
    ['export const slug = ', say(slug)],
    ['export const description =', ` ${say(`Data cards of ${name}: each figure with its source.`)}`],
    ['export const subject: Words = ', say(subject)],
    ['export const offered = ', `${say(offered)} as const satisfies readonly [Lang, ...Lang[]]`],
    ['export const origin: string | undefined = ', origin === undefined ? 'undefined' : say(origin)],
    ['export const host = ', say(host)],
    ['export const examples = ', say({ id: example, ids: [example], series: ['cards'] })],
  ]
  return values.reduce((rest, [start, value]) => replaceValue(rest, start, value), text)
}

/** Replaces the text between the start of a statement and the comment or statement that follows it after an empty line. */
function replaceValue(text: string, start: string, value: string): string {
  const at = text.indexOf(`\n${start}`)
  if (at < 0) throw new Error(`src/site.ts has no line that begins with "${start}"; nothing was written`)
  const from = at + 1 + start.length
  const end = text.indexOf('\n\n', from)
  return `${text.slice(0, from)}${value}${text.slice(end)}`
}
