import { cardColours, colours, emblem } from '../site.ts'

/** The icon of the pages, an SVG of 32 × 32: the emblem on the colour of links, as wide as leaves four pixels beside it. */
export function toIcon(): string {
  const scale = Math.min(24 / emblem.width, 24 / emblem.height)
  const round = (value: number): number => Math.round(value * 100) / 100
  const [x, y] = [16 - (emblem.width * scale) / 2, 16 - (emblem.height * scale) / 2].map(round)
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32">' +
    `<rect width="32" height="32" rx="6" fill="${colours.light.link}"/>` +
    `<path transform="translate(${x} ${y}) scale(${round(scale)})" fill="${cardColours.light.ground}" d="${emblem.path}"/></svg>`
  )
}
