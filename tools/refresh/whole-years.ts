/** Values by year. */
type Years = ReadonlyMap<number, number>

/** A total that a complete year must reach: the service's own, and that of another authority if there is one. */
export type Total = {
  /** Its name in words: "exports to the world". */
  name: string
  own: Years
  other?: { authority: string; years: Years }
  /** The least share of the year before that a complete year must have. */
  least: number
}

/** How far the totals of two authorities may differ: by roundings and late revisions, but not by a missing quarter. */
const apart = 0.05

/**
 * Why a year of a service is not complete, in a sentence; undefined for a complete year. Services show a year
 * before every declaration is in: for 2021 UN Comtrade had 53.1 bn US dollars of Kazakhstan's exports, the country 60.3 bn.
 * So a total must agree with another authority's of the same year; if there is none yet, it must not fall far below the
 * year before.
 */
export function findPart(year: number, totals: readonly Total[]): string | undefined {
  const reasons = totals.map(total => findFault(year, total)).filter(reason => reason !== undefined)
  return reasons.length === 0 ? undefined : `${year} is withheld: ${reasons.join('; ')}`
}

function findFault(year: number, total: Total): string | undefined {
  const { name, own, other, least } = total
  const [value, before, reference] = [own.get(year), own.get(year - 1), other?.years.get(year)]
  if (value === undefined) return `there is no figure of ${name} to compare`
  if (other && reference !== undefined)
    return Math.abs(value / reference - 1) <= apart
      ? undefined
      : `${name} came to ${formatTotal(value)}, but to ${formatTotal(reference)} by ${other.authority}; the year is not complete, or the unit is another`
  if (before !== undefined && value < least * before)
    return `${name} fell from ${formatTotal(before)} to ${formatTotal(value)}; the year may not be complete`
  if (other && (before === undefined || findFault(year - 1, total) !== undefined))
    return `${name} can be compared neither with ${other.authority} nor with a whole ${year - 1}`
  return undefined
}

const formatTotal = (value: number): string => value.toLocaleString('en-US', { maximumSignificantDigits: 4 })

/**
 * The figures of the years that are over and complete, and for each other year the reason why it is withheld. `today` is a date (ISO 8601).
 */
export function keepWhole<Figure extends { year: number }>(
  figures: readonly Figure[],
  totals: readonly Total[],
  today: string,
): { figures: Figure[]; withheld: (Figure & { reason: string })[] } {
  const checked = figures.map(figure => {
    const { year } = figure
    const reason =
      year < Number(today.slice(0, 4)) ? findPart(year, totals) : `${year} is withheld: the year is not over`
    return { figure, reason }
  })
  return {
    figures: checked.flatMap(({ figure, reason }) => (reason === undefined ? [figure] : [])),
    withheld: checked.flatMap(({ figure, reason }) => (reason === undefined ? [] : [{ ...figure, reason }])),
  }
}
