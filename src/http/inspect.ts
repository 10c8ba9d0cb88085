import type { RequestedCard } from '../card/requested-card.ts'
import type { Inspection } from '../pages/inspect.tsx'
import { toPreview } from '../request/urls.ts'

type Fetch = (path: string) => Promise<Response>

/** The metadata that a crawler reads at an address of ours, from the answers themselves, and warnings about it. */
export async function inspect(requested: RequestedCard, fetch: Fetch): Promise<Inspection> {
  const address = requested.links.html
  const page = await fetch(address)
  const html = await page.text()
  const preview = toPreview(requested)
  const image = await fetch(preview.url)
  const bytes = (await image.arrayBuffer()).byteLength
  const meta = (name: string): string => readMeta(html, name)
  const facts: Inspection['facts'] = [
    { name: 'status', value: String(page.status) },
    { name: 'title', value: meta('og:title') },
    { name: 'description', value: meta('og:description') },
    { name: 'alt', value: meta('og:image:alt') },
    { name: 'canonical', value: /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? '' },
    { name: 'image', value: meta('og:image') },
    { name: 'imageStatus', value: String(image.status) },
    { name: 'imageType', value: image.headers.get('Content-Type') ?? '' },
    { name: 'imageSize', value: `${meta('og:image:width')}×${meta('og:image:height')}` },
    { name: 'imageBytes', value: String(bytes) },
    { name: 'imageLife', value: image.headers.get('Cache-Control') ?? '' },
    { name: 'pageLife', value: page.headers.get('Cache-Control') ?? '' },
    { name: 'xCard', value: meta('twitter:card') },
    { name: 'oembed', value: /type="application\/json\+oembed"/.test(html) ? '✓' : '✗' },
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

const htmlEntities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }

function readMeta(html: string, name: string): string {
  const [, value = ''] = new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(html) ?? []
  return value.replace(/&(?:amp|lt|gt|quot|#39);/g, entity => htmlEntities[entity] ?? entity)
}

type Seen = { page: Response; image: Response; bytes: number; title: string; alt: string; isBadge: boolean }

/** Warnings by the limits of the sites that show previews, see docs/previews.md. */
function toWarnings({ page, image, bytes, title, alt, isBadge }: Seen): Inspection['warnings'] {
  return [
    ...(page.status === 200 ? [] : [{ kind: 'page', number: page.status } as const]),
    ...(image.status === 200 ? [] : [{ kind: 'image', number: image.status } as const]),
    ...(bytes > 300_000 ? [{ kind: 'bytes', number: bytes } as const] : []),
    ...(title.length > 110 ? [{ kind: 'title', number: title.length } as const] : []),
    ...(alt.length > 420 ? [{ kind: 'alt', number: alt.length } as const] : []),
    ...(isBadge ? [{ kind: 'badge' } as const] : []),
  ]
}
