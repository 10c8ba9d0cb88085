import type { Stage } from './stages.ts'

/** Where the table stands in docs/architecture.md. */
export const marks = { start: '<!-- stages: npm run architecture -->', end: '<!-- /stages -->' }

/** A document with the table of `stages` between its marks. Throws where a mark is missing. */
export function putTable(document: string, stages: readonly Stage[]): string {
  const [start, end] = [document.indexOf(marks.start), document.indexOf(marks.end)]
  if (start < 0 || end < start)
    throw new Error(`docs/architecture.md: cannot find the table; expected ${marks.start} and, below it, ${marks.end}`)
  return `${document.slice(0, start)}${marks.start}\n\n${toTable(stages)}\n\n${document.slice(end)}`
}

/** The stages as a table of Markdown, its columns as wide as the formatter makes them. */
function toTable(stages: readonly Stage[]): string {
  const rows = [
    ['stage', 'what it is', 'files'] as const,
    ...stages.map(({ name, sentence, files }) => [name, sentence, toFiles(files)] as const),
  ]
  const widths = ([0, 1, 2] as const).map(column => Math.max(...rows.map(row => row[column].length)))
  const [head, ...body] = rows.map(row => toLine(row.map((cell, column) => cell.padEnd(widths[column] ?? 0))))
  return [head, toLine(widths.map(width => '-'.repeat(width))), ...body].join('\n')
}

const toLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const toFiles = (files: readonly string[]): string =>
  files.map((file, index) => `\`${index === 0 ? 'src/' : ''}${file}\``).join(', ')
