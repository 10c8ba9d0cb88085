/**
 * The one rule of rounding: to the nearest decimal, halves away from 0, as the number is written and not as a double
 * holds it (1.005 is 1.01). Never returns -0.
 */
export const roundTo = (value: number, decimals: number): number =>
  (Math.sign(value) * Math.round(Number((Math.abs(value) * 10 ** decimals).toPrecision(14)))) / 10 ** decimals + 0
