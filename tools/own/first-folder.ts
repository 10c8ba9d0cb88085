import type { InEach, Lang } from '../../src/model/locales.ts'
import { columns } from '../data/columns.ts'
import type { Folder } from '../data/folder.ts'
import { licences, toInEach, toOthers } from '../data/in-each.ts'
import type { SiteSettings } from './site-settings.ts'

/** The id of the first indicator of a newsroom. */
export const firstId = 'cards-published'

/**
 * The first indicator of a newsroom: how many cards it has published, by its own count, which is one. It is true, it has every
 * part that an indicator has, and the newsroom replaces it by figures of its own. `today` is ISO 8601.
 */
export function toFirstFolder({ name, offered, origin, host, example }: SiteSettings, today: string): Folder {
  const home = `${origin ?? `https://${host}`}/`
  const inEach = <T>(words: Record<Lang, T>): InEach<T> => toInEach(words, offered)
  const title = {
    en: `Cards of ${name}`,
    kk: `${name}: карточкалар`,
    ru: `${name}: карточки`,
    zh: `${name}：卡片`,
  }
  const description = {
    en: `How many cards of figures ${name} has published, by its own count.`,
    kk: `${name} жариялаған дерек карточкаларының саны, өз есебі бойынша.`,
    ru: `Сколько карточек с данными опубликовано на сайте ${name}, по собственному подсчёту.`,
    zh: `${name}发布的数据卡片数量，由其自行统计。`,
  }
  const measure = {
    en: 'Cards published',
    kk: 'Жарияланған карточкалар',
    ru: 'Опубликованные карточки',
    zh: '已发布的卡片',
  }
  const badge = { en: 'Cards', kk: 'Карточкалар', ru: 'Карточки', zh: '卡片' }
  const own = inEach({ en: name, kk: name, ru: name, zh: name })
  const head = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: example,
    title: title.en,
    description: description.en,
    licenses: licences,
    sources: [{ name: 'site', title: name, publisher: own, path: home, published: today }],
    resources: [{ name: 'observations', path: 'observations.csv' }],
    card: {
      title: toOthers(title, offered),
      description: toOthers(description, offered),
      short: 'cards',
      badge: inEach(badge),
      measure: inEach(measure),
      unit: {
        code: 'CARD',
        label: inEach({ en: 'cards', kk: 'карточка', ru: 'карточек', zh: '张' }),
        display: inEach({
          en: { label: 'cards', short: 'cards', forms: { one: '{n} card', other: '{n} cards' }, decimals: 0 },
          kk: {
            label: 'карточка',
            short: 'карточка',
            forms: {
              other: '{n} карточка',
              dative: '{n} карточкаға',
              accusative: '{n} карточканы',
              ablative: '{n} карточкадан',
            },
            decimals: 0,
          },
          ru: {
            label: 'карточки',
            short: 'карточек',
            forms: { one: '{n} карточка', few: '{n} карточки', many: '{n} карточек', other: '{n} карточки' },
            decimals: 0,
          },
          zh: { label: '张', short: '张', decimals: 0 },
        }),
      },
      layout: 'bars',
      headline: 'cards',
      authorities: { newsroom: { name: own, short: own } },
      series: [{ id: 'cards', label: inEach(badge), sentence: inEach(sentences.first), authority: 'newsroom' }],
      events: [],
      finding: {
        kind: 'change',
        rose: inEach(sentences.rose),
        fell: inEach(sentences.fell),
        unchanged: inEach(sentences.unchanged),
        first: inEach(sentences.first),
      },
      notes: [],
    },
  }
  const year = today.slice(0, 4)
  return {
    id: example,
    package: `${JSON.stringify(head, null, 2)}\n`,
    observations: `${columns.join(',')}\ncards,${year},1,provisional,,${today},${today},site\n`,
  }
}

const sentences = {
  first: {
    en: '{value} {in}: published, and the first',
    kk: '{in} {value} жарияланды',
    ru: 'Опубликовано {in}: {value}',
    zh: '{in}发布{value}',
  },
  rose: {
    en: 'Cards published rose {size} {in}, to {value}',
    kk: 'Карточкалар саны {in} {size} өсіп, {value} болды',
    ru: 'Число карточек {in} выросло на {size}, до {value}',
    zh: '{in}卡片数量增长{size}，至{value}',
  },
  fell: {
    en: 'Cards published fell {size} {in}, to {value}',
    kk: 'Карточкалар саны {in} {size} азайып, {value} болды',
    ru: 'Число карточек {in} снизилось на {size}, до {value}',
    zh: '{in}卡片数量下降{size}，至{value}',
  },
  unchanged: {
    en: 'Cards published {in} were unchanged: {value}',
    kk: 'Карточкалар саны {in} өзгермеді: {value}',
    ru: 'Число карточек {in} не изменилось: {value}',
    zh: '{in}卡片数量持平：{value}',
  },
}
