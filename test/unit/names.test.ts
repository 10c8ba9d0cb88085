import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { listFiles, root } from '../../tools/repository.ts'

/** The names that a file declares at its top level, exported or not. */
function listNames(path: string): string[] {
  const { program } = parseSync(path, readFileSync(path, 'utf8'))
  return program.body.flatMap(statement => {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
    if (!declared) return []
    if (declared.type === 'VariableDeclaration')
      return declared.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
    return 'id' in declared && declared.id?.type === 'Identifier' ? [declared.id.name] : []
  })
}

test('no two files of src/ declare the same name, so that a search leads to one place', () => {
  const homes = new Map<string, Set<string>>()
  for (const path of listFiles(join(root, 'src')).filter(file => /\.tsx?$/.test(file) && !file.endsWith('.d.ts')))
    for (const name of listNames(path)) homes.set(name, (homes.get(name) ?? new Set()).add(path))
  expect(homes.size).toBeGreaterThan(1000)
  expect([...homes].filter(([, paths]) => paths.size > 1).map(([name, paths]) => [name, ...paths])).toEqual([])
})
