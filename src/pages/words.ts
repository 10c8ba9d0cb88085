import type { Topic } from '../model/indicator.ts'
import type { Lang } from '../model/locales.ts'
import type { ParameterName } from '../request/parameters.ts'

type Entry = Record<Lang, string>

/** Words whose English is elsewhere. */
type Translated = Omit<Entry, 'en'>

/** A name that is the same in every language. */
const inAll = (name: string): Entry => ({ en: name, kk: name, ru: name, zh: name })

/** The words of the pages; those of the cards are in `../model/messages.ts`. A page never holds a word that is not from one of the two. */
export const words = {
  // Every page
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

  // Builder
  buildTitle: { en: 'Embed or share', kk: 'Ендіру немесе бөлісу', ru: 'Встроить или поделиться', zh: '嵌入或分享' },
  where: { en: 'Where will it go?', kk: 'Қайда қойылады?', ru: 'Куда поставить?', zh: '用在哪里？' },
  preview: { en: 'Preview', kk: 'Алдын ала көру', ru: 'Предпросмотр', zh: '预览' },
  previewUpdated: {
    en: 'Preview updated: {what}',
    kk: 'Алдын ала көру жаңарды: {what}',
    ru: 'Предпросмотр обновлён: {what}',
    zh: '预览已更新：{what}',
  },
  unreachable: {
    en: 'The server could not be reached. Your choice is unchanged; try again.',
    kk: 'Серверге қосылу мүмкін болмады. Таңдауыңыз өзгерген жоқ, қайталап көріңіз.',
    ru: 'Сервер недоступен. Выбор не изменён; попробуйте ещё раз.',
    zh: '无法连接服务器。您的选择未变，请重试。',
  },
  codeToPaste: { en: 'Code to paste', kk: 'Қоятын код', ru: 'Код для вставки', zh: '要粘贴的代码' },
  copyCode: { en: 'Copy code', kk: 'Кодты көшіру', ru: 'Копировать код', zh: '复制代码' },
  copyLink: { en: 'Copy link', kk: 'Сілтемені көшіру', ru: 'Копировать ссылку', zh: '复制链接' },
  copyPicture: { en: 'Copy picture', kk: 'Суретті көшіру', ru: 'Копировать изображение', zh: '复制图片' },
  copyText: { en: 'Copy text', kk: 'Мәтінді көшіру', ru: 'Копировать текст', zh: '复制文字' },
  downloadOf: { en: 'Download {format}', kk: '{format} жүктеп алу', ru: 'Скачать {format}', zh: '下载{format}' },
  share: { en: 'Share…', kk: 'Бөлісу…', ru: 'Поделиться…', zh: '分享…' },
  otherWays: { en: 'Other ways to paste it', kk: 'Басқа тәсілдер', ru: 'Другие способы вставить', zh: '其他粘贴方式' },
  altInCode: {
    en: 'Alt text (already in the code)',
    kk: 'Балама мәтін (кодта бар)',
    ru: 'Описание изображения (уже в коде)',
    zh: '替代文字（已在代码中）',
  },
  altToPaste: {
    en: 'Alt text, to paste beside the picture',
    kk: 'Суретпен бірге қоятын балама мәтін',
    ru: 'Описание, чтобы вставить рядом с изображением',
    zh: '替代文字，可与图片一并粘贴',
  },
  seeLink: {
    en: 'See how the link looks in X, LinkedIn, WhatsApp, Telegram and Slack',
    kk: 'Сілтеме X, LinkedIn, WhatsApp, Telegram және Slack-те қалай көрінеді',
    ru: 'Как ссылка выглядит в X, LinkedIn, WhatsApp, Telegram и Slack',
    zh: '查看链接在X、领英、WhatsApp、Telegram和Slack中的样子',
  },
  squareCrop: {
    en: 'small square crop',
    kk: 'шағын шаршы қиынды',
    ru: 'малый квадратный кадр',
    zh: '小方图裁切',
  },
  appCovers: {
    en: 'covered by the app: the card is empty here',
    kk: 'қолданба жабады: карточка мұнда бос',
    ru: 'закрыто приложением: здесь карточка пуста',
    zh: '此处被应用遮挡，卡片留空',
  },
  updatePreview: { en: 'Update preview', kk: 'Көріністі жаңарту', ru: 'Обновить предпросмотр', zh: '更新预览' },
  resetTo: { en: 'reset to {name}', kk: '{name} күйіне қайтару', ru: 'вернуть: {name}', zh: '恢复为{name}' },
  localAddress: {
    en: 'This server has a local address: nobody else will see what you paste.',
    kk: 'Бұл сервердің мекенжайы жергілікті: қойғаныңызды басқалар көрмейді.',
    ru: 'У этого сервера локальный адрес: вставленное не увидит никто, кроме вас.',
    zh: '此服务器使用本地地址：他人看不到您粘贴的内容。',
  },
  choiceFailed: {
    en: 'That choice cannot be drawn; the card is shown as it is by default.',
    kk: 'Мұндай таңдаумен карточка салу мүмкін емес; әдепкі карточка көрсетілді.',
    ru: 'С таким выбором карточку не построить; показана карточка по умолчанию.',
    zh: '无法按此选择生成卡片，已显示默认卡片。',
  },
  size: { en: 'Size', kk: 'Өлшем', ru: 'Размер', zh: '尺寸' },
  theme: { en: 'Theme', kk: 'Түс режимі', ru: 'Тема', zh: '配色' },
  themeAuto: { en: 'Auto', kk: 'Авто', ru: 'Авто', zh: '自动' },
  themeAutoHint: {
    en: 'if your site has a dark mode',
    kk: 'сайтыңыз күңгірттенсе',
    ru: 'если у сайта тёмная тема',
    zh: '若网站会变暗',
  },
  themeLight: { en: 'Light', kk: 'Ашық', ru: 'Светлая', zh: '浅色' },
  themeDark: { en: 'Dark', kk: 'Күңгірт', ru: 'Тёмная', zh: '深色' },
  lines: { en: 'Lines shown', kk: 'Көрсетілетін қатарлар', ru: 'Показаны ряды', zh: '显示的数据线' },
  linesAll: { en: 'all {count}', kk: 'барлығы {count}', ru: 'все {count}', zh: '全部{count}条' },
  chart: { en: 'Chart', kk: 'Диаграмма', ru: 'График', zh: '图表' },
  chartTrend: { en: 'Lines', kk: 'Сызықтар', ru: 'Линии', zh: '折线' },
  chartBars: { en: 'Columns', kk: 'Бағандар', ru: 'Столбцы', zh: '柱形' },
  chartStat: { en: 'Number', kk: 'Сан', ru: 'Число', zh: '数字' },
  tooMany: {
    en: '{count} columns: too many',
    kk: '{count} баған: тым көп',
    ru: 'столбцов {count}: много',
    zh: '{count}柱：过多',
  },
  years: { en: 'Years', kk: 'Жылдар', ru: 'Годы', zh: '年份' },
  from: { en: 'From', kk: 'Бастап', ru: 'С', zh: '起' },
  to: { en: 'To', kk: 'Дейін', ru: 'По', zh: '止' },
  firstYear: { en: '{year}, first', kk: '{year}, алғашқы', ru: '{year}, первый', zh: '{year}，最早' },
  newestYear: { en: '{year}, newest', kk: '{year}, соңғы', ru: '{year}, последний', zh: '{year}，最新' },
  accent: {
    en: 'Colour of the first line',
    kk: 'Бірінші қатардың түсі',
    ru: 'Цвет первого ряда',
    zh: '第一条线的颜色',
  },
  background: { en: 'Background', kk: 'Фон', ru: 'Фон', zh: '背景' },
  byCard: { en: 'as on the card', kk: 'карточканікі', ru: 'как на карточке', zh: '随卡片' },
  orHex: { en: 'or hex', kk: 'немесе hex', ru: 'или hex', zh: '或十六进制' },
  turquoise: { en: 'turquoise', kk: 'көгілдір', ru: 'бирюзовый', zh: '青绿' },
  plum: { en: 'plum', kk: 'қара өрік', ru: 'сливовый', zh: '梅紫' },
  ochre: { en: 'ochre', kk: 'сары топырақ', ru: 'охра', zh: '赭黄' },
  ink: { en: 'ink', kk: 'сия', ru: 'чернильный', zh: '墨色' },
  white: { en: 'white', kk: 'ақ', ru: 'белый', zh: '白色' },
  none: { en: 'none', kk: 'жоқ', ru: 'нет', zh: '无' },
  whenChanged: {
    en: 'When figures change',
    kk: 'Дерек өзгергенде',
    ru: 'Когда данные меняются',
    zh: '数据更新时',
  },
  update: { en: 'Update', kk: 'Жаңарту', ru: 'Обновлять', zh: '随之更新' },
  updateHint: { en: 'newest figures', kk: 'соңғы дерек', ru: 'последние данные', zh: '显示最新数据' },
  freeze: { en: 'Freeze', kk: 'Өзгертпеу', ru: 'Заморозить', zh: '保持不变' },
  freezeHint: { en: 'as of {date}', kk: '{date}', ru: 'на {date}', zh: '截至{date}' },

  // Share page
  breadcrumb: { en: 'Where you are', kk: 'Сіз қайдасыз', ru: 'Вы здесь', zh: '当前位置' },
  updated: { en: 'Updated {date}', kk: 'Жаңартылған күні: {date}', ru: 'Обновлено {date}', zh: '更新于{date}' },
  yearOf: { en: 'Year', kk: 'Жыл', ru: 'Год', zh: '年份' },
  readHint: {
    en: 'Point, drag or use the arrow keys',
    kk: 'Меңзеңіз, сырғытыңыз немесе көрсеткі пернелерді басыңыз',
    ru: 'Наведите, проведите пальцем или нажимайте стрелки',
    zh: '可指向、拖动或使用方向键',
  },
  inTable: {
    en: 'Every value is in the table below.',
    kk: 'Барлық мән төмендегі кестеде.',
    ru: 'Все значения — в таблице ниже.',
    zh: '全部数值见下方表格。',
  },
  onPage: {
    en: 'Every value is on the card’s page.',
    kk: 'Барлық мән карточка бетінде.',
    ru: 'Все значения — на странице карточки.',
    zh: '全部数值见卡片页面。',
  },
  dataSources: { en: 'Data, sources ↗', kk: 'Деректер ↗', ru: 'Данные ↗', zh: '数据与来源 ↗' },
  newTab: {
    en: '(opens a new tab)',
    kk: '(жаңа қойындыда ашылады)',
    ru: '(в новой вкладке)',
    zh: '（在新标签页打开）',
  },
  keyFigures: { en: 'Key figures', kk: 'Негізгі сандар', ru: 'Главные цифры', zh: '关键数字' },
  onThisPage: { en: 'On this page', kk: 'Осы бетте', ru: 'На странице', zh: '本页内容' },
  figures: { en: 'Figures', kk: 'Деректер', ru: 'Данные', zh: '数据' },
  period: { en: 'Period', kk: 'Кезең', ru: 'Период', zh: '时期' },
  item: { en: 'What', kk: 'Атауы', ru: 'Показатель', zh: '项目' },
  source: { en: 'Source', kk: 'Дереккөз', ru: 'Источник', zh: '来源' },
  sources: { en: 'Sources', kk: 'Дереккөздер', ru: 'Источники', zh: '来源' },
  sourceNumber: { en: 'Source {number}', kk: '{number}-дереккөз', ru: 'Источник {number}', zh: '来源{number}' },
  notJoined: {
    en: 'Not to be joined to the figures above: another authority, another method.',
    kk: 'Жоғарыдағы деректермен қосуға болмайды: есептеген мекеме де, әдісі де басқа.',
    ru: 'Не соединять с данными выше: другой источник, другая методика.',
    zh: '不可与上表数据连接：统计机构与方法不同。',
  },
  earlier: {
    en: 'Another authority: {authority}, {span}',
    kk: 'Басқа мекеме: {authority}, {span}',
    ru: 'Другой источник: {authority}, {span}',
    zh: '其他机构：{authority}，{span}',
  },
  rows: { en: 'rows: {count}', kk: '{count} жол', ru: 'строк: {count}', zh: '{count}行' },
  legendFinal: {
    en: 'No mark: final',
    kk: 'Белгі жоқ: түпкілікті',
    ru: 'Без знака — окончательные',
    zh: '无标记为终值',
  },
  remarks: { en: 'Remarks', kk: 'Ескертулер', ru: 'Замечания', zh: '备注' },
  pressTitle: {
    en: 'What the press says and the figures don’t',
    kk: 'Баспасөз жазады, ал деректер растамайды',
    ru: 'Что пишет пресса и чего нет в цифрах',
    zh: '报道这样说，数据并非如此',
  },
  youMayRead: { en: 'You may read', kk: 'Мынаны оқуыңыз мүмкін', ru: 'Можно прочитать', zh: '您可能读到' },
  figuresShow: { en: 'The figures show', kk: 'Дерек мынаны көрсетеді', ru: 'Цифры показывают', zh: '数据显示' },
  notes: { en: 'Notes', kk: 'Ескертпелер', ru: 'Примечания', zh: '说明' },
  download: { en: 'Download', kk: 'Жүктеп алу', ru: 'Скачать', zh: '下载' },
  pictures: { en: 'Pictures', kk: 'Суреттер', ru: 'Изображения', zh: '图片' },
  data: { en: 'Data', kk: 'Деректер', ru: 'Данные', zh: '数据' },
  forLink: { en: 'Link preview', kk: 'Сілтеме үшін', ru: 'Для ссылки', zh: '链接预览' },
  forSharp: { en: 'Sharp', kk: 'Анық', ru: 'Чёткая', zh: '高清' },
  forPrint: { en: 'For print and slides', kk: 'Баспа мен слайдқа', ru: 'Для печати и слайдов', zh: '用于印刷和幻灯片' },
  rowEach: {
    en: 'one row for each figure',
    kk: 'әр дерекке бір жол',
    ru: 'по строке на значение',
    zh: '每个数据一行',
  },
  withStatus: {
    en: 'with sources and status',
    kk: 'дереккөзі мен күйі бар',
    ru: 'с источниками и статусом',
    zh: '含来源与状态',
  },
  forSpreadsheet: {
    en: 'for Excel, as in the table',
    kk: 'Excel үшін, кестедегідей',
    ru: 'для Excel, как в таблице',
    zh: '用于Excel，同表格',
  },
  forStatistics: {
    en: 'for statistical software',
    kk: 'статистикалық бағдарламаларға',
    ru: 'для статистических программ',
    zh: '用于统计软件',
  },
  forSearch: inAll('schema.org Dataset'),
  forPackage: {
    ...inAll('Frictionless Data Package'),
    zh: 'Frictionless数据包',
  },
  forEverything: {
    en: 'CSV, description and readme in one file',
    kk: 'CSV, сипаттама және түсіндірме бір файлда',
    ru: 'CSV, описание и пояснение одним файлом',
    zh: 'CSV、说明与自述文件合一',
  },
  method: { en: 'Method and versions', kk: 'Әдіс және нұсқалар', ru: 'Методика и версии', zh: '方法与历史版本' },
  vintages: {
    en: 'Every figure has the day it became public. Choose a day to see this page, its picture and its data as they were known then; that address never changes.',
    kk: 'Әр деректің жарияланған күні бар. Күнді таңдаңыз: бет, сурет және деректер сол күнгі мәлімет бойынша көрсетіледі; ондай мекенжай өзгермейді.',
    ru: 'У каждого значения есть день публикации. Выберите дату, и страница, изображение и данные станут такими, какими были известны в тот день; такой адрес не меняется.',
    zh: '每个数据都记有公布日期。选择日期，即可查看当时所知的页面、图片和数据；该地址不会改变。',
  },
  asKnownOn: { en: 'As known on', kk: 'Мына күнгі мәлімет', ru: 'По состоянию на', zh: '截至日期' },
  show: { en: 'Show', kk: 'Көрсету', ru: 'Показать', zh: '显示' },
  seeNewest: { en: 'See the newest', kk: 'Соңғысын көру', ru: 'Показать последние данные', zh: '查看最新' },
  newestOf: { en: '{date} (newest)', kk: '{date} (соңғысы)', ru: '{date} (последняя)', zh: '{date}（最新）' },
  earlierEditions: {
    en: 'Earlier versions: {count}',
    kk: 'Бұрынғы нұсқалар: {count}',
    ru: 'Более ранние версии: {count}',
    zh: '更早版本：{count}',
  },
  changed: {
    en: 'figures: {count}; periods: {periods}',
    kk: 'деректер: {count}; кезеңдер: {periods}',
    ru: 'значений: {count}; периоды: {periods}',
    zh: '数据{count}项；时期：{periods}',
  },
  cite: { en: 'How to cite', kk: 'Сілтеме жасау', ru: 'Как цитировать', zh: '引用格式' },
  citation: { en: 'Citation', kk: 'Сілтеме мәтіні', ru: 'Ссылка для цитирования', zh: '引用文本' },
  permalink: {
    en: 'Permanent link to today’s version',
    kk: 'Бүгінгі нұсқаға тұрақты сілтеме',
    ru: 'Постоянная ссылка на сегодняшнюю версию',
    zh: '今日版本的固定链接',
  },
  ours: {
    en: 'Titles marked * are ours: no headline was visible in the copy that was read.',
    kk: '* белгісі бар тақырыптарды біз қойдық: оқылған көшірмеде тақырып көрінбеді.',
    ru: 'Заголовки со знаком * наши: в использованной копии заголовка не было видно.',
    zh: '带*号的标题为我们所拟：所读副本中未见原标题。',
  },
  via: { en: 'via {name}', kk: '{name} арқылы', ru: 'через {name}', zh: '经由{name}' },
  licence: { en: 'Licence', kk: 'Лицензия', ru: 'Лицензия', zh: '许可' },
  related: { en: 'Related cards', kk: 'Ұқсас карточкалар', ru: 'Похожие карточки', zh: '相关卡片' },
  previous: {
    en: '← Previous: {topic}',
    kk: '← Алдыңғысы: {topic}',
    ru: '← Предыдущая: {topic}',
    zh: '← 上一张：{topic}',
  },
  next: { en: 'Next: {topic} →', kk: 'Келесісі: {topic} →', ru: 'Следующая: {topic} →', zh: '下一张：{topic} →' },

  // Docs
  docsText: {
    en: 'One address is the whole interface: the path picks the indicator, the query sets the appearance, the suffix sets the format. No key, no sign-up.',
    kk: 'Бүкіл интерфейс — бір мекенжай: жол көрсеткішті, сұрау бөлігі көріністі, кеңейтімі форматты таңдайды. Кілт те, тіркелу де керек емес.',
    ru: 'Весь интерфейс — один адрес: путь выбирает показатель, запрос — вид, окончание — формат. Без ключа и регистрации.',
    zh: '一个地址就是全部接口：路径选择指标，查询参数决定外观，后缀决定格式。无需密钥或注册。',
  },
  startHere: { en: 'Start here', kk: 'Осыдан бастаңыз', ru: 'С чего начать', zh: '从这里开始' },
  doorWrite: { en: 'I write articles', kk: 'Мақала жазамын', ru: 'Я пишу статьи', zh: '我写文章' },
  doorWriteText: {
    en: 'Paste this where your editor takes HTML. No script runs on your page.',
    kk: 'Редакторыңыз HTML қабылдайтын жерге қойыңыз. Бетіңізде скрипт орындалмайды.',
    ru: 'Вставьте туда, где редактор принимает HTML. Скрипт не нужен.',
    zh: '粘贴到编辑器可输入HTML之处。不会在您的页面运行脚本。',
  },
  doorWriteMore: {
    en: 'Choose size, colours and language',
    kk: 'Өлшем, түс және тіл таңдау',
    ru: 'Выбрать размер, цвета и язык',
    zh: '选择尺寸、颜色和语言',
  },
  doorPost: { en: 'I post and send', kk: 'Жазба жариялаймын', ru: 'Я публикую и отправляю', zh: '我发帖和转发' },
  doorPostText: {
    en: 'The link brings its picture, title and alt text along.',
    kk: 'Сілтемемен бірге сурет, тақырып және балама мәтін келеді.',
    ru: 'Изображение, заголовок и описание приходят вместе со ссылкой.',
    zh: '链接会带出图片、标题和替代文字。',
  },
  doorCode: { en: 'I build software', kk: 'Бағдарлама жасаймын', ru: 'Я пишу программы', zh: '我开发软件' },
  doorCodeText: {
    en: 'JSON with sources, status and the day each figure became public.',
    kk: 'JSON: дереккөз, күй және әр дерек жарияланған күн.',
    ru: 'JSON с источниками, статусом и днём публикации каждого значения.',
    zh: 'JSON，含来源、状态与每个数据的公布日期。',
  },
  doorData: { en: 'I analyse data', kk: 'Дерек талдаймын', ru: 'Я анализирую данные', zh: '我分析数据' },
  doorDataText: {
    en: 'One row for each figure, for pandas, R and spreadsheets.',
    kk: 'Әр дерекке бір жол: pandas, R және электрондық кестелерге.',
    ru: 'По строке на значение: для pandas, R и электронных таблиц.',
    zh: '每个数据一行，适用于pandas、R和电子表格。',
  },
  allAsCsv: { en: 'All cards as CSV', kk: 'Барлық карточка CSV-де', ru: 'Все карточки в CSV', zh: '全部卡片的CSV' },
  tryIt: { en: 'Try an address', kk: 'Мекенжайды байқап көру', ru: 'Попробовать адрес', zh: '试用地址' },
  card: { en: 'Card', kk: 'Карточка', ru: 'Карточка', zh: '卡片' },
  format: { en: 'Format', kk: 'Формат', ru: 'Формат', zh: '格式' },
  theSuffix: { en: 'the suffix', kk: 'кеңейтімі', ru: 'окончание адреса', zh: '地址后缀' },
  exampleLanguage: {
    en: 'Language of the example',
    kk: 'Мысал тілі',
    ru: 'Язык примера',
    zh: '示例语言',
  },
  example: { en: 'Example', kk: 'Мысал', ru: 'Пример', zh: '示例' },
  send: { en: 'Send', kk: 'Жіберу', ru: 'Отправить', zh: '发送' },
  answer: { en: 'Answer', kk: 'Жауап', ru: 'Ответ', zh: '响应' },
  status: { en: 'status', kk: 'күйі', ru: 'статус', zh: '状态' },
  type: { en: 'type', kk: 'түрі', ru: 'тип', zh: '类型' },
  weight: { en: 'size', kk: 'көлемі', ru: 'размер', zh: '大小' },
  cut: {
    en: 'Shown up to here; open the address for the rest.',
    kk: 'Осы жерге дейін көрсетілді; қалғаны — мекенжайда.',
    ru: 'Показано до этого места; остальное — по адресу.',
    zh: '仅显示至此，其余请打开该地址。',
  },
  parameters: { en: 'Parameters of a card', kk: 'Карточка параметрлері', ru: 'Параметры карточки', zh: '卡片参数' },
  name: { en: 'Name', kk: 'Атауы', ru: 'Имя', zh: '名称' },
  takes: { en: 'Takes', kk: 'Мәндері', ru: 'Значения', zh: '取值' },
  does: { en: 'Does', kk: 'Қызметі', ru: 'Действие', zh: '作用' },
  addresses: { en: 'All addresses', kk: 'Барлық мекенжай', ru: 'Все адреса', zh: '全部地址' },
  address: { en: 'Address', kk: 'Мекенжай', ru: 'Адрес', zh: '地址' },
  yearNumber: { en: 'a year', kk: 'жыл', ru: 'год', zh: '年份' },
  dayNumber: { en: 'YYYY-MM-DD', kk: 'ЖЖЖЖ-АА-КК', ru: 'ГГГГ-ММ-ДД', zh: 'YYYY-MM-DD' },
  idsJoined: { en: 'ids joined by ~', kk: '~ арқылы жалғанған id', ru: 'id через ~', zh: '以~连接的id' },
  hexDigits: { en: 'six hex digits', kk: 'он алтылық алты таңба', ru: 'шесть цифр hex', zh: '六位十六进制' },
  releaseName: { en: 'a release', kk: 'шығарылым', ru: 'выпуск', zh: '版本号' },

  // Errors
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

  // Link preview check
  inspectText: {
    en: 'What X, Slack, WhatsApp and others read at an address of this site.',
    kk: 'X, Slack, WhatsApp және басқалары осы сайттың мекенжайынан нені оқитыны.',
    ru: 'Что X, Slack, WhatsApp и другие прочитают по адресу этого сайта.',
    zh: 'X、Slack、WhatsApp等会从本站地址读到的内容。',
  },
  check: { en: 'Check', kk: 'Тексеру', ru: 'Проверить', zh: '检查' },
  noProblems: { en: 'No problems found', kk: 'Ақау табылмады', ru: 'Проблем не найдено', zh: '未发现问题' },
  problems: { en: 'Problems', kk: 'Ақаулар', ru: 'Проблемы', zh: '问题' },
  property: { en: 'Property', kk: 'Қасиет', ru: 'Свойство', zh: '属性' },
  value: { en: 'Value', kk: 'Мәні', ru: 'Значение', zh: '值' },
} as const satisfies Record<string, Entry>

/** The name of each topic of the front page. */
export const topicWords = {
  trade: { en: 'Trade', kk: 'Сауда', ru: 'Торговля', zh: '贸易' },
  corridor: { en: 'Corridor', kk: 'Дәліз', ru: 'Коридор', zh: '走廊' },
  people: { en: 'People', kk: 'Адамдар', ru: 'Люди', zh: '人员往来' },
  money: { en: 'Investment', kk: 'Инвестиция', ru: 'Инвестиции', zh: '投资' },
  other: { en: 'More', kk: 'Басқа', ru: 'Другое', zh: '其他' },
} as const satisfies Record<Topic, Entry>

/** What each size of a card is called in the builder. */
export const sizeWords = {
  wide: { en: 'Wide', kk: 'Кең', ru: 'Широкая', zh: '宽幅' },
  og: { en: 'Link', kk: 'Сілтеме', ru: 'Ссылка', zh: '链接' },
  square: { en: 'Square', kk: 'Шаршы', ru: 'Квадрат', zh: '方形' },
  story: { en: 'Story', kk: 'Сторис', ru: 'История', zh: '竖版' },
  small: { en: 'Small', kk: 'Шағын', ru: 'Малая', zh: '小幅' },
} as const satisfies Record<string, Entry>

/** The places a card may go to: what each is called, what it is for, and what to know when pasting there. */
export const placeWords = {
  link: {
    name: { en: 'Link', kk: 'Сілтеме', ru: 'Ссылка', zh: '链接' },
    about: { en: 'X, LinkedIn, chats', kk: 'X, LinkedIn, чаттар', ru: 'X, LinkedIn, чаты', zh: 'X、领英、聊天' },
    hint: {
      en: 'Picture, description and title come along with the link.',
      kk: 'Сурет, сипаттама және тақырып сілтемемен бірге келеді.',
      ru: 'Изображение, описание и заголовок приходят вместе со ссылкой.',
      zh: '图片、说明和标题会随链接一起显示。',
    },
  },
  instagram: {
    name: inAll('Instagram'),
    about: { en: 'story or post', kk: 'сторис немесе жазба', ru: 'история или пост', zh: '快拍或帖子' },
    hint: {
      en: 'On a phone: Share… hands the picture to the app. Elsewhere: download it and choose it there.',
      kk: 'Телефонда «Бөлісу…» суретті қолданбаға береді. Басқа құрылғыда жүктеп алып, сонда таңдаңыз.',
      ru: 'На телефоне «Поделиться…» передаст изображение приложению. Иначе скачайте и выберите его там.',
      zh: '在手机上可用“分享…”将图片交给应用；其他设备请下载后在应用中选择。',
    },
  },
  article: {
    name: { en: 'Article', kk: 'Мақала', ru: 'Статья', zh: '文章' },
    about: { en: 'any website', kk: 'кез келген сайт', ru: 'любой сайт', zh: '任意网站' },
    hint: {
      en: 'No script needed. Readers can point at a year; on phones the card turns square.',
      kk: 'Скрипт керек емес. Меңзегенде жылдың дерегі көрінеді; телефонда карточка шаршы болады.',
      ru: 'Скрипт не нужен. При наведении видны данные за год; на телефоне карточка становится квадратной.',
      zh: '无需脚本。读者可指向某一年查看；在手机上卡片变为方形。',
    },
  },
  wordpress: {
    name: inAll('WordPress'),
    about: { en: 'paste the link', kk: 'сілтемені қойыңыз', ru: 'вставьте ссылку', zh: '粘贴链接' },
    hint: {
      en: 'Paste it on a line of its own: WordPress turns it into the card.',
      kk: 'Жеке жолға қойыңыз: WordPress оны карточкаға айналдырады.',
      ru: 'Вставьте отдельной строкой: WordPress превратит её в карточку.',
      zh: '单独粘贴为一行，WordPress会将其变为卡片。',
    },
  },
  newsletter: {
    name: { en: 'Newsletter', kk: 'Хат тарату', ru: 'Рассылка', zh: '邮件通讯' },
    about: { en: 'PNG for email', kk: 'хатқа арналған PNG', ru: 'PNG для писем', zh: '适合邮件的PNG' },
    hint: {
      en: 'PNG with twice the pixels: Outlook and Gmail do not show SVG.',
      kk: 'Пикселі екі есе PNG: Outlook пен Gmail SVG көрсетпейді.',
      ru: 'PNG удвоенного размера: Outlook и Gmail не показывают SVG.',
      zh: '双倍像素的PNG：Outlook和Gmail不显示SVG。',
    },
  },
  github: {
    name: inAll('GitHub'),
    about: inAll('README'),
    hint: {
      en: 'Follows GitHub’s light or dark theme, not only the system’s.',
      kk: 'Жүйенің ғана емес, GitHub-тың ашық не күңгірт режиміне сәйкеседі.',
      ru: 'Повторяет тему GitHub, а не только системы.',
      zh: '跟随GitHub的浅色或深色主题，而不只是系统主题。',
    },
  },
  notion: {
    name: inAll('Notion'),
    about: { en: 'embed block', kk: 'embed блогы', ru: 'блок embed', zh: '嵌入块' },
    hint: {
      en: 'Type /embed in Notion and paste the address. The same works in other tools that embed a page.',
      kk: 'Notion-да /embed теріп, мекенжайды қойыңыз. Бет ендіретін басқа құралдарда да солай.',
      ru: 'Наберите в Notion /embed и вставьте адрес. Так же в других сервисах, встраивающих страницы.',
      zh: '在Notion中输入/embed并粘贴地址。其他可嵌入网页的工具同样适用。',
    },
  },
  slide: {
    name: { en: 'Slide', kk: 'Слайд', ru: 'Слайд', zh: '幻灯片' },
    about: { en: 'PNG or SVG', kk: 'PNG немесе SVG', ru: 'PNG или SVG', zh: 'PNG或SVG' },
    hint: {
      en: 'PNG with three times the pixels, or SVG, for PowerPoint, Keynote and Figma.',
      kk: 'PowerPoint, Keynote және Figma үшін пикселі үш есе PNG немесе SVG.',
      ru: 'PNG утроенного размера или SVG для PowerPoint, Keynote и Figma.',
      zh: '三倍像素的PNG或SVG，用于PowerPoint、Keynote和Figma。',
    },
  },
} as const satisfies Record<string, { name: Entry; about: Entry; hint: Entry }>

/** What each way of embedding is called. */
export const snippetWords = {
  frame: { en: 'Iframe', kk: 'Iframe', ru: 'Iframe', zh: 'iframe' },
  picture: {
    en: 'Picture, square on phones',
    kk: 'Сурет, телефонда шаршы',
    ru: 'Изображение, квадрат на телефоне',
    zh: '图片，手机上为方形',
  },
  script: {
    en: 'Script, sets its height by itself',
    kk: 'Скрипт, биіктігін өзі реттейді',
    ru: 'Скрипт, высота подстраивается сама',
    zh: '脚本，自动调整高度',
  },
  component: {
    en: 'Web component: React, Vue, HTML',
    kk: 'Веб-компонент: React, Vue, HTML',
    ru: 'Веб-компонент: React, Vue, HTML',
    zh: 'Web组件：React、Vue、HTML',
  },
  link: { en: 'Link', kk: 'Сілтеме', ru: 'Ссылка', zh: '链接' },
  titled: { en: 'Title and link', kk: 'Тақырып пен сілтеме', ru: 'Заголовок и ссылка', zh: '标题与链接' },
  embed: { en: 'Address to embed', kk: 'Ендіру мекенжайы', ru: 'Адрес для встраивания', zh: '嵌入地址' },
  markdown: inAll('Markdown'),
  html: { en: 'HTML block', kk: 'HTML блогы', ru: 'Блок HTML', zh: 'HTML块' },
  email: { en: 'HTML for email', kk: 'Хатқа арналған HTML', ru: 'HTML для письма', zh: '邮件HTML' },
  github: {
    en: 'HTML, light and dark',
    kk: 'HTML, ашық және күңгірт',
    ru: 'HTML, светлая и тёмная',
    zh: 'HTML，浅色与深色',
  },
  badge: { en: 'Badge', kk: 'Белгіше', ru: 'Бейдж', zh: '徽章' },
  bbcode: inAll('BBCode'),
  amp: inAll('AMP'),
  latex: inAll('LaTeX'),
} as const satisfies Record<string, Entry>

/** What each parameter does, for the table of the docs; the English is in `../request/parameters.ts`. */
export const parameterWords = {
  layout: { kk: 'Карточканың құрылымы', ru: 'Как устроена карточка', zh: '卡片的版式' },
  size: {
    kk: 'Карточканың пиксельдік өлшемі',
    ru: 'Размер карточки в пикселях',
    zh: '卡片的像素尺寸',
  },
  theme: {
    kk: 'Ашық немесе күңгірт; SVG мен iframe үшін auto да бар, ол оқырман жүйесіне сәйкеседі',
    ru: 'Светлая или тёмная; для SVG и iframe также auto — по системе читателя',
    zh: '浅色或深色；SVG和iframe还可用auto，跟随读者系统',
  },
  lang: {
    kk: 'Барлық сөз бен санның тілі',
    ru: 'Язык всех слов и чисел',
    zh: '全部文字与数字的语言',
  },
  from: {
    kk: 'Көрсетілетін алғашқы жыл',
    ru: 'Первый показанный год',
    zh: '显示的起始年份',
  },
  to: { kk: 'Көрсетілетін соңғы жыл', ru: 'Последний показанный год', zh: '显示的截止年份' },
  series: { kk: 'Қатарлардың бір бөлігі', ru: 'Часть рядов', zh: '部分数据序列' },
  asof: {
    kk: 'Сол күнгі мәлімет бойынша, бүгіннен кеш емес; жауап өзгермейді',
    ru: 'По состоянию на этот день, не позже сегодняшнего; ответ не меняется',
    zh: '截至该日的数据，不晚于今天；响应不变',
  },
  accent: {
    kk: 'Бірінші қатардың түсі, оқылатындай етіп түзетіледі',
    ru: 'Цвет первого ряда, с поправкой на читаемость',
    zh: '第一个序列的颜色，会调整至可读',
  },
  background: {
    kk: 'Фон түсі немесе transparent',
    ru: 'Цвет фона или transparent',
    zh: '背景色，或transparent',
  },
  scale: {
    kk: 'Бірлікке шаққандағы пиксель, тек PNG',
    ru: 'Пикселей на единицу, только PNG',
    zh: '每单位像素数，仅PNG',
  },
  v: {
    kk: 'Ағымдағы шығарылым жауапты өзгермейтін етеді',
    ru: 'Текущий выпуск делает ответ неизменным',
    zh: '当前版本号使响应不再变化',
  },
} as const satisfies Record<ParameterName, Translated>

/** What a crawler reads at an address. */
export const factWords = {
  status: { en: 'page status', kk: 'бет күйі', ru: 'статус страницы', zh: '页面状态' },
  title: { en: 'title', kk: 'тақырып', ru: 'заголовок', zh: '标题' },
  description: { en: 'description', kk: 'сипаттама', ru: 'описание', zh: '描述' },
  alt: { en: 'alt text', kk: 'балама мәтін', ru: 'альтернативный текст', zh: '替代文本' },
  canonical: { en: 'canonical address', kk: 'канондық мекенжай', ru: 'канонический адрес', zh: '规范地址' },
  image: { en: 'image', kk: 'сурет', ru: 'изображение', zh: '图片' },
  imageStatus: { en: 'image status', kk: 'сурет күйі', ru: 'статус изображения', zh: '图片状态' },
  imageType: { en: 'image type', kk: 'сурет түрі', ru: 'тип изображения', zh: '图片类型' },
  imageSize: { en: 'image size', kk: 'сурет өлшемі', ru: 'размер изображения', zh: '图片尺寸' },
  imageBytes: { en: 'image bytes', kk: 'сурет көлемі, байт', ru: 'изображение, байт', zh: '图片字节数' },
  imageLife: {
    en: 'image cache time',
    kk: 'суреттің кэште сақталуы',
    ru: 'хранение изображения в кэше',
    zh: '图片缓存时间',
  },
  pageLife: { en: 'page cache time', kk: 'беттің кэште сақталуы', ru: 'хранение страницы в кэше', zh: '页面缓存时间' },
  xCard: { en: 'X card', kk: 'X карточкасы', ru: 'карточка X', zh: 'X卡片' },
  oembed: inAll('oEmbed'),
} as const satisfies Record<string, Entry>

/** What may be wrong with a preview; `{number}` is what was found. */
export const warningWords = {
  page: {
    en: 'The page returns {number}, so nothing is shown',
    kk: 'Бет {number} күйін қайтарады, сондықтан ештеңе көрсетілмейді',
    ru: 'Страница возвращает код {number}, поэтому ничего не показывается',
    zh: '页面返回{number}，因此不会显示任何内容',
  },
  image: {
    en: 'The image returns {number}, so the link is shown alone',
    kk: 'Сурет {number} күйін қайтарады, сондықтан сілтеме ғана көрсетіледі',
    ru: 'Изображение возвращает код {number}, поэтому показывается только ссылка',
    zh: '图片返回{number}，因此只显示链接',
  },
  bytes: {
    en: 'The image has {number} bytes; WhatsApp shows fewer than 300,000',
    kk: 'Сурет көлемі — {number} байт; WhatsApp 300 000 байттан азын көрсетеді',
    ru: 'Изображение занимает {number} байт; WhatsApp показывает меньше 300 000',
    zh: '图片为{number}字节；WhatsApp仅显示小于30万字节的图片',
  },
  title: {
    en: 'The title has {number} characters; previews cut it at about 70 to 110',
    kk: 'Тақырыпта {number} таңба бар; ол шамамен 70–110 таңбада қысқартылады',
    ru: 'В заголовке {number} знаков; в превью он обрезается примерно на 70–110',
    zh: '标题有{number}个字符；预览约在70至110个字符处截断',
  },
  alt: {
    en: 'The alt text has {number} characters; X cuts it at 420',
    kk: 'Балама мәтінде {number} таңба бар; X оны 420 таңбада қысқартады',
    ru: 'В альтернативном тексте {number} знаков; X обрезает его на 420',
    zh: '替代文本有{number}个字符；X在420个字符处截断',
  },
  badge: {
    en: 'A badge is no preview; the card of the indicator is shown instead',
    kk: 'Белгіше сілтеме көрінісіне жарамайды; орнына көрсеткіштің карточкасы көрсетіледі',
    ru: 'Бейдж не годится для превью; вместо него показывается карточка показателя',
    zh: '徽章不能用作预览；改为显示该指标的卡片',
  },
} as const satisfies Record<string, Entry>

/** What each operation of the OpenAPI document answers, where the summary of the document is not the reader's language. */
export const operationWords: Record<string, Translated> = {
  sendMcpMessage: {
    kk: 'Model Context Protocol, ЖИ-агенттер үшін',
    ru: 'Model Context Protocol, для ИИ-агентов',
    zh: 'Model Context Protocol，供AI智能体使用',
  },
  readWorkbook: {
    kk: 'Деректер Excel кітабы түрінде',
    ru: 'Данные в виде книги Excel',
    zh: 'Excel工作簿格式的数据',
  },
  readArchive: {
    kk: 'Деректер ZIP түрінде: CSV, деректер пакеті, README',
    ru: 'Данные в ZIP: CSV, пакет данных, README',
    zh: 'ZIP格式的数据：CSV、数据包、README',
  },
  readOembed: {
    kk: 'Көрсеткіш бетіне арналған oEmbed',
    ru: 'oEmbed для страницы показателя',
    zh: '指标页面的oEmbed',
  },
  readLlmsTxt: {
    kk: 'ЖИ-агент дерек келтірер алдында нені білуі керек',
    ru: 'Что агенту нужно знать, прежде чем приводить цифры',
    zh: 'AI智能体引用数据前须知',
  },
  drawSvg: {
    kk: 'SVG форматындағы карточка',
    ru: 'Карточка в формате SVG',
    zh: 'SVG格式的卡片',
  },
  drawPng: {
    kk: 'PNG форматындағы карточка',
    ru: 'Карточка в формате PNG',
    zh: 'PNG格式的卡片',
  },
  readIndicator: {
    kk: 'Көрсеткіш, оның деректері мен дереккөздері',
    ru: 'Показатель с данными и источниками',
    zh: '指标及其数据和来源',
  },
  readObservations: {
    kk: 'Көрсеткіштің деректері, әр жолда біреуден',
    ru: 'Данные показателя, по одному значению в строке',
    zh: '指标的数据，每行一条',
  },
  readJsonStat: {
    kk: 'Сол деректер JSON-stat 2.0 форматында',
    ru: 'То же в формате JSON-stat 2.0',
    zh: '同一数据的JSON-stat 2.0格式',
  },
  readJsonLd: {
    kk: 'Сол деректер schema.org Dataset түрінде',
    ru: 'То же как schema.org Dataset',
    zh: '同一数据的schema.org Dataset格式',
  },
  listIndicators: {
    kk: 'Каталог немесе кейбір көрсеткіштер толығымен',
    ru: 'Каталог или некоторые показатели полностью',
    zh: '目录，或部分指标的完整内容',
  },
  listObservations: {
    kk: 'Барлық деректер немесе кейбір көрсеткіштердің деректері',
    ru: 'Все данные или данные некоторых показателей',
    zh: '全部数据，或部分指标的数据',
  },
  readDataPackage: {
    kk: 'Frictionless Data Package түріндегі көрсеткіш',
    ru: 'Показатель как Frictionless Data Package',
    zh: '该指标的Frictionless数据包',
  },
  readBadge: {
    kk: 'shields.io белгішесіне арналған негізгі көрсеткіш',
    ru: 'Главная цифра для бейджа shields.io',
    zh: '用于shields.io徽章的主要数字',
  },
  readCatalogPackage: {
    kk: 'Барлық дерек Frictionless Data Package түрінде',
    ru: 'Все данные как Frictionless Data Package',
    zh: '全部数据的Frictionless数据包',
  },
  readAtom: {
    kk: 'Каталогтағы өзгерістер, жаңасы бірінші',
    ru: 'Изменения каталога, начиная с новых',
    zh: '目录的更新，最新在前',
  },
  readJsonFeed: {
    kk: 'Сол өзгерістер JSON Feed 1.1 форматында',
    ru: 'То же в формате JSON Feed 1.1',
    zh: '同一内容的JSON Feed 1.1格式',
  },
  readIndicatorAtom: {
    kk: 'Көрсеткіштегі өзгерістер, жаңасы бірінші',
    ru: 'Изменения показателя, начиная с новых',
    zh: '某一指标的更新，最新在前',
  },
  readOpenApi: { kk: 'OpenAPI құжаты', ru: 'Документ OpenAPI', zh: 'OpenAPI文档' },
  checkHealth: {
    kk: 'Қызметтің күйі, шығарылымы және ең жаңа деректің күні',
    ru: 'Состояние службы, выпуск и день последних данных',
    zh: '服务状态、发布版本及最新数据日期',
  },
}

export type FactName = keyof typeof factWords
export type Warning = { kind: keyof typeof warningWords; number?: number }
