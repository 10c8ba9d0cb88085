import { draw } from './cards/index.tsx'
import { release } from './catalog.ts'
import type { Drawing } from './drawing.ts'
import { toEtag } from './encode.ts'
import { type Paint, toPaint } from './palette.ts'
import type { CardParams } from './params.ts'
import { encodePng, type PngText } from './render/png.ts'
import { rasterise } from './render/raster.ts'
import { type Provenance, toSvg } from './svg.ts'
import type { View } from './view.ts'

type Encoded = { type: 'svg'; body: string } | { type: 'png'; body: Uint8Array<ArrayBuffer> }

/** The line from a card to its bytes. */
export async function drawPicture(view: View): Promise<Encoded> {
  const { params, card } = view
  return toPicture(await draw(card, params), toPaint(params), await toProvenance(view), params)
}

/** The last two arrows of the line: a drawing as SVG, and for `.png` that SVG as pixels. */
export function toPicture(
  drawing: Drawing,
  paint: Paint,
  provenance: Provenance,
  { encoding, scale }: Pick<CardParams, 'encoding' | 'scale'>,
): Encoded {
  const svg = toSvg(drawing, paint, provenance)
  if (encoding !== 'png') return { type: 'svg', body: svg }
  return { type: 'png', body: encodePng(rasterise(svg, scale), toTexts(provenance)) }
}

async function toProvenance({ card, params, canonical, url }: View): Promise<Provenance> {
  const tag = await toEtag(card.id, params.encoding, canonical)
  return {
    id: tag.slice(1, 9),
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
  { keyword: 'Source', text: `${source} (${publisher})`, language: lang },
  { keyword: 'Copyright', text: `${licence.name}, ${licence.url}` },
  { keyword: 'Software', text: `Caravan, release ${drawnBy}` },
  { keyword: 'URL', text: permalink },
]
