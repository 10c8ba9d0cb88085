import { join } from 'node:path'
import { root } from '../tools/repository.ts'
import { compareCached, compareOnNode, type Rates } from './load.ts'
import { type First, measureFirst, measureOnNode, measureWarm, type OnNode, type Task, type Timing } from './measure.ts'
import { type Contender, start, write } from './stage.ts'
import { bundle } from './workerd.ts'

export const plain = 'plain satori + resvg-wasm'

/** What is compared with peers. */
const compared: Task[] = [
  { name: 'caravan', what: 'png' },
  { name: '@takumi-rs/wasm', what: 'png' },
  { name: plain, what: 'png' },
  { name: '@vercel/og', what: 'png' },
  { name: 'workers-og', what: 'png' },
  { name: '@cf-wasm/og', what: 'png' },
  { name: 'caravan', what: 'png, words seen', isSeen: true },
  { name: '@takumi-rs/wasm', what: 'png, words seen', isSeen: true },
  { name: 'caravan', what: 'svg' },
  { name: '@takumi-rs/wasm', what: 'svg' },
  { name: plain, what: 'svg' },
  { name: 'workers-og', what: 'svg' },
  { name: '@cf-wasm/og', what: 'svg' },
  { name: 'caravan', what: 'png of a laid-out card', isSeen: true },
  { name: plain, what: 'png of a laid-out card', isSeen: true },
  { name: 'caravan', what: 'badge' },
  { name: 'badge-maker', what: 'badge' },
]

/** Everything else that a card can be. */
const alone: Task[] = [
  ...['wide', 'square', 'story', 'small', 'stat', 'transparent', 'badge as png'],
  ...['og, scale 2', 'og, scale 3', 'story, scale 3'],
].map(what => ({ name: 'caravan', what }))

const starters: Contender[] = ['caravan', '@takumi-rs/wasm', plain, '@vercel/og', 'ICU alone']

/** What was measured: `cached` is of the Worker and of the Node server under load, `weight` the bytes of the Worker gzipped. */
export type Results = {
  rounds: number
  compared: Timing[]
  alone: Timing[]
  onNode: OnNode[]
  firsts: First[]
  firstRounds: number
  cached?: { worker: Rates; node: Rates }
  weight: number
}

/** Draws in turn; a trial of fewer than 12 rounds puts nothing under load. */
export async function measurePeers(rounds: number): Promise<Results> {
  const isTrial = rounds < 12
  const stage = await start('caravan')
  write('scenes.json.bin', (await stage.ask('?what=scenes&first=0&count=1')).bytes)
  await stage.close()
  const firstRounds = isTrial ? 1 : 5
  const results: Results = {
    rounds,
    compared: await measureWarm(compared, rounds),
    // By themselves, so that the peers and we draw one size each time they are compared.
    alone: await measureWarm(alone, rounds),
    onNode: await measureOnNode(rounds),
    firsts: [],
    firstRounds,
    weight: bundle(join(root, 'wrangler.toml'), 'bundle').weight,
  }
  for (const name of starters) results.firsts.push(await measureFirst({ name, what: 'png' }, firstRounds))
  return isTrial ? results : { ...results, cached: { worker: await compareCached(5), node: await compareOnNode(5) } }
}
