import { afterAll, beforeAll } from 'vitest'
import { createTestHarness } from 'wrangler'

/** The Worker with the folders of the fixtures, served while the tests of a file run; `origin` is known from then on. */
export type Served = { origin: string; fetch: (path: string) => Promise<Response> }

export function serveFixtures(): Served {
  const server = createTestHarness({ workers: [{ configPath: './test/fixtures/worker.toml' }] })
  const served: Served = { origin: '', fetch: async path => (await server.fetch(path)) as unknown as Response }
  beforeAll(async () => {
    served.origin = (await server.listen()).url.origin
  }, 90_000)
  afterAll(() => server.close())
  return served
}
