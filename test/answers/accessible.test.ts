import { describe, expect, test } from 'vitest'
import { catalog } from '../../src/model/catalog.ts'
import { languages } from '../../src/model/locales.ts'
import { type Element, readXml } from '../fixtures/markup.ts'
import { ask, origin, readJson, readText } from '../worker/ask.ts'

const find = (elements: Element[], name: string): Element => {
  const found = elements.find(element => element.name === name)
  if (!found) throw new Error(`no <${name}>`)
  return found
}

describe.each(languages)('every card in %s', lang => {
  test('is a picture with a name and a description of its own, in its language', async () => {
    const seen = new Set<string>()
    for (const { id } of catalog) {
      const elements = readXml(await readText(`/indicators/${id}.svg?lang=${lang}&theme=auto`))
      const [root, title, desc] = ['svg', 'title', 'desc'].map(name => find(elements, name))
      expect(root?.attributes).toMatchObject({ role: 'img', lang, 'xml:lang': lang })
      expect(root?.attributes['aria-labelledby']).toBe(`${title?.attributes.id} ${desc?.attributes.id}`)
      expect(title?.text.length).toBeGreaterThan(5)
      expect(desc?.text).toMatch(/[.。]$/)
      for (const element of [title, desc]) {
        const name = element?.attributes.id ?? ''
        expect(seen.has(name)).toBe(false)
        seen.add(name)
      }
    }
  })

  test('says where it comes from, in the SVG and in the PNG', async () => {
    for (const { id } of catalog) {
      const query = lang === 'en' ? '' : `?lang=${lang}`
      const json = await readJson(`/indicators/${id}.json${query}`)
      const elements = readXml(await readText(`/indicators/${id}.svg${query}`))
      expect(find(elements, 'dc:title').text).toBe(json.finding)
      expect(find(elements, 'dc:identifier').text).toBe(`${origin}/indicators/${id}${query}`)
      expect(find(elements, 'dc:relation').text).toBe(`release ${json.release}`)
      expect(find(elements, 'dc:rights').text).toContain('https://creativecommons.org/')
      expect(find(elements, 'dc:rights').text).toContain(json.licence.covers)
      expect(find(elements, 'dc:source').text.length).toBeGreaterThan(5)
      if (id !== catalog[0]?.id) continue
      const png = new TextDecoder().decode(await (await ask(`/indicators/${id}.png${query}`)).arrayBuffer())
      expect(png).toContain(`Title\0\0\0${lang}\0\0${json.finding}`)
      expect(png).toContain(`Description\0\0\0${lang}\0\0${json.alt}`)
      expect(png).toContain(json.licence.covers)
      expect(png).toContain(`URL\0\0\0\0\0${origin}/indicators/${id}${query}`)
    }
  })
})
