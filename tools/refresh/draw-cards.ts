import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Indicator } from '../../src/model/indicator.ts'
import { toMessage } from '../command.ts'
import { startDrawing } from '../drawing-server.ts'

/**
 * Draws the default card of each indicator as PNG into a folder; throws when one fails. The Worker remembers what it drew by the
 * id, so each call starts another: two states of one indicator are two calls.
 */
export async function drawCards(
  cards: readonly { name: string; indicator: Indicator }[],
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const server = await startDrawing()
  try {
    for (const { name, indicator } of cards) {
      const card = await server.draw({ kind: 'card', indicator, encoding: 'png', search: '' }).catch(error => {
        throw new Error(`${name} was not drawn: ${toMessage(error)}`)
      })
      writeFileSync(join(folder, name), card)
    }
  } finally {
    await server.close()
  }
}
