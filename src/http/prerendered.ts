import type { View } from '../card/view.ts'
import { release } from '../model/catalog.ts'
import { type Lang, languages } from '../model/locales.ts'
import { pictures } from '../request/formats.ts'
import { type PictureEncoding, parameters, type Theme, themesOf } from '../request/parameters.ts'

/** A card that gets shared: the bare address of an indicator in one language and theme, with nothing else chosen. */
export type Shared = { encoding: PictureEncoding; lang: Lang; theme: Theme }

/** Every combination the build draws for each indicator: from the tables, so that a further language or theme comes by itself. */
export const shared: readonly Shared[] = pictures.flatMap(({ encoding }) =>
  themesOf(encoding).flatMap(theme => languages.map(lang => ({ encoding, lang, theme }))),
)

/** Where the build puts such a card among the static assets: under the release, so that no Worker finds another's. */
export const toAssetPath = (id: string, { encoding, lang, theme }: Shared): string =>
  `/${release}/${id}.${lang}.${theme}.${encoding}`

const free: readonly string[] = [parameters.lang.name, parameters.theme.name]

/** The asset that answers this request, if it is one of the shared cards. */
export function findAssetPath({ indicator, params, canonical }: View): string | undefined {
  const chosen = canonical.split('&').filter(Boolean)
  if (chosen.some(pair => !free.includes(pair.slice(0, pair.indexOf('='))))) return undefined
  const match = shared.find(
    card => card.encoding === params.encoding && card.lang === params.lang && card.theme === params.theme,
  )
  return match && toAssetPath(indicator.id, match)
}
