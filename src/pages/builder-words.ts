import type { ChartLayout } from '../model/indicator.ts'
import type { Theme } from '../request/parameters.ts'
import type { BuilderSize } from './places.ts'
import { inAll, type Translations } from './translations.ts'

/** The words of the builder. */
export const builderWords = {
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
  themeAutoHint: {
    en: 'if your site has a dark mode',
    kk: 'сайтыңыз күңгірттенсе',
    ru: 'если у сайта тёмная тема',
    zh: '若网站会变暗',
  },
  lines: { en: 'Lines shown', kk: 'Көрсетілетін қатарлар', ru: 'Показаны ряды', zh: '显示的数据线' },
  linesAll: { en: 'all {count}', kk: 'барлығы {count}', ru: 'все {count}', zh: '全部{count}条' },
  chart: { en: 'Chart', kk: 'Диаграмма', ru: 'График', zh: '图表' },
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
} as const satisfies Record<string, Translations>

/** The name of each theme in the builder. */
export const themeWords: Record<Theme, Translations> = {
  light: { en: 'Light', kk: 'Ашық', ru: 'Светлая', zh: '浅色' },
  dark: { en: 'Dark', kk: 'Күңгірт', ru: 'Тёмная', zh: '深色' },
  auto: { en: 'Auto', kk: 'Авто', ru: 'Авто', zh: '自动' },
}

/** The name of each kind of chart in the builder. */
export const chartWords: Record<ChartLayout, Translations> = {
  trend: { en: 'Lines', kk: 'Сызықтар', ru: 'Линии', zh: '折线' },
  bars: { en: 'Columns', kk: 'Бағандар', ru: 'Столбцы', zh: '柱形' },
  stat: { en: 'Number', kk: 'Сан', ru: 'Число', zh: '数字' },
}

/** The name of each size of a card in the builder. */
export const sizeWords: Record<BuilderSize, Translations> = {
  wide: { en: 'Wide', kk: 'Кең', ru: 'Широкая', zh: '宽幅' },
  og: { en: 'Link', kk: 'Сілтеме', ru: 'Ссылка', zh: '链接' },
  square: { en: 'Square', kk: 'Шаршы', ru: 'Квадрат', zh: '方形' },
  story: { en: 'Story', kk: 'Сторис', ru: 'История', zh: '竖版' },
  small: { en: 'Small', kk: 'Шағын', ru: 'Малая', zh: '小幅' },
}

/** The name of each way to embed a card. */
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
} as const satisfies Record<string, Translations>
