import type { Cost } from './cost.ts'
import type { Growth } from './growth.ts'

const DAY = 1_000_000
const number = (value: number, digits = 0): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** The page `docs/cost.md`: what a million views a day take, worked out from what was measured, and what growth does. */
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
    { name: 'every view is another card, drawn for it (nobody does this)', cpu: drawn.cpu, bytes: drawn.bytes },
  ]
  const [one] = growth
  if (!one) throw new Error('growth was not measured')
  return `# What it costs

Written by \`npm run bench\`, from what it measured on ${machine}: processor time of workerd with HTTP and all, one request
after the other. Cloudflare counts its own way and on its own machines, so read these as orders of magnitude.

## An answer

| answer | CPU ms | bytes |
| --- | --- | --- |
${costs.map(({ what, cpu, bytes }) => `| ${what} | ${number(cpu, 2)} | ${number(bytes)} |`).join('\n')}

The free plan grants 10 ms a request. What gets shared is prerendered and takes a small part of that; a PNG that is drawn on
demand took ${number(drawn.cpu, 1)} ms here, ${drawn.cpu > 10 ? 'more than' : 'within'} the 10, an SVG far less. Cloudflare lets single requests run over, not many: whoever serves many
cards on demand as PNG wants the paid plan, or should have the build draw them.

## A million views a day

A view is an \`og\` PNG of ${number(known.bytes / 1000)} kB. Requests: at most a million a day, against 100,000 on the free plan and ten million a month
in the paid plan's price; what the browser keeps for an hour (with \`v=\` for good) never becomes one, and what Workers Cache answers runs no Worker.

| if | CPU hours a day | GB a day |
| --- | --- | --- |
${scenarios.map(({ name, cpu, bytes }) => `| ${name} | ${hours(cpu)} | ${gigabytes(bytes)} |`).join('\n')}

Bytes cost nothing on Workers. A million pictures served by the paid plan beyond what it includes are some 30 cents of requests and, at ${number(known.cpu, 2)} ms
each, ${number(((known.cpu * DAY) / 1e6) * 0.02, 3)} dollars of CPU (0.30 dollars a million requests, 0.02 a million CPU milliseconds).

## Growth

Each indicator is a static asset. The Worker holds an index of ids, reads what an answer needs, and keeps up to 16 MB of it in
memory. Measured by copying every folder of \`data/\` with figures of its own, building that and running it; and by adding one
indicator of 12 series of 390 months each, and asking for that one alone.

| catalogue | build:data s | Worker kB gzipped | data files | cards drawn by the build | CPU ms to start | to start and draw a card | MB after that card | MB after all answers below |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${growth.map(({ what, build, bundle, files, drawn, cards, start, card, memory, after }) => `| ${what} | ${number(build, 1)} | ${number(bundle)} | ${number(files)} | ${number(drawn)} of ${number(cards)} | ${number(start)} | ${number(card)} | ${number(memory)} | ${number(after)} |`).join('\n')}

CPU milliseconds of an answer at an address that is new to the Worker:

| catalogue | ${one.answers.map(({ name }) => name).join(' | ')} |
| --- | ${one.answers.map(() => '---').join(' | ')} |
${growth.map(({ what, answers }) => `| ${what} | ${answers.map(({ cpu }) => number(cpu, 1)).join(' | ')} |`).join('\n')}

The memory is that of the whole process of workerd, not of the isolate alone; V8 lets it grow until it is short. Each answer asks
for another indicator: in the smallest catalogue these repeat, so that more of them is in memory already. A page of a listing holds
50 indicators, so a listing of one page costs less than one of several, and further pages cost no more. The free plan takes
20,000 static assets of a Worker, the paid plan 100,000
(https://developers.cloudflare.com/workers/platform/limits/). Where the cards of all indicators are more, the build draws those
that are shared most: previews of links first, then embeds. The rest is drawn on demand and cached.
\`node tools/prerender.ts --assets 100000\` draws more of them.
`
}
