import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { SaxesParser } from 'saxes'
import { afterAll, describe, expect, test } from 'vitest'
import { columns, toRows } from '../../src/formats/columns.ts'
import { toXlsx } from '../../src/formats/xlsx.ts'
import { readData } from '../../tools/read-data.ts'
import { cardOf } from '../fixtures/cards.ts'
import { fixtureData } from '../fixtures/indicators.ts'
import { findProgram } from '../fixtures/processes.ts'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'caravan-office-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The first of these that is on the machine; LibreOffice is too heavy to install for one test, which is skipped without it. */
const office = findProgram(['soffice', 'libreoffice'], ['--version'])

type Cell = { type: string; value: string; shown: string }

/** A workbook as flat OpenDocument: its sheets, each cell with its type, its value, and how it is shown in the locale. */
function readSheets(xml: string): Cell[][][] {
  const sheets: Cell[][][] = []
  let cell: Cell | undefined
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'table:table') sheets.push([])
    if (name === 'table:table-row') sheets.at(-1)?.push([])
    if (name !== 'table:table-cell') return
    const type = attributes['office:value-type'] ?? ''
    cell = { type, value: attributes[type === 'date' ? 'office:date-value' : 'office:value'] ?? '', shown: '' }
    const count = Math.min(Number(attributes['table:number-columns-repeated'] ?? 1), 100)
    for (let i = 0; i < count; i++) sheets.at(-1)?.at(-1)?.push(cell)
  })
  parser.on('text', text => {
    if (cell) cell.shown += text.trim()
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'table:table-cell') cell = undefined
  })
  parser.write(xml).close()
  return sheets
}

const cards = readData(fixtureData).indicators.map(indicator => cardOf(indicator, '', 'csv'))

describe.each(['ru-RU', 'kk-KZ'])('LibreOffice in %s', locale => {
  test.skipIf(!office)('opens each workbook with numbers that are numbers, and days that are days', async () => {
    const [profile, out] = [join(folder, `${locale}-profile`), join(folder, locale)]
    mkdirSync(join(profile, 'user'), { recursive: true })
    writeFileSync(
      join(profile, 'user/registrymodifications.xcu'),
      `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${locale}</value></prop></item></oor:items>`,
    )
    const files = cards.map(card => {
      const file = join(folder, `${card.id}.xlsx`)
      writeFileSync(file, toXlsx(card, `https://caravan.test/indicators/${card.id}`))
      return file
    })
    const options = ['--headless', '--convert-to', 'fods', '--outdir', out, ...files]
    await run(office ?? '', [`-env:UserInstallation=file://${profile}`, ...options], { timeout: 100_000 })
    for (const card of cards) {
      const [table = [], figures = []] = readSheets(readFileSync(join(out, `${card.id}.fods`), 'utf8'))
      for (const [i, row] of toRows(card).entries()) {
        for (const [x, { name, kind, toCell }] of columns.entries()) {
          const meant = String(toCell(row))
          const read = figures[i + 1]?.[x]
          if (kind === 'number' || kind === 'day')
            expect([card.id, name, read]).toMatchObject([
              card.id,
              name,
              { type: kind === 'day' ? 'date' : 'float', value: meant },
            ])
          else if (meant !== '') expect([card.id, name, read?.type]).toEqual([card.id, name, 'string'])
        }
      }
      const numbers = table.flat().filter(({ type }) => type === 'float')
      for (const { point } of toRows(card)) {
        const found = numbers.filter(({ value }) => Number(value) === point.value)
        // As the locale writes it, with its flag and status.
        const digits = String(point.value).replace('.', ',')
        const isShown = found.some(({ shown }) => shown.replace(/[^\d,-]/g, '').startsWith(digits.slice(0, 6)))
        expect([card.id, point.period, isShown]).toEqual([card.id, point.period, true])
        if (point.flag === 'at-least')
          expect(found.map(({ shown }) => shown)).toContainEqual(expect.stringMatching(/^>/))
      }
    }
  })
})
