import type { RequestedCard } from '../card/requested-card.ts'
import { escapeXml } from '../draw/xml.ts'
import type { CardParams } from '../request/parameters.ts'
import { type Size, sizes } from '../request/sizes.ts'
import { toCardLayout, toEmbedUrl, toPageUrl, toPictureUrl } from '../request/urls.ts'
import { squareUpTo, toFrame } from './frame.ts'

/** The snippets of code, by their format. Each is escaped for its format. */
const snippetWriters = {
  frame: toFrame,
  picture: toPictureElement,
  script: toScript,
  component: toComponent,
  link: requested => toPageUrl(requested),
  titled: requested => `${requested.card.finding}\n${toPageUrl(requested)}`,
  embed: requested => toEmbedUrl(requested),
  markdown: requested => `[![${toMarkdown(requested.card.alt)}](${toPngUrl(requested)})](${toPageUrl(requested)})`,
  html: toLinkedPng,
  email: toEmail,
  github: toGithub,
  badge: requested => {
    const badge = toPictureUrl(requested, { encoding: 'svg', layout: 'badge', size: 'badge', scale: 1, theme: 'light' })
    return `[![${toMarkdown(requested.card.finding)}](${badge})](${toPageUrl(requested, defaultPage)})`
  },
  bbcode: requested => `[url=${toPageUrl(requested)}][img]${toPngUrl(requested)}[/img][/url]`,
  amp: toAmp,
  latex: requested =>
    `\\href{${toLatex(toPageUrl(requested))}}{\\includegraphics[width=\\linewidth]{${requested.indicator.id}.png}} % ${toPngUrl(requested, { scale: 2 })}`,
} as const satisfies Record<string, (requested: RequestedCard) => string>

export type SnippetId = keyof typeof snippetWriters

/** The snippet for one way to embed a card. */
export const toSnippet = (requested: RequestedCard, id: SnippetId): string => snippetWriters[id](requested)

/** A page of the same figures whose card is as it is by default. */
const defaultPage = { size: 'og', theme: 'auto' } as const

const html = escapeXml

/** The address of the card as PNG; one that would follow the reader's system is light. */
const toPngUrl = (requested: RequestedCard, change: Partial<CardParams> = {}): string =>
  toPictureUrl(requested, { scale: 1, ...change, encoding: 'png' })

const toSvgUrl = (requested: RequestedCard, change: Partial<CardParams> = {}): string =>
  toPictureUrl(requested, { ...change, encoding: 'svg', scale: 1 })

/** `width` and `height` as HTML attributes; a badge is as wide as its words. */
function toMeasures(size: Size): string {
  if (size === 'badge') return 'height="20"'
  const { width, height } = sizes[size]
  return `width="${width}" height="${height}"`
}

/** The style without which a picture is wider than a narrow column. */
const fluid = 'max-width:100%;height:auto'

/** The picture at an address; `measures` are attributes. */
function toImg({ card }: RequestedCard, { src, measures, style }: { src: string; measures: string; style?: string }) {
  const styled = style === undefined ? '' : ` style="${style}"`
  return `<img src="${html(src)}" ${measures} alt="${html(card.alt)}"${styled}>`
}

const toLink = (requested: RequestedCard, content: string): string =>
  `<a href="${html(toPageUrl(requested))}">${content}</a>`

/** The picture at an address, linked to its page and no wider than its column. */
export const toLinkedImg = (requested: RequestedCard, img: { src: string; measures: string }): string =>
  toLink(requested, toImg(requested, { ...img, style: fluid }))

/**
 * The picture, linked to its page. The default turns square in a window as narrow as a phone. Where the theme is `auto` each
 * theme has its own file, because WebKit does not apply prefers-color-scheme to an SVG in `<img>`.
 */
function toPictureElement(requested: RequestedCard): string {
  const { size, theme } = requested.params
  const source = (media: string, change: Partial<CardParams>): string =>
    `  <source media="${media}" srcset="${html(toSvgUrl(requested, change))}" ${toMeasures(change.size ?? size)}>`
  const narrow = `(max-width:${squareUpTo}px)`
  const dark = '(prefers-color-scheme:dark)'
  const light = theme === 'auto' ? ({ theme: 'light' } as const) : {}
  const sources = [
    ...(theme === 'auto' && size === 'wide'
      ? [source(`${narrow} and ${dark}`, { theme: 'dark', size: 'square' })]
      : []),
    ...(size === 'wide' ? [source(narrow, { ...light, size: 'square' })] : []),
    ...(theme === 'auto' ? [source(dark, { theme: 'dark' })] : []),
  ]
  const img = toImg(requested, { src: toSvgUrl(requested, light), measures: toMeasures(size), style: fluid })
  return toLink(requested, sources.length === 0 ? img : `<picture>\n${sources.join('\n')}\n  ${img}\n</picture>`)
}

/**
 * The picture, which the script replaces with an iframe as high as its card. Where the script is blocked, by a consent manager
 * or a content security policy, the picture stays.
 */
function toScript(requested: RequestedCard): string {
  const embed = html(toEmbedUrl(requested))
  const title = html(requested.card.finding)
  return `<div data-caravan="${embed}" data-title="${title}">${toPictureElement(requested)}</div>\n<script async src="${requested.url.origin}/caravan.js"></script>`
}

/** `<caravan-card>` with the picture inside, which shows until the element is defined. The attributes are the parameters. */
function toComponent(requested: RequestedCard): string {
  const query = new URL(toEmbedUrl(requested)).searchParams
  const attributes = [...query].map(([name, value]) => ` ${name}="${html(value)}"`).join('')
  return `<caravan-card id="${requested.indicator.id}"${attributes}>${toPictureElement(requested)}</caravan-card>\n<script async src="${requested.url.origin}/caravan-card.js"></script>`
}

/** A linked PNG and nothing else, which editors that allow little HTML do not change. */
function toLinkedPng(requested: RequestedCard): string {
  return toLinkedImg(requested, { src: toPngUrl(requested), measures: toMeasures(requested.params.size) })
}

/** The width in pixels that newsletters are set in. */
const emailWidth = 600

/**
 * A table with a linked PNG of twice the pixels: Outlook and Gmail show neither SVG nor `<picture>`, and Outlook reads the
 * `width` attribute, not the style.
 */
function toEmail(requested: RequestedCard): string {
  const size = requested.params.size === 'badge' ? 'og' : requested.params.size
  const layout = toCardLayout(requested)
  const height = Math.round((emailWidth * sizes[size].height) / sizes[size].width)
  const src = toPngUrl(requested, { size, layout, scale: 2 })
  const style = `display:block;width:100%;max-width:${emailWidth}px;height:auto;border:0`
  const img = toImg(requested, { src, measures: `width="${emailWidth}" height="${height}"`, style })
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center">${toLink(requested, img)}</td></tr></table>`
}

/**
 * Two files for two themes: GitHub sets the media query by its own theme, which an SVG of theme `auto` does not see. GitHub
 * removes `style` and holds pictures within the column by itself.
 */
function toGithub(requested: RequestedCard): string {
  const { size, theme } = requested.params
  const measures = size === 'badge' ? 'height="20"' : `width="${sizes[size].width}"`
  const img = (change: Partial<CardParams>): string => toImg(requested, { src: toSvgUrl(requested, change), measures })
  if (theme !== 'auto') return toLink(requested, img({}))
  const dark = html(toSvgUrl(requested, { theme: 'dark' }))
  return toLink(
    requested,
    `<picture>\n  <source media="(prefers-color-scheme: dark)" srcset="${dark}">\n  ${img({ theme: 'light' })}\n</picture>`,
  )
}

/** AMP takes no `<img>`; `responsive` keeps the ratio at any width. */
function toAmp(requested: RequestedCard): string {
  const { size } = requested.params
  const measures = size === 'badge' ? 'height="20" layout="fixed-height"' : `${toMeasures(size)} layout="responsive"`
  const srcset = `${html(toPngUrl(requested, { scale: 2 }))} 2x`
  const src = html(toPngUrl(requested))
  return toLink(
    requested,
    `<amp-img src="${src}" srcset="${srcset}" ${measures} alt="${html(requested.card.alt)}"></amp-img>`,
  )
}

/** The text of a link in Markdown, which a bracket would end. */
export const toMarkdown = (text: string): string => text.replace(/[\\[\]]/g, sign => `\\${sign}`)

/** The signs LaTeX would read as commands in an address. */
const toLatex = (url: string): string => url.replace(/[%#&_]/g, sign => `\\${sign}`)
