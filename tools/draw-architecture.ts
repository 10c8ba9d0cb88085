import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toArchitecture, toFacts } from './architecture.ts'
import { toArchitectureSvg } from './architecture-svg.ts'
import { putTable } from './architecture-table.ts'
import { root } from './read-data.ts'
import { readSources } from './read-sources.ts'
import { stages } from './stages.ts'

/** Writes docs/architecture.svg and the table in docs/architecture.md. Stops with every import that runs upwards. */
const architecture = toArchitecture(stages, readSources())
const document = join(root, 'docs/architecture.md')
writeFileSync(join(root, 'docs/architecture.svg'), toArchitectureSvg(architecture))
writeFileSync(document, putTable(readFileSync(document, 'utf8'), stages))
console.log(toFacts(architecture))
