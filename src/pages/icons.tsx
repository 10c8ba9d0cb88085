/** @jsxImportSource hono/jsx */
import type { ChartLayout } from '../model/indicator.ts'
import { emblem } from '../site.ts'

/** The emblem of the site, in the header. */
export const Emblem = () => (
  <svg viewBox={`0 0 ${emblem.width} ${emblem.feet}`} aria-hidden="true">
    <path d={emblem.path} />
  </svg>
)

const paths = {
  code: 'M5 4L1.5 8 5 12M11 4l3.5 4L11 12',
  down: 'M8 2v8M4.5 7L8 10.5 11.5 7M2.5 13.5h11',
  copy: 'M7 5.5h5a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5zM10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2',
  share: 'M8 10V2M5 4.5L8 1.5l3 3M4.5 7H3v7h10V7h-1.5',
} as const
export type IconName = keyof typeof paths

/** A sign on a button, 16 units wide, in the colour of its words. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={paths[name]} />
  </svg>
)

const placePaths = {
  article: 'M4 4h16v16H4zM7 8h10M7 12h4v5H7zM14 12h3M14 15h3',
  wordpress: 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M5 8l4 11 3-8 3 8 4-11',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  instagram: 'M9 2.5h6a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2zM10.5 5h3',
  newsletter: 'M3 5h18v14H3zM3 7l9 6 9-6',
  github: 'M4 6h16v12H4zM7 15V9l2.5 3L12 9v6M16.5 9v5M14.5 12l2 2.5 2-2.5',
  notion: 'M5 4h11l3 3v13H5zM9 16V9l6 7V9',
  slide: 'M3 4h18v12H3zM12 16v4M8 20h8M7 12l3-3 2 2 4-4',
} as const

/** A sign of a place, 24 units wide. */
export const PlaceIcon = ({ name }: { name: keyof typeof placePaths }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d={placePaths[name]} />
  </svg>
)

const chartPaths: Record<ChartLayout, string> = {
  trend: 'M3 18l5-6 4 3 8-10',
  bars: 'M5 20v-8M10 20V7M15 20v-5M20 20V4',
  stat: 'M6 9l4-3v12M14 18h6M14 12c0-7 6-7 6-2 0 3-6 5-6 8',
}

/** A sign of a layout, 24 units wide. */
export const ChartIcon = ({ name }: { name: ChartLayout }) => (
  <svg class="ico" viewBox="0 0 24 24" aria-hidden="true">
    <path d={chartPaths[name]} stroke-width={name === 'bars' ? 3 : undefined} />
  </svg>
)

/** The shape of a size, within 24 units. */
export const SizeIcon = ({ width, height }: { width: number; height: number }) => {
  const scale = Math.min(20 / width, 17.5 / height)
  const [w, h] = [Math.round(width * scale * 10) / 10, Math.round(height * scale * 10) / 10]
  return (
    <svg class="ico" viewBox="0 0 24 24" aria-hidden="true">
      <rect x={(24 - w) / 2} y={(24 - h) / 2} width={w} height={h} rx="1.5" />
    </svg>
  )
}
