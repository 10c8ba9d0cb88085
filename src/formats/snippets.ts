import type { RequestedCard } from '../card/requested-card.ts'
import { escapeXml } from '../draw/xml.ts'
import { type Size, sizes } from '../request/sizes.ts'
import { toEmbedUrl, toPageUrl, toPictureUrl } from '../request/urls.ts'

export type Snippet = { id: string; name: string; code: string }

/** Code to paste, for each kind of place. Everything is escaped for the language it is written in. */
export function toSnippets(requested: RequestedCard): Snippet[] {
  const { params, card } = requested
  const size: Size = params.size
  const { width, height } = size === 'badge' ? { width: undefined, height: 20 } : sizes[size]
  const page = toPageUrl(requested)
  const svg = toPictureUrl(requested, { encoding: 'svg', size, scale: 1 })
  const png = toPictureUrl(requested, { encoding: 'png', size, scale: 1 })
  const twice = toPictureUrl(requested, { encoding: 'png', size, scale: 2 })
  const dark = (scale: 1 | 2): string => toPictureUrl(requested, { encoding: 'png', size, scale, theme: 'dark' })
  const html = escapeXml
  const frame = `${width === undefined ? '' : ` width="${width}"`} height="${height}"`
  const alt = html(card.alt)
  const embed = toEmbedUrl(requested)
  const script = `${requested.url.origin}/caravan.js`
  const img = `<img src="${html(svg)}"${frame} alt="${alt}">`
  return [
    { id: 'link', name: 'Link', code: page },
    { id: 'img', name: 'Image', code: img },
    {
      id: 'picture',
      name: 'Picture, sharp and dark',
      code: `<picture><source media="(prefers-color-scheme: dark)" srcset="${html(dark(1))}, ${html(dark(2))} 2x"><img src="${html(png)}" srcset="${html(twice)} 2x"${frame} alt="${alt}"></picture>`,
    },
    {
      id: 'iframe',
      name: 'Frame',
      code: `<iframe src="${html(embed)}"${frame} title="${html(card.finding)}" style="border:0;max-width:100%" loading="lazy" referrerpolicy="origin"></iframe>`,
    },
    {
      id: 'script',
      name: 'Script',
      code: `<script async src="${html(script)}" data-src="${html(embed)}" data-title="${html(card.finding)}"></script><noscript>${img}</noscript>`,
    },
    { id: 'markdown', name: 'Markdown', code: `[![${toMarkdown(card.alt)}](${png})](${page})` },
    { id: 'bbcode', name: 'BBCode', code: `[url=${page}][img]${png}[/img][/url]` },
    {
      id: 'amp',
      name: 'AMP',
      code: `<amp-img src="${html(png)}" srcset="${html(twice)} 2x" width="${width ?? 400}" height="${height}" layout="responsive" alt="${alt}"></amp-img>`,
    },
    {
      id: 'latex',
      name: 'LaTeX',
      code: `\\href{${toLatex(page)}}{\\includegraphics[width=\\linewidth]{${requested.indicator.id}.png}} % ${png}`,
    },
  ]
}

/** Brackets and backslashes would end the text of a link. */
const toMarkdown = (text: string): string => text.replace(/[\\[\]]/g, sign => `\\${sign}`)

/** The signs LaTeX would read as commands in an address. */
const toLatex = (url: string): string => url.replace(/[%#&_]/g, sign => `\\${sign}`)
