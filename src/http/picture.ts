import type { RequestedCard } from '../card/requested-card.ts'
import { toRights } from '../card/rights.ts'
import { draw } from '../draw/layouts/index.tsx'
import { encodePng, type PngText, withTexts } from '../draw/raster/png.ts'
import { rasterise } from '../draw/raster/raster.ts'
import type { Scene } from '../draw/scene.ts'
import { type Provenance, signSvg, toSvg } from '../draw/svg.ts'
import { toPaint } from '../draw/theme.ts'
import { release } from '../model/catalog.ts'
import { enclose } from '../model/locales.ts'
import type { PictureSuffix } from '../request/formats.ts'
import { checkSvg } from '../request/limits.ts'
import { type CardParams, toQuery } from '../request/parameters.ts'
import { toIndicatorUrl, toSearch } from '../request/urls.ts'
import * as site from '../site.ts'
import { Memory } from './lru.ts'
import { toEtag } from './response.ts'

/**
 * A card as a file. Unsigned, it depends only on the release and the choice, so any cache may hold it; `sign` is its bytes
 * with the title, sources, licence and URL inside.
 */
export type PictureFile = {
  type: PictureSuffix
  body: string | Uint8Array<ArrayBuffer>
  sign: (provenance: Provenance) => string | Uint8Array<ArrayBuffer>
}

/** The parameters that colour a scene and encode it as a file. */
type FileParams = Pick<CardParams<PictureSuffix>, 'encoding' | 'scale'> & Parameters<typeof toPaint>[0]

/** Encodes a scene in a picture format, and reads it back from a cache: undefined for a truncated body. */
type Encoder = {
  encode: (scene: Scene, params: FileParams) => PictureFile
  read: (response: Response) => Promise<PictureFile | undefined>
}

const toSvgFile = (body: string): PictureFile => ({ type: 'svg', body, sign: provenance => signSvg(body, provenance) })

const toPngFile = (body: Uint8Array<ArrayBuffer>): PictureFile => ({
  type: 'png',
  body,
  sign: provenance => withTexts(body, toTexts(provenance)),
})

/** Every picture format; the compiler requires one for each row of `pictures`. */
const encoders: Record<PictureSuffix, Encoder> = {
  svg: {
    encode: (scene, params) => {
      const svg = toSvg(scene, toPaint(params, scene))
      checkSvg(svg)
      return toSvgFile(svg)
    },
    read: async response => {
      const svg = await response.text()
      return svg.endsWith('</svg>') ? toSvgFile(svg) : undefined
    },
  },
  png: {
    encode: (scene, params) => toPngFile(encodePng(rasterise(scene, toPaint(params, scene), params.scale))),
    read: async response => {
      const png = new Uint8Array(await response.arrayBuffer())
      return imageEnd.every((byte, i) => png.at(i - imageEnd.length) === byte) ? toPngFile(png) : undefined
    },
  },
}

/** The bytes that a picture takes in memory; a character of a string takes two at most. */
export const weighPicture = ({ body }: PictureFile): number =>
  typeof body === 'string' ? body.length * 2 : body.byteLength

/** The unsigned picture of a request. */
export const drawPicture = async (requested: RequestedCard<PictureSuffix>): Promise<PictureFile> =>
  encodePicture(await layOutCard(requested), requested.params)

/** A scene as a file of the format and in the colours asked for. */
export const encodePicture = (scene: Scene, params: FileParams): PictureFile =>
  encoders[params.encoding].encode(scene, params)

/** An unsigned picture that a cache has kept; undefined when it is truncated. */
export const readPicture = (suffix: PictureSuffix, response: Response): Promise<PictureFile | undefined> =>
  encoders[suffix].read(response)

/** The last chunk of every PNG (PNG, Third Edition, section 11.2.5): no data, `IEND` and its checksum. */
const imageEnd = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]

/** Laid-out cards: another theme, accent, scale or encoding repaints the same scene. A scene is about 30 kB. */
const scenes = new Memory<Scene>(64)

/** The card laid out in the size and layout of the request. */
export async function layOutCard({ indicator, params, card }: RequestedCard): Promise<Scene> {
  const { accent: _accent, background: _background, ...laid } = params
  const key = `${indicator.id}${toSearch(toQuery({ ...laid, encoding: 'svg', theme: 'light', scale: 1 }, indicator))}`
  const known = scenes.get(key)
  if (known) return known
  const scene = await draw(card, params)
  scenes.set(key, scene)
  return scene
}

/** The metadata of a signed picture. */
export function toProvenance({ card, params, query, url }: RequestedCard): Provenance {
  return {
    id: toEtag(card.id, params.encoding, toSearch(query).slice(1)).slice(1, 9),
    lang: card.lang,
    title: card.finding,
    description: card.alt,
    source: card.sourceLine,
    publisher: site.name,
    date: card.updated,
    licence: card.licence,
    release,
    permalink: toIndicatorUrl(url.origin, card.id, query),
  }
}

/** The texts inside a PNG, under the keywords of PNG (Third Edition) section 11.3.3. */
const toTexts = ({
  title,
  description,
  source,
  publisher,
  licence,
  release: drawnBy,
  permalink,
  lang,
}: Provenance): PngText[] => [
  { keyword: 'Title', text: title, language: lang },
  { keyword: 'Description', text: description, language: lang },
  { keyword: 'Source', text: enclose(source, publisher, lang), language: lang },
  { keyword: 'Copyright', text: toRights(licence, lang), language: lang },
  { keyword: 'Software', text: `${site.name}, release ${drawnBy}` },
  { keyword: 'URL', text: permalink },
]
