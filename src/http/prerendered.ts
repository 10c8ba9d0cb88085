import { release } from '../model/catalog.ts'
import type { Lang } from '../model/locales.ts'
import type { NoticeCode } from '../model/messages.ts'
import type { CardRequest } from '../request/card-request.ts'
import { type PictureSuffix, pictures } from '../request/formats.ts'
import { type ParameterName, type Theme, themesOf } from '../request/parameters.ts'
import { sizeNames } from '../request/sizes.ts'
import { offered } from '../site.ts'
import type { NoticeRequest } from './drawing.ts'

/** A card that the build draws: the default card of an indicator in one language and theme. */
type Shared = { encoding: PictureSuffix; lang: Lang; theme: Theme }

/** Every combination the build draws for an indicator: each format, language and theme of the tables. */
export const shared: readonly Shared[] = pictures.flatMap(({ suffix: encoding }) =>
  themesOf(encoding).flatMap(theme => offered.map(lang => ({ encoding, lang, theme }))),
)

/** From the most to the least shared: previews of links, embeds that follow the reader's theme, the rest. */
const ranks = ['png light', 'svg auto', 'svg light', 'png dark', 'svg dark']
const toRank = ({ encoding, theme }: Shared): number => ranks.indexOf(`${encoding} ${theme}`)

/**
 * The cards that the build draws, at most `room`: those that are shared most for every entry, before the next of any. Where
 * there is no room for all, the rest is drawn when it is asked for.
 */
export const chooseShared = <T>(entries: readonly T[], room: number): { entry: T; card: Shared }[] =>
  shared
    .toSorted((a, b) => toRank(a) - toRank(b))
    .flatMap(card => entries.map(entry => ({ entry, card })))
    .slice(0, room)

/** The path of such a card among the static assets. It holds the release, so that no Worker serves the card of another. */
export const toAssetPath = (id: string, { encoding, lang, theme }: Shared): string =>
  `/${release}/${id}.${lang}.${theme}.${encoding}`

const free: readonly ParameterName[] = ['lang', 'theme']

/** The asset that answers this request, if it is one of the shared cards. */
export const findAssetPath = ({ indicator, params, query }: CardRequest<PictureSuffix>): string | undefined =>
  [...query.keys()].every(name => free.includes(name)) ? toAssetPath(indicator.id, params) : undefined

/** The status of each notice. */
export const noticeStatuses: Record<NoticeCode, number> = {
  'unknown-indicator': 404,
  'unknown-path': 404,
  'unknown-format': 404,
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

const isCode = (name: string): name is NoticeCode => name in noticeStatuses

/** Every notice there is. The build draws them all, so that a flood of mistakes costs no drawing. */
export const notices: readonly NoticeRequest[] = Object.keys(noticeStatuses)
  .filter(isCode)
  .flatMap(code =>
    pictures.flatMap(({ suffix: encoding }) =>
      offered.flatMap(lang =>
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

/** The path of a notice among the static assets. */
export const toNoticePath = ({ code, lang, size, theme, encoding }: NoticeRequest): string =>
  `/${release}/notices/${code}.${lang}.${size}.${theme}.${encoding}`
