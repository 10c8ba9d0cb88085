import type { Cost } from './cost.ts'
import type { Growth } from './growth.ts'

const DAY = 1_000_000
const number = (value: number, digits = 0): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** The page `docs/cost.md`: the cost of a million views a day, computed from the measurements, and of a growing catalogue. */
export function toCostPage(costs: readonly Cost[], growth: readonly Growth[], machine: string): string {
  const find = (what: string): Cost => {
    const found = costs.find(cost => cost.what === what)
    if (!found) throw new Error(`${what} was not measured`)
    return found
  }
  const [known, fresh, drawn, unchanged] = [
    find('og PNG, known to the isolate'),
    find('og PNG, prerendered, at a new address'),
    find('og PNG, drawn'),
    find('304'),
  ]
  const hours = (ms: number): string => number((ms * DAY) / 3_600_000, 2)
  const gigabytes = (bytes: number): string => number((bytes * DAY) / 1e9, 1)
  const scenarios = [
    { name: 'every view is answered by a cache in front (browser, Workers Cache)', cpu: 0, bytes: known.bytes },
    { name: 'every view reaches the Worker, which knows the answer', cpu: known.cpu, bytes: known.bytes },
    { name: 'every view reaches it at a new address of a prerendered card', cpu: fresh.cpu, bytes: fresh.bytes },
    {
      name: 'half have the bytes already (304), half are known',
      cpu: (known.cpu + unchanged.cpu) / 2,
      bytes: known.bytes / 2,
    },
    { name: 'every view is another card, drawn on demand (does not happen)', cpu: drawn.cpu, bytes: drawn.bytes },
  ]
  const [one] = growth
  if (!one) throw new Error('growth was not measured')
  return `# What it costs

Written by \`npm run bench\`, on ${machine}: processor time of workerd including HTTP, one request
after the other. Cloudflare has other machines and counts differently, so read these as orders of magnitude.

## An answer

| answer | CPU ms | bytes |
| --- | --- | --- |
${costs.map(({ what, cpu, bytes }) => `| ${what} | ${number(cpu, 2)} | ${number(bytes)} |`).join('\n')}

The free plan allows 10 ms a request. Cards that are shared most are prerendered and take a small part of that. A PNG drawn on
demand took ${number(drawn.cpu, 1)} ms here, ${drawn.cpu > 10 ? 'more than' : 'within'} the 10; an SVG took far less. Cloudflare tolerates occasional overruns. If you serve many
PNGs on demand, use the paid plan or let the build draw them.

## A million views a day

A view is an \`og\` PNG of ${number(known.bytes / 1000)} kB. Requests: at most a million a day, against 100,000 on the free plan and ten million a month
in the price of the paid plan. A view from the browser cache (one hour, with \`v=\` permanent) is no request. A view from Workers Cache runs no Worker.

| if | CPU hours a day | GB a day |
| --- | --- | --- |
${scenarios.map(({ name, cpu, bytes }) => `| ${name} | ${hours(cpu)} | ${gigabytes(bytes)} |`).join('\n')}

Bandwidth is free on Workers. A million pictures beyond what the paid plan includes cost about 30 cents for requests and, at ${number(known.cpu, 2)} ms
each, ${number(((known.cpu * DAY) / 1e6) * 0.02, 3)} dollars for CPU (0.30 dollars a million requests, 0.02 a million CPU milliseconds).

## Growth

Each indicator is a static asset. The Worker holds an index of ids, reads what an answer needs, and keeps up to 16 MB of it in
memory. For this table every folder of \`data/\` was copied with other figures, built and run. For the last row one indicator of 12
series of 390 months each was added, and only that one requested.

| catalogue | build:data s | Worker kB gzipped | data files | cards drawn by the build | CPU ms to start | to start and draw a card | MB after that card | MB after all answers below |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${growth.map(({ what, build, bundle, files, drawn, cards, start, card, memory, after }) => `| ${what} | ${number(build, 1)} | ${number(bundle)} | ${number(files)} | ${number(drawn)} of ${number(cards)} | ${number(start)} | ${number(card)} | ${number(memory)} | ${number(after)} |`).join('\n')}

CPU milliseconds of an answer at an address that is new to the Worker:

| catalogue | ${one.answers.map(({ name }) => name).join(' | ')} |
| --- | ${one.answers.map(() => '---').join(' | ')} |
${growth.map(({ what, answers }) => `| ${what} | ${answers.map(({ cpu }) => number(cpu, 1)).join(' | ')} |`).join('\n')}

The memory is that of the whole workerd process, not only of the isolate; V8 lets it grow until memory is short. Each request is
for another indicator. In the smallest catalogue they repeat, so more of them are already in memory. A page of a listing has
50 indicators, so a listing of one page costs less than one of several; further pages cost no more. The free plan allows
20,000 static assets of a Worker, the paid plan 100,000
(https://developers.cloudflare.com/workers/platform/limits/). If the cards of all indicators are more than that, the build draws the
ones shared most: link previews first, then embeds. The others are drawn on demand and cached.
\`node tools/prerender.ts --assets 100000\` draws more of them.
`
}
