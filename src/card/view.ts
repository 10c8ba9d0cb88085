import type { Head } from '../http/response.ts'
import { toEtag, toHttpDate, toPlainType } from '../http/response.ts'
import { catalog, findIndicator, release } from '../model/catalog.ts'
import { CardError, findNearest } from '../model/errors.ts'
import type { Indicator } from '../model/indicator.ts'
import type { Lang } from '../model/locales.ts'
import { formats } from '../request/formats.ts'
import { type Links, toLinks } from '../request/links.ts'
import { type CardParams, type Encoding, parseParams } from '../request/parameters.ts'
import { type Card, toCard } from './card.ts'

/** What a request sees: an indicator, the choice made of it, the card that follows, and where else to have it. */
export type View = {
  url: URL
  indicator: Indicator
  params: CardParams
  canonical: string
  isCurrent: boolean
  ignored: readonly string[]
  card: Card
  links: Links
}

/** Reads a request for one indicator. Throws `CardError` for an unknown id, a bad parameter, or a choice without figures. */
export function toView(url: URL, id: string, encoding: Encoding, query = url.searchParams): View {
  const indicator = findIndicator(id)
  const { params, canonical, version, ignored } = parseParams(query, encoding, indicator)
  const card = toCard(indicator, params)
  return {
    url,
    indicator,
    params,
    canonical,
    isCurrent: version === release,
    ignored,
    card,
    links: toLinks(url.origin, indicator.id, canonical),
  }
}

/** The head of an answer for one indicator; `name` tells its form from the others, for the validator. */
export function toHead(view: View, name: string): Omit<Head, 'type'> & { etag: string } {
  const { indicator, canonical, links, card, ignored, isCurrent, params } = view
  return {
    life: isCurrent ? 'immutable' : 'ordinary',
    etag: toEtag(release, `${indicator.id}.${name}?${canonical}`),
    lastModified: toHttpDate(card.updated),
    links: [
      `<${links.html}>; rel="canonical"`,
      // JSON-stat and JSON-LD say the JSON again in other words.
      ...formats
        .filter(({ suffix, encoding }) => suffix === encoding && suffix !== name)
        .map(({ suffix, type }) => `<${links[suffix]}>; rel="alternate"; type="${toPlainType(type)}"`),
      `<${indicator.licence.url}>; rel="license"`,
    ],
    headers: { 'Cache-Tag': indicator.id, ...(params.encoding === 'html' || params.encoding === 'embed' ? {} : toIgnoredHeader(ignored)) },
  }
}

/** The names that were left out of a request, where there are any. */
export function toIgnoredHeader(ignored: readonly string[]): Record<string, string> {
  const told = ignored.slice(0, 10).map(entry => encodeURIComponent(entry.slice(0, 40)))
  return told.length > 0 ? { 'Card-Ignored': told.join(', ') } : {}
}

/** Several indicators at once: those of `ids`, joined by ~, or all. */
export type CatalogView = {
  url: URL
  isWhole: boolean
  views: readonly View[]
  lang: Lang
  updated: string
  canonical: string
  isCurrent: boolean
  ignored: readonly string[]
}

/**
 * Reads a request for the catalogue. `ids` stands beside the table of parameters, for no single card takes it. An
 * indicator without any figure for the years or the day asked for is left out. Throws `CardError` 404 for an unknown id,
 * and when nothing is left.
 */
export function toCatalogView(url: URL, encoding: 'json' | 'csv' | 'feed'): CatalogView {
  const pairs = [...url.searchParams].map(([name, value]) => ({ name, folded: name.toLowerCase(), value }))
  const asked = parseIds(pairs.filter(({ folded }) => folded === 'ids').map(({ value }) => value))
  const chosen = asked ?? catalog.map(({ id }) => id)
  // The series of one indicator mean nothing to the others.
  const misplaced = pairs.filter(({ folded }) => folded === 'series').map(({ name }) => name)
  const kept = pairs.filter(({ folded }) => folded !== 'ids' && folded !== 'series')
  const query = new URLSearchParams(kept.map(({ name, value }) => [name, value]))
  const views = catalog
    .filter(({ id }) => chosen.includes(id))
    .flatMap(({ id }) => {
      try {
        return [toView(url, id, encoding, query)]
      } catch (error) {
        if (error instanceof CardError && error.code === 'no-observations') return []
        throw error
      }
    })
  const [first] = views
  if (!first)
    throw new CardError(404, 'no-observations', 'No indicator has a figure for these years and that day', {
      parameter: 'ids',
    })
  return {
    url,
    isWhole: asked === undefined,
    views,
    lang: first.params.lang,
    updated:
      views
        .map(({ card }) => card.updated)
        .toSorted()
        .at(-1) ?? '',
    canonical: [asked ? `ids=${asked.join('~')}` : '', first.canonical].filter(Boolean).join('&'),
    isCurrent: first.isCurrent,
    ignored: [...new Set([...misplaced, ...first.ignored])],
  }
}

/** The ids asked for, each once, in the order of the catalogue; undefined when none is named. Throws `CardError`. */
function parseIds(values: readonly string[]): readonly string[] | undefined {
  const given = new Set(values.map(value => value.trim().toLowerCase()).filter(value => value !== ''))
  const [text, other] = given
  if (text === undefined) return undefined
  if (other !== undefined)
    throw new CardError(400, 'bad-parameter', 'ids is given twice with different values; expected it once', {
      parameter: 'ids',
    })
  const asked = text.split('~').map(findId)
  return catalog.map(({ id }) => id).filter(id => asked.includes(id))
}

/** The id that an id or a former one of `ids` stands for. */
function findId(name: string): string {
  const found = catalog.find(({ id, aliases }) => id === name || aliases.includes(name))
  if (found) return found.id
  const allowed = catalog.map(({ id }) => id)
  const suggestion = findNearest(name, allowed)
  const sentence = 'ids names an indicator that is not there; /indicators.json lists them all'
  throw new CardError(404, 'unknown-indicator', sentence, {
    parameter: 'ids',
    allowed,
    ...(suggestion && { suggestion }),
  })
}
