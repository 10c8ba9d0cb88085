import { afterAll, beforeAll, expect, test } from 'vitest'
import { toPreview } from '../../tools/preview.ts'

const preview = toPreview()
let base = ''
beforeAll(async () => {
  base = `http://localhost:${await preview.listen(0)}`
})
afterAll(() => preview.close())

const seen = { origin: 'http://localhost:1', id: 'grain', faults: ['data/grain/observations.csv:2: D2 is wrong'] }

test('the page has a card in each language and hears of every save, also of the one before it was opened', async () => {
  const page = await (await fetch(base)).text()
  expect(page.match(/<img data-query="size=og&lang=\w+"/g)).toHaveLength(4)
  preview.show(seen)
  const reader = (await fetch(`${base}/changes`)).body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toBe(`data: ${JSON.stringify(seen)}\n\n`)
  preview.show({ ...seen, faults: [] })
  expect((await reader?.read())?.value).toContain('"faults":[]')
  await reader?.cancel()
})
test('nothing else is served, and a port that is taken gives way to another', async () => {
  expect((await fetch(`${base}/etc`)).status).toBe(404)
  const other = toPreview()
  expect(await other.listen(Number(new URL(base).port))).not.toBe(Number(new URL(base).port))
  other.close()
})
