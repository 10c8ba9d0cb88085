import type { NoticeCode } from './messages.ts'

type FailureStatus = 400 | 404 | 405 | 429 | 501 | 503

/** Details that a response adds to the sentence; `allowed` and `suggestion` never repeat the request. */
export type CardErrorDetail = { parameter?: string; allowed?: readonly string[]; suggestion?: string; limit?: number }

/**
 * A refused request, with a sentence for the reader: a 4xx status, 501 or 503, a code that picks the notice card, and one English sentence.
 * Any other error is a fault of ours: it is logged, and answered with 500.
 */
export class CardError extends Error {
  readonly status: FailureStatus
  readonly code: NoticeCode
  readonly detail: CardErrorDetail

  constructor(status: FailureStatus, code: NoticeCode, sentence: string, detail: CardErrorDetail = {}) {
    super(sentence)
    this.name = 'CardError'
    this.status = status
    this.code = code
    this.detail = detail
  }
}
