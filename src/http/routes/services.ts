import { toRequestedCard } from '../../card/requested-card.ts'
import { findRequestedCard, type ReadCard, toOembed, toOembedXml } from '../../formats/oembed.ts'
import { Inspect } from '../../pages/inspect.tsx'
import { readQueryValue } from '../../request/query-value.ts'
import { answer } from '../answer.ts'
import { toHead } from '../head.ts'
import { type DataSource, readIndicator } from '../indicators.ts'
import { inspect } from '../inspect.ts'
import { toReadersLanguage } from '../reader.ts'
import { type Handler, readExample, toHtml } from './handler.ts'

/** The answers about another address of ours, which the query names as `url`. */
export const serviceHandlers = {
  '/oembed': async context => {
    const url = new URL(context.req.url)
    const { format, requested, oembed } = await toOembed(url, toReadCard(context.env))
    const head = toHead(requested, { name: `oembed ${url.search}`, type: format, version: 'build' })
    return answer(context, head, () => (format === 'xml' ? toOembedXml(oembed) : JSON.stringify(oembed)))
  },

  '/inspect': async context => {
    const url = new URL(context.req.url)
    const { env } = context
    const address = readQueryValue(url.searchParams, 'url')
    const inspection = address
      ? await inspect(await findRequestedCard(address, url.origin, toReadCard(env)), env.ask)
      : undefined
    const lang = toReadersLanguage(context.req.raw)
    const { image } = await readExample(url, lang, env)
    return answer(context, { type: 'html', life: 'error', headers: { Vary: 'Accept-Language' } }, () =>
      toHtml(Inspect({ origin: url.origin, lang, image, inspection })),
    )
  },
} as const satisfies Record<string, Handler>

/** Reads the card of an indicator, as a page has it. */
const toReadCard =
  (source: DataSource): ReadCard =>
  async (url, id) =>
    toRequestedCard(url, await readIndicator(id, source), 'html')
