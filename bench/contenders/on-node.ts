import { Resvg } from '@resvg/resvg-js'
import { Renderer } from '@takumi-rs/core'
import { fromJsx } from '@takumi-rs/helpers/jsx'
import satori, { init } from 'satori/standalone'
import yoga from 'satori/yoga.wasm'
import caravan from './caravan.ts'
import { count, fonts, size, toTree } from './card.ts'
import type { Drawn } from './contender.ts'

/**
 * Draws by Caravan and by its peers in this process of Node, in turn, `argv[2]` rounds of twelve cards, and prints processor and
 * wall milliseconds of a card as JSON. The processor time is that of all threads: takumi draws in its own threads.
 */
const renderer = new Renderer()
for (const { name, data, weight, style } of fonts)
  await renderer.registerFont({ name, data: new Uint8Array(data), weight, style })
await init(yoga)

const toNode = async (number: number) => (await fromJsx(toTree(number))).node
const trees = new Map<number, ReturnType<typeof toNode>>()

type Contender = { name: string; draw: (card: number) => Promise<Drawn> | Drawn; isSeen?: boolean }
const draws: Contender[] = [
  { name: 'caravan', draw: caravan.png },
  { name: 'caravan, words seen', draw: caravan['png, words seen'], isSeen: true },
  { name: '@takumi-rs/core', draw: async card => renderer.render(await toNode(card), { ...size, format: 'png' }) },
  {
    name: '@takumi-rs/core, words seen',
    isSeen: true,
    draw: async card => {
      const tree = trees.get(card % count) ?? toNode(card % count)
      trees.set(card % count, tree)
      return renderer.render(await tree, { ...size, format: 'png' })
    },
  },
  {
    name: 'plain satori + resvg-js',
    draw: async card => new Resvg(await satori(toTree(card), { ...size, fonts })).render().asPng(),
  },
]

const rounds = Number(process.argv[2])
const warmUp = Math.min(8, rounds)
const perRound = 12
const results = draws.map(({ name }) => ({ name, cpu: [] as number[], wall: [] as number[], bytes: 0 }))
for (let round = -warmUp; round < rounds; round++) {
  for (const [i, { draw, isSeen }] of draws.entries()) {
    const first = (round + warmUp) * perRound
    if (isSeen) for (let card = first; card < first + perRound; card++) await draw(card)
    const [begin, used] = [performance.now(), process.cpuUsage()]
    let last: Drawn = ''
    for (let card = first; card < first + perRound; card++) last = await draw(card)
    const { user, system } = process.cpuUsage(used)
    const result = results[i]
    if (!result || round < 0) continue
    result.cpu.push((user + system) / 1000 / perRound)
    result.wall.push((performance.now() - begin) / perRound)
    result.bytes = last.length
  }
}
console.log(JSON.stringify(results))
