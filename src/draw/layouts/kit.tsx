import type { JSXNode } from 'satori/jsx'
import { type Ink, inks, type Weight } from '../scene.ts'
import { baselineAboveFoot } from '../text/faces.ts'

/** A part of the palette as the colour Satori is given; `render/words.ts` reads it back. */
const toInkCode = (ink: Ink): string => `#${inks.indexOf(ink).toString(16).padStart(6, '0')}`

type Child = JSXNode

type Place = { x: number; y: number; width: number; height?: number }

/** A stack of words at a fixed place on the card. */
export const Column = ({
  x,
  y,
  width,
  height,
  justify = 'flex-start',
  children,
}: Place & { justify?: 'flex-start' | 'flex-end'; children?: Child }) => (
  <div
    style={{
      position: 'absolute',
      left: x,
      top: y,
      width,
      ...(height !== undefined && { height }),
      display: 'flex',
      flexDirection: 'column',
      justifyContent: justify,
    }}
  >
    {children}
  </div>
)

/** A figure and its unit on one baseline, which Satori does not find by itself between two sizes. */
export function Figure({
  number,
  size,
  ink,
  unit,
  unitSize,
  leading,
}: {
  number: string
  size: number
  ink: Ink
  unit: string
  unitSize: number
  leading: number
}) {
  const lift = baselineAboveFoot(number, size, 600, leading) - baselineAboveFoot(unit, unitSize, 600, 1)
  return (
    <div style={{ display: 'flex', alignItems: 'flex-end', gap: unitSize * 0.35 }}>
      <Text size={size} weight={600} ink={ink} leading={leading}>
        {number}
      </Text>
      <Text size={unitSize} weight={600} ink="ink" leading={1} below={lift}>
        {unit}
      </Text>
    </div>
  )
}

type Style = { size: number; ink: Ink; weight?: Weight; leading?: number; above?: number; below?: number }

/**
 * One line of words, already broken: Satori never wraps, so that nothing can be clipped or collide unseen. Its spaces are
 * hard ones, which makes of a line one box to lay out where every word would be one.
 */
export const Text = ({
  size,
  ink,
  weight = 400,
  leading = 1.3,
  above = 0,
  below = 0,
  children,
}: Style & { children?: string }) => (
  <div
    style={{
      display: 'flex',
      fontSize: size,
      fontWeight: weight,
      lineHeight: leading,
      marginTop: above,
      marginBottom: below,
      color: toInkCode(ink),
      whiteSpace: 'pre',
      wordBreak: 'keep-all',
    }}
  >
    {children?.replaceAll(' ', '\u00a0')}
  </div>
)
