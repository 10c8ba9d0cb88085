import type { Fault, Sound } from './fault.ts'

/** Every source is cited, and its title is the one that its page shows. */
export function* checkSources({ head, rows }: Sound): Iterable<Fault> {
  const cited = new Set([...rows.map(({ source }) => source), ...head.card.notes.flatMap(({ sources }) => sources)])
  for (const [i, { name, title }] of head.sources.entries()) {
    if (!cited.has(name))
      yield [
        ['sources', i, 'name'],
        `is "${name}", which no row and no note cites; expected it to be cited or left out`,
      ]
    if (/^[[(（【［][^\])）】］]*[\])）】］](\s|$)/u.test(title))
      yield [
        ['sources', i, 'title'],
        'is in brackets; expected the title as it is printed, or ours without brackets and "supplied": true',
      ]
  }
}
