import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from 'fast-png'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examples, picturesOf, toBrandServer } from '../../tools/brands.ts'
import { findFontFaults } from '../../tools/data/font-faults.ts'
import { findSiteFaults } from '../../tools/data/site-faults.ts'
import { root } from '../../tools/repository.ts'
import { read } from '../fixtures/documents.ts'

test('there are two examples, and the page of an own story shows every picture of them', () => {
  const pictures = examples.flatMap(picturesOf).map(({ file }) => file.replace('docs/', ''))
  expect(examples.length).toBe(2)
  expect(pictures.filter(file => !read('docs/own-story.md').includes(`src="${file}"`))).toEqual([])
})

describe.each(examples)('the example $name', brand => {
  let server: ReturnType<typeof toBrandServer>
  let site: typeof import('../../src/site.ts')
  beforeAll(async () => {
    site = await import(brand.settings)
    server = toBrandServer(brand)
    await server.listen()
  }, 120_000)
  afterAll(() => server.close())

  test('has no fault', () => expect([...findSiteFaults(site), ...findFontFaults(site.fonts)]).toEqual([]))
  test.each(picturesOf(brand))('is drawn as $file shows; npm run proof -- --brands draws it again', async picture => {
    const response = await server.fetch(picture.path)
    expect(response.status).toBe(200)
    const drawn = decode(await response.arrayBuffer())
    const shown = decode(readFileSync(join(root, picture.file)))
    expect([shown.width, shown.height, Buffer.compare(Buffer.from(shown.data), Buffer.from(drawn.data))]).toEqual([
      drawn.width,
      drawn.height,
      0,
    ])
  })
  test('speaks its own languages, with its own links and fonts on the pages', async () => {
    for (const lang of site.offered) {
      const page = await (await server.fetch(`/indicators/titr-throughput?lang=${lang}`)).text()
      for (const { words, url } of site.foot) expect(page).toContain(`<a href="${url}">${words[lang]}</a>`)
    }
    expect(await (await server.fetch('/site.css')).text()).toContain(`:root{--instead:${site.fonts.instead}}`)
    const offered: readonly string[] = site.offered
    const { status } = await server.fetch('/indicators/titr-throughput.svg?lang=kk')
    expect(status).toBe(offered.includes('kk') ? 200 : 400)
  })
})
