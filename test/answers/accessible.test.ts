import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { catalog } from '../../src/model/catalog.ts'
import { languages } from '../../src/model/locales.ts'
import { ask, origin } from '../worker/ask.ts'

type Element = { name: string; attributes: Record<string, string>; text: string }

/** Parses strictly: a file that is not well-formed throws. */
function parse(svg: string): Element[] {
  const parser = new SaxesParser()
  const elements: Element[] = []
  const open: Element[] = []
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, text: '' }
    elements.push(element)
    open.push(element)
  })
  parser.on('text', text => {
    const element = open.at(-1)
    if (element) element.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(svg).close()
  return elements
}

const find = (elements: Element[], name: string): Element => {
  const found = elements.find(element => element.name === name)
  if (!found) throw new Error(`no <${name}>`)
  return found
}

describe.each(languages)('every card in %s', lang => {
  test('is a picture with a name and a description of its own, in its language', async () => {
    const seen = new Set<string>()
    for (const { id } of catalog) {
      const elements = parse(await (await ask(`/indicators/${id}.svg?lang=${lang}&theme=auto`)).text())
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
      const json = (await (await ask(`/indicators/${id}.json${query}`)).json()) as {
        finding: string
        alt: string
        release: string
        licence: { covers: string }
      }
      const elements = parse(await (await ask(`/indicators/${id}.svg${query}`)).text())
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
