import { readFileSync } from 'node:fs'
import { parse as parseCsv } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'

/** A cell as in the file; an empty one is null. */
export type Cell = string | number | boolean | Date | null

/**
 * The cells of the first sheet of a workbook (.xlsx), or of a text whose columns are parted by commas, semicolons or tabs.
 * Throws a sentence when the file is not of that format.
 */
export async function readGrid(path: string): Promise<Cell[][]> {
  if (/\.xlsx$/i.test(path)) {
    const [sheet] = await readWorkbook(path)
    // Its types give a cell the constructor of its type; what it holds is a value of it.
    return (sheet?.data ?? []) as Cell[][]
  }
  if (!/\.(?:csv|tsv|txt)$/i.test(path))
    throw new Error(`${path} is neither .csv, .tsv nor .xlsx; save it as one of these`)
  return parseText(readFileSync(path, 'utf8'))
}

/** The cells of a text, parted by whichever of tab, semicolon and comma its first line has, in this order. */
export function parseText(text: string): Cell[][] {
  const [line = ''] = text.split(/\r?\n/, 1)
  const delimiter = ['\t', ';', ','].find(mark => line.includes(mark)) ?? ','
  return parseCsv(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false }).map(
    (cells: string[]) => cells.map(cell => (cell.trim() === '' ? null : cell.trim())),
  )
}
