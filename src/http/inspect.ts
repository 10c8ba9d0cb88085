import type { RequestedCard } from '../card/requested-card.ts'
import type { Inspection } from '../pages/inspect.tsx'
import { toPreview } from '../request/urls.ts'

type Fetch = (path: string) => Promise<Response>

/** What a crawler reads at an address of ours, from the answers themselves, and warnings about it. */
export async function inspect(requested: RequestedCard, release: string, fetch: Fetch): Promise<Inspection> {
  const address = requested.links.html
  const page = await fetch(address)
  const html = await page.text()
  const preview = toPreview(requested, release)
  const image = await fetch(preview.url)
  const bytes = (await image.arrayBuffer()).byteLength
  const meta = (name: string): string => readMeta(html, name)
  const facts = [
    { name: 'status', value: String(page.status) },
    { name: 'title', value: meta('og:title') },
    { name: 'description', value: meta('og:description') },
    { name: 'alt', value: meta('og:image:alt') },
    { name: 'canonical', value: /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? '' },
    { name: 'image', value: meta('og:image') },
    { name: 'image status', value: String(image.status) },
    { name: 'image type', value: image.headers.get('Content-Type') ?? '' },
    { name: 'image size', value: `${meta('og:image:width')}×${meta('og:image:height')}` },
    { name: 'image bytes', value: String(bytes) },
    { name: 'image life', value: image.headers.get('Cache-Control') ?? '' },
    { name: 'page life', value: page.headers.get('Cache-Control') ?? '' },
    { name: 'X card', value: meta('twitter:card') },
    { name: 'oEmbed', value: /type="application\/json\+oembed"/.test(html) ? 'discovered' : '' },
  ]
  return {
    address,
    facts,
    warnings: toWarnings({
      page,
      image,
      bytes,
      title: meta('og:title'),
      alt: meta('og:image:alt'),
      isBadge: requested.params.layout === 'badge',
    }),
  }
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

function readMeta(html: string, name: string): string {
  const [, value = ''] = new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html) ?? []
  return value.replace(/&(?:amp|lt|gt|quot|#39);/g, entity => entities[entity] ?? entity)
}

type Seen = { page: Response; image: Response; bytes: number; title: string; alt: string; isBadge: boolean }

/** Warnings by the limits of the sites that show previews, see docs/previews.md. */
function toWarnings({ page, image, bytes, title, alt, isBadge }: Seen): string[] {
  return [
    ...(page.status === 200 ? [] : [`the page answers ${page.status}; crawlers show nothing`]),
    ...(image.status === 200 ? [] : [`the picture answers ${image.status}; crawlers show the link alone`]),
    ...(bytes > 300_000 ? [`the picture weighs ${bytes} bytes; WhatsApp wants less than 300,000`] : []),
    ...(title.length > 110 ? [`the title has ${title.length} characters; previews cut it at about 70 to 110`] : []),
    ...(alt.length > 420 ? [`the alt text has ${alt.length} characters; X cuts it at 420`] : []),
    ...(isBadge ? ['a badge is no preview; the card of the indicator is shown in its place'] : []),
  ]
}
