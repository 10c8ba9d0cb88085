import { toRights } from '../card/rights.ts'
import type { View } from '../card/view.ts'
import { draw } from '../draw/layouts/index.tsx'
import { encodePng, type PngText, withTexts } from '../draw/raster/png.ts'
import { rasterise } from '../draw/raster/raster.ts'
import type { Scene } from '../draw/scene.ts'
import { type Provenance, signSvg, toSvg } from '../draw/svg.ts'
import { type Paint, toPaint } from '../draw/theme.ts'
import { release } from '../model/catalog.ts'
import { enclose } from '../model/locales.ts'
import { checkSvg } from '../request/limits.ts'
import { type CardParams, toQuery } from '../request/parameters.ts'
import { Memory } from './lru.ts'
import { toEtag } from './response.ts'

/** A card as a file. Unsigned, it depends on nothing but the release and the choice, and may be kept anywhere. */
export type Picture = { type: 'svg'; body: string } | { type: 'png'; body: Uint8Array<ArrayBuffer> }

/** The line from a card to its picture, unsigned. */
export async function drawPicture(view: View): Promise<Picture> {
  return toPicture(await layOut(view), toPaint(view.params), view.params)
}

/** The last two arrows of the line: a scene as SVG, and for `.png` that SVG as pixels. */
export function toPicture(
  scene: Scene,
  paint: Paint,
  { encoding, scale }: Pick<CardParams, 'encoding' | 'scale'>,
): Picture {
  const svg = toSvg(scene, paint)
  checkSvg(svg)
  return encoding === 'png' ? { type: 'png', body: encodePng(rasterise(svg, scale)) } : { type: 'svg', body: svg }
}

/** The picture with what it says of itself: the words for screen readers, the sources, and the address it was asked at. */
export const sign = (picture: Picture, provenance: Provenance): Picture =>
  picture.type === 'svg'
    ? { type: 'svg', body: signSvg(picture.body, provenance) }
    : { type: 'png', body: withTexts(picture.body, toTexts(provenance)) }

/** Laid-out cards: another theme, accent, scale or encoding repaints the same scene. A scene is about 30 kB. */
const scenes = new Memory<Scene>(64)

/** The card laid out in the size and layout of the request. */
export async function layOut({ indicator, params, card }: View): Promise<Scene> {
  const { accent: _accent, background: _background, ...laid } = params
  const key = `${indicator.id}?${toQuery({ ...laid, encoding: 'svg', theme: 'light', scale: 1 }, indicator)}`
  const known = scenes.get(key)
  if (known) return known
  const scene = await draw(card, params)
  scenes.set(key, scene)
  return scene
}

export function toProvenance({ card, params, canonical, url }: View): Provenance {
  return {
    id: toEtag(card.id, params.encoding, canonical).slice(1, 9),
    lang: card.lang,
    title: card.finding,
    description: card.alt,
    source: card.sourceLine,
    publisher: 'Caravan',
    date: card.updated,
    licence: card.licence,
    release,
    permalink: `${url.origin}/indicators/${card.id}${canonical ? `?${canonical}` : ''}`,
  }
}

/** What a PNG says of itself, under the keywords of PNG (Third Edition) section 11.3.3. */
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
  { keyword: 'Software', text: `Caravan, release ${drawnBy}` },
  { keyword: 'URL', text: permalink },
]
