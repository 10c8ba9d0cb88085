import { toBadgeJson } from '../../formats/badge-json.ts'
import { toIndicatorPackage } from '../../formats/datapackage.ts'
import { documentWriters } from '../../formats/documents.ts'
import { toAtom, toEntries, toHubLinks } from '../../formats/feed.ts'
import { release } from '../../model/catalog.ts'
import type { documents } from '../../request/formats.ts'
import { toLinks } from '../../request/urls.ts'
import { answerKept } from '../answer.ts'
import { toHead } from '../head.ts'
import { type Handler, readCard } from './handler.ts'

/** Answers with the figures of one indicator in one format. */
export const toDocumentHandler =
  ({ suffix, type, encoding }: (typeof documents)[number]): Handler =>
  async context => {
    const requested = await readCard(context, encoding, suffix)
    return answerKept(context.req.raw, { ...toHead(requested, suffix), type }, () => ({
      type,
      body: documentWriters[suffix].write(requested),
    }))
  }

/** The other answers about one indicator that are for programs. */
export const documentHandlers = {
  '/indicators/{id}/datapackage.json': async context => {
    const requested = await readCard(context, 'json')
    const { card, links } = requested
    return answerKept(context.req.raw, { ...toHead(requested, 'datapackage'), type: 'json' }, () => ({
      type: 'json',
      body: JSON.stringify(toIndicatorPackage(card, release, links.csv)),
    }))
  },

  '/badges/{id}.json': async context => {
    const requested = await readCard(context, 'json', 'json')
    return answerKept(context.req.raw, { ...toHead(requested, 'badge'), type: 'json' }, () => ({
      type: 'json',
      body: JSON.stringify(toBadgeJson(requested.card)),
    }))
  },

  '/indicators/{id}/feed.atom': async context => {
    const requested = await readCard(context, 'feed')
    const { url, indicator, card, links, params, query } = requested
    const entries = toEntries([requested])
    const ordinary = toHead(requested, 'feed', 'build')
    const head = { ...ordinary, links: [...(ordinary.links ?? []), ...toHubLinks(links.feed)] }
    // The id of the feed is its URL under the first id, so that a renamed indicator keeps its feed.
    const { feed: id } = toLinks(url.origin, indicator.aliases[0] ?? indicator.id, query)
    return answerKept(context.req.raw, { ...head, type: 'atom' }, () => ({
      type: 'atom',
      body: toAtom({ id, url: links.feed, home: links.html, lang: params.lang, about: card.title, entries }),
    }))
  },
} as const satisfies Record<string, Handler>
