import type { Fault, Sound } from './fault.ts'

/** Every source is cited, and its title is the one that its page shows. */
export function checkSources({ head, rows }: Sound): Fault[] {
  const cited = new Set([...rows.map(({ source }) => source), ...head.card.notes.flatMap(({ sources }) => sources)])
  return head.sources.flatMap(({ name, title }, i): Fault[] => [
    ...(cited.has(name)
      ? []
      : [
          [
            ['sources', i, 'name'],
            `is "${name}", which no row and no note cites; expected it to be cited or left out`,
          ] satisfies Fault,
        ]),
    ...(/^[[(（【［][^\])）】］]*[\])）】］](\s|$)/u.test(title)
      ? [
          [
            ['sources', i, 'title'],
            'is in brackets; expected the title as it is printed, or ours without brackets and "supplied": true',
          ] satisfies Fault,
        ]
      : []),
  ])
}
