import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toNewFolder } from './data/scaffold.ts'
import { root } from './read-data.ts'

/** `npm run new -- my-indicator`: a folder in data/ to be filled in; it asks nothing and overwrites nothing. */
const [id = ''] = process.argv.slice(2)
const folder = join(root, 'data', id)

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
  stop(`"${id}" is not an id; expected lower-case words joined by "-": npm run new -- my-indicator`)
if (existsSync(folder)) stop(`data/${id} is there already; nothing was written`)

const { package: head, observations, readme } = toNewFolder(id, new Date().toISOString().slice(0, 10))
mkdirSync(folder)
writeFileSync(join(folder, 'datapackage.json'), head)
writeFileSync(join(folder, 'observations.csv'), observations)
writeFileSync(join(folder, 'README.md'), readme)
console.log(`data/${id} is written: fill it in as its README.md says, then npm run check:data and npm start`)

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
