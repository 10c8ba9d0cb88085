import { writeFileSync } from 'node:fs'
import { cpus, release as kernel, totalmem } from 'node:os'
import { join } from 'node:path'
import { measureCosts } from './cost.ts'
import { toCostPage } from './cost-page.ts'
import { measureGrowth, measureMonths } from './growth.ts'
import { comparePeers } from './peers.ts'
import { root } from './stage.ts'

/**
 * Measures and writes: `peers` draws the same cards by Caravan and by its peers, bench/RESULTS.md; `cost` asks the Worker as it
 * ships for every kind of answer, at several sizes of the catalogue, docs/cost.md. Both unless one is named. `ROUNDS` says how
 * often the peers draw, 12 by default; with fewer it is a trial of the peers, which writes nothing.
 */
const rounds = Number(process.env.ROUNDS ?? 12)
const isTrial = rounds < 12
const [only] = process.argv.slice(2)
if (only !== undefined && only !== 'peers' && only !== 'cost') {
  console.error(`${only} is neither peers nor cost`)
  process.exit(2)
}
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 1e9)} GB, Linux ${kernel().split('-')[0]}, Node ${process.version}`

if (isTrial) {
  console.log(await comparePeers(rounds, machine))
  console.log(`a trial of ${rounds}: nothing was written`)
  process.exit()
}
if (only !== 'cost') {
  const results = await comparePeers(rounds, machine)
  writeFileSync(join(root, 'bench/RESULTS.md'), results)
  console.log(results)
}
if (only !== 'peers') {
  const costs = await measureCosts()
  const growth = [await measureGrowth(1), await measureGrowth(10), await measureGrowth(100), await measureMonths()]
  writeFileSync(join(root, 'docs/cost.md'), toCostPage(costs, growth, machine))
}
process.exit()
