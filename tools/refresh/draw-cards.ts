import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTestHarness } from 'wrangler'
import type { DrawingJob } from '../../src/http/drawing.ts'
import type { Indicator } from '../../src/model/indicator.ts'
import { root } from '../repository.ts'

/**
 * Draws the default card of each indicator as PNG, with the Worker's own code in workerd, into a folder; throws when one fails.
 * The Worker remembers what it drew by the id, so each call starts another: two states of one indicator are two calls.
 */
export async function drawCards(
  cards: readonly { name: string; indicator: Indicator }[],
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const server = createTestHarness({ workers: [{ configPath: join(root, 'tools/prerender.toml') }] })
  await server.listen()
  try {
    for (const { name, indicator } of cards) {
      const job: DrawingJob = { kind: 'card', indicator, encoding: 'png', search: '' }
      const response = await server.fetch('/', { method: 'POST', body: JSON.stringify(job) })
      const bytes = new Uint8Array(await response.arrayBuffer())
      if (!response.ok) throw new Error(`${name} was not drawn: ${response.status}`)
      writeFileSync(join(folder, name), bytes)
    }
  } finally {
    await server.close()
  }
}
