import { toView } from '../src/card/view.ts'
import { drawPicture } from '../src/http/picture.ts'

/** The Worker's own line, without a signature: `/{id}.{encoding}?lang=…&theme=…` answers the picture as it is kept. */
export default {
  async fetch(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const [, id = '', encoding = ''] = /^\/([a-z0-9-]+)\.(svg|png)$/.exec(url.pathname) ?? []
    const picture = await drawPicture(toView(url, id, encoding === 'png' ? 'png' : 'svg'))
    return new Response(picture.body)
  },
}
