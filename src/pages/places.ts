import type { RequestedCard } from '../card/requested-card.ts'
import type { SnippetId } from '../formats/snippets.ts'
import type { Theme } from '../request/parameters.ts'
import type { Size } from '../request/sizes.ts'
import { placeWords } from './words.ts'

export type Place = keyof typeof placeWords
export type BuilderSize = Exclude<Size, 'badge'>

/** The places in the order shown: those of a phone first. */
export const placeNames = Object.keys(placeWords).filter((name): name is Place => Object.hasOwn(placeWords, name))

/** What a place takes; the first of each list is its default. */
type PlaceSpec = {
  sizes: readonly [BuilderSize, ...BuilderSize[]]
  themes: readonly [Theme, ...Theme[]]
  /** What the preview shows. */
  encoding: 'svg' | 'png'
  /** How many pixels of the PNG stand for one of the card. */
  scale: 1 | 2 | 3
  /** The code to paste, the best first; none where the place takes a file. */
  snippets: readonly SnippetId[]
}

const png = { themes: ['light', 'dark'], encoding: 'png', scale: 1, snippets: [] } as const
const svg = { themes: ['light', 'dark', 'auto'], encoding: 'svg', scale: 1 } as const

/** Each place with what it takes: "Where will it go?" sets size, theme, format and code at once. */
export const placeSpecs: Record<Place, PlaceSpec> = {
  link: { ...png, sizes: ['og'], snippets: ['link', 'titled'] },
  instagram: { ...png, sizes: ['story', 'square'] },
  article: {
    ...svg,
    sizes: ['wide', 'og', 'square', 'story', 'small'],
    snippets: ['frame', 'picture', 'script', 'component', 'link', 'markdown', 'bbcode', 'amp', 'latex'],
  },
  wordpress: { ...png, sizes: ['og'], snippets: ['link', 'html', 'frame'] },
  newsletter: { ...png, sizes: ['og', 'wide', 'square'], scale: 2, snippets: ['email', 'link'] },
  github: {
    ...svg,
    sizes: ['wide', 'og', 'small', 'square'],
    themes: ['auto', 'light', 'dark'],
    snippets: ['github', 'badge', 'markdown'],
  },
  notion: { ...svg, sizes: ['wide'], snippets: ['embed', 'link'] },
  slide: { ...png, sizes: ['wide', 'square'], scale: 3 },
}

/** The place named by `for`; without one, and for one that is not known, the article. */
export const parsePlace = (text: string | null): Place =>
  placeNames.find(name => name === text?.trim().toLowerCase()) ?? 'article'

/** The ways of embedding in a place, the best first: an iframe keeps no size but the wide one, so another is a picture first. */
export function toSnippetOrder(place: Place, requested: RequestedCard): readonly SnippetId[] {
  const { snippets } = placeSpecs[place]
  if (place !== 'article' || requested.params.size === 'wide') return snippets
  return ['picture', ...snippets.filter(id => id !== 'picture')]
}
