import type { pictures } from '../../request/formats.ts'
import { answerDrawn } from '../answer.ts'
import { toHead } from '../head.ts'
import { toPainted, toProvenance } from '../picture.ts'
import { type Found, findKept, findPicture } from '../picture-cache.ts'
import { type Handler, readCard } from './handler.ts'

/** Answers with the card in one format, signed with where it was asked for. */
export const toPictureHandler =
  ({ suffix, type }: (typeof pictures)[number]): Handler =>
  async context => {
    const requested = toPainted(await readCard(context, suffix, suffix))
    const toFound = ({ picture, ...found }: Found) => ({ type, body: picture.sign(toProvenance(requested)), ...found })
    return answerDrawn(
      context.req.raw,
      { ...toHead(requested, suffix), type },
      async () => toFound(await findPicture(requested, context.env)),
      async () => {
        const kept = await findKept(requested, context.env)
        return kept && toFound(kept)
      },
    )
  }
