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
 * Loads Satori and starts its engine on first use, so that an isolate that only answers what is drawn already does without; an
 * engine that failed to start is tried again by the next request.
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
 * Satori keeps the engine in a promise that is settled once: were it to fail there, no card would be laid out in this isolate
 * again. So an instance is made beforehand, with imports that do nothing, to see that one can be.
 */
async function tryYoga(): Promise<void> {
  const imports: Record<string, Record<string, () => number>> = {}
  for (const { module, name } of WebAssembly.Module.imports(yoga))
    imports[module] = { ...imports[module], [name]: () => 0 }
  await WebAssembly.instantiate(yoga, imports)
}

/** The boxes of the trees that were laid out last, by what decides them. */
const laidOut = new Map<string, Map<string, Box>>()

/** How many trees are remembered; one takes about 2 kB. */
const mostLaidOut = 512

/**
 * What decides the boxes of a tree: all of it, but of words in a box of a set width only how many lines they have, for these are
 * neither broken nor joined. So a card of other figures mostly has the boxes of one before.
 */
const toTreeKey = (tree: Tree, { width, height }: TreeSize): string =>
  JSON.stringify([width, height, tree], (_, value) =>
    typeof value?.children === 'string' && value.style?.width !== undefined
      ? { ...value, children: value.children.split('\n').length }
      : value,
  )

/**
 * Lays out a tree and gives the box of each node that has an id. Satori sets the words and shares out the room; the outlines
 * of the letters are ours, so that each is written once (see `faces.ts`). Throws when a node of the tree has no box.
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
