import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../tools/repository.ts'
import { plain, type Results } from './peers.ts'
import type { Contender } from './stage.ts'

/** A ratio of ours to that of a peer, and the most that it should be; the least where `isLeast`. */
type Goal = { what: string; measured: number; goal: number; isLeast?: boolean }

function listGoals({ compared, onNode, firsts, cached, weight }: Results): Goal[] {
  const cpuOf = (name: Contender, what: string): number =>
    compared.find(timing => timing.name === name && timing.what === what)?.cpu ?? Number.NaN
  const ratio = (what: string, peer: Contender): number => cpuOf('caravan', what) / cpuOf(peer, what)
  const node = (name: string): number => onNode.find(result => result.name === name)?.cpu ?? Number.NaN
  const first = (name: Contender): number => firsts.find(result => result.name === name)?.wall ?? Number.NaN
  const toGoal = (what: string, measured: number, goal: number): Goal => ({ what, measured, goal })
  return [
    toGoal('PNG laid out anew, to @takumi-rs/wasm', ratio('png', '@takumi-rs/wasm'), 0.3),
    toGoal('PNG laid out anew, to @vercel/og', ratio('png', '@vercel/og'), 0.03),
    toGoal(`PNG laid out anew, to ${plain}`, ratio('png', plain), 1),
    toGoal('PNG laid out anew, to workers-og', ratio('png', 'workers-og'), 1),
    toGoal('PNG laid out anew, to @cf-wasm/og', ratio('png', '@cf-wasm/og'), 1),
    toGoal(
      'PNG of words seen before, to @takumi-rs/wasm, which has the tree and its cache',
      ratio('png, words seen', '@takumi-rs/wasm'),
      0.2,
    ),
    toGoal('PNG laid out anew on Node, to @takumi-rs/core', node('caravan') / node('@takumi-rs/core'), 0.6),
    toGoal('SVG laid out anew, to plain satori', ratio('svg', plain), 0.35),
    toGoal(
      'PNG of a laid-out card, to resvg-wasm on the SVG as Satori writes it',
      ratio('png of a laid-out card', plain),
      0.08,
    ),
    toGoal('first PNG of a fresh isolate, to that of @vercel/og (wall)', first('caravan') / first('@vercel/og'), 0.2),
    ...(cached
      ? [
          {
            ...toGoal('cached answers a second, to a bare Worker’s', cached.worker.ours / cached.worker.bare, 0.9),
            isLeast: true,
          },
          toGoal(
            'a cached answer on Node with its log, to one of a bare Hono server without',
            cached.node.ours / cached.node.bare,
            1.2,
          ),
        ]
      : []),
    toGoal('the Worker, gzipped, to 500 kB', weight / 500_000, 1),
  ]
}

const toGoalRow = ({ what, measured, goal, isLeast = false }: Goal): string => {
  const isMet = isLeast ? measured >= goal : measured <= goal
  return `| ${what} | ${measured.toFixed(3)} | ${goal} or ${isLeast ? 'more' : 'less'} | ${isMet ? 'met' : '**missed**'} |`
}

const toLoadSection = ({ cached, weight }: Results): string =>
  cached
    ? `
## Under load

50 connections: ${cached.worker.ours.toFixed(0)} cached answers a second, each logged in a line of JSON as in production, of a bare Worker with the same bytes and headers, which logs none, ${cached.worker.bare.toFixed(0)}. The Worker: ${Math.round(weight / 1000)} kB gzipped.

On Node a cached answer takes ${cached.node.ours.toFixed(0)} µs of processor, log included, and that of a bare server of Hono ${cached.node.bare.toFixed(0)} µs.
`
    : ''

/** The text of bench/RESULTS.md. */
export function toResultsPage(results: Results, machine: string): string {
  const { rounds, compared, alone, onNode, firsts, firstRounds } = results
  const versions = Object.entries(JSON.parse(readFileSync(join(root, 'bench/package.json'), 'utf8')).dependencies)
  return `# Results of the benchmark

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${rounds} rounds of 12 cards after 8 that do not count, interleaved, each contender in a workerd of its own; first cards are medians of ${firstRounds} fresh ones.
The machine: ${machine}. Versions: ${versions.map(([name, version]) => `${name} ${version}`).join(', ')}.

Each round draws other cards at 1200×630, every indicator in every language in turn, then again with other digits in its words:
the same words at the same places, the same marks and fonts for all. Where words were seen, the same cards were drawn just
before. Machines are noisy: read the ratios, which are of processor time, all threads counted.

| what | who | CPU ms | median wall ms | least | bytes |
| --- | --- | --- | --- | --- | --- |
${compared.map(({ what, name, cpu, median, least, bytes }) => `| ${what} | ${name} | ${cpu.toFixed(2)} | ${median.toFixed(2)} | ${least.toFixed(2)} | ${bytes.toFixed(0)} |`).join('\n')}
${onNode.map(({ name, cpu, wall, bytes }) => `| png on Node | ${name} | ${cpu.toFixed(2)} | ${wall.toFixed(2)} | – | ${bytes} |`).join('\n')}

| ratio | measured | goal | |
| --- | --- | --- | --- |
${listGoals(results).map(toGoalRow).join('\n')}

## Every kind of card

Processor milliseconds of a PNG laid out anew. The free plan of Cloudflare Workers grants 10 a request.

| what | CPU ms | bytes |
| --- | --- | --- |
${[...compared.slice(0, 1), ...alone].map(({ what, cpu, bytes }) => `| ${what === 'png' ? 'og' : what} | ${cpu.toFixed(2)} | ${bytes.toFixed(0)} |`).join('\n')}

## The first card

A workerd that has just started: until it has answered a request that draws nothing, then one card. The first segmenter loads
ICU, which whoever uses Satori pays and takumi does not; it stands by itself.

| who | CPU ms to start | CPU ms of the first card | wall ms of the first card |
| --- | --- | --- | --- |
${firsts.map(({ name, start, cpu, wall }) => `| ${name} | ${start.toFixed(0)} | ${cpu.toFixed(0)} | ${wall.toFixed(0)} |`).join('\n')}

## What a sceptic would object to

- The figures are ours: peers are given our finished layout as absolutely placed words, and lay out less than they could.
- Our PNG has at most 256 colours, a palette, and is packed as runs; theirs has four bytes a pixel, which takes takumi about
  half of its time. Caravan draws flat cards with no pictures on them, and no peer offers that encoding.
- Ours keeps what letters cover, how wide words are, and the boxes of each shape of card, so that Satori lays out a shape
  once; takumi keeps glyphs and resources, and gets its tree made beforehand where words were seen. The others keep fonts alone.
- @vercel/og 1.x does not start in workerd, so 0.11 stands for it; satori is 0.32, as the product pins it, for all who use it.
- It is one virtual machine, whose speed changes while it runs; processor time in workerd is counted by hundredths of a second.
- All have been drawing for a while. Cloudflare starts isolates anew, and the first cards of one are slower, as said above.
${toLoadSection(results)}`
}
