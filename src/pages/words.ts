import type { Lang } from '../model/locales.ts'

/** The words of the pages; those of the cards are in src/model/messages.ts. */
export const words = {
  figures: { en: 'The figures', kk: 'Деректер', ru: 'Данные', zh: '数据' },
  period: { en: 'Period', kk: 'Кезең', ru: 'Период', zh: '时期' },
  value: { en: 'Value', kk: 'Мәні', ru: 'Значение', zh: '数值' },
  status: { en: 'Status', kk: 'Күйі', ru: 'Статус', zh: '状态' },
  published: { en: 'Published', kk: 'Жарияланған', ru: 'Опубликовано', zh: '发布日期' },
  source: { en: 'Source', kk: 'Дереккөз', ru: 'Источник', zh: '来源' },
  sources: { en: 'Sources', kk: 'Дереккөздер', ru: 'Источники', zh: '来源' },
  notes: { en: 'Notes', kk: 'Ескертпелер', ru: 'Примечания', zh: '说明' },
  cite: { en: 'Cite', kk: 'Дәйексөз', ru: 'Цитировать', zh: '引用' },
  permalink: {
    en: 'As known today, for good',
    kk: 'Бүгінгі күйі, тұрақты',
    ru: 'Как известно сегодня, навсегда',
    zh: '今日所知，永久链接',
  },
  downloads: { en: 'Download', kk: 'Жүктеп алу', ru: 'Скачать', zh: '下载' },
  embed: { en: 'Embed this card', kk: 'Картаны ендіру', ru: 'Встроить карточку', zh: '嵌入此卡片' },
  language: { en: 'Language', kk: 'Тіл', ru: 'Язык', zh: '语言' },
  all: { en: 'All cards', kk: 'Барлық карталар', ru: 'Все карточки', zh: '全部卡片' },
  ours: {
    en: 'Titles marked * are ours: no headline was visible in the copy that was read.',
    kk: '* белгісі бар тақырыптарды біз қойдық: оқылған көшірмеде тақырып көрінбеді.',
    ru: 'Заголовки со знаком * наши: в прочитанной копии заголовка не было видно.',
    zh: '带*号的标题为我们所拟：所读副本中未见原标题。',
  },
  via: { en: 'via {name}', kk: '{name} арқылы', ru: 'через {name}', zh: '经由{name}' },
  licence: { en: 'Licence', kk: 'Лицензия', ru: 'Лицензия', zh: '许可' },
  copy: { en: 'Copy', kk: 'Көшіру', ru: 'Копировать', zh: '复制' },
  copied: { en: 'Copied', kk: 'Көшірілді', ru: 'Скопировано', zh: '已复制' },
} as const satisfies Record<string, Record<Lang, string>>
