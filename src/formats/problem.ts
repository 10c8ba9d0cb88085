import type { CardError } from '../model/errors.ts'

const titles = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
} as const

/** RFC 9457 problem details; without an error, those of a fault of ours, which give no detail. */
export const toProblem = (error: CardError | undefined) => ({
  type: 'about:blank',
  title: titles[error?.status ?? 500],
  status: error?.status ?? 500,
  detail: error?.message ?? 'Something went wrong on our side; the fault has been logged',
  code: error?.code ?? 'internal',
  ...error?.detail,
})
