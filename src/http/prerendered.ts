import type { View } from '../card/view.ts'
import { release } from '../model/catalog.ts'
import { type Lang, languages } from '../model/locales.ts'
import { type NoticeCode, noticeWords } from '../model/messages.ts'
import { pictures } from '../request/formats.ts'
import { type PictureEncoding, parameters, type Theme, themesOf } from '../request/parameters.ts'
import { sizeNames } from '../request/sizes.ts'
import type { Notice } from './drawing.ts'

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

/** The status of each notice. */
export const noticeStatuses: Record<NoticeCode, number> = {
  'unknown-indicator': 404,
  'unknown-path': 404,
  'no-observations': 404,
  'bad-parameter': 400,
  'method-not-allowed': 405,
  'too-many-requests': 429,
  busy: 503,
  'query-too-long': 400,
  'too-many-series': 400,
  'too-many-pixels': 400,
  'too-many-bytes': 400,
  'not-implemented': 501,
  internal: 500,
}

/** Every notice there is. The build draws them all, so that a flood of mistakes costs no drawing. */
export const notices: readonly Notice[] = Object.keys(noticeWords)
  .filter((name): name is NoticeCode => name in noticeStatuses)
  .flatMap(code =>
    pictures.flatMap(({ encoding }) =>
      languages.flatMap(lang =>
        sizeNames.flatMap(size =>
          (['light', 'dark'] as const).map(theme => ({
            code,
            status: noticeStatuses[code],
            lang,
            size,
            theme,
            encoding,
          })),
        ),
      ),
    ),
  )

/** Where the build puts a notice among the static assets. */
export const toNoticePath = ({ code, lang, size, theme, encoding }: Notice): string =>
  `/${release}/notices/${code}.${lang}.${size}.${theme}.${encoding}`
