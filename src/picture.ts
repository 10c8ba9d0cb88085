import { toCard } from './card.ts'
import { draw } from './cards/index.tsx'
import { drawNotice } from './cards/notice.tsx'
import type { Drawing } from './drawing.ts'
import { type Paint, toPaint } from './palette.ts'
import type { CardParams } from './params.ts'
import { encodePng, type PngText } from './render/png.ts'
import { rasterise } from './render/raster.ts'
import { type Provenance, toSvg } from './svg.ts'

export { draw, drawNotice, toCard, toPaint }

type Encoded = { type: 'svg'; body: string } | { type: 'png'; body: Uint8Array<ArrayBuffer> }

/** The last two arrows of the line: a drawing as SVG, and for `.png` that SVG as pixels. */
export async function toPicture(
  drawing: Drawing,
  paint: Paint,
  provenance: Provenance,
  { encoding, scale }: Pick<CardParams, 'encoding' | 'scale'>,
): Promise<Encoded> {
  const svg = toSvg(drawing, paint, provenance)
  if (encoding !== 'png') return { type: 'svg', body: svg }
  return { type: 'png', body: encodePng(rasterise(svg, scale), toTexts(provenance)) }
}

/** What a PNG says of itself, under the keywords of PNG (Third Edition) section 11.3.3 and XMP's Dublin Core. */
const toTexts = ({
  title,
  description,
  source,
  publisher,
  licence,
  release,
  permalink,
  lang,
}: Provenance): PngText[] => [
  { keyword: 'Title', text: title, language: lang },
  { keyword: 'Description', text: description, language: lang },
  { keyword: 'Source', text: `${source} (${publisher})`, language: lang },
  { keyword: 'Copyright', text: `${licence.name}, ${licence.url}` },
  { keyword: 'Software', text: `Caravan, release ${release}` },
  { keyword: 'URL', text: permalink },
]
