import type { RequestedCard } from '../card/requested-card.ts'
import { type Topic, topics } from '../model/indicator.ts'

/** The cards of each topic in the order of their ranks; topics without a card are left out. */
export function toTopics<V extends Pick<RequestedCard, 'indicator'>>(
  cards: readonly V[],
): { topic: Topic; cards: V[] }[] {
  const ranked = cards.toSorted(
    (a, b) => a.indicator.rank - b.indicator.rank || (a.indicator.id < b.indicator.id ? -1 : 1),
  )
  return topics
    .map(topic => ({ topic, cards: ranked.filter(({ indicator }) => indicator.topic === topic) }))
    .filter(({ cards: held }) => held.length > 0)
}
