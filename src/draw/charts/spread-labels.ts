import type { Interval } from './shapes.ts'

type Label = { wanted: number; height: number }
/** Labels that would meet are pooled, and the pool is centred on where its members want to be. */
type Pool = { members: readonly Label[]; start: number; height: number }

/** The middles of labels, moved along y so that none lies on another and all stay between `top` and `bottom`; order is kept. */
export function spreadLabels(labels: readonly Label[], [top, bottom]: Interval): number[] {
  const settle = (members: readonly Label[]): Pool => {
    let height = 0
    let starts = 0
    for (const label of members) {
      starts += label.wanted - label.height / 2 - height
      height += label.height
    }
    return { members, height, start: Math.max(top, Math.min(starts / members.length, bottom - height)) }
  }
  const pools: Pool[] = []
  for (const label of labels.toSorted((a, b) => toTop(a) - toTop(b))) {
    let last = settle([label])
    for (let before = pools.at(-1); before && before.start + before.height > last.start; before = pools.at(-1)) {
      pools.pop()
      last = settle([...before.members, ...last.members])
    }
    pools.push(last)
  }
  const middles = new Map<Label, number>()
  for (const { members, start } of pools) {
    let at = start
    for (const label of members) {
      middles.set(label, at + label.height / 2)
      at += label.height
    }
  }
  return labels.map(label => middles.get(label) ?? 0)
}

const toTop = ({ wanted, height }: Label): number => wanted - height / 2
