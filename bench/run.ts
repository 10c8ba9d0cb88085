import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, release as kernel, totalmem } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { measureCosts } from './cost.ts'
import { toCostPage } from './cost-page.ts'
import { measureGrowth, measureMonths } from './growth.ts'
import { compareCached } from './load.ts'
import { measureFirst, measureWarm, type Task, type Timing } from './measure.ts'
import { soak } from './soak.ts'
import { type Contender, root, start, write } from './stage.ts'
import { bundle } from './workerd.ts'

/**
 * Draws one card by Caravan and by its peers in workerd, in turn, and writes RESULTS.md: medians, minima, processor time,
 * first drawings, bytes, and every ratio beside its goal. `ROUNDS` says how often, 30 unless told; with fewer it is a trial,
 * which prints what it drew, puts nothing under load, and writes nothing.
 */
const rounds = Number(process.env.ROUNDS ?? 30)
const isTrial = rounds < 30
const firsts = Math.max(1, Math.round(rounds / 4))

const tasks: Task[] = [
  { name: 'caravan', what: 'png' },
  { name: '@takumi-rs/wasm', what: 'png' },
  { name: 'plain satori + resvg-wasm', what: 'png' },
  { name: '@vercel/og', what: 'png' },
  { name: 'workers-og', what: 'png' },
  { name: '@cf-wasm/og', what: 'png' },
  { name: 'caravan', what: 'svg' },
  { name: '@takumi-rs/wasm', what: 'svg' },
  { name: 'plain satori + resvg-wasm', what: 'svg' },
  { name: 'workers-og', what: 'svg' },
  { name: '@cf-wasm/og', what: 'svg' },
  { name: 'caravan', what: 'png of a laid-out card' },
  { name: 'plain satori + resvg-wasm', what: 'png of a laid-out card' },
  { name: 'caravan', what: 'badge' },
  { name: 'badge-maker', what: 'badge' },
]

const stage = await start('caravan')
write('card.json.bin', (await stage.ask('caravan', '?what=scene')).bytes)
await stage.close()

const warm = await measureWarm(tasks, rounds)
const timings: Timing[] = []
for (const timing of warm) {
  const isFirst = timing.what === 'png' && !isTrial
  timings.push({ ...timing, first: isFirst ? await measureFirst(timing, firsts) : Number.NaN })
}
if (isTrial) {
  for (const { what, name, median, bytes } of timings)
    console.log(`${what}, ${name}: ${median.toFixed(2)} ms, ${bytes} bytes`)
  console.log(`a trial of ${rounds}: nothing was written`)
  process.exit()
}
const cached = await compareCached(Math.max(3, Math.round(rounds / 4)))
const weight = weighBundle()
const costs = await measureCosts()
const growth = [await measureGrowth(1), await measureGrowth(10), await measureGrowth(100), await measureMonths()]
const minute = await soak(60)

const find = (name: Contender, what: string): Timing => {
  const found = timings.find(timing => timing.name === name && timing.what === what)
  if (!found) throw new Error(`${name} did not draw a ${what}`)
  return found
}
const warmRatio = (a: Contender, b: Contender, what: string): number => find(a, what).median / find(b, what).median

const png = tasks.filter(task => task.what === 'png' && task.name !== 'caravan')
const ratios: [what: string, measured: number, goal: number, isLeast?: boolean][] = [
  ...png.map(({ name }): [string, number, number] => [
    `our PNG to that of ${name}`,
    warmRatio('caravan', name, 'png'),
    name === '@vercel/og' ? 0.12 : 1,
  ]),
  ['our SVG to that of plain satori', warmRatio('caravan', 'plain satori + resvg-wasm', 'svg'), 0.6],
  [
    'our SVG to PNG, to resvg-wasm on the SVG as Satori writes it',
    warmRatio('caravan', 'plain satori + resvg-wasm', 'png of a laid-out card'),
    0.08,
  ],
  ['our first PNG to the first of @vercel/og', find('caravan', 'png').first / find('@vercel/og', 'png').first, 0.5],
  ['cached answers a second, ours to a bare Worker’s', cached.ours / cached.bare, 0.9, true],
  ['the Worker, gzipped, to 500 kB', weight / 500_000, 1],
]

const versions = Object.entries(JSON.parse(readFileSync(join(root, 'bench/package.json'), 'utf8')).dependencies)
const number = (value: number, digits = 2): string => (Number.isNaN(value) ? '–' : value.toFixed(digits))
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 1e9)} GB, Linux ${kernel().split('-')[0]}, Node ${process.version}`
const text = [
  '# Results of the benchmark',
  '',
  `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${rounds} rounds of 3 drawings, interleaved, in one workerd; first drawings are medians of ${firsts} fresh ones.`,
  `The machine: ${machine}. Versions: ${versions.map(([name, version]) => `${name} ${version}`).join(', ')}.`,
  '',
  'The card is `trade-china-russia` at 1200×630: the same words at the same places, the same marks and fonts for all. Machines are noisy: read the ratios, not the milliseconds.',
  'takumi’s tree is made once and its cache is on; @vercel/og 1.x does not start in workerd, so 0.11 stands for it.',
  '',
  '| what | who | median ms | least ms | CPU ms | first ms | bytes |',
  '| --- | --- | --- | --- | --- | --- | --- |',
  ...timings.map(
    ({ what, name, median, least, cpu, first, bytes }) =>
      `| ${what} | ${name} | ${number(median)} | ${number(least)} | ${number(cpu, 1)} | ${number(first, 0)} | ${bytes} |`,
  ),
  '',
  `Under load (50 connections): ${cached.ours.toFixed(0)} cached answers a second, each logged in a line of JSON as in production, of a bare Worker with the same bytes and headers, which logs none, ${cached.bare.toFixed(0)}. The Worker: ${Math.round(weight / 1000)} kB gzipped.`,
  '',
  '| ratio | measured | goal | |',
  '| --- | --- | --- | --- |',
  ...ratios.map(
    ([what, measured, goal, isLeast]) =>
      `| ${what} | ${measured.toFixed(3)} | ${goal} or ${isLeast ? 'more' : 'less'} | ${(isLeast ? measured >= goal : measured <= goal) ? 'met' : '**missed**'} |`,
  ),
  '',
  '## Under load for a minute',
  '',
  `50 connections for ${minute.seconds} seconds, after half of that to warm up, on cached, prerendered, conditional, figures, pages and on-demand requests together: ${minute.answers} answers, ${minute.failed} failed.`,
  `A cached answer in that company: median ${minute.cachedMedian} ms, p99 ${minute.cachedP99} ms, ${(minute.cachedP99 / minute.cachedMedian).toFixed(1)} times the median (goal 5 or less). Memory of workerd: ${minute.before.toFixed(0)} MB after warming up, ${minute.after.toFixed(0)} MB at the end.`,
  '',
]
writeFileSync(join(root, 'bench/RESULTS.md'), text.join('\n'))
writeFileSync(join(root, 'docs/cost.md'), toCostPage(costs, growth, machine))
console.log(text.join('\n'))
process.exit()

/** What is uploaded, gzipped file by file. */
function weighBundle(): number {
  const { folder, files } = bundle(join(root, 'wrangler.toml'), 'bundle')
  return files.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0)
}
