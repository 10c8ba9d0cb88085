import { toNoticeTitle } from '../card/notice.ts'
import type { CardError } from '../model/errors.ts'
import { fill, joinBy, joinSentences, type Lang, say } from '../model/locales.ts'
import { words } from '../model/messages.ts'
import * as s from './json-schema.ts'

const titles = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
} as const

/** RFC 9457 problem details in the reader's language; without an error, those of a fault of ours, which give no detail. */
export const toProblem = (error: CardError | undefined, lang: Lang) => ({
  type: 'about:blank',
  title: lang === 'en' ? titles[error?.status ?? 500] : toNoticeTitle({ code: error?.code ?? 'internal', lang }),
  status: error?.status ?? 500,
  detail: toFailureText(error, lang),
  code: error?.code ?? 'internal',
  ...error?.detail,
})

/** The error message: the exact sentence in English, otherwise that of the notice with the values the parameter takes. */
export function toFailureText(error: CardError | undefined, lang: Lang): string {
  if (lang === 'en') return error?.message ?? 'Something went wrong on our side; the fault has been logged'
  const { parameter, allowed } = error?.detail ?? {}
  const title = toNoticeTitle({ code: error?.code ?? 'internal', lang })
  if (!parameter || !allowed) return title
  return joinSentences(
    [title, fill(say(words.takes, lang), { parameter, allowed: joinBy('list', allowed, lang) })],
    lang,
  )
}

export const problemSchema = s.object({
  ...s.strings('type', 'title'),
  status: s.integer,
  ...s.strings('detail', 'code'),
  parameter: s.optional(s.string),
  allowed: s.optional(s.arrayOf(s.string)),
  suggestion: s.optional(s.string),
})
