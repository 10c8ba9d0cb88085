import type { View } from '../card/view.ts'
import { type Topic, topics } from '../model/indicator.ts'

/** The cards of each topic in the order of their ranks; topics without a card are left out. */
export function toTopics<V extends Pick<View, 'indicator'>>(views: readonly V[]): { topic: Topic; views: V[] }[] {
  const ranked = views.toSorted(
    (a, b) => a.indicator.rank - b.indicator.rank || (a.indicator.id < b.indicator.id ? -1 : 1),
  )
  return topics
    .map(topic => ({ topic, views: ranked.filter(({ indicator }) => indicator.topic === topic) }))
    .filter(({ views: held }) => held.length > 0)
}
