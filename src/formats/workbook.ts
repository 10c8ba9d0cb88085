import { escapeXml } from '../draw/xml.ts'
import { toZip } from './zip.ts'

/** A cell: text, bold text, a number with the format it is shown in, or a day. '' is an empty cell. */
export type Cell = string | number | { bold: string } | { number: number; format: string } | { day: string }

/** A sheet: the widths of its columns in characters, and its rows, of which the first `frozen` stay in view. */
export type Sheet = { name: string; widths: readonly number[]; frozen: number; rows: readonly (readonly Cell[])[] }

/** The metadata of the file; `modified` is a day. */
type Properties = { title: string; creator: string; description: string; modified: string }

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const core = 'application/vnd.openxmlformats-package.core-properties+xml'

/** Styles 0 to 2 of every workbook, then one for each format of a number; 14 is the day as the reader's system writes it. */
const plainStyle = 0
const boldStyle = 1
const dayStyle = 2
const firstNumberStyle = 3
const systemDate = 14
const firstCustom = 164

/**
 * A workbook as SpreadsheetML (ECMA-376 part 1, section 18). Text is text, also where it begins like a formula; days and numbers have
 * their types, and there are no formulas.
 */
export function toWorkbook(sheets: readonly Sheet[], properties: Properties): Uint8Array<ArrayBuffer> {
  const cells = sheets.flatMap(({ rows }) => rows.flat())
  const formats = [
    ...new Set(cells.flatMap(cell => (typeof cell === 'object' && 'format' in cell ? [cell.format] : []))),
  ]
  return toZip(
    [
      { path: '[Content_Types].xml', content: toContentTypes(sheets.length) },
      {
        path: '_rels/.rels',
        content: toRelationships([
          [`${office}/officeDocument`, 'xl/workbook.xml'],
          [
            'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
            'docProps/core.xml',
          ],
        ]),
      },
      { path: 'docProps/core.xml', content: toCore(properties) },
      { path: 'xl/workbook.xml', content: toBook(sheets) },
      {
        path: 'xl/_rels/workbook.xml.rels',
        content: toRelationships([
          ...sheets.map((_, i) => [`${office}/worksheet`, `worksheets/sheet${i + 1}.xml`] as const),
          [`${office}/styles`, 'styles.xml'],
        ]),
      },
      { path: 'xl/styles.xml', content: toStyles(formats) },
      ...sheets.map((sheet, i) => ({ path: `xl/worksheets/sheet${i + 1}.xml`, content: toSheet(sheet, formats) })),
    ],
    properties.modified,
  )
}

const toContentTypes = (count: number): string =>
  `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/core.xml" ContentType="${core}"/><Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${media}.styles+xml"/>${Array.from(
    { length: count },
    (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${media}.worksheet+xml"/>`,
  ).join('')}</Types>`

/** Relationships named rId1, rId2 and so on, in their order. */
const toRelationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `${declaration}<Relationships xmlns="${relationships}">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const toCore = ({ title, creator, description, modified }: Properties): string =>
  `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(creator)}</dc:creator><dc:description>${escapeXml(description)}</dc:description><dcterms:modified xsi:type="dcterms:W3CDTF">${modified}T00:00:00Z</dcterms:modified></cp:coreProperties>`

const toBook = (sheets: readonly Sheet[]): string =>
  `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets
    .map(({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('')}</sheets></workbook>`

function toStyles(formats: readonly string[]): string {
  const custom = formats.map((format, i) => `<numFmt numFmtId="${firstCustom + i}" formatCode="${escapeXml(format)}"/>`)
  const styles = [[0, 0], [0, 1], [systemDate, 0], ...formats.map((_, i) => [firstCustom + i, 0])]
  return `${declaration}<styleSheet xmlns="${main}">${
    custom.length > 0 ? `<numFmts count="${custom.length}">${custom.join('')}</numFmts>` : ''
  }<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styles.length}">${styles
    .map(
      ([format, font]) =>
        `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
    )
    .join(
      '',
    )}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

function toSheet({ widths, frozen, rows }: Sheet, formats: readonly string[]): string {
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`)
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`
  const lines = rows.map(
    (row, y) =>
      `<row r="${y + 1}">${row.map((cell, x) => toCell(cell, `${toLetters(x)}${y + 1}`, formats)).join('')}</row>`,
  )
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${
    frozen > 0 ? pane : ''
  }</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`
}

function toCell(cell: Cell, at: string, formats: readonly string[]): string {
  const toNumber = (value: number, style: number): string => `<c r="${at}" s="${style}"><v>${value}</v></c>`
  if (typeof cell === 'number') return toNumber(cell, plainStyle)
  if (typeof cell === 'string') return cell === '' ? '' : toText(cell, at, plainStyle)
  if ('bold' in cell) return toText(cell.bold, at, boldStyle)
  if ('number' in cell) return toNumber(cell.number, firstNumberStyle + formats.indexOf(cell.format))
  const serial = toSerial(cell.day)
  return serial === undefined ? toText(cell.day, at, plainStyle) : toNumber(serial, dayStyle)
}

const toText = (text: string, at: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`

/** A column by its letters: 0 is A, 26 is AA. */
const toLetters = (x: number): string =>
  (x < 26 ? '' : toLetters(Math.floor(x / 26) - 1)) + String.fromCharCode(65 + (x % 26))

/**
 * The serial number of a day since 1900, in which 29 February 1900 counts although the calendar has no such day; undefined
 * for a day before March 1900, which spreadsheets disagree about, and for text that is not a whole day.
 */
function toSerial(day: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day < '1900-03-01') return undefined
  const milliseconds = Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)
  return milliseconds / 86_400_000
}
