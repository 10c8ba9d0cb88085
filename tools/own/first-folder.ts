import { columns } from '../data/columns.ts'
import type { Folder } from '../data/folder.ts'
import { type NewPackage, toPackageText } from '../data/new-package.ts'
import type { SiteSettings } from './site-settings.ts'

/** The id of the first indicator of a newsroom. */
export const firstId = 'cards-published'

const toTitle = (name: string) => ({
  en: `Cards of ${name}`,
  kk: `${name}: карточкалар`,
  ru: `${name}: карточки`,
  zh: `${name}：卡片`,
})
const toDescription = (name: string) => ({
  en: `How many cards of figures ${name} has published, by its own count.`,
  kk: `${name} жариялаған дерек карточкаларының саны, өз есебі бойынша.`,
  ru: `Сколько карточек с данными опубликовано на сайте ${name}, по собственному подсчёту.`,
  zh: `${name}发布的数据卡片数量，由其自行统计。`,
})
const badge = { en: 'Cards', kk: 'Карточкалар', ru: 'Карточки', zh: '卡片' }
const measureWords = {
  en: 'Cards published',
  kk: 'Жарияланған карточкалар',
  ru: 'Опубликованные карточки',
  zh: '已发布的卡片',
}
const unit = {
  code: 'CARD',
  label: { en: 'cards', kk: 'карточка', ru: 'карточек', zh: '张' },
  display: {
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
  },
}
const sentences = {
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
  first: {
    en: '{value} {in}: published, and the first',
    kk: '{in} {value} жарияланды',
    ru: 'Опубликовано {in}: {value}',
    zh: '{in}发布{value}',
  },
}

/**
 * The first indicator of a newsroom: how many cards it has published, by its own count, which is one. It is true, it has every
 * part that an indicator has, and the newsroom replaces it by figures of its own. `today` is ISO 8601.
 */
export function toFirstFolder({ name, offered, origin, host, example }: SiteSettings, today: string): Folder {
  const own = { en: name, kk: name, ru: name, zh: name }
  const parts: NewPackage = {
    id: example,
    title: toTitle(name),
    description: toDescription(name),
    source: { name: 'site', title: name, publisher: own, path: `${origin ?? `https://${host}`}/`, published: today },
    short: 'cards',
    badge,
    measure: measureWords,
    unit,
    layout: 'bars',
    authority: { id: 'newsroom', name: own, short: own },
    series: [{ id: 'cards', label: badge }],
    finding: sentences,
  }
  return {
    id: example,
    package: toPackageText(parts, offered),
    observations: `${columns.join(',')}\ncards,${today.slice(0, 4)},1,provisional,,${today},${today},site\n`,
  }
}
