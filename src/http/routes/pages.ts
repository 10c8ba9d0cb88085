import { type RequestedCard, toRequestedCard } from '../../card/requested-card.ts'
import { toEntries } from '../../formats/feed.ts'
import { catalog, findListed, made } from '../../model/catalog.ts'
import { toNewestDay } from '../../model/listing.ts'
import { Build } from '../../pages/build.tsx'
import { parseBuilderChoice } from '../../pages/builder-choice.ts'
import { Docs } from '../../pages/docs.tsx'
import { toEmbedPage } from '../../pages/embed.tsx'
import { Front, toSearched } from '../../pages/front.tsx'
import { type Neighbours, toSharePage } from '../../pages/share.tsx'
import { toTrial } from '../../pages/trial.ts'
import { readQueryValue } from '../../request/query-value.ts'
import { toCatalogUrl, toLanguageSearch } from '../../request/urls.ts'
import { answer, answerKept } from '../answer.ts'
import { toHead, toListingPageHead } from '../head.ts'
import { type DataSource, readIndicator, readIndicators } from '../indicators.ts'
import { MB, Memory } from '../lru.ts'
import { layOutCard } from '../picture.ts'
import { toReadersLanguage, toReadersUrl } from '../reader.ts'
import { embedPolicy, encode, toEtag, toHttpDate } from '../response.ts'
import { readOpenApi } from './catalogue.ts'
import {
  type Handler,
  readCard,
  readCards,
  readExample,
  readId,
  toHtml,
  toPageAddress,
  unknownPath,
} from './handler.ts'
import { findOldBuilder } from './redirects.ts'

/** The pages for readers, and the frame that other sites show. */
export const pageHandlers = {
  '/': async context => {
    const url = new URL(context.req.url)
    const builder = await findOldBuilder(url, context.env)
    if (builder)
      return encode({ status: 301, type: 'html', life: 'ordinary', body: '', headers: { Location: builder } })
    const lang = toReadersLanguage(context.req.raw)
    const address = toPageAddress(url)
    address.searchParams.set('lang', lang)
    const requested = await readCards(address, 'feed', context.env)
    const { cards, next } = requested
    const query = readQueryValue(url.searchParams, 'q').slice(0, 100)
    // There is no limit to the number of different queries.
    const reply = query === '' ? answerKept : answer
    return reply(context, toListingPageHead(requested, '/', [lang, query]), () =>
      toHtml(
        Front({
          origin: url.origin,
          lang,
          cards,
          searched: new Map(cards.map(card => [card.indicator.id, findSearched(card)])),
          query,
          next: next && toCatalogUrl('', '/', next),
          news: toEntries(cards).slice(0, 3),
        }),
      ),
    )
  },

  '/indicators/{id}': async context => {
    const [stem = '', suffix] = readId(context).split('.')
    // The id first: an unknown id is the failure, not its suffix.
    if (suffix !== undefined && findListed(stem)) throw unknownPath(context.req.path)
    const { url, headers } = toReadersUrl(context.req.raw)
    const requested = toRequestedCard(url, await readIndicator(stem, context.env), 'html')
    const head = toHead(requested, { name: 'html', type: 'html', version: 'build', headers })
    // The page says on which day its figures were read.
    const day = toToday()
    const dated = {
      ...head,
      lastModified: toHttpDate(toNewestDay([day, made.build])),
      etag: toEtag(day, head.etag),
      until: Date.parse(`${day}T24:00:00Z`),
    }
    return answerKept(context, dated, async () => {
      const neighbours = await readNeighbours(requested, context.env)
      return toHtml(await toSharePage({ requested, neighbours, day, layOut: layOutCard }))
    })
  },

  '/indicators/{id}/build': async context => {
    const { url, headers } = toReadersUrl(context.req.raw)
    const choice = parseBuilderChoice(url, await readIndicator(readId(context), context.env))
    const day = toToday()
    const head = toHead(choice.requested, { name: 'build', type: 'html', version: 'build', headers })
    const etag = toEtag(day, choice.place, String(choice.isFaulty), head.etag)
    return answer(context, { ...head, etag }, () => toHtml(Build({ choice, day })))
  },

  '/indicators/{id}/embed': async context => {
    const requested = await readCard(context, 'embed')
    const headers = {
      'Content-Security-Policy': embedPolicy,
      'Referrer-Policy': 'origin',
      // So that a page under COEP may frame the card, which loads nothing but files of ours.
      'Cross-Origin-Embedder-Policy': 'require-corp',
    }
    const head = toHead(requested, { name: 'embed', type: 'html', version: 'build', headers })
    return answerKept(context, head, async () => toHtml(await toEmbedPage(requested, layOutCard)))
  },

  '/docs': async context => {
    const url = new URL(context.req.url)
    const lang = toReadersLanguage(context.req.raw)
    const requested = await readCards(new URL(`/?lang=${lang}`, url), 'json', context.env)
    const { cards } = requested
    const { example, image } = await readExample(url, lang, context.env)
    const trial = trialNames.map(name => readQueryValue(url.searchParams, name))
    return answer(context, toListingPageHead(requested, '/docs', [lang, ...trial]), async () =>
      toHtml(
        Docs({
          origin: url.origin,
          lang,
          example,
          cards,
          trial: await toTrial({ url, ids: cards.map(({ card }) => card.id), lang, ask: context.env.ask }),
          document: await readOpenApi(url.origin, context.env),
          image,
        }),
      ),
    )
  },
} as const satisfies Record<string, Handler>

const toToday = (): string => new Date().toISOString().slice(0, 10)

/** The names that the console of `/docs` reads in its address. */
const trialNames = ['id', 'as', 'code', 'from']

/** The words that a search looks through, by id; they are the same until the next deployment. */
const searched = new Memory<string>(2 * MB)

function findSearched(requested: RequestedCard): string {
  const { id } = requested.indicator
  const known = searched.get(id)
  if (known !== undefined) return known
  const found = toSearched(requested)
  searched.set(id, found, found.length * 2)
  return found
}

/** The cards of the same topic, in the order of the catalogue, in the same language. */
async function readNeighbours({ url, indicator, params }: RequestedCard, source: DataSource): Promise<Neighbours> {
  const ids = catalog.filter(({ topic }) => topic === indicator.topic).map(({ id }) => id)
  const at = ids.indexOf(indicator.id)
  const related = [...ids.slice(at + 1), ...ids.slice(0, at)].slice(0, 3)
  const [before, after] = [ids[at - 1], ids[at + 1]]
  const wanted = [...new Set([...related, ...(before ? [before] : []), ...(after ? [after] : [])])]
  const read = await readIndicators(wanted, source)
  const address = new URL(`/${toLanguageSearch(params.lang)}`, url)
  const cards = read.map(other => toRequestedCard(address, other, 'html'))
  const find = (id: string | undefined): RequestedCard | undefined => cards.find(({ card }) => card.id === id)
  return { related: related.flatMap(id => find(id) ?? []), previous: find(before), next: find(after) }
}
