import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { bundleForNode } from '../tools/build-node.ts'
import { type Contender, root, type Stage, start } from './stage.ts'

/** One thing that is timed: a contender drawing something, which it has just drawn once before where `isSeen`. */
export type Task = { name: Contender; what: string; isSeen?: boolean }

/** Of a drawing: median and least wall milliseconds, mean processor milliseconds, and the bytes of the last one. */
export type Timing = Task & { median: number; least: number; cpu: number; bytes: number }

/** How many cards a timed request draws; one before it is not timed, because it wakes an idle isolate. */
const perRequest = 12

/** How long a workerd is waited for before and after it is timed: it compiles and collects garbage in separate threads. */
const settle = 20

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const toQuery = ({ what }: Task, first: number, count = 1): string =>
  `?what=${encodeURIComponent(what)}&first=${first}&count=${count}`

/** How many requests of a task are not counted: code is compiled as it runs, and each card has been met once after them. */
const warmUp = 8

/**
 * Times every task in turn, `rounds` times over: other cards each round, the same for every contender, after some that do not
 * count. Each contender has a workerd of its own. Times are taken from outside, and what an empty request costs is taken off;
 * processor time is summed over all rounds, because it is counted in hundredths of a second.
 */
export async function measureWarm(tasks: readonly Task[], rounds: number): Promise<Timing[]> {
  const stages = new Map<Contender, Stage>()
  for (const { name } of tasks) if (!stages.has(name)) stages.set(name, await start(name))
  const find = (name: Contender): Stage => stages.get(name) ?? stop(`${name} was not started`)
  const empty = { task: { name: 'caravan', what: '' } as Task, times: [] as number[], cpu: 0, bytes: 0 }
  // The cards of one contender are timed in succession, so that each is cold once a round.
  const sorted = [...stages.keys()].flatMap(name => tasks.filter(task => task.name === name))
  const runs = [empty, ...sorted.map(task => ({ task, times: [] as number[], cpu: 0, bytes: 0 }))]
  const before = Math.min(warmUp, rounds)
  for (let round = -before; round < rounds; round++) {
    for (const run of round % 2 === 0 ? runs : runs.toReversed()) {
      const { name, what, isSeen } = run.task
      const stage = find(name)
      const first = (round + before) * (perRequest + 1)
      const query = what === '' ? '' : toQuery(run.task, first + 1, perRequest)
      await stage.ask(isSeen || what === '' ? query : toQuery(run.task, first))
      await setTimeout(settle)
      const used = stage.readCpu()
      const { ms, bytes } = await stage.ask(query)
      await setTimeout(settle)
      if (round < 0) continue
      run.times.push(ms)
      run.cpu += stage.readCpu() - used
      run.bytes += bytes.byteLength / rounds
    }
    console.error(`${round + 1} of ${rounds} rounds`)
  }
  for (const stage of stages.values()) await stage.close()
  const overhead = median(empty.times)
  return runs.slice(1).map(({ task, times, cpu, bytes }) => {
    const each = times.map(ms => Math.max(0, ms - overhead) / perRequest)
    const spent = Math.max(0, cpu - empty.cpu) / rounds / perRequest
    return { ...task, bytes, median: median(each), least: Math.min(...each), cpu: spent }
  })
}

function stop(sentence: string): never {
  throw new Error(sentence)
}

/** Processor and wall milliseconds, medians of `rounds` workerds that have just started: to be up, and then to draw a first card. */
export type First = { name: Contender; start: number; cpu: number; wall: number }

export async function measureFirst(task: Task, rounds: number): Promise<First> {
  const found: { start: number; cpu: number; wall: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const stage: Stage = await start(task.name)
    await stage.ask()
    const up = stage.readCpu()
    const { ms } = await stage.ask(toQuery(task, round))
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
