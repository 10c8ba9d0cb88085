import { join } from 'node:path'
import { createTestHarness } from 'wrangler'
import type { DrawingJob } from '../src/http/drawing.ts'
import { root } from './repository.ts'

/** Draws pictures in workerd, with the Worker's own code; `draw` throws with the status of a picture that failed. */
export async function startDrawing() {
  const server = createTestHarness({ workers: [{ configPath: join(root, 'tools/prerender.toml') }] })
  await server.listen()
  return {
    draw: async (job: DrawingJob): Promise<Uint8Array<ArrayBuffer>> => {
      const response = await server.fetch('/', { method: 'POST', body: JSON.stringify(job) })
      if (!response.ok) throw new Error(`${response.status} ${(await response.text()).slice(0, 300)}`)
      return new Uint8Array(await response.arrayBuffer())
    },
    close: () => server.close(),
  }
}
