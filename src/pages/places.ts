import type { RequestedCard } from '../card/requested-card.ts'
import type { SnippetId } from '../formats/snippets.ts'
import type { Theme } from '../request/parameters.ts'
import type { Size } from '../request/sizes.ts'
import { inAll, type Translations } from './translations.ts'

/** The places a card may go to: the name of each, its use, and a hint for pasting there. */
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
} as const satisfies Record<string, { name: Translations; about: Translations; hint: Translations }>

export type Place = keyof typeof placeWords
export type BuilderSize = Exclude<Size, 'badge'>

/** The places in the order shown: those of a phone first. */
export const placeNames = Object.keys(placeWords).filter((name): name is Place => Object.hasOwn(placeWords, name))

/** The settings that a place accepts; the first of each list is its default. */
type PlaceSpec = {
  sizes: readonly [BuilderSize, ...BuilderSize[]]
  themes: readonly [Theme, ...Theme[]]
  /** The kind of preview. */
  encoding: 'svg' | 'png'
  /** How many pixels the PNG has for each pixel of the card. */
  scale: 1 | 2 | 3
  /** The code to paste, the best first; none where the place takes a file. */
  snippets: readonly SnippetId[]
}

const png = { themes: ['light', 'dark'], encoding: 'png', scale: 1, snippets: [] } as const
const svg = { themes: ['light', 'dark', 'auto'], encoding: 'svg', scale: 1 } as const

/** Each place with its settings: "Where will it go?" sets size, theme, format and code at once. */
export const placeSpecs: Record<Place, PlaceSpec> = {
  link: { ...png, sizes: ['og'], snippets: ['link', 'titled'] },
  instagram: { ...png, sizes: ['story', 'square'] },
  article: {
    ...svg,
    sizes: ['wide', 'og', 'square', 'story', 'small'],
    snippets: ['frame', 'picture', 'script', 'component', 'link', 'markdown', 'bbcode', 'amp', 'latex'],
  },
  wordpress: { ...png, sizes: ['og'], snippets: ['link', 'html', 'frame'] },
  newsletter: { ...png, sizes: ['og', 'wide', 'square'], scale: 2, snippets: ['email', 'link'] },
  github: {
    ...svg,
    sizes: ['wide', 'og', 'small', 'square'],
    themes: ['auto', 'light', 'dark'],
    snippets: ['github', 'badge', 'markdown'],
  },
  notion: { ...svg, sizes: ['wide'], snippets: ['embed', 'link'] },
  slide: { ...png, sizes: ['wide', 'square'], scale: 3 },
}

/** The place named by `for`; without one, and for one that is not known, the article. */
export const parsePlace = (text: string | null): Place =>
  placeNames.find(name => name === text?.trim().toLowerCase()) ?? 'article'

/** The ways of embedding in a place, the best first: an iframe keeps no size but the wide one, so another is a picture first. */
export function toSnippetOrder(place: Place, requested: RequestedCard): readonly SnippetId[] {
  const { snippets } = placeSpecs[place]
  if (place !== 'article' || requested.params.size === 'wide') return snippets
  return ['picture', ...snippets.filter(id => id !== 'picture')]
}
