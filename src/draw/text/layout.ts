import satori, { init } from 'satori/standalone'
import yoga from 'satori/yoga.wasm'
import inter400 from '../../../generated/inter-400.ttf'
import inter600 from '../../../generated/inter-600.ttf'
import noto400 from '../../../generated/noto-sans-sc-400.ttf'
import noto600 from '../../../generated/noto-sans-sc-600.ttf'
import { inks, type TextMark } from '../scene.ts'

/** The same array each time: Satori keeps the parsed fonts by its identity. */
const fonts = [
  { name: 'Inter', data: inter400, weight: 400, style: 'normal' },
  { name: 'Inter', data: inter600, weight: 600, style: 'normal' },
  { name: 'Noto Sans SC', data: noto400, weight: 400, style: 'normal' },
  { name: 'Noto Sans SC', data: noto600, weight: 600, style: 'normal' },
] satisfies Parameters<typeof satori>[1]['fonts']

let ready: Promise<void> | undefined

/** Starts the layout engine on first use; one that failed to start is tried again by the next request. */
function startYoga(): Promise<void> {
  ready ??= tryYoga()
    .then(() => init(yoga))
    .catch((error: unknown) => {
      ready = undefined
      throw error
    })
  return ready
}

/**
 * Satori keeps the engine in a promise that is settled once: were it to fail there, no card would be laid out in this isolate
 * again. So an instance is made beforehand, with imports that do nothing, to see that one can be.
 */
async function tryYoga(): Promise<void> {
  const imports: Record<string, Record<string, () => number>> = {}
  for (const { module, name } of WebAssembly.Module.imports(yoga))
    imports[module] = { ...imports[module], [name]: () => 0 }
  await WebAssembly.instantiate(yoga, imports)
}

const element =
  /<text x="([^"]+)" y="([^"]+)" width="([^"]+)"[^>]* font-weight="([^"]+)"[^>]* font-size="([^"]+)"[^>]* fill="([^"]+)"[^>]*>([^<]*)<\/text>/g

/**
 * Lays out a tree of words and gives each line with the start of its baseline. Colours in the tree are those of
 * `toInkCode`. Satori measures and places; the outlines are ours, so that a letter is written once (see `faces.ts`).
 */
export async function layOutWords(
  tree: Parameters<typeof satori>[0],
  width: number,
  height: number,
): Promise<TextMark[]> {
  await startYoga()
  const svg = await satori(tree, { width, height, fonts, embedFont: false, loadAdditionalAsset: refuseGlyph })
  const lines: (TextMark & { end: number })[] = []
  for (const [, x = '', y = '', span = '', weight, size = '', fill = '', escaped = ''] of svg.matchAll(element)) {
    const piece = toLine(Number(x), Number(y), Number(size), weight === '600' ? 600 : 400, fill, unescapeXml(escaped))
    const line = lines.at(-1)
    const follows =
      line && line.y === piece.y && line.size === piece.size && line.weight === piece.weight && line.ink === piece.ink
    if (follows && Math.abs(line.end - piece.x) < 0.01) {
      line.text += piece.text
      line.end += Number(span)
    } else lines.push({ ...piece, end: piece.x + Number(span) })
  }
  return lines
    .map(({ end: _end, ...line }) => ({ ...line, text: line.text.replaceAll('\u00a0', ' ').trimEnd() }))
    .filter(line => line.text !== '')
}

function toLine(x: number, y: number, size: number, weight: 400 | 600, fill: string, text: string): TextMark {
  const ink = inks[Number.parseInt(fill.slice(1), 16)]
  if (!ink) throw new Error(`the words of a card are coloured "${fill}"; expected a code of toInkCode`)
  return { kind: 'text', ink, x, y, size, weight, text }
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
}
const unescapeXml = (text: string): string => text.replace(/&[a-z0-9#]+;/gi, entity => entities[entity] ?? entity)

// Satori draws an empty box for a glyph our fonts lack; a loud failure is caught by the tests over all of data/.
function refuseGlyph(_language: string, text: string): never {
  throw new Error(`no bundled font has a glyph for "${text}"`)
}
