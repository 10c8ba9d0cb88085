import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { root, writeEdgeConfig } from './stage.ts'
import { serve } from './workerd.ts'

export type Soak = {
  seconds: number
  answers: number
  failed: number
  /** Milliseconds of the cached answers alone, asked at the same time as the rest. */
  cachedMedian: number
  cachedP99: number
  /** Megabytes of workerd after a minute of warming up, and at the end. */
  before: number
  after: number
}

/** 50 connections for `seconds` on cached, prerendered, conditional and on-demand requests together. */
export async function soak(seconds: number): Promise<Soak> {
  const ids: string[] = JSON.parse(readFileSync(join(root, 'generated/catalog.json'), 'utf8')).map(
    (indicator: { id: string }) => indicator.id,
  )
  const server = await serve(writeEdgeConfig(), 'edge')
  const mixed = ids.flatMap((id, i) => [
    { path: `/indicators/${id}.png` },
    { path: `/indicators/${id}.svg?theme=dark` },
    { path: `/indicators/${id}.png`, headers: { 'if-none-match': '*' } },
    { path: `/indicators/${id}.json` },
    { path: `/indicators/${id}` },
    // More of them than the memory of an isolate holds, so that some are drawn again and again.
    ...Array.from({ length: 20 }, (_, k) => ({
      path: `/indicators/${id}.svg?size=og&accent=${(i * 977 + k * 7919 + 4096).toString(16).padStart(6, '0')}`,
    })),
  ])
  const run = (connections: number, requests: { path: string }[], duration: number) =>
    autocannon({ url: server.url, connections, duration, requests })
  const cached = [{ path: `/indicators/${ids[0]}.png` }]
  await Promise.all([run(40, mixed, seconds / 2), run(10, cached, seconds / 2)])
  const before = server.weigh()
  const [all, some] = await Promise.all([run(40, mixed, seconds), run(10, cached, seconds)])
  const after = server.weigh()
  server.close()
  const failed = [all, some].reduce((sum, { non2xx, errors, timeouts }) => sum + non2xx + errors + timeouts, 0)
  return {
    seconds,
    answers: all.requests.total + some.requests.total,
    // A 304 is no failure, though it is no 2xx.
    failed: failed - (all['3xx'] ?? 0),
    cachedMedian: some.latency.p50,
    cachedP99: some.latency.p99,
    before,
    after,
  }
}
