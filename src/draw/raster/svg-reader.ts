import type { Transform } from './path.ts'

/** One shape of a card with its paint settled: what `raster.ts` fills. */
export type Shape = {
  geometry:
    | { kind: 'path'; d: string }
    | { kind: 'rect'; x: number; y: number; width: number; height: number; radius: number }
    | { kind: 'circle'; x: number; y: number; radius: number }
  transform: Transform
  fill: Colour | undefined
  stroke:
    | (Colour & { width: number; cap: 'butt' | 'round' | 'square'; join: 'miter' | 'round' | 'bevel'; dash: number[] })
    | undefined
}

/** Red, green and blue from 0 to 255, opacity from 0 to 1. */
export type Colour = { red: number; green: number; blue: number; opacity: number }

export type Picture = { width: number; height: number; shapes: Shape[] }

type Attributes = Record<string, string>

const skipped = ['title', 'desc', 'metadata', 'style']
const known = ['svg', 'g', 'path', 'rect', 'circle', ...skipped]
const inherited = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-dasharray',
  'fill-opacity',
  'stroke-opacity',
]
const geometries: Record<string, readonly string[]> = {
  svg: ['width', 'height', 'viewBox'],
  g: [],
  path: ['d'],
  rect: ['x', 'y', 'width', 'height', 'rx'],
  circle: ['cx', 'cy', 'r'],
}
const ignored = /^(?:xmlns(?::\w+)?|role|lang|xml:lang|id|class|aria-[\w-]+|data-[\w-]+)$/

const token = /<(\/?)([\w:]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|\s+/y
const attribute = /([\w:-]+)="([^"]*)"/g

/**
 * Reads the SVG our own `toSvg` writes into shapes, in order. Throws for any element, attribute or value outside the short
 * list above, by its name: a rasteriser that quietly draws less is worse than none. Linear in the length of the text.
 */
export function readSvg(svg: string): Picture {
  const shapes: Shape[] = []
  const open: { name: string; paint: Attributes }[] = []
  let size: { width: number; height: number } | undefined
  token.lastIndex = 0
  while (token.lastIndex < svg.length) {
    const from = token.lastIndex
    const [whole, slash, name = '', list = '', selfClosed] = token.exec(svg) ?? []
    if (whole === undefined) throw new Error(`svg at ${from}: "${svg.slice(from, from + 24)}" is not a tag`)
    if (name === '') continue
    if (slash) {
      const closed = open.pop()?.name
      if (closed !== name)
        throw new Error(closed ? `svg: <${closed}> is never closed` : `svg at ${from}: </${name}> closes nothing`)
      continue
    }
    if (!known.includes(name))
      throw new Error(`svg: <${name}> is not among the elements a card may hold (${known.join(', ')})`)
    if (skipped.includes(name)) {
      const end = selfClosed ? token.lastIndex : svg.indexOf(`</${name}>`, token.lastIndex)
      if (end < 0) throw new Error(`svg at ${from}: <${name}> is never closed`)
      token.lastIndex = selfClosed ? end : end + name.length + 3
      continue
    }
    const attributes = readAttributes(name, list)
    if (name === 'svg') size = readSize(attributes)
    else if (open.length === 0) throw new Error(`svg: <${name}> lies outside <svg>`)
    const paint = { ...open.at(-1)?.paint, ...pick(attributes, inherited) }
    if (name !== 'svg' && name !== 'g') shapes.push(toShape(name, attributes, paint))
    if (!selfClosed) open.push({ name, paint })
  }
  if (open.length > 0 || !size) throw new Error(`svg: <${open.at(-1)?.name ?? 'svg'}> is never closed`)
  return { ...size, shapes }
}

function readAttributes(name: string, list: string): Attributes {
  const attributes: Attributes = {}
  const allowed = [
    ...(geometries[name] ?? []),
    ...inherited,
    ...(name === 'svg' ? [] : ['transform']),
    ...(name === 'svg' || name === 'g' ? [] : ['opacity', 'fill-rule']),
  ]
  for (const [, key = '', value = ''] of list.matchAll(attribute)) {
    if (ignored.test(key)) continue
    if (!allowed.includes(key) || (name === 'g' && key === 'transform'))
      throw new Error(`svg: <${name} ${key}> is not among the attributes a card may hold`)
    if (key === 'fill-rule' && value !== 'nonzero')
      throw new Error(`svg: fill-rule="${value}" is not drawn; expected nonzero`)
    attributes[key] = value
  }
  return attributes
}

const pick = (attributes: Attributes, names: readonly string[]): Attributes =>
  Object.fromEntries(Object.entries(attributes).filter(([name]) => names.includes(name)))

function toNumber(text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new Error(`svg: "${text}" is not a number`)
  return value
}

function readSize({ width, height, viewBox }: Attributes): { width: number; height: number } {
  if (viewBox !== `0 0 ${width} ${height}`)
    throw new Error(`svg: viewBox="${viewBox}" is not drawn; expected "0 0 ${width} ${height}", the size in pixels`)
  return { width: toNumber(width, 0), height: toNumber(height, 0) }
}

function toShape(name: string, attributes: Attributes, paint: Attributes): Shape {
  const opacity = toNumber(attributes.opacity, 1)
  const fill = readColour(paint.fill ?? '#000000', toNumber(paint['fill-opacity'], 1) * opacity)
  const stroke = readColour(paint.stroke ?? 'none', toNumber(paint['stroke-opacity'], 1) * opacity)
  return {
    geometry: toGeometry(name, attributes),
    transform: readTransform(attributes.transform),
    fill,
    stroke: stroke && {
      ...stroke,
      width: toNumber(paint['stroke-width'], 1),
      cap: oneOf('stroke-linecap', paint['stroke-linecap'], ['butt', 'round', 'square']),
      join: oneOf('stroke-linejoin', paint['stroke-linejoin'], ['miter', 'round', 'bevel']),
      dash: readDash(paint['stroke-dasharray']),
    },
  }
}

function toGeometry(name: string, { d, x, y, width, height, rx, cx, cy, r }: Attributes): Shape['geometry'] {
  if (name === 'path') return { kind: 'path', d: d ?? '' }
  if (name === 'circle') return { kind: 'circle', x: toNumber(cx, 0), y: toNumber(cy, 0), radius: toNumber(r, 0) }
  return {
    kind: 'rect',
    x: toNumber(x, 0),
    y: toNumber(y, 0),
    width: toNumber(width, 0),
    height: toNumber(height, 0),
    radius: toNumber(rx, 0),
  }
}

function oneOf<const T extends string>(name: string, text: string | undefined, values: readonly [T, ...T[]]): T {
  if (text === undefined) return values[0]
  const found = values.find(value => value === text)
  if (!found) throw new Error(`svg: ${name}="${text}" is not drawn; expected one of ${values.join(', ')}`)
  return found
}

const readDash = (text: string | undefined): number[] =>
  text === undefined || text === 'none' ? [] : text.split(/[\s,]+/).map(part => toNumber(part, 0))

const colour = /^#(?:([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})|([0-9a-f])([0-9a-f])([0-9a-f]))$/i

function readColour(text: string, opacity: number): Colour | undefined {
  if (text === 'none') return undefined
  const [, r, g, b, r1 = '', g1 = '', b1 = ''] = colour.exec(text) ?? []
  if (r === undefined && r1 === '') throw new Error(`svg: the colour "${text}" is not drawn; expected #rrggbb or none`)
  const channel = (two: string | undefined, one: string): number => Number.parseInt(two ?? one + one, 16)
  return {
    red: channel(r, r1),
    green: channel(g, g1),
    blue: channel(b, b1),
    opacity: Math.min(1, Math.max(0, opacity)),
  }
}

const transform = /^\s*(?:translate\(\s*([^\s,)]+)(?:[\s,]+([^\s,)]+))?\s*\))?\s*(?:scale\(\s*([^\s,)]+)\s*\))?\s*$/

function readTransform(text: string | undefined): Transform {
  if (text === undefined) return { x: 0, y: 0, scale: 1 }
  const found = transform.exec(text)
  if (!found) throw new Error(`svg: transform="${text}" is not drawn; expected translate(x y)scale(s)`)
  const [, x, y, scale] = found
  return { x: toNumber(x, 0), y: toNumber(y, 0), scale: toNumber(scale, 1) }
}
