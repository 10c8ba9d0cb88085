import { toRequestedCard } from '../src/card/requested-card.ts'
import { drawPicture } from '../src/http/picture.ts'
import type { Shared } from '../src/http/prerendered.ts'
import type { Indicator } from '../src/model/indicator.ts'

/** A card to draw, as JSON can hold it. */
export type Drawing = { indicator: Indicator; card: Shared }

/** Draws cards with the code of the Worker: a drawing in JSON is answered with its unsigned picture. */
export default {
  async fetch(request: Request): Promise<Response> {
    const { indicator, card }: Drawing = await request.json()
    const { encoding, ...query } = card
    const requested = toRequestedCard(new URL('http://localhost/'), indicator, encoding, new URLSearchParams(query))
    return new Response((await drawPicture(requested)).body)
  },
}
