import type { Topic } from '../model/indicator.ts'
import type { Translations } from './translations.ts'

/**
 * The words of every page, of the front page and of failures. A page holds no words but those of such a file and those of the
 * cards, in `../model/messages.ts`.
 */
export const pageWords = {
  skip: { en: 'Skip to the content', kk: 'Мазмұнға өту', ru: 'К содержанию', zh: '跳到正文' },
  cards: { en: 'Cards', kk: 'Карточкалар', ru: 'Карточки', zh: '卡片' },
  docs: { en: 'Docs', kk: 'Құжаттама', ru: 'Документация', zh: '文档' },
  language: { en: 'Language', kk: 'Тіл', ru: 'Язык', zh: '语言' },
  siteNavigation: { en: 'Site', kk: 'Сайт', ru: 'Сайт', zh: '网站' },
  feed: { en: 'Feed of changes', kk: 'Өзгерістер таспасы', ru: 'Лента изменений', zh: '更新订阅' },
  checkPreview: {
    en: 'Link preview check',
    kk: 'Сілтеме көрінісін тексеру',
    ru: 'Проверка превью ссылки',
    zh: '链接预览检查',
  },
  footer: {
    en: 'Cards and their words: {licence}. The figures are facts from the sources named on each card. No cookies, no third parties, no tracking of readers.',
    kk: 'Карточкалар мен олардың мәтіні: {licence}. Деректер әр карточкада аталған дереккөздерге тиесілі. Cookie жоқ, үшінші тараптар жоқ, оқырман бақыланбайды.',
    ru: 'Карточки и их тексты: {licence}. Данные принадлежат источникам, названным на каждой карточке. Без cookie, без третьих сторон, без слежки за читателями.',
    zh: '卡片及其文字采用{licence}许可。数据归各卡片所列来源所有。无Cookie，无第三方，不跟踪读者。',
  },
  publishedBy: {
    en: 'Published by {name}.',
    kk: 'Жариялаушы: {name}.',
    ru: 'Издатель: {name}.',
    zh: '发布者：{name}。',
  },
  copy: { en: 'Copy', kk: 'Көшіру', ru: 'Копировать', zh: '复制' },
  copied: { en: 'Copied', kk: 'Көшірілді', ru: 'Скопировано', zh: '已复制' },
  copyFailed: { en: 'Press Ctrl+C', kk: 'Ctrl+C басыңыз', ru: 'Нажмите Ctrl+C', zh: '请按Ctrl+C' },
  copyPictureFailed: {
    en: 'Could not copy: download it',
    kk: 'Көшірілмеді: жүктеп алыңыз',
    ru: 'Не скопировано: скачайте файл',
    zh: '无法复制，请下载',
  },

  // Front page
  heroText: {
    en: '{count} cards for articles, posts and slides. Each shows who counted, when, and how certain the figure is. Free, without cookies or tracking.',
    kk: 'Мақала, жазба және слайдқа арналған {count} карточка: кім, қашан есептегені және дерек қаншалықты сенімді екені көрсетілген. Тегін, cookie де, бақылау да жоқ.',
    ru: 'Карточки для статей, постов и слайдов, всего {count}. На каждой видно, кто и когда посчитал и насколько данные надёжны. Бесплатно, без cookie и слежки.',
    zh: '{count}张卡片，适用于文章、帖子和幻灯片。每张都注明统计方、时间与可靠程度。免费，无Cookie，不跟踪。',
  },
  find: { en: 'Find a card', kk: 'Карточка іздеу', ru: 'Найти карточку', zh: '查找卡片' },
  findHint: {
    en: 'Baku, flights, 贸易…',
    kk: 'Баку, сауда, trade…',
    ru: 'Баку, торговля, trade…',
    zh: '巴库、贸易、trade……',
  },
  findButton: { en: 'Find', kk: 'Іздеу', ru: 'Найти', zh: '查找' },
  foundCount: {
    en: '{shown} of {count} cards',
    kk: 'Көрсетілгені: {shown} (барлығы {count})',
    ru: 'Показано {shown} из {count}',
    zh: '共{count}张，显示{shown}张',
  },
  foundNone: {
    en: 'No card matches. Try another word.',
    kk: 'Сәйкес карточка табылмады. Басқа сөзбен іздеп көріңіз.',
    ru: 'Ничего не найдено. Попробуйте другое слово.',
    zh: '没有匹配的卡片。请换一个词。',
  },
  all: { en: 'All', kk: 'Бәрі', ru: 'Все', zh: '全部' },
  topics: { en: 'Topics', kk: 'Тақырыптар', ru: 'Темы', zh: '主题' },
  embed: { en: 'Embed', kk: 'Ендіру', ru: 'Встроить', zh: '嵌入' },
  moreCards: { en: 'More cards', kk: 'Басқа карточкалар', ru: 'Ещё карточки', zh: '更多卡片' },
  whatsNew: { en: 'What’s new', kk: 'Жаңалықтар', ru: 'Что нового', zh: '最新更新' },

  // Failures
  noCard: {
    en: 'There is no card at this address',
    kk: 'Бұл мекенжайда карточка жоқ',
    ru: 'По этому адресу карточки нет',
    zh: '此地址没有卡片',
  },
  didYouMean: {
    en: 'Did you mean {title}?',
    kk: 'Мүмкін «{title}» керек шығар?',
    ru: 'Может быть, вы искали «{title}»?',
    zh: '您要找的是“{title}”吗？',
  },
  orLook: { en: 'Or look for it:', kk: 'Немесе іздеп көріңіз:', ru: 'Или поищите:', zh: '或在此查找：' },
  tryMinute: {
    en: 'Try again in a minute.',
    kk: 'Бір минуттан кейін қайталап көріңіз.',
    ru: 'Попробуйте снова через минуту.',
    zh: '请一分钟后重试。',
  },
  startWith: { en: 'Start with', kk: 'Мынадан бастаңыз', ru: 'Начните с', zh: '可从这些开始' },
} as const satisfies Record<string, Translations>

/** The name of each topic of the front page. */
export const topicWords = {
  trade: { en: 'Trade', kk: 'Сауда', ru: 'Торговля', zh: '贸易' },
  corridor: { en: 'Corridor', kk: 'Дәліз', ru: 'Коридор', zh: '走廊' },
  people: { en: 'People', kk: 'Адамдар', ru: 'Люди', zh: '人员往来' },
  money: { en: 'Investment', kk: 'Инвестиция', ru: 'Инвестиции', zh: '投资' },
  other: { en: 'More', kk: 'Басқа', ru: 'Другое', zh: '其他' },
} as const satisfies Record<Topic, Translations>
