import type { monitorEventLoopDelay } from 'node:perf_hooks'
import type { DrawingPool } from './drawing-pool.ts'
import type { PictureStore } from './picture-store.ts'

/** A metric for Prometheus: a counter only grows. */
type Metric = { name: string; kind: 'counter' | 'gauge'; about: string; value: number }

/** The counters of the server, and the parts that it measures. */
type Measured = {
  counts: { answers: number; refusals: number }
  pool: DrawingPool
  store: PictureStore
  delay: ReturnType<typeof monitorEventLoopDelay>
}

/** The metrics of the server now. The delay of the event loop is that since the last reading. */
export function readMetrics({ counts, pool, store, delay }: Measured): Metric[] {
  const [p99, max] = [delay.percentile(99) / 1e9, delay.max / 1e9]
  delay.reset()
  const counter = (name: string, about: string, value: number): Metric => ({ name, kind: 'counter', about, value })
  const gauge = (name: string, about: string, value: number): Metric => ({ name, kind: 'gauge', about, value })
  return [
    counter('caravan_answers_total', 'Answered requests.', counts.answers),
    counter('caravan_drawings_total', 'Finished drawings.', pool.drawn),
    counter('caravan_refusals_total', 'Answers of 429 and 503.', counts.refusals),
    gauge('caravan_queue_units', 'Drawing that runs or waits.', pool.waiting),
    gauge('caravan_queue_room_units', 'Drawing that may run or wait.', pool.room),
    gauge('caravan_kept_bytes', 'Bytes of pictures in the folder.', store.bytes()),
    gauge('caravan_loop_delay_p99_seconds', 'Delay of the event loop, since last read.', p99),
    gauge('caravan_loop_delay_max_seconds', 'The longest such delay.', max),
    gauge('caravan_resident_bytes', 'Memory of the process.', process.memoryUsage.rss()),
  ]
}

/** Metrics in the text format of Prometheus 0.0.4, each with its help and type. */
export const toMetrics = (metrics: readonly Metric[]): string =>
  metrics
    .map(({ name, kind, about, value }) => `# HELP ${name} ${about}\n# TYPE ${name} ${kind}\n${name} ${value}\n`)
    .join('')
