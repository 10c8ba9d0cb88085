import { type Entity, entities, type Observation } from '../model/indicator.ts'
import type { Chain } from './chains.ts'

/** What a chart paints a mark or a word with: a party, what is past, who is not the subject, or plain words. */
export type Tone = Entity | 'past' | 'slate' | 'ink' | 'muted'
export type Part = { text: string; tone: Tone }

/** How sure a figure is, and so how its mark looks. */
export type Look = 'solid' | 'estimate' | 'plan' | 'artefact'

export const toLook = ({ status, flag }: Observation): Look =>
  flag === 'artefact' ? 'artefact' : status === 'plan' ? 'plan' : status === 'estimated' ? 'estimate' : 'solid'

/** The colour of each line: that of its party, or where another line has it already one that no party has. */
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
