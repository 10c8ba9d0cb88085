import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { compareCached, compareOnNode } from './load.ts'
import { type First, measureFirst, measureOnNode, measureWarm, type Task } from './measure.ts'
import { soak } from './soak.ts'
import { type Contender, root, start, write } from './stage.ts'
import { bundle } from './workerd.ts'

const plain = 'plain satori + resvg-wasm'

/** The drawings that are compared with peers. */
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

/** The other kinds of card. */
const alone: Task[] = [
  ...['wide', 'square', 'story', 'small', 'stat', 'transparent', 'badge as png'],
  ...['og, scale 2', 'og, scale 3', 'story, scale 3'],
].map(what => ({ name: 'caravan', what }))

const starters: Contender[] = ['caravan', '@takumi-rs/wasm', plain, '@vercel/og', 'ICU alone']

type Goal = { what: string; measured: number; goal: number; isLeast?: boolean }

/** Draws in turn and gives bench/RESULTS.md as text; a trial of fewer than 12 rounds puts nothing under load. */
export async function comparePeers(rounds: number, machine: string): Promise<string> {
  const isTrial = rounds < 12
  const stage = await start('caravan')
  write('scenes.json.bin', (await stage.ask('?what=scenes&first=0&count=1')).bytes)
  await stage.close()

  // By themselves, so that the peers and we draw one size each time they are compared.
  const warm = [...(await measureWarm(compared, rounds)), ...(await measureWarm(alone, rounds))]
  const node = await measureOnNode(rounds)
  const firstRounds = isTrial ? 1 : 5
  const firsts: First[] = []
  for (const name of starters) firsts.push(await measureFirst({ name, what: 'png' }, firstRounds))
  const cached = isTrial ? undefined : await compareCached(5)
  const cachedOnNode = isTrial ? undefined : await compareOnNode(5)
  const minute = isTrial ? undefined : await soak(60)
  const weight = weighBundle()

  const find = (name: Contender, what: string) => {
    const found = warm.find(timing => timing.name === name && timing.what === what)
    if (!found) throw new Error(`${name} did not draw a ${what}`)
    return found
  }
  const ratio = (what: string, peer: Contender, theirs = what): number =>
    find('caravan', what).cpu / find(peer, theirs).cpu
  const onNode = (name: string): number => node.find(result => result.name === name)?.cpu ?? Number.NaN
  const first = (name: Contender): number => firsts.find(result => result.name === name)?.wall ?? Number.NaN
  const goals: Goal[] = [
    { what: 'PNG with a new layout, to @takumi-rs/wasm', measured: ratio('png', '@takumi-rs/wasm'), goal: 0.3 },
    { what: 'PNG with a new layout, to @vercel/og', measured: ratio('png', '@vercel/og'), goal: 0.03 },
    { what: `PNG with a new layout, to ${plain}`, measured: ratio('png', plain), goal: 1 },
    { what: 'PNG with a new layout, to workers-og', measured: ratio('png', 'workers-og'), goal: 1 },
    { what: 'PNG with a new layout, to @cf-wasm/og', measured: ratio('png', '@cf-wasm/og'), goal: 1 },
    {
      what: 'PNG of words seen before, to @takumi-rs/wasm, which has the tree and its cache',
      measured: ratio('png, words seen', '@takumi-rs/wasm'),
      goal: 0.2,
    },
    {
      what: 'PNG with a new layout on Node, to @takumi-rs/core',
      measured: onNode('caravan') / onNode('@takumi-rs/core'),
      goal: 0.6,
    },
    { what: 'SVG with a new layout, to plain satori', measured: ratio('svg', plain), goal: 0.35 },
    {
      what: 'PNG of a laid-out card, to resvg-wasm on the SVG as Satori writes it',
      measured: ratio('png of a laid-out card', plain),
      goal: 0.08,
    },
    {
      what: 'first PNG of a fresh isolate, to that of @vercel/og (wall)',
      measured: first('caravan') / first('@vercel/og'),
      goal: 0.2,
    },
    ...(cached
      ? [
          {
            what: 'cached answers a second, to a bare Worker’s',
            measured: cached.ours / cached.bare,
            goal: 0.9,
            isLeast: true,
          },
        ]
      : []),
    ...(cachedOnNode
      ? [
          {
            what: 'a cached answer on Node with its log, to one of a bare Hono server without',
            measured: cachedOnNode.ours / cachedOnNode.bare,
            goal: 1.2,
          },
        ]
      : []),
    { what: 'the Worker, gzipped, to 500 kB', measured: weight / 500_000, goal: 1 },
  ]
  const versions = Object.entries(JSON.parse(readFileSync(join(root, 'bench/package.json'), 'utf8')).dependencies)
  return [
    '# Results of the benchmark',
    '',
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${rounds} rounds of 12 cards after 8 warm-up cards, interleaved, each contender in a workerd of its own; first cards are medians of ${firstRounds} fresh ones.`,
    `The machine: ${machine}. Versions: ${versions.map(([name, version]) => `${name} ${version}`).join(', ')}.`,
    '',
    'Each round draws other cards at 1200×630, every indicator in every language in turn, then again with other digits in its words:',
    'the same words at the same places, the same marks and fonts for all. Where words were seen, the same cards were drawn just',
    'before. Machines are noisy, so read the ratios. They compare processor time of all threads.',
    '',
    '| what | who | CPU ms | median wall ms | least | bytes |',
    '| --- | --- | --- | --- | --- | --- |',
    ...warm
      .filter(({ what }) => compared.some(task => task.what === what))
      .map(
        ({ what, name, cpu, median, least, bytes }) =>
          `| ${what} | ${name} | ${number(cpu)} | ${number(median)} | ${number(least)} | ${bytes.toFixed(0)} |`,
      ),
    ...node.map(
      ({ name, cpu, wall, bytes }) => `| png on Node | ${name} | ${number(cpu)} | ${number(wall)} | – | ${bytes} |`,
    ),
    '',
    '| ratio | measured | goal | |',
    '| --- | --- | --- | --- |',
    ...goals.map(
      ({ what, measured, goal, isLeast }) =>
        `| ${what} | ${measured.toFixed(3)} | ${goal} or ${isLeast ? 'more' : 'less'} | ${(isLeast ? measured >= goal : measured <= goal) ? 'met' : '**missed**'} |`,
    ),
    '',
    '## Every kind of card',
    '',
    'Processor milliseconds of a PNG with a new layout. The free plan of Cloudflare Workers allows 10 a request.',
    '',
    '| what | CPU ms | bytes |',
    '| --- | --- | --- |',
    ...[find('caravan', 'png'), ...alone.map(({ what }) => find('caravan', what))].map(
      ({ what, cpu, bytes }) => `| ${what === 'png' ? 'og' : what} | ${number(cpu)} | ${bytes.toFixed(0)} |`,
    ),
    '',
    '## The first card',
    '',
    'A fresh workerd: the time until it has answered a request that draws nothing, then one card. The first segmenter loads',
    'ICU. Every user of Satori pays for that, takumi does not; so it has its own row.',
    '',
    '| who | CPU ms to start | CPU ms of the first card | wall ms of the first card |',
    '| --- | --- | --- | --- |',
    ...firsts.map(
      ({ name, start: up, cpu, wall }) => `| ${name} | ${number(up, 0)} | ${number(cpu, 0)} | ${number(wall, 0)} |`,
    ),
    '',
    '## What a sceptic would object to',
    '',
    '- We chose the test cards. Peers get our finished layout as absolutely placed words, so they have less to lay out than usual.',
    '- Our PNG has at most 256 colours, a palette, and is compressed as runs; theirs has four bytes a pixel, which takes takumi about',
    '  half of its time. Caravan draws flat cards with no pictures on them, and no peer offers that encoding.',
    '- Caravan caches the pixels of letters, the widths of words, and the boxes of each shape of card, so that Satori lays out a shape',
    '  once. takumi caches glyphs and resources, and gets a prepared tree where words were seen. The others cache only fonts.',
    '- @vercel/og 1.x does not start in workerd, so we measured 0.11. Satori is 0.32 for all who use it, as pinned here.',
    '- It is one virtual machine, whose speed varies. Processor time in workerd is counted in hundredths of a second.',
    '- All contenders are warm. Cloudflare starts new isolates, whose first cards are slower, as shown above.',
    '',
    ...(cached && cachedOnNode && minute
      ? [
          '## Under load',
          '',
          `50 connections: ${cached.ours.toFixed(0)} cached answers a second, each logged in a line of JSON as in production. A bare Worker with the same bytes and headers, without a log: ${cached.bare.toFixed(0)}. The Worker: ${Math.round(weight / 1000)} kB gzipped.`,
          '',
          `On Node a cached answer takes ${cachedOnNode.ours.toFixed(0)} µs of processor time, log included; an answer of a bare Hono server takes ${cachedOnNode.bare.toFixed(0)} µs.`,
          '',
          `50 connections for ${minute.seconds} seconds, after half of that to warm up, on cached, prerendered, conditional, figures, pages and on-demand requests together: ${minute.answers} answers, ${minute.failed} failed.`,
          `A cached answer under this load: median ${minute.cachedMedian} ms, p99 ${minute.cachedP99} ms, ${(minute.cachedP99 / minute.cachedMedian).toFixed(1)} times the median (goal 5 or less). Memory of workerd: ${minute.before.toFixed(0)} MB after warming up, ${minute.after.toFixed(0)} MB at the end.`,
          '',
        ]
      : []),
  ].join('\n')
}

const number = (value: number, digits = 2): string => (Number.isNaN(value) ? '–' : value.toFixed(digits))

/** The size of the upload, gzipped file by file. */
function weighBundle(): number {
  const { folder, files } = bundle(join(root, 'wrangler.toml'), 'bundle')
  return files.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0)
}
