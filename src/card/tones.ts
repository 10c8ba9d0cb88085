import { type Entity, entities, type Observation } from '../model/indicator.ts'
import type { Chain } from './chains.ts'

/** The colour of a mark or a word: a party, an earlier figure, one who is not the subject, or plain text. */
export type Tone = Entity | 'past' | 'slate' | 'ink' | 'muted'
export type Part = { text: string; tone: Tone }

/** The look of a mark, by how certain its figure is. */
export type Look = 'solid' | 'estimate' | 'plan' | 'artefact'

export const toLook = ({ status, flag }: Observation): Look =>
  flag === 'artefact' ? 'artefact' : status === 'plan' ? 'plan' : status === 'estimated' ? 'estimate' : 'solid'

/** The colour of each line: that of its party, or a free one if another line has taken it. */
export function toTones<C extends Pick<Chain, 'entity'>>(chains: readonly C[]): Map<C, Tone> {
  const taken = new Set<Tone>()
  return new Map(
    chains.map(chain => {
      const tone =
        [chain.entity, 'ochre' as const, 'plum' as const, ...entities].find(name => !taken.has(name)) ?? 'slate'
      taken.add(tone)
      return [chain, tone]
    }),
  )
}
