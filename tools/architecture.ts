import { posix } from 'node:path'
import { parseSync, Visitor } from 'vite'
import type { Stage } from './stages.ts'

/** One file of `src/` that imports from another, types included; once, however often it does. */
export type Import = { from: string; to: string }

/** How many imports run from one row to a lower one. */
export type Flow = { from: number; to: number; count: number }

/** The stages as rows, with every file by its name and the imports that stay in the row; and those that leave it. */
export type Architecture = { rows: readonly (Stage & { within: number })[]; flows: readonly Flow[] }

/** Texts of files by their names in `src/`. */
type Sources = Readonly<Record<string, string>>

/**
 * Puts each file in its row and counts the imports. Throws for a file that is not in one stage, a name without a file,
 * every import that runs upwards, and a circle within a row.
 */
export function toArchitecture(stages: readonly Stage[], sources: Sources): Architecture {
  const names = Object.keys(sources)
  const rows = new Map(names.map(name => [name, findRow(stages, name)]))
  const found = parseImports(sources)
  const circle = findCircle(found)
  const imports = found.map(({ from, to }) => ({
    files: { from, to },
    from: rows.get(from) ?? 0,
    to: rows.get(to) ?? 0,
  }))
  const faults = [
    ...stages.flatMap(stage => findAbsent(stage, names)),
    ...imports
      .filter(({ from, to }) => from > to)
      .map(
        ({ files, from, to }) =>
          `src/${files.from} imports src/${files.to}, but ${stages[from]?.name} stands below ${stages[to]?.name} in tools/stages.ts; expected imports to run down`,
      ),
    ...(circle ? [`src/ has a circle of imports, types included: ${circle.join(' → ')}`] : []),
  ]
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const counts = [...Map.groupBy(imports, ({ from, to }) => `${from} ${to}`).values()].flatMap(same => {
    const [first] = same
    return first ? [{ from: first.from, to: first.to, count: same.length }] : []
  })
  return {
    rows: stages.map((stage, row) => ({
      ...stage,
      files: stage.files.flatMap(entry => names.filter(name => isIn(name, entry))),
      within: counts.find(({ from, to }) => from === row && to === row)?.count ?? 0,
    })),
    flows: counts.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from || a.to - b.to),
  }
}

/** A way from a file back to itself along imports, types included; undefined where there is none. */
function findCircle(imports: readonly Import[]): string[] | undefined {
  const done = new Set<string>()
  const walk = (file: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file]
    if (done.has(file)) return undefined
    for (const { to } of imports.filter(({ from }) => from === file)) {
      const circle = walk(to, [...way, file])
      if (circle) return circle
    }
    done.add(file)
    return undefined
  }
  for (const { from } of imports) {
    const circle = walk(from, [])
    if (circle) return circle
  }
  return undefined
}

/** The sums, in a sentence. */
export function toFacts({ rows, flows }: Architecture): string {
  const files = rows.reduce((sum, row) => sum + row.files.length, 0)
  const within = rows.reduce((sum, row) => sum + row.within, 0)
  const down = flows.reduce((sum, { count }) => sum + count, 0)
  return `${within + down} imports among ${files} files: ${down} run down, ${within} stay in their row, none runs up or in a circle.`
}

/** The imports among files; what is imported from elsewhere is left out. */
export function parseImports(sources: Sources): Import[] {
  return Object.entries(sources).flatMap(([from, text]) => {
    const names = parseSpecifiers(from, text).map(specifier => posix.join(posix.dirname(from), specifier))
    return [...new Set(names)].filter(name => Object.hasOwn(sources, name)).map(to => ({ from, to }))
  })
}

/** What a file imports or exports from, as it says it. Throws for a file that cannot be parsed. */
function parseSpecifiers(name: string, text: string): string[] {
  const { program, errors } = parseSync(name, text)
  const [error] = errors
  if (error) throw new Error(`src/${name}: ${error.message}`)
  const specifiers: string[] = []
  const add = ({ source }: { source: { value?: unknown } | null }): void => {
    if (typeof source?.value === 'string' && source.value.startsWith('.')) specifiers.push(source.value)
  }
  new Visitor({
    ImportDeclaration: add,
    ExportNamedDeclaration: add,
    ExportAllDeclaration: add,
    ImportExpression: ({ source }) => add({ source: source.type === 'Literal' ? source : null }),
    TSImportType: add,
  }).visit(program)
  return specifiers
}

const isIn = (name: string, entry: string): boolean => (entry.endsWith('/') ? name.startsWith(entry) : name === entry)

function findRow(stages: readonly Stage[], name: string): number {
  const [row, other] = [...stages.keys()].filter(at => stages[at]?.files.some(entry => isIn(name, entry)))
  if (row === undefined) throw new Error(`src/${name} is in no stage; expected it in one of tools/stages.ts`)
  if (other !== undefined)
    throw new Error(
      `src/${name} is in ${stages[row]?.name} and in ${stages[other]?.name}; expected it in one stage of tools/stages.ts`,
    )
  return row
}

const findAbsent = ({ name, files }: Stage, names: readonly string[]): string[] =>
  files
    .filter(entry => !names.some(file => isIn(file, entry)))
    .map(entry => `tools/stages.ts: ${name} names ${entry}, which is not in src/`)
