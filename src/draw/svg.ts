import { type Licence, toRights } from '../card/rights.ts'
import type { Lang } from '../model/locales.ts'
import { type Ink, inks, type Mark, type Path, type Scene, toInks } from './scene.ts'
import { layGlyphs } from './text/faces.ts'
import type { Paint, Palette } from './theme.ts'
import { escapeXml } from './xml.ts'

/** The metadata of a file: for screen readers, and to trace a copy on another site. */
export type Provenance = {
  /** Unique to this card, for the ids in the file: lower-case letters and digits. */
  id: string
  lang: Lang
  title: string
  description: string
  source: string
  publisher: string
  date: string
  licence: Licence
  release: string
  permalink: string
}

/** A scene as a file: light as presentation attributes; for `theme=auto`, dark through a style element, which a viewer may ignore. */
export function toSvg(scene: Scene, paint: Paint): string {
  const { width, height } = scene
  const scope = paint.dark ? toScope(scene) : ''
  const ground: Mark[] = paint.isTransparent ? [] : [{ kind: 'rect', ink: 'ground', x: 0, y: 0, width, height }]
  const marks = [...ground, ...scene.marks]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${scope && ` id="${scope}"`} width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    ...(paint.dark ? [toStyle(marks, paint.dark, scope)] : []),
    ...marks.map(mark => paintMark(mark, paint.light, scope)),
    '</svg>',
  ].join('')
}

/** The same file with its metadata: role, language, title, description and origin. */
export function signSvg(svg: string, provenance: Provenance): string {
  const { id, lang, title, description } = provenance
  const at = svg.indexOf('>')
  return [
    `${svg.slice(0, at)} role="img" lang="${lang}" xml:lang="${lang}" aria-labelledby="t${id} d${id}">`,
    `<title id="t${id}">${escapeXml(title)}</title>`,
    `<desc id="d${id}">${escapeXml(description)}</desc>`,
    toMetadata(provenance),
    svg.slice(at + 1),
  ].join('')
}

/** Dublin Core in RDF, as SVG 2 section 19 (Metadata) shows it. */
function toMetadata({ title, source, publisher, date, licence, release, permalink, lang }: Provenance): string {
  const fields = {
    title,
    source,
    publisher,
    date,
    language: lang,
    rights: toRights(licence, lang),
    identifier: permalink,
  }
  const elements = Object.entries(fields).map(([name, value]) => `<dc:${name}>${escapeXml(value)}</dc:${name}>`)
  return `<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description rdf:about="${escapeXml(permalink)}">${elements.join('')}<dc:relation>release ${escapeXml(release)}</dc:relation></rdf:Description></rdf:RDF></metadata>`
}

/** A name for the classes of one drawing, from all that is in it, so that cards inlined in one page do not repaint each other. */
function toScope({ width, height, marks }: Scene): string {
  let hash = 0x811c9dc5
  for (const character of JSON.stringify([width, height, marks])) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return `c${(hash >>> 0).toString(36)}`
}

const fillClass = (ink: Ink, scope: string): string => `${scope}f${inks.indexOf(ink)}`
const strokeClass = (ink: Ink, scope: string): string => `${scope}s${inks.indexOf(ink)}`

const isDarkThere = '(prefers-color-scheme:dark)'

/**
 * The dark colours of the parts in use. The condition is written twice, because viewers without media queries must stay light:
 * LibreOffice applies the rules inside a query but skips a style element with an unknown `media` attribute; librsvg ignores
 * the attribute but skips the query.
 */
function toStyle(marks: readonly Mark[], dark: Palette, scope: string): string {
  const strokes = new Set<Ink>(
    marks.flatMap(mark =>
      mark.kind === 'stroke' ? [mark.ink] : mark.kind === 'circle' && mark.outline ? [mark.outline.ink] : [],
    ),
  )
  const rules = [...toInks(marks)].map(
    ink =>
      `#${scope} .${fillClass(ink, scope)}{fill:${dark[ink]}}${strokes.has(ink) ? `#${scope} .${strokeClass(ink, scope)}{stroke:${dark[ink]}}` : ''}`,
  )
  return `<style media="${isDarkThere}">@media ${isDarkThere}{${rules.join('')}}</style>`
}

/** Two decimals of a pixel, without trailing zeros. */
const roundPixels = (value: number): string => String(Math.round(value * 100) / 100)

/** Path data as text: points of a line with a comma, curves without a space before a minus. */
export const toPathData = (path: Path): string =>
  path
    .map(([command, ...numbers], i) => {
      if (command === 'q')
        return command + numbers.map((value, k) => (k > 0 && value >= 0 ? ` ${value}` : value)).join('')
      return command + numbers.join(command === 'L' || path[i + 1]?.[0] === 'L' ? ',' : ' ')
    })
    .join('')

function paintMark(mark: Mark, palette: Palette, scope: string): string {
  const fill = (ink: Ink): string => `${scope && `class="${fillClass(ink, scope)}" `}fill="${palette[ink]}"`
  const stroke = (ink: Ink): string => `${scope && `class="${strokeClass(ink, scope)}" `}stroke="${palette[ink]}"`
  switch (mark.kind) {
    case 'text':
      // The same letter is the same text wherever it is, so that the file compresses well.
      return layGlyphs(mark.text, mark.weight)
        .map(({ start, em, glyphs }) => {
          const place = `translate(${roundPixels(mark.x + start * mark.size)} ${roundPixels(mark.y)})scale(${Number((mark.size / em).toFixed(5))})`
          const d = glyphs.map(glyph => `M${glyph.x} ${glyph.y}${glyph.d}`).join('')
          return `<path ${fill(mark.ink)} transform="${place}" d="${d}"/>`
        })
        .join('')
    case 'fill':
      return `<path ${fill(mark.ink)} d="${toPathData(mark.path)}"/>`
    case 'stroke': {
      const dash = mark.dash ? ` stroke-dasharray="${mark.dash.join(' ')}"` : ''
      return `<path ${stroke(mark.ink)} fill="none" stroke-width="${roundPixels(mark.width)}" stroke-linejoin="round"${dash} d="${toPathData(mark.path)}"/>`
    }
    case 'rect': {
      const radius = mark.radius ? ` rx="${mark.radius}"` : ''
      return `<rect ${fill(mark.ink)} x="${roundPixels(mark.x)}" y="${roundPixels(mark.y)}" width="${roundPixels(mark.width)}" height="${roundPixels(mark.height)}"${radius}/>`
    }
    case 'circle': {
      const { outline } = mark
      const both = outline ? `class="${fillClass(mark.ink, scope)} ${strokeClass(outline.ink, scope)}" ` : ''
      const paints = outline
        ? `${scope && both}fill="${palette[mark.ink]}" stroke="${palette[outline.ink]}" stroke-width="${roundPixels(outline.width)}"`
        : fill(mark.ink)
      return `<circle ${paints} cx="${roundPixels(mark.x)}" cy="${roundPixels(mark.y)}" r="${roundPixels(mark.radius)}"/>`
    }
  }
}
