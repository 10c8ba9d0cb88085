import { type Contender, type Stage, start } from './stage.ts'

/** One thing that is timed: a contender drawing something. */
export type Task = { name: Contender; what: string }
export type Timing = Task & { median: number; least: number; cpu: number; bytes: number; first: number }

const perRequest = 3

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const toQuery = ({ what }: Task, rounds: number): string => `?what=${encodeURIComponent(what)}&rounds=${rounds}`

/**
 * Times every task in turn, `rounds` times over, in one workerd, after two drawings of each that do not count. Wall time is
 * taken from outside, and what an empty request costs is taken off; processor time is summed over all rounds, for it is
 * counted by hundredths of a second.
 */
export async function measureWarm(tasks: readonly Task[], rounds: number): Promise<Omit<Timing, 'first'>[]> {
  const stage = await start(...new Set(tasks.map(({ name }) => name)))
  const runs = tasks.map(task => ({ task, times: [] as number[], cpu: 0, bytes: 0 }))
  const empty: number[] = []
  for (const run of runs) run.bytes = (await stage.ask(run.task.name, toQuery(run.task, 2))).bytes.byteLength
  for (let round = 0; round < rounds; round++) {
    empty.push((await stage.ask('caravan')).ms)
    for (const run of round % 2 === 0 ? runs : runs.toReversed()) {
      const before = stage.readCpu()
      run.times.push((await stage.ask(run.task.name, toQuery(run.task, perRequest))).ms)
      run.cpu += stage.readCpu() - before
    }
    console.error(`${round + 1} of ${rounds} rounds`)
  }
  await stage.close()
  const overhead = median(empty)
  return runs.map(({ task, times, cpu, bytes }) => {
    const each = times.map(ms => Math.max(0, ms - overhead) / perRequest)
    return { ...task, bytes, median: median(each), least: Math.min(...each), cpu: cpu / rounds / perRequest }
  })
}

/** The first drawing of a workerd that has just started, in milliseconds, median of `rounds` of them. */
export async function measureFirst(task: Task, rounds: number): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const stage: Stage = await start(task.name)
    times.push((await stage.ask(task.name, toQuery(task, 1))).ms)
    await stage.close()
  }
  console.error(`first drawing of ${task.name}: ${median(times).toFixed(0)} ms`)
  return median(times)
}
