import type { RequestedCard } from '../card/requested-card.ts'
import type { SnippetId } from '../formats/snippets.ts'
import type { Theme } from '../request/parameters.ts'
import type { Size } from '../request/sizes.ts'
import { placeWords } from './words.ts'

export type Place = keyof typeof placeWords
export type CardSize = Exclude<Size, 'badge'>

/** The places in the order shown: those of a phone first. */
export const placeNames = Object.keys(placeWords).filter((name): name is Place => Object.hasOwn(placeWords, name))

/** What a place takes; the first of each list is its default. */
type Spec = {
  sizes: readonly [CardSize, ...CardSize[]]
  themes: readonly [Theme, ...Theme[]]
  /** What the preview shows and what is downloaded. */
  encoding: 'svg' | 'png'
  /** How many pixels of the file stand for one of the card. */
  scale: 1 | 2 | 3
} & (
  | { gives: 'code'; snippets: readonly [SnippetId, ...SnippetId[]] }
  | { gives: 'file'; files: readonly ('png' | 'svg')[] }
)

/** Each place with what it takes: "Where will it go?" sets size, theme, format and code at once. */
export const places: Record<Place, Spec> = {
  link: {
    sizes: ['og'],
    themes: ['light', 'dark'],
    encoding: 'png',
    scale: 1,
    gives: 'code',
    snippets: ['link', 'titled'],
  },
  instagram: {
    sizes: ['story', 'square'],
    themes: ['light', 'dark'],
    encoding: 'png',
    scale: 1,
    gives: 'file',
    files: ['png'],
  },
  article: {
    sizes: ['wide', 'og', 'square', 'story', 'small'],
    themes: ['light', 'dark', 'auto'],
    encoding: 'svg',
    scale: 1,
    gives: 'code',
    snippets: ['frame', 'picture', 'script', 'component', 'link', 'markdown', 'bbcode', 'amp', 'latex'],
  },
  wordpress: {
    sizes: ['og'],
    themes: ['light', 'dark'],
    encoding: 'png',
    scale: 1,
    gives: 'code',
    snippets: ['link', 'html', 'frame'],
  },
  newsletter: {
    sizes: ['og', 'wide', 'square'],
    themes: ['light', 'dark'],
    encoding: 'png',
    scale: 2,
    gives: 'code',
    snippets: ['email', 'link'],
  },
  github: {
    sizes: ['wide', 'og', 'small', 'square'],
    themes: ['auto', 'light', 'dark'],
    encoding: 'svg',
    scale: 1,
    gives: 'code',
    snippets: ['github', 'badge', 'markdown'],
  },
  notion: {
    sizes: ['wide'],
    themes: ['light', 'dark', 'auto'],
    encoding: 'svg',
    scale: 1,
    gives: 'code',
    snippets: ['embed', 'link'],
  },
  slide: {
    sizes: ['wide', 'square'],
    themes: ['light', 'dark'],
    encoding: 'png',
    scale: 3,
    gives: 'file',
    files: ['png', 'svg'],
  },
}

/** The place named by `for`; without one, and for one that is not known, the article. */
export const parsePlace = (text: string | null): Place =>
  placeNames.find(name => name === text?.trim().toLowerCase()) ?? 'article'

/** The ways of embedding in a place, the best first: an iframe keeps no size but the wide one, so another is a picture first. */
export function toSnippetOrder(place: Place, requested: RequestedCard): readonly SnippetId[] {
  const spec = places[place]
  if (spec.gives === 'file') return []
  if (place !== 'article' || requested.params.size === 'wide') return spec.snippets
  return ['picture', ...spec.snippets.filter(id => id !== 'picture')]
}
