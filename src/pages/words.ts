import type { Lang } from '../model/locales.ts'
import type { ParameterName } from '../request/parameters.ts'

type Words = Record<Lang, string>

/** The words of the pages; those of the cards are in src/model/messages.ts. */
export const words = {
  figures: { en: 'The figures', kk: 'Деректер', ru: 'Данные', zh: '数据' },
  period: { en: 'Period', kk: 'Кезең', ru: 'Период', zh: '时期' },
  value: { en: 'Value', kk: 'Мәні', ru: 'Значение', zh: '数值' },
  status: { en: 'Status', kk: 'Күйі', ru: 'Статус', zh: '状态' },
  published: { en: 'Published', kk: 'Жарияланған күні', ru: 'Опубликовано', zh: '发布日期' },
  source: { en: 'Source', kk: 'Дереккөз', ru: 'Источник', zh: '来源' },
  sources: { en: 'Sources', kk: 'Дереккөздер', ru: 'Источники', zh: '来源' },
  notes: { en: 'Notes', kk: 'Ескертпелер', ru: 'Примечания', zh: '说明' },
  cite: { en: 'How to cite', kk: 'Сілтеме жасау', ru: 'Как цитировать', zh: '引用格式' },
  permalink: {
    en: 'Permanent link to today’s version',
    kk: 'Бүгінгі нұсқаға тұрақты сілтеме',
    ru: 'Постоянная ссылка на сегодняшнюю версию',
    zh: '今日版本的固定链接',
  },
  downloads: { en: 'Download', kk: 'Жүктеп алу', ru: 'Скачать', zh: '下载' },
  embed: { en: 'Embed this card', kk: 'Карточканы ендіру', ru: 'Встроить карточку', zh: '嵌入此卡片' },
  language: { en: 'Language', kk: 'Тіл', ru: 'Язык', zh: '语言' },
  all: { en: 'All cards', kk: 'Барлық карточкалар', ru: 'Все карточки', zh: '全部卡片' },
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
} as const satisfies Record<string, Words>

/** The front page: the builder and the list of cards. */
export const galleryWords = {
  description: {
    en: '{subject} as cards to embed, each with its authority, source and date',
    kk: '{subject}: ендіруге арналған карточкалар, әрқайсысының дерек иесі, дереккөзі және күні көрсетілген',
    ru: '{subject}: карточки для встраивания, в каждой указаны ведомство, источник и дата',
    zh: '{subject}，制成可嵌入的卡片，均注明统计机构、来源和日期',
  },
  lead: {
    en: 'Figures as cards: paste one into an article, a README or a newsletter. Each names its authority, source and date.',
    kk: 'Деректер карточка түрінде: мақалаға, README файлына немесе таратылымға қойыңыз. Әрқайсысында дерек иесі, дереккөз және күн көрсетілген.',
    ru: 'Данные в виде карточек: вставьте их в статью, README или рассылку. В каждой указаны ведомство, источник и дата.',
    zh: '数据制成卡片，可放入文章、README或电子通讯。每张均注明统计机构、来源和日期。',
  },
  docs: { en: 'Addresses and formats', kk: 'Мекенжайлар мен форматтар', ru: 'Адреса и форматы', zh: '地址与格式' },
  choose: { en: 'Choose a card', kk: 'Карточканы таңдаңыз', ru: 'Выберите карточку', zh: '选择卡片' },
  indicator: { en: 'Indicator', kk: 'Көрсеткіш', ru: 'Показатель', zh: '指标' },
  show: { en: 'Show', kk: 'Көрсету', ru: 'Показать', zh: '显示' },
  embed: { en: 'Embed', kk: 'Ендіру', ru: 'Встроить', zh: '嵌入' },
  result: {
    en: 'The card and the code to paste',
    kk: 'Карточка және қоятын код',
    ru: 'Карточка и код для вставки',
    zh: '卡片及待粘贴代码',
  },
  page: { en: 'The page of this card', kk: 'Осы карточканың беті', ru: 'Страница этой карточки', zh: '此卡片的页面' },
  paste: { en: 'Code to paste', kk: 'Қоятын код', ru: 'Код для вставки', zh: '待粘贴代码' },
  preview: {
    en: 'How the link will be shown',
    kk: 'Сілтеме қалай көрінеді',
    ru: 'Как будет выглядеть ссылка',
    zh: '链接的显示效果',
  },
  more: { en: 'More cards', kk: 'Тағы карточкалар', ru: 'Ещё карточки', zh: '更多卡片' },
  automatic: { en: 'automatic', kk: 'автоматты', ru: 'автоматически', zh: '自动' },
} as const satisfies Record<string, Words>

/** What each kind of code to paste is called, where it is no proper name. */
export const snippetWords: Record<string, Words> = {
  link: { en: 'Link', kk: 'Сілтеме', ru: 'Ссылка', zh: '链接' },
  img: { en: 'Image', kk: 'Сурет', ru: 'Изображение', zh: '图片' },
  picture: {
    en: 'Picture (high-resolution, dark mode)',
    kk: 'Сурет (жоғары ажыратымдылық, қараңғы режим)',
    ru: 'Изображение (высокое разрешение, тёмный режим)',
    zh: '图片（高分辨率，支持深色模式）',
  },
  iframe: { en: 'Iframe', kk: 'Iframe', ru: 'Iframe', zh: 'Iframe' },
  script: { en: 'Script', kk: 'Скрипт', ru: 'Скрипт', zh: '脚本' },
}

/** What a form calls each parameter, and what the parameter does. */
export const parameterWords: Record<ParameterName, { label: Words; about: Words }> = {
  layout: {
    label: { en: 'Layout', kk: 'Орналасуы', ru: 'Макет', zh: '版式' },
    about: {
      en: 'How the card is arranged',
      kk: 'Карточканың орналасу түрі',
      ru: 'Как устроена карточка',
      zh: '卡片的编排方式',
    },
  },
  size: {
    label: { en: 'Size', kk: 'Өлшемі', ru: 'Размер', zh: '尺寸' },
    about: {
      en: 'The size of the card in pixels',
      kk: 'Карточканың пиксельмен өлшемі',
      ru: 'Размер карточки в пикселях',
      zh: '卡片的像素尺寸',
    },
  },
  theme: {
    label: { en: 'Theme', kk: 'Тақырып', ru: 'Тема', zh: '主题' },
    about: {
      en: 'Light or dark; for SVG also auto, which follows the reader’s system',
      kk: 'Ашық немесе қараңғы; SVG үшін оқырман жүйесіне бейімделетін auto мәні де бар',
      ru: 'Светлая или тёмная; для SVG также auto: как в системе читателя',
      zh: '浅色或深色；SVG还可选auto，随读者系统而定',
    },
  },
  lang: {
    label: { en: 'Language', kk: 'Тіл', ru: 'Язык', zh: '语言' },
    about: {
      en: 'The language of every word and number; a longer BCP 47 tag, such as zh-CN, leads to one of them',
      kk: 'Барлық сөз бен санның тілі; zh-CN сияқты ұзынырақ BCP 47 тегі де осы тілдердің біріне апарады',
      ru: 'Язык всех слов и чисел; более длинный тег BCP 47, например zh-CN, приводится к одному из них',
      zh: '所有文字和数字的语言；较长的BCP 47标签（如zh-CN）也会对应到其中之一',
    },
  },
  from: {
    label: { en: 'From year', kk: 'Бастапқы жыл', ru: 'С года', zh: '起始年份' },
    about: {
      en: 'The first year shown',
      kk: 'Көрсетілетін алғашқы жыл',
      ru: 'Первый показанный год',
      zh: '显示的首年',
    },
  },
  to: {
    label: { en: 'To year', kk: 'Соңғы жыл', ru: 'По год', zh: '截止年份' },
    about: {
      en: 'The last year shown',
      kk: 'Көрсетілетін соңғы жыл',
      ru: 'Последний показанный год',
      zh: '显示的末年',
    },
  },
  series: {
    label: { en: 'Series', kk: 'Қатарлар', ru: 'Ряды', zh: '序列' },
    about: {
      en: 'Some of the series: their ids, joined by ~',
      kk: 'Қатарлардың бір бөлігі: ~ таңбасымен біріктірілген идентификаторлар',
      ru: 'Часть рядов: их идентификаторы через ~',
      zh: '部分序列：以~连接的标识',
    },
  },
  asof: {
    label: { en: 'As of', kk: 'Қай күнгі дерек', ru: 'По состоянию на', zh: '截至日期' },
    about: {
      en: 'The indicator as it was known on that day, which is not later than today',
      kk: 'Көрсеткіштің сол күні белгілі болған күйі; күн бүгіннен кеш болмауы керек',
      ru: 'Показатель, каким он был известен в этот день, не позже сегодняшнего',
      zh: '该指标在当日已知的数据；日期不得晚于今天',
    },
  },
  accent: {
    label: { en: 'Accent colour', kk: 'Екпін түсі', ru: 'Акцентный цвет', zh: '强调色' },
    about: {
      en: 'Six hex digits for the first series, moved to the nearest colour with a contrast of 4.5:1',
      kk: 'Бірінші қатардың түсі: алты он алтылық цифр; контрасты 4,5:1 болатын ең жақын түске ауыстырылады',
      ru: 'Цвет первого ряда: шесть шестнадцатеричных цифр; заменяется ближайшим цветом с контрастом 4,5:1',
      zh: '首个序列的颜色：六位十六进制数；调整为对比度达4.5:1的最接近颜色',
    },
  },
  background: {
    label: { en: 'Background', kk: 'Фон', ru: 'Фон', zh: '背景' },
    about: {
      en: 'Six hex digits, or transparent',
      kk: 'Алты он алтылық цифр немесе transparent',
      ru: 'Шесть шестнадцатеричных цифр или transparent',
      zh: '六位十六进制数，或transparent',
    },
  },
  scale: {
    label: { en: 'Scale of PNG', kk: 'PNG масштабы', ru: 'Масштаб PNG', zh: 'PNG缩放' },
    about: {
      en: 'Pixels for each unit, PNG only',
      kk: 'Бір бірлікке келетін пиксель саны, тек PNG үшін',
      ru: 'Пикселей на единицу, только для PNG',
      zh: '每单位的像素数，仅用于PNG',
    },
  },
  v: {
    label: { en: 'Release', kk: 'Шығарылым', ru: 'Выпуск', zh: '发布版本' },
    about: {
      en: 'A release; the current one makes the answer immutable',
      kk: 'Шығарылым; ағымдағысы көрсетілсе, жауап өзгермейді',
      ru: 'Выпуск; при текущем ответ неизменен',
      zh: '发布版本；指定当前版本时，返回内容不变',
    },
  },
}

/** What a form calls each value of a parameter; a value that is not here stands as it is. */
export const valueWords: { [Name in ParameterName]?: Record<string, Words> } = {
  layout: {
    trend: { en: 'Line chart', kk: 'Сызықтық диаграмма', ru: 'Линейный график', zh: '折线图' },
    bars: { en: 'Bar chart', kk: 'Бағанды диаграмма', ru: 'Столбчатая диаграмма', zh: '柱状图' },
    stat: { en: 'Figures only', kk: 'Тек сандар', ru: 'Только цифры', zh: '仅数字' },
    badge: { en: 'Badge', kk: 'Белгіше', ru: 'Значок', zh: '徽章' },
  },
  size: {
    og: {
      en: 'Link preview, 1200×630',
      kk: 'Сілтеме көрінісі, 1200×630',
      ru: 'Превью ссылки, 1200×630',
      zh: '链接预览，1200×630',
    },
    wide: { en: 'Article, 800×450', kk: 'Мақала, 800×450', ru: 'Статья, 800×450', zh: '文章，800×450' },
    square: { en: 'Square, 1080×1080', kk: 'Шаршы, 1080×1080', ru: 'Квадрат, 1080×1080', zh: '方形，1080×1080' },
    story: { en: 'Story, 1080×1920', kk: 'Сторис, 1080×1920', ru: 'Сторис, 1080×1920', zh: '竖版，1080×1920' },
    small: { en: 'Small, 480×270', kk: 'Шағын, 480×270', ru: 'Малый, 480×270', zh: '小图，480×270' },
    badge: {
      en: 'Badge, 20 pixels high',
      kk: 'Белгіше, биіктігі 20 пиксель',
      ru: 'Значок высотой 20 пикселей',
      zh: '徽章，高20像素',
    },
  },
  theme: {
    light: { en: 'Light', kk: 'Ашық', ru: 'Светлая', zh: '浅色' },
    dark: { en: 'Dark', kk: 'Қараңғы', ru: 'Тёмная', zh: '深色' },
    auto: { en: 'As the reader’s system', kk: 'Оқырман жүйесіндей', ru: 'Как в системе читателя', zh: '随读者系统' },
  },
}

/** The page of a request that fails. */
export const missingWords = {
  back: {
    en: 'All cards, and the builder',
    kk: 'Барлық карточкалар мен құрастырғыш',
    ru: 'Все карточки и конструктор',
    zh: '全部卡片与生成器',
  },
} as const satisfies Record<string, Words>

/** The check of a link preview. */
export const inspectWords = {
  title: {
    en: 'Link preview check',
    kk: 'Сілтеме көрінісін тексеру',
    ru: 'Проверка превью ссылки',
    zh: '链接预览检查',
  },
  description: {
    en: 'How X, Slack, WhatsApp and others will read an address of {name}',
    kk: '{name} мекенжайын X, Slack, WhatsApp және басқалар қалай оқитыны',
    ru: 'Как X, Slack, WhatsApp и другие прочтут адрес {name}',
    zh: 'X、Slack、WhatsApp等将如何读取{name}的地址',
  },
  address: { en: 'Address', kk: 'Мекенжай', ru: 'Адрес', zh: '地址' },
  check: { en: 'Check', kk: 'Тексеру', ru: 'Проверить', zh: '检查' },
  fine: { en: 'No problems found', kk: 'Кемшілік табылған жоқ', ru: 'Замечаний нет', zh: '未发现问题' },
  warnings: { en: 'Warnings', kk: 'Ескертулер', ru: 'Предупреждения', zh: '警告' },
  read: { en: 'What was read', kk: 'Оқылған дерек', ru: 'Что прочитано', zh: '读取的内容' },
  property: { en: 'Property', kk: 'Қасиет', ru: 'Свойство', zh: '属性' },
  value: { en: 'Value', kk: 'Мәні', ru: 'Значение', zh: '值' },
} as const satisfies Record<string, Words>

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
  oembed: { en: 'oEmbed', kk: 'oEmbed', ru: 'oEmbed', zh: 'oEmbed' },
} as const satisfies Record<string, Words>
export type FactName = keyof typeof factWords

/** What may be wrong with a preview; `{number}` is what was found. */
export const warningWords = {
  page: {
    en: 'The page answers {number}, so nothing is shown',
    kk: 'Бет {number} күйін қайтарады, сондықтан ештеңе көрсетілмейді',
    ru: 'Страница отвечает {number}, поэтому ничего не показывается',
    zh: '页面返回{number}，因此不会显示任何内容',
  },
  image: {
    en: 'The image answers {number}, so the link is shown alone',
    kk: 'Сурет {number} күйін қайтарады, сондықтан сілтеме ғана көрсетіледі',
    ru: 'Изображение отвечает {number}, поэтому показывается только ссылка',
    zh: '图片返回{number}，因此只显示链接',
  },
  bytes: {
    en: 'The image has {number} bytes; WhatsApp shows fewer than 300,000',
    kk: 'Сурет көлемі — {number} байт; WhatsApp 300 000 байттан азын көрсетеді',
    ru: 'Изображение занимает {number} байт; WhatsApp показывает меньше 300 000',
    zh: '图片为{number}字节；WhatsApp仅显示小于300,000字节的图片',
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
    ru: 'Значок не годится для превью; вместо него показывается карточка показателя',
    zh: '徽章不能用作预览；改为显示该指标的卡片',
  },
} as const satisfies Record<string, Words>
export type Warning = { kind: keyof typeof warningWords; number?: number }

/** The page that lists every address. */
export const docsWords = {
  title: {
    en: 'Addresses and parameters',
    kk: 'Мекенжайлар мен параметрлер',
    ru: 'Адреса и параметры',
    zh: '地址与参数',
  },
  description: {
    en: 'Every address of {name}, what it takes and what it answers',
    kk: '{name} мекенжайларының бәрі: параметрлері мен жауаптары',
    ru: 'Все адреса {name}: что они принимают и что отвечают',
    zh: '{name}的全部地址：所接受的参数与返回的内容',
  },
  lead: {
    en: 'Every answer can be read from any site (CORS), has an ETag, and links to its other formats. This page is made from the OpenAPI document',
    kk: 'Әр жауапты кез келген сайттан оқуға болады (CORS), онда ETag және басқа форматтарға сілтеме бар. Бұл бет OpenAPI құжатынан жасалған',
    ru: 'Каждый ответ доступен с любого сайта (CORS), имеет ETag и ссылки на другие форматы. Страница построена по документу OpenAPI',
    zh: '每个返回结果均可跨站读取（CORS），带有ETag，并链接到其他格式。本页由OpenAPI文档生成',
  },
  parameters: {
    en: 'Parameters, and a form to try them',
    kk: 'Параметрлер және оларды сынау формасы',
    ru: 'Параметры и форма для проверки',
    zh: '参数与试用表单',
  },
  name: { en: 'name', kk: 'атауы', ru: 'имя', zh: '名称' },
  takes: { en: 'takes', kk: 'мәндері', ru: 'значения', zh: '取值' },
  does: { en: 'does', kk: 'қызметі', ru: 'назначение', zh: '作用' },
  try: { en: 'Try it', kk: 'Сынап көру', ru: 'Попробовать', zh: '试用' },
  range: { en: '{from} to {to}', kk: '{from}–{to}', ru: 'от {from} до {to}', zh: '{from}至{to}' },
  hex: { en: 'six hex digits', kk: 'алты он алтылық цифр', ru: 'шесть шестнадцатеричных цифр', zh: '六位十六进制数' },
  ids: {
    en: 'ids joined by ~',
    kk: '~ арқылы біріктірілген идентификаторлар',
    ru: 'идентификаторы через ~',
    zh: '以~连接的标识',
  },
  release: { en: 'a release', kk: 'шығарылым', ru: 'выпуск', zh: '发布版本' },
  idsAbout: {
    en: 'Some indicators in full, joined by ~',
    kk: 'Кейбір көрсеткіштер толығымен, ~ арқылы біріктіріледі',
    ru: 'Некоторые показатели полностью, через ~',
    zh: '部分指标的完整内容，以~连接',
  },
} as const satisfies Record<string, Words>

/** What each operation of the OpenAPI document answers. */
/** What the parameters of listings and of oEmbed do, by their names. */
export const listingWords: Record<string, Words> = {
  limit: {
    en: 'The most indicators of a page; the Link header names the next page',
    kk: 'Беттегі көрсеткіштердің ең көп саны; келесі бетті Link тақырыбы атайды',
    ru: 'Сколько показателей на странице, не больше; следующую называет заголовок Link',
    zh: '每页最多的指标数；下一页见Link标头',
  },
  after: {
    en: 'The last indicator of the page before',
    kk: 'Алдыңғы беттің соңғы көрсеткіші',
    ru: 'Последний показатель предыдущей страницы',
    zh: '上一页的最后一个指标',
  },
  url: {
    en: 'The page of an indicator here',
    kk: 'Осындағы көрсеткіштің беті',
    ru: 'Страница показателя на этом сайте',
    zh: '本站的指标页面',
  },
  format: { en: 'JSON or XML', kk: 'JSON немесе XML', ru: 'JSON или XML', zh: 'JSON或XML' },
  type: {
    en: 'A picture, or a frame',
    kk: 'Сурет немесе фрейм',
    ru: 'Изображение или фрейм',
    zh: '图片或框架',
  },
  maxwidth: {
    en: 'The greatest width in pixels',
    kk: 'Ең үлкен ені, пиксельмен',
    ru: 'Наибольшая ширина в пикселях',
    zh: '最大宽度（像素）',
  },
  maxheight: {
    en: 'The greatest height in pixels',
    kk: 'Ең үлкен биіктігі, пиксельмен',
    ru: 'Наибольшая высота в пикселях',
    zh: '最大高度（像素）',
  },
}

export const operationWords: Record<string, Words> = {
  sendMcpMessage: {
    en: 'Model Context Protocol, for agents',
    kk: 'Model Context Protocol, ЖИ-агенттер үшін',
    ru: 'Model Context Protocol, для ИИ-агентов',
    zh: 'Model Context Protocol，供AI智能体使用',
  },
  readWorkbook: {
    en: 'The figures as a workbook (Excel)',
    kk: 'Деректер Excel кітабы түрінде',
    ru: 'Данные книгой Excel',
    zh: 'Excel工作簿格式的数据',
  },
  readArchive: {
    en: 'The figures as a ZIP: CSV, data package, README',
    kk: 'Деректер ZIP түрінде: CSV, деректер пакеті, README',
    ru: 'Данные в ZIP: CSV, пакет данных, README',
    zh: 'ZIP格式的数据：CSV、数据包、README',
  },
  readOembed: {
    en: 'oEmbed for the page of an indicator',
    kk: 'Көрсеткіш бетіне арналған oEmbed',
    ru: 'oEmbed для страницы показателя',
    zh: '指标页面的oEmbed',
  },
  readLlmsTxt: {
    en: 'What an agent should know before it quotes a figure',
    kk: 'ЖИ-агент дерек келтірер алдында нені білуі керек',
    ru: 'Что агенту знать, прежде чем приводить цифры',
    zh: 'AI智能体引用数据前须知',
  },
  drawSvg: {
    en: 'The card as SVG',
    kk: 'SVG форматындағы карточка',
    ru: 'Карточка в формате SVG',
    zh: 'SVG格式的卡片',
  },
  drawPng: {
    en: 'The card as PNG',
    kk: 'PNG форматындағы карточка',
    ru: 'Карточка в формате PNG',
    zh: 'PNG格式的卡片',
  },
  readIndicator: {
    en: 'An indicator with its observations and sources',
    kk: 'Көрсеткіш, оның деректері мен дереккөздері',
    ru: 'Показатель с данными и источниками',
    zh: '指标及其数据和来源',
  },
  readObservations: {
    en: 'The observations of an indicator, one a row',
    kk: 'Көрсеткіштің деректері, әр жолда біреуден',
    ru: 'Данные показателя, по одному значению в строке',
    zh: '指标的数据，每行一条',
  },
  readJsonStat: {
    en: 'The same as JSON-stat 2.0',
    kk: 'Сол деректер JSON-stat 2.0 форматында',
    ru: 'То же в формате JSON-stat 2.0',
    zh: '同一数据的JSON-stat 2.0格式',
  },
  readJsonLd: {
    en: 'The same as a schema.org Dataset',
    kk: 'Сол деректер schema.org Dataset түрінде',
    ru: 'То же как schema.org Dataset',
    zh: '同一数据的schema.org Dataset格式',
  },
  listIndicators: {
    en: 'The catalogue, or some indicators in full',
    kk: 'Каталог немесе кейбір көрсеткіштер толығымен',
    ru: 'Каталог или некоторые показатели полностью',
    zh: '目录，或部分指标的完整内容',
  },
  listObservations: {
    en: 'Every observation, or those of some indicators',
    kk: 'Барлық деректер немесе кейбір көрсеткіштердің деректері',
    ru: 'Все данные или данные некоторых показателей',
    zh: '全部数据，或部分指标的数据',
  },
  readDataPackage: {
    en: 'The indicator as a Frictionless Data Package',
    kk: 'Frictionless Data Package түріндегі көрсеткіш',
    ru: 'Показатель как Frictionless Data Package',
    zh: '该指标的Frictionless数据包',
  },
  readBadge: {
    en: 'The headline for a shields.io badge',
    kk: 'shields.io белгішесіне арналған негізгі көрсеткіш',
    ru: 'Главная цифра для значка shields.io',
    zh: '用于shields.io徽章的主要数字',
  },
  readCatalogPackage: {
    en: 'Everything as a Frictionless Data Package',
    kk: 'Барлық дерек Frictionless Data Package түрінде',
    ru: 'Все данные как Frictionless Data Package',
    zh: '全部数据的Frictionless数据包',
  },
  readAtom: {
    en: 'What changed in the catalogue, newest first',
    kk: 'Каталогтағы өзгерістер, жаңасы бірінші',
    ru: 'Изменения каталога, начиная с новых',
    zh: '目录的更新，最新在前',
  },
  readJsonFeed: {
    en: 'The same as JSON Feed 1.1',
    kk: 'Сол өзгерістер JSON Feed 1.1 форматында',
    ru: 'То же в формате JSON Feed 1.1',
    zh: '同一内容的JSON Feed 1.1格式',
  },
  readIndicatorAtom: {
    en: 'What changed in an indicator, newest first',
    kk: 'Көрсеткіштегі өзгерістер, жаңасы бірінші',
    ru: 'Изменения показателя, начиная с новых',
    zh: '某一指标的更新，最新在前',
  },
  readOpenApi: { en: 'The OpenAPI document', kk: 'OpenAPI құжаты', ru: 'Документ OpenAPI', zh: 'OpenAPI文档' },
  checkHealth: {
    en: 'Whether all is well, the release and the day of the newest figure',
    kk: 'Қызметтің күйі, шығарылымы және ең жаңа деректің күні',
    ru: 'Состояние службы, выпуск и день новейших данных',
    zh: '服务状态、发布版本及最新数据日期',
  },
}
