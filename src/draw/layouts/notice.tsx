import { toNoticeTitle } from '../../card/notice.ts'
import { toBrand } from '../../card/picture.ts'
import { fill, joinBy, type Lang, say } from '../../model/locales.ts'
import { type NoticeCode, toNoticeHint, words } from '../../model/messages.ts'
import type { Size } from '../../request/sizes.ts'
import * as site from '../../site.ts'
import { mutedRun, placeText } from '../charts/labels.ts'
import type { Scene } from '../scene.ts'
import { breakText } from '../text/lines.ts'
import { typeScales } from '../type-scale.ts'
import { drawBadge } from './badge.tsx'
import { drawFrame } from './frame.tsx'

/** A request that failed: its code and status, and, for a bad parameter, its name and the values it takes. */
export type Notice = {
  code: NoticeCode
  status: number
  lang: Lang
  size: Size
  parameter?: string
  allowed?: readonly string[]
}

/** How many values of a parameter a notice lists. */
const mostAllowed = 12

/** The values that the parameter takes, and where to read more. */
function toHints({ code, parameter, allowed, lang }: Notice): string[] {
  const takes =
    parameter && allowed && allowed.length > 0 && allowed.length <= mostAllowed
      ? [fill(say(words.takes, lang), { parameter, allowed: joinBy('comma', allowed, lang) })]
      : parameter
        ? [fill(say(words.wrongParameter, lang), { parameter })]
        : [say(toNoticeHint(code), lang)]
  return [...takes, fill(say(words.seeDocs, lang), { address: `${site.host}/docs` })]
}

/** A picture for a request that fails, in the size that was asked for. */
export async function drawNotice(notice: Notice): Promise<Scene> {
  const title = toNoticeTitle(notice)
  if (notice.size === 'badge') return drawBadge({ name: site.name, figure: title, change: '', tone: 'kazakhstan' })
  const { label } = typeScales[notice.size]
  return drawFrame(
    {
      title,
      subtitle: '',
      lang: notice.lang,
      foot: { ...toBrand(), address: site.host, licence: '', sources: [`${notice.status} · ${notice.code}`] },
      draw: ({ x, y, width }) => ({
        marks: toHints(notice)
          .flatMap(hint => breakText(hint, { size: label, weight: 400, width, lang: notice.lang }))
          .map((text, i) => placeText(mutedRun(text, label), { x, y: y + label * (1 + 1.3 * i) })),
      }),
    },
    notice.size,
  )
}
