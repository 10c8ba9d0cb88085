import { unzipSync } from 'fflate'
import readWorkbook from 'read-excel-file/node'
import type { Cell } from '../new/read-grid.ts'

/** Trade in thousands of US dollars; a flow that the workbook leaves blank is not there. */
export type Flows = { turnover?: number; exports?: number; imports?: number }
export type Sheet = { year: number; total: Required<Flows>; countries: ReadonlyMap<string, Flows> }

/** How the workbook heads its columns, in Russian. */
const heads = { turnover: /^товарооборот/i, exports: /^экспорт/i, imports: /^импорт/i } as const
const flows = ['turnover', 'exports', 'imports'] as const
const all = 'Всего'
/** Rows that hold several countries. */
const groups = new Set([
  ...[all, 'Страны СНГ', 'Страны ЕАЭС', 'Страны вне ЕАЭС', 'Остальные страны мира', 'Европа', 'Страны ЕС'],
  ...['Страны вне ЕС', 'Азия', 'Америка', 'Африка', 'Австралия и Океания'],
])
/** The most bytes of a workbook once unpacked. */
const mostWorkbookBytes = 100_000_000

/**
 * The sheets of whole years ("2025" or "12_2025"). Throws when the file is no .xlsx or is too large, when a sheet has other
 * columns, another unit or a part of a year, and when its countries do not add up to its total.
 */
export async function readSheets(bytes: Uint8Array): Promise<Sheet[]> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw new Error('stat.gov.kz answered an old workbook (.xls); expected .xlsx, so add these figures by hand')
  return (await open(bytes)).flatMap(({ sheet, data }) => {
    const year = /^(?:12_)?(\d{4})$/.exec(sheet.trim())?.[1]
    return year === undefined ? [] : [readSheet(Number(year), data as Cell[][])]
  })
}

async function open(bytes: Uint8Array) {
  try {
    const sizes: number[] = []
    unzipSync(bytes, { filter: ({ originalSize }) => sizes.push(originalSize) < 0 })
    const size = sizes.reduce((sum, part) => sum + part, 0)
    if (size > mostWorkbookBytes) throw new Error(`it unpacks to ${size} bytes; expected at most ${mostWorkbookBytes}`)
    return await readWorkbook(Buffer.from(bytes))
  } catch (error) {
    throw new Error(
      `stat.gov.kz answered no workbook that can be read: ${error instanceof Error ? error.message : error}`,
    )
  }
}

const toCellName = (cell: Cell | undefined): string =>
  String(cell ?? '')
    .replace(/\s+/g, ' ')
    .trim()

function readSheet(year: number, data: readonly Cell[][]): Sheet {
  const fault = (sentence: string) => new Error(`stat.gov.kz, sheet of ${year}: ${sentence}`)
  const first = data.findIndex(([name]) => toCellName(name) === all)
  if (first < 0) throw fault(`no row "${all}"; expected the total before the countries`)
  const head = data.slice(0, first)
  const said = head.flat().map(toCellName).join(' ')
  const [months, last = ''] = /январ\S*\s*[-–—]\s*([а-я]+)/i.exec(said) ?? []
  if (months && !/^декабр/i.test(last)) throw fault(`it holds "${months}"; expected a whole year`)
  if (!/тыс/i.test(said) || /млн|миллион/i.test(said))
    throw fault('it does not say "тыс. долларов США"; expected thousands of US dollars')
  const columns = flows.map(flow => {
    const found = head.flatMap(cells =>
      cells.flatMap((cell, x) => (heads[flow].test(toCellName(cell)) && x > 0 ? [x] : [])),
    )
    const [x, other] = new Set(found)
    if (x === undefined || other !== undefined) throw fault(`${found.length} columns of ${flow}; expected one`)
    return [flow, x] as const
  })
  const rows = data.slice(first).flatMap((cells): [string, Flows][] => {
    const numbers = columns.flatMap(([flow, x]) => (typeof cells[x] === 'number' ? [[flow, cells[x]] as const] : []))
    return numbers.length === 0 ? [] : [[toCellName(cells[0]), Object.fromEntries(numbers)]]
  })
  const countries = new Map(rows.filter(([name]) => !groups.has(name)))
  const twice = rows.find(([name], i) => !groups.has(name) && rows.findIndex(row => row[0] === name) < i)
  if (twice) throw fault(`two rows "${twice[0]}"; expected one`)
  const { turnover, exports, imports } = rows[0]?.[1] ?? {}
  if (turnover === undefined || exports === undefined || imports === undefined)
    throw fault(`"${all}" lacks a figure; expected turnover, exports and imports`)
  const total = { turnover, exports, imports }
  for (const flow of flows) {
    const sum = [...countries.values()].reduce((sum, country) => sum + (country[flow] ?? 0), 0)
    if (Math.abs(sum - total[flow]) > Math.max(1, total[flow] * 1e-6))
      throw fault(
        `${flow} of the countries add up to ${sum.toFixed(1)}; expected ${total[flow].toFixed(1)}, as "${all}" says`,
      )
  }
  return { year, total, countries }
}
