import type { Observation } from '../model/indicator.ts'
import { isAlike } from '../model/period.ts'

/** A figure, and the earlier one that its change is counted from. */
export type Comparison = { base: Observation; figure: Observation }

/** Whether a figure was measured: neither a plan nor a recording error. */
export const isMeasured = ({ status, flag }: Observation): boolean => status !== 'plan' && flag !== 'artefact'

/** The measured figures, or all of them if none is. */
export function selectMeasured(rows: readonly Observation[]): readonly Observation[] {
  const measured = rows.filter(isMeasured)
  return measured.length > 0 ? measured : rows
}

/**
 * Whether a change may be counted from one figure of a series to another: both are exact as published, their
 * periods compare, and a preliminary figure that was never revised is not the base of a final one.
 */
export const isCountable = ({ base, figure }: Comparison): boolean =>
  [base, figure].every(row => row.flag === undefined && row.status !== 'estimated' && row.status !== 'plan') &&
  isAlike(base.period, figure.period) &&
  !(base.status === 'provisional' && figure.status === 'final')

/** Whether one figure is greater than another even at the limits of "more than", "about" and rounding. */
export function isSurelyAbove(figure: Observation, other: Observation): boolean {
  if (!isMeasured(figure) || !isMeasured(other) || other.flag === 'at-least') return false
  return figure.value - toDoubt(figure) > other.value + toDoubt(other)
}

/** The possible error of a figure: half of its last digit other than 0, if it is rounded or calculated. */
function toDoubt({ value, flag, status }: Observation): number {
  if (flag !== 'rounded' && flag !== 'approximate' && status !== 'estimated') return 0
  const [, digits = '', exponent = '0'] = /^-?([\d.]+)e([+-]\d+)$/.exec(value.toExponential()) ?? []
  return 0.5 * 10 ** (Number(exponent) - digits.replace('.', '').length + 1)
}
