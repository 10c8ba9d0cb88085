import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './read-data.ts'
import { toSbom } from './sbom.ts'
import { findShipped } from './shipped.ts'
import { findRefused, toThirdParty } from './third-party.ts'

/** Writes generated/sbom.json and THIRD-PARTY.md. Stops with every part whose licence is not allowed. */
const parts = findShipped()
const faults = findRefused(parts)
if (faults.length > 0) {
  for (const fault of faults) console.error(fault)
  process.exit(1)
}
writeIfChanged('generated/sbom.json', toSbom(parts))
writeIfChanged('THIRD-PARTY.md', toThirdParty(parts))
console.log(`${parts.length} parts of others ship, ${parts.flatMap(part => part.parts).length} more inside them`)

function writeIfChanged(name: string, text: string): void {
  const path = join(root, name)
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
}
