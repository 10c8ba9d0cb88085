import type { Lang } from '../model/locales.ts'

/** The headings of a text about an indicator, in the files and answers that contain one. */
export const headings = {
  unit: { en: 'Unit', kk: 'Өлшем бірлігі', ru: 'Единица измерения', zh: '单位' },
  units: {
    en: 'Unit of every value',
    kk: 'Барлық мәннің өлшем бірлігі',
    ru: 'Единица всех значений',
    zh: '全部数值的单位',
  },
  series: { en: 'Series', kk: 'Қатарлар', ru: 'Ряды', zh: '序列' },
  notes: { en: 'Notes', kk: 'Ескертпелер', ru: 'Примечания', zh: '说明' },
  sources: { en: 'Sources', kk: 'Дереккөздер', ru: 'Источники', zh: '来源' },
  licence: { en: 'Licence', kk: 'Лицензия', ru: 'Лицензия', zh: '许可' },
  years: { en: 'Years', kk: 'Жылдар', ru: 'Годы', zh: '年份' },
  caveat: { en: 'Caveat', kk: 'Ескерту', ru: 'Оговорка', zh: '注意' },
  caveats: { en: 'Caveats', kk: 'Ескертулер', ru: 'Оговорки', zh: '注意事项' },
  cite: { en: 'Cite as', kk: 'Сілтеме мәтіні', ru: 'Как цитировать', zh: '引用格式' },
} as const satisfies Record<string, Record<Lang, string>>
