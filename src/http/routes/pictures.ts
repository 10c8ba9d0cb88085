import type { pictures } from '../../request/formats.ts'
import { answerKept } from '../answer.ts'
import { toHead } from '../head.ts'
import { toPainted, toProvenance } from '../picture.ts'
import { findPicture } from '../picture-cache.ts'
import { type Handler, readCard } from './handler.ts'

/** Answers with the card in one format, signed with where it was asked for. */
export const toPictureHandler =
  ({ suffix, type }: (typeof pictures)[number]): Handler =>
  async context => {
    const requested = toPainted(await readCard(context, suffix, suffix))
    return answerKept(context.req.raw, { ...toHead(requested, suffix), type }, async () => {
      const { picture, ...found } = await findPicture(requested, context.env)
      return { type, body: picture.sign(toProvenance(requested)), ...found }
    })
  }
