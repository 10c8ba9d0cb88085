import type { View } from '../card/view.ts'
import { escapeXml } from '../draw/xml.ts'
import type { CardParams } from '../request/parameters.ts'
import { type Size, sizes } from '../request/sizes.ts'
import { toEmbedUrl, toPageUrl, toPictureUrl } from '../request/urls.ts'
import { squareUpTo, toFrame } from './frame.ts'

/** What can be pasted, by what it is. Every text is escaped for the language it is written in. */
const writers = {
  frame: toFrame,
  picture: toPicture,
  script: toScript,
  component: toComponent,
  link: view => toPageUrl(view),
  titled: view => `${view.card.finding}\n${toPageUrl(view)}`,
  embed: view => toEmbedUrl(view),
  markdown: view => `[![${toMarkdown(view.card.alt)}](${toPng(view)})](${toPageUrl(view)})`,
  html: toLinkedPng,
  email: toEmail,
  github: toGithub,
  badge: view => {
    const badge = toPictureUrl(view, { encoding: 'svg', layout: 'badge', size: 'badge', scale: 1, theme: 'light' })
    return `[![${toMarkdown(view.card.finding)}](${badge})](${toPageUrl(view, plain)})`
  },
  bbcode: view => `[url=${toPageUrl(view)}][img]${toPng(view)}[/img][/url]`,
  amp: toAmp,
  latex: view =>
    `\\href{${toLatex(toPageUrl(view))}}{\\includegraphics[width=\\linewidth]{${view.indicator.id}.png}} % ${toPng(view, { scale: 2 })}`,
} as const satisfies Record<string, (view: View) => string>

export type SnippetId = keyof typeof writers
export const snippetIds = Object.keys(writers).filter((id): id is SnippetId => Object.hasOwn(writers, id))

/** What to paste for one way of embedding a card. */
export const toSnippet = (view: View, id: SnippetId): string => writers[id](view)

/** A page of the same figures whose card is as it is by default. */
const plain = { size: 'og', theme: 'auto' } as const

const html = escapeXml

/** The address of the card as PNG; one that would follow the reader's system is light. */
const toPng = (view: View, change: Partial<CardParams> = {}): string =>
  toPictureUrl(view, { scale: 1, ...change, encoding: 'png' })

const toSvg = (view: View, change: Partial<CardParams> = {}): string =>
  toPictureUrl(view, { ...change, encoding: 'svg', scale: 1 })

/** `width` and `height` as HTML attributes; a badge is as wide as its words. */
function toMeasures(size: Size): string {
  if (size === 'badge') return 'height="20"'
  const { width, height } = sizes[size]
  return `width="${width}" height="${height}"`
}

/** The style without which a picture is wider than a narrow column. */
const fluid = 'style="max-width:100%;height:auto"'

const toLink = (view: View, content: string): string => `<a href="${html(toPageUrl(view))}">${content}</a>`

/**
 * The picture, linked to its page. The default turns square in a window as narrow as a phone. Where the theme is `auto` each
 * theme has its own file, because WebKit does not tell an SVG in `<img>` that the system is dark.
 */
function toPicture(view: View): string {
  const { size, theme } = view.params
  const source = (media: string, change: Partial<CardParams>): string =>
    `  <source media="${media}" srcset="${html(toSvg(view, change))}" ${toMeasures(change.size ?? size)}>`
  const narrow = `(max-width:${squareUpTo}px)`
  const dark = '(prefers-color-scheme:dark)'
  const light = theme === 'auto' ? ({ theme: 'light' } as const) : {}
  const sources = [
    ...(theme === 'auto' && size === 'wide' ? [source(`${narrow} and ${dark}`, { theme: 'dark', size: 'square' })] : []),
    ...(size === 'wide' ? [source(narrow, { ...light, size: 'square' })] : []),
    ...(theme === 'auto' ? [source(dark, { theme: 'dark' })] : []),
  ]
  const img = `<img src="${html(toSvg(view, light))}" ${toMeasures(size)} alt="${html(view.card.alt)}" ${fluid}>`
  return toLink(view, sources.length === 0 ? img : `<picture>\n${sources.join('\n')}\n  ${img}\n</picture>`)
}

/**
 * The picture, which the script replaces with an iframe as high as its card. Where the script is blocked, by a consent manager
 * or a content security policy, the picture stays.
 */
function toScript(view: View): string {
  const embed = html(toEmbedUrl(view))
  const title = html(view.card.finding)
  return `<div data-caravan="${embed}" data-title="${title}">${toPicture(view)}</div>\n<script async src="${view.url.origin}/caravan.js"></script>`
}

/** `<caravan-card>` with the picture inside, which shows until the element is defined. The attributes are the parameters. */
function toComponent(view: View): string {
  const query = new URL(toEmbedUrl(view)).searchParams
  const attributes = [...query].map(([name, value]) => ` ${name}="${html(value)}"`).join('')
  return `<caravan-card id="${view.indicator.id}"${attributes}>${toPicture(view)}</caravan-card>\n<script async src="${view.url.origin}/caravan-card.js"></script>`
}

/** A linked PNG and nothing else: what editors that take little HTML leave as it is. */
function toLinkedPng(view: View): string {
  const { size } = view.params
  return toLink(view, `<img src="${html(toPng(view))}" ${toMeasures(size)} alt="${html(view.card.alt)}" ${fluid}>`)
}

/** The width in pixels that newsletters are set in. */
const emailWidth = 600

/**
 * A table with a linked PNG of twice the pixels: Outlook and Gmail show neither SVG nor `<picture>`, and Outlook reads the
 * `width` attribute, not the style.
 */
function toEmail(view: View): string {
  const size = view.params.size === 'badge' ? 'og' : view.params.size
  const layout = view.params.layout === 'badge' ? view.indicator.layout : view.params.layout
  const height = Math.round((emailWidth * sizes[size].height) / sizes[size].width)
  const src = html(toPng(view, { size, layout, scale: 2 }))
  const style = `display:block;width:100%;max-width:${emailWidth}px;height:auto;border:0`
  const img = `<img src="${src}" width="${emailWidth}" height="${height}" alt="${html(view.card.alt)}" style="${style}">`
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center">${toLink(view, img)}</td></tr></table>`
}

/**
 * Two files for two themes: GitHub sets the media query by its own theme, which an SVG of theme `auto` does not see. GitHub
 * removes `style` and holds pictures within the column by itself.
 */
function toGithub(view: View): string {
  const { size, theme } = view.params
  const width = size === 'badge' ? 'height="20"' : `width="${sizes[size].width}"`
  const img = (change: Partial<CardParams>): string =>
    `<img src="${html(toSvg(view, change))}" ${width} alt="${html(view.card.alt)}">`
  if (theme !== 'auto') return toLink(view, img({}))
  const dark = html(toSvg(view, { theme: 'dark' }))
  return toLink(
    view,
    `<picture>\n  <source media="(prefers-color-scheme: dark)" srcset="${dark}">\n  ${img({ theme: 'light' })}\n</picture>`,
  )
}

/** AMP takes no `<img>`; `responsive` keeps the ratio at any width. */
function toAmp(view: View): string {
  const { size } = view.params
  const measures = size === 'badge' ? 'height="20" layout="fixed-height"' : `${toMeasures(size)} layout="responsive"`
  const srcset = `${html(toPng(view, { scale: 2 }))} 2x`
  const src = html(toPng(view))
  return toLink(
    view,
    `<amp-img src="${src}" srcset="${srcset}" ${measures} alt="${html(view.card.alt)}"></amp-img>`,
  )
}

/** Brackets and backslashes would end the text of a link. */
const toMarkdown = (text: string): string => text.replace(/[\\[\]]/g, sign => `\\${sign}`)

/** The signs LaTeX would read as commands in an address. */
const toLatex = (url: string): string => url.replace(/[%#&_]/g, sign => `\\${sign}`)
