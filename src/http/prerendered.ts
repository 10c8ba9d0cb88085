import { release } from '../model/catalog.ts'
import type { Lang } from '../model/locales.ts'
import type { CardRequest } from '../request/card-request.ts'
import { type PictureSuffix, pictures } from '../request/formats.ts'
import { type ParameterName, type Theme, themesOf } from '../request/parameters.ts'
import { offered } from '../site.ts'

/** A card that the build draws: the default card of an indicator in one language and theme. */
export type Shared = { encoding: PictureSuffix; lang: Lang; theme: Theme }

/** Every combination the build draws for each indicator: each format, language and theme of the tables. */
export const shared: readonly Shared[] = pictures.flatMap(({ suffix: encoding }) =>
  themesOf(encoding).flatMap(theme => offered.map(lang => ({ encoding, lang, theme }))),
)

/** The path of such a card among the static assets. It holds the release, so that no Worker serves the card of another. */
export const toAssetPath = (id: string, { encoding, lang, theme }: Shared): string =>
  `/${release}/${id}.${lang}.${theme}.${encoding}`

const free: readonly ParameterName[] = ['lang', 'theme']

/** The asset that answers this request, if it is one of the shared cards. */
export function findAssetPath({ indicator, params, query }: CardRequest): string | undefined {
  if ([...query.keys()].some(name => !free.includes(name))) return undefined
  const match = shared.find(
    card => card.encoding === params.encoding && card.lang === params.lang && card.theme === params.theme,
  )
  return match && toAssetPath(indicator.id, match)
}
