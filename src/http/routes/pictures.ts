import type { RequestedCard } from '../../card/requested-card.ts'
import { isMoved } from '../../draw/theme.ts'
import type { pictures } from '../../request/formats.ts'
import { answerFound } from '../answer.ts'
import { toHead } from '../head.ts'
import { toProvenance } from '../picture.ts'
import { findKept, findPicture } from '../picture-cache.ts'
import { type Handler, readCard } from './handler.ts'

/** Answers with the card in one format, signed with where it was asked for. HEAD draws nothing. */
export const toPictureHandler =
  ({ suffix, type }: (typeof pictures)[number]): Handler =>
  async context => {
    const requested = await readCard(context, suffix, suffix)
    const find = context.req.method === 'HEAD' ? findKept : findPicture
    return answerFound(context, toHead(toPainted(requested), { name: suffix, type }), async () => {
      const found = await find(requested, context.env)
      return found && { ...found, body: found.picture.sign(toProvenance(requested)) }
    })
  }

/** The request with the parameters that its picture ignores: a layout that fits its figures badly, a background that cannot be drawn on. */
function toPainted(requested: RequestedCard): RequestedCard {
  const { card, params, ignored } = requested
  const { background, layout } = params
  const isReplaced = layout !== 'badge' && card.picture.layout !== layout
  const isChanged = background !== undefined && background !== 'transparent' && isMoved(background)
  return {
    ...requested,
    ignored: [...ignored, ...(isReplaced ? ['layout'] : []), ...(isChanged ? ['background'] : [])],
  }
}
