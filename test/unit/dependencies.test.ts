import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

const [, ...parts] = readFileSync('docs/dependencies.md', 'utf8').split(/^## /m)

test.each(['dependencies', 'devDependencies'] as const)(
  '%s of package.json are those of docs/dependencies.md',
  kind => {
    const rows = parts.find(part => part.startsWith(`${kind}\n`))?.matchAll(/^\| (?!package|-)(.+?) \|/gm) ?? []
    const named = [...rows].flatMap(([, cell = '']) => cell.split(', ').map(name => name.replace(/ .*/, '')))
    expect(named.sort()).toEqual(Object.keys(manifest[kind]).sort())
  },
)
