import { fill, type Lang, say } from '../model/locales.ts'
import { type NoticeCode, noticeWords, words } from '../model/messages.ts'
import { formatNumber } from '../model/numbers.ts'
import { limits } from '../request/limits.ts'

const mosts: Partial<Record<NoticeCode, number>> = limits

/** The words of a notice: what went wrong, and the limit where there is one, in the reader's language. It never repeats the request. */
export function toNoticeTitle({ code, lang, parameter }: { code: NoticeCode; lang: Lang; parameter?: string }): string {
  const most = mosts[code]
  if (code === 'bad-parameter' && parameter === 'size') return say(words.noSize, lang)
  return fill(say(noticeWords[code], lang), most === undefined ? {} : { most: formatNumber(most, { most: 0 }, lang) })
}
