import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { read } from '../fixtures/documents.ts'
import { findProgram } from '../fixtures/processes.ts'
import { serveFixtures } from './fixtures-worker.ts'

const run = promisify(execFile)
const server = serveFixtures()

/** The snippets of docs/reading.md, by their language and the package they need. */
const snippets = [...read('docs/reading.md').matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(
  ([, language = '', code = '']) => ({
    language,
    code,
    name: /import (\w+) as|library\((\w+)\)/.exec(code)?.slice(1).find(Boolean) ?? language,
  }),
)

const programs: Record<string, (code: string) => { program: string | undefined; args: string[] }> = {
  python: code => {
    const imports = [...code.matchAll(/^import (\S+)/gm)].map(([, name]) => name)
    const needed = [...imports, ...(code.includes('read_excel') ? ['openpyxl'] : [])].join(', ')
    return { program: findProgram(['python3', '/usr/bin/python3'], ['-c', `import ${needed}`]), args: ['-c', code] }
  },
  r: code => ({ program: findProgram(['Rscript'], ['-e', 'library(readr)']), args: ['-e', code] }),
  sql: code => ({ program: findProgram(['duckdb'], ['--version']), args: ['-csv', '-c', code] }),
  sh: code => ({ program: findProgram(['sh'], ['-c', 'curl --version']), args: ['-c', code] }),
  js: code => ({ program: process.execPath, args: ['--input-type=module', '-e', code] }),
}

/** The output of each: that a date is a date, or a row. */
const printed: Record<string, RegExp> = {
  python: /datetime64|Date/,
  r: /Date/,
  sql: /\d{4}-\d{2}-\d{2}/,
  sh: /^indicator,series,label,authority,period,start,end,value,unit,status,flag,note/,
  js: /billion US dollars by \d{4}-\d{2}-\d{2}/,
}

test('there is a snippet for each reader that the page names', () => {
  expect(new Set(snippets.map(({ language }) => language))).toEqual(
    new Set(['python', 'r', 'sql', 'js', 'json', 'html', 'sh']),
  )
})

describe.each(snippets.filter(({ language }) => programs[language]))('$language, $name', ({ language, code }) => {
  test('reads the figures without repair', async context => {
    const { program, args } = programs[language]?.(code.replaceAll('http://localhost:8787', server.origin)) ?? {
      args: [],
    }
    if (!program) return context.skip()
    const { stdout } = await run(program, args, { timeout: 50_000 })
    expect(stdout).toMatch(printed[language] ?? /./)
  })
})

test('the specification of Vega-Lite names columns that are there', async () => {
  const { data, encoding } = JSON.parse(snippets.find(({ language }) => language === 'json')?.code ?? '')
  const [head = ''] = (await (await fetch(data.url.replace('http://localhost:8787', server.origin))).text()).split(
    '\r\n',
  )
  const fields = [
    ...Object.values<{ field: string }>(encoding).map(({ field }) => field),
    ...Object.keys(data.format.parse),
  ]
  for (const field of fields) expect(head.split(',')).toContain(field)
})
