import { toRequestedCard } from '../src/card/requested-card.ts'
import { drawPicture } from '../src/http/picture.ts'
import { findPictureFormat } from '../src/request/formats.ts'

/** Draws cards with the code of the Worker: `/{id}.{encoding}?lang=…&theme=…` answers the unsigned picture. */
export default {
  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const [, id = '', encoding = ''] = /^\/([a-z0-9-]+)\.(\w+)$/.exec(url.pathname) ?? []
    const format = findPictureFormat(encoding)
    if (!format) return new Response(`no picture format is called "${encoding}"`, { status: 404 })
    const picture = await drawPicture(toRequestedCard(url, id, format.suffix))
    return new Response(picture.body)
  },
}
