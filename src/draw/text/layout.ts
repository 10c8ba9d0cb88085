import yoga from 'satori/yoga.wasm'
import chinese400 from '../../../generated/chinese-400.ttf'
import chinese600 from '../../../generated/chinese-600.ttf'
import latin400 from '../../../generated/latin-400.ttf'
import latin600 from '../../../generated/latin-600.ttf'
import type { Box } from '../scene.ts'

type Satori = typeof import('satori/standalone')
type Tree = Parameters<Satori['default']>[0]
type TreeSize = Pick<Box, 'width' | 'height'>

/** The same array each time: Satori keeps the parsed fonts by its identity. */
const satoriFonts = [
  { name: 'Latin', data: latin400, weight: 400, style: 'normal' },
  { name: 'Latin', data: latin600, weight: 600, style: 'normal' },
  { name: 'Chinese', data: chinese400, weight: 400, style: 'normal' },
  { name: 'Chinese', data: chinese600, weight: 600, style: 'normal' },
] satisfies Parameters<Satori['default']>[1]['fonts']

let ready: Promise<Satori['default']> | undefined

/**
 * Loads Satori and starts its engine on first use, so that an isolate that only serves cached pictures never loads it. If the
 * engine fails to start, the next request tries again.
 */
function startSatori(): Promise<Satori['default']> {
  ready ??= load().catch((error: unknown) => {
    ready = undefined
    throw error
  })
  return ready
}

async function load(): Promise<Satori['default']> {
  const [satori] = await Promise.all([import('satori/standalone'), tryYoga()])
  await satori.init(yoga)
  return satori.default
}

/**
 * Satori keeps its engine in a promise that settles once: if that rejects, this isolate can never lay out a card again. So we
 * first make an instance with empty imports, to check that it can be made.
 */
async function tryYoga(): Promise<void> {
  const imports: Record<string, Record<string, () => number>> = {}
  for (const { module, name } of WebAssembly.Module.imports(yoga))
    imports[module] = { ...imports[module], [name]: () => 0 }
  await WebAssembly.instantiate(yoga, imports)
}

/** A cache of the boxes of trees, by `toTreeKey`. */
const laidOut = new Map<string, Map<string, Box>>()

/** How many trees are remembered; one takes about 2 kB. */
const mostLaidOut = 512

/**
 * The cache key of a tree. Words in a box of a set width count by their number of lines only, since Satori neither breaks nor
 * joins these. So cards that differ only in their figures mostly share an entry.
 */
const toTreeKey = (tree: Tree, { width, height }: TreeSize): string =>
  JSON.stringify([width, height, tree], (_, value) =>
    typeof value?.children === 'string' && value.style?.width !== undefined
      ? { ...value, children: value.children.split('\n').length }
      : value,
  )

/**
 * Lays out a tree and gives the box of each node that has an id. Satori computes the layout only; we
 * draw the letters ourselves, so that a file holds each outline once (see `faces.ts`). Throws when a node of the tree has no box.
 */
export async function layOut(tree: Tree, size: TreeSize): Promise<(key: string) => Box> {
  const name = toTreeKey(tree, size)
  const known = laidOut.get(name)
  const boxes = known ?? (await measureBoxes(tree, size))
  if (!known) {
    if (laidOut.size >= mostLaidOut) laidOut.clear()
    laidOut.set(name, boxes)
  }
  return key => {
    const box = boxes.get(key)
    if (!box) throw new Error(`the tree of this card has no node "${key}"; it has ${[...boxes.keys()].join(', ')}`)
    return box
  }
}

async function measureBoxes(tree: Tree, size: TreeSize): Promise<Map<string, Box>> {
  const satori = await startSatori()
  const boxes = new Map<string, Box>()
  await satori(tree, {
    ...size,
    fonts: satoriFonts,
    embedFont: false,
    onNodeDetected: ({ props: { id }, left, top, width, height }) => {
      if (typeof id === 'string') boxes.set(id, { x: left, y: top, width, height })
    },
  })
  return boxes
}
