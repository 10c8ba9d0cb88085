import { inAll, type Translations } from './translations.ts'

/** The words of the link preview check. */
export const inspectWords = {
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
} as const satisfies Record<string, Translations>

/** The names of the metadata that a crawler reads. */
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
} as const satisfies Record<string, Translations>

export type FactName = keyof typeof factWords

/** The warnings about a preview; `{number}` is the measured value. */
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
} as const satisfies Record<string, Translations>

export type Warning = { kind: keyof typeof warningWords; number?: number }
