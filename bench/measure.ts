import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { bundleForNode } from '../tools/build-node.ts'
import { type Contender, root, type Stage, start } from './stage.ts'

/** One thing that is timed: a contender drawing something, which it has just drawn once before where `isSeen`. */
export type Task = { name: Contender; what: string; isSeen?: boolean }

/** Of a drawing: median and least wall milliseconds, mean processor milliseconds, and the bytes of the last one. */
export type Timing = Task & { median: number; least: number; cpu: number; bytes: number }

const perRequest = 4

/** How long the rest of workerd is waited for before a task is timed: it collects the garbage of the task before in threads of its own. */
const settle = 40

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const toQuery = ({ what }: Task, first: number, count: number): string =>
  `?what=${encodeURIComponent(what)}&first=${first}&count=${count}`

/**
 * Times every task in turn, `rounds` times over, in one workerd: other cards each round, the same for every contender, after
 * some rounds that do not count, for what is compiled as it runs. Times are taken from outside, and what an empty request costs is taken off; processor time
 * is summed over all rounds, for it is counted by hundredths of a second.
 */
export async function measureWarm(tasks: readonly Task[], rounds: number): Promise<Timing[]> {
  const stage = await start(...new Set(tasks.map(({ name }) => name)))
  const runs = tasks.map(task => ({ task, times: [] as number[], cpu: 0, bytes: 0 }))
  const empty: number[] = []
  let emptyCpu = 0
  const warmUp = Math.min(10, rounds)
  for (let round = -warmUp; round < rounds; round++) {
    await setTimeout(settle)
    const start = stage.readCpu()
    const { ms } = await stage.ask('caravan')
    if (round >= 0) {
      empty.push(ms)
      emptyCpu += stage.readCpu() - start
    }
    for (const run of round % 2 === 0 ? runs : runs.toReversed()) {
      const query = toQuery(run.task, (round + warmUp) * perRequest, perRequest)
      if (run.task.isSeen) await stage.ask(run.task.name, query)
      await setTimeout(settle)
      const before = stage.readCpu()
      const { ms, bytes } = await stage.ask(run.task.name, query)
      if (round < 0) continue
      run.times.push(ms)
      run.cpu += stage.readCpu() - before
      run.bytes += bytes.byteLength / rounds
    }
    console.error(`${round + 1} of ${rounds} rounds`)
  }
  await stage.close()
  const overhead = median(empty)
  return runs.map(({ task, times, cpu, bytes }) => {
    const each = times.map(ms => Math.max(0, ms - overhead) / perRequest)
    const spent = Math.max(0, cpu - emptyCpu) / rounds / perRequest
    return { ...task, bytes, median: median(each), least: Math.min(...each), cpu: spent }
  })
}

/** Processor and wall milliseconds, medians of `rounds` workerds that have just started: to be up, and then to draw a first card. */
export type First = { name: Contender; start: number; cpu: number; wall: number }

export async function measureFirst(task: Task, rounds: number): Promise<First> {
  const found: { start: number; cpu: number; wall: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const stage: Stage = await start(task.name)
    await stage.ask(task.name)
    const up = stage.readCpu()
    const { ms } = await stage.ask(task.name, toQuery(task, round, 1))
    found.push({ start: up, cpu: stage.readCpu() - up, wall: ms })
    await stage.close()
  }
  const first = {
    name: task.name,
    start: median(found.map(({ start }) => start)),
    cpu: median(found.map(({ cpu }) => cpu)),
    wall: median(found.map(({ wall }) => wall)),
  }
  console.error(`first card of ${task.name}: ${first.wall.toFixed(0)} ms`)
  return first
}

/** The same cards on Node: processor milliseconds of all threads, and wall milliseconds, medians of `rounds`. */
export type OnNode = { name: string; cpu: number; wall: number; bytes: number }

export async function measureOnNode(rounds: number): Promise<OnNode[]> {
  const folder = join(root, 'bench/built')
  await bundleForNode({ 'on-node': join(root, 'bench/contenders/on-node.ts') }, folder, [
    '@takumi-rs/core',
    '@resvg/resvg-js',
  ])
  const out = execFileSync(process.execPath, [join(folder, 'on-node.mjs'), String(rounds)], { encoding: 'utf8' })
  const results: { name: string; cpu: number[]; wall: number[]; bytes: number }[] = JSON.parse(out)
  return results.map(({ name, cpu, wall, bytes }) => ({ name, cpu: median(cpu), wall: median(wall), bytes }))
}
