import { toBadgeJson } from '../../formats/badge-json.ts'
import { toIndicatorPackage } from '../../formats/datapackage.ts'
import { documentWriters } from '../../formats/documents.ts'
import { toAtom, toEntries, toHubLinks } from '../../formats/feed.ts'
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
    return answerKept(context, toHead(requested, { name: suffix, type }), () => documentWriters[suffix](requested))
  }

/** The other answers about one indicator that are for programs. */
export const documentHandlers = {
  '/indicators/{id}/datapackage.json': async context => {
    const requested = await readCard(context, 'json')
    const { card, links } = requested
    return answerKept(context, toHead(requested, { name: 'datapackage', type: 'json' }), () =>
      JSON.stringify(toIndicatorPackage(card, links.csv)),
    )
  },

  '/badges/{id}.json': async context => {
    const requested = await readCard(context, 'json', 'json')
    return answerKept(context, toHead(requested, { name: 'badge', type: 'json' }), () =>
      JSON.stringify(toBadgeJson(requested.card)),
    )
  },

  '/indicators/{id}/feed.atom': async context => {
    const requested = await readCard(context, 'feed')
    const { url, indicator, card, links, params, query } = requested
    const form = { name: 'feed', type: 'atom', version: 'build', links: toHubLinks(links.feed) } as const
    // The id of the feed is its URL under the first id, so that a renamed indicator keeps its feed.
    const { feed: id } = toLinks(url.origin, indicator.aliases[0] ?? indicator.id, query)
    return answerKept(context, toHead(requested, form), () =>
      toAtom({
        id,
        url: links.feed,
        home: links.html,
        lang: params.lang,
        about: card.title,
        entries: toEntries([requested]),
      }),
    )
  },
} as const satisfies Record<string, Handler>
