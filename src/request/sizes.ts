export const sizeNames = ['og', 'wide', 'square', 'story', 'small', 'badge'] as const
export type Size = (typeof sizeNames)[number]

/** The pixels each size fills. The badge is as wide as its words. */
export const sizes: Record<Size, { width: number; height: number }> = {
  og: { width: 1200, height: 630 },
  wide: { width: 800, height: 450 },
  square: { width: 1080, height: 1080 },
  story: { width: 1080, height: 1920 },
  small: { width: 480, height: 270 },
  badge: { width: 0, height: 20 },
}
