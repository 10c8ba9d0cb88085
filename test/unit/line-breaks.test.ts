import { describe, expect, test } from 'vitest'
import { bind, toPhrases, toPieces } from '../../src/model/line-breaks.ts'
import { readData } from '../../tools/read-data.ts'
import { cardOf } from '../fixtures/cards.ts'

/** A no-break space, to be seen. */
const shown = (text: string): string => text.replaceAll('\u00a0', '_')

describe('a line never breaks', () => {
  test.each([
    ['en', 'rose to 4.12 million tonnes on 10 March 2026', 'rose to_4.12_million tonnes on_10_March 2026'],
    ['en', 'In 2025 cargo fell', 'In_2025 cargo fell'],
    ['en', 'took 13–17 days – a record', 'took 13–17_days_– a record'],
    ['ru', 'в 2024 году на 5 млн тонн больше', 'в_2024_году на_5_млн_тонн больше'],
    ['ru', 'Срок — до 17 суток', 'Срок_— до_17_суток'],
    ['ru', 'Из Китая и России', 'Из_Китая и_России'],
    ['kk', '2024 жылы Қытай мен Ресей', '2024_жылы Қытай_мен Ресей'],
    ['kk', 'жүк 5 млн тонна болды', 'жүк 5_млн_тонна болды'],
  ] as const)('in %s: %s', (lang, text, bound) => {
    expect(shown(bind(text, lang))).toBe(bound)
    expect(toPieces(text, lang).join('')).toBe(text)
    expect(toPieces(text, lang).map(piece => piece.trimEnd())).toEqual(
      bound.split(' ').map(piece => piece.replaceAll('_', ' ')),
    )
  })
  test.each([
    ['2025年货运量下降8.1%，至412万吨', ['2025年', '货运量', '下降', '8.1%，', '至412万吨']],
    ['2026年1月至9月', ['2026年', '1月', '至9月']],
    ['哈萨克斯坦交通部（官方）', ['哈萨克斯坦', '交通部', '（官方）']],
  ])('in zh: %s', (text, pieces) => expect(toPieces(text, 'zh')).toEqual(pieces))
})

test('a country of one character keeps its attribute; headings break between phrases', () => {
  expect(toPieces('对哈贸易额比哈方多', 'zh')[0]).toBe('对哈贸易额')
  const heading = '中国、哈萨克斯坦与中间走廊：注明来源的数据卡片，可直接嵌入'
  expect(toPhrases(heading)).toEqual(['中国、', '哈萨克斯坦', '与中间走廊：', '注明来源的数据卡片，', '可直接嵌入'])
})

test('the Chinese of a card breaks between words as a dictionary has them, without one', () => {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  const texts = readData().indicators.flatMap(indicator => {
    const card = cardOf(indicator, 'lang=zh')
    return [card.finding, card.measure, card.sourceLine]
  })
  const ends = (parts: string[]): number[] => {
    let end = 0
    return parts.map(part => {
      end += part.length
      return end
    })
  }
  const breaks = texts.flatMap(text => ends(toPieces(text, 'zh')).map(end => ({ text, end })))
  const within = breaks.filter(({ text, end }) => {
    const words = new Set(ends([...segmenter.segment(text)].map(({ segment }) => segment)))
    return !words.has(end)
  })
  expect(within.length / breaks.length).toBeLessThan(0.01)
})
