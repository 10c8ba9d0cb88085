import type { ChangeKind, FlagKind, Status } from './indicator.ts'
import type { Lang } from './locales.ts'

/** The phrases every card shares, in each language. What an indicator says of itself is in its folder. */
export const words = {
  source: {
    en: 'Source: {authorities}',
    kk: 'Дереккөз: {authorities}',
    ru: 'Источник: {authorities}',
    zh: '来源：{authorities}',
  },
  sources: {
    en: 'Sources: {authorities}',
    kk: 'Дереккөздер: {authorities}',
    ru: 'Источники: {authorities}',
    zh: '来源：{authorities}',
  },
  newest: {
    en: 'Newest figure: {period}, published {date}',
    kk: 'Соңғы дерек: {period}, жарияланған күні: {date}',
    ru: 'Последние данные: {period}, опубликовано: {date}',
    zh: '最新数据：{period}，发布时间：{date}',
  },
  asOf: {
    en: 'As known on {date}',
    kk: '{date} мәлімет бойынша',
    ru: 'По состоянию на {date}',
    zh: '截至{date}的数据',
  },
  part: { en: 'part of the year', kk: 'жылдың бір бөлігі', ru: 'часть года', zh: '年内部分时段' },
  breakInSeries: { en: 'break in series', kk: 'қатардағы үзіліс', ru: 'разрыв ряда', zh: '序列中断' },
  in: { en: 'in {period}', kk: '{period} жылы', ru: 'в {period} году', zh: '{period}' },
  inMonths: { en: 'in {period}', kk: '{period} аралығында', ru: 'за {period}', zh: '{period}' },
  inDays: {
    en: 'from {start} to {end}',
    kk: '{start} – {end} аралығында',
    ru: 'с {start} по {end}',
    zh: '{start}至{end}',
  },
  for: { en: 'for {period}', kk: '{period} жылға', ru: 'на {period} год', zh: '{period}' },
  forMonths: { en: 'for {period}', kk: '{period}', ru: 'на {period}', zh: '{period}' },
  measureIn: { en: '{measure}, {unit}', kk: '{measure}, {unit}', ru: '{measure}, {unit}', zh: '{measure}（{unit}）' },
  licenceCovers: {
    en: 'The cards and their words; not the figures, which are facts of the sources named',
    kk: 'Карточкалар мен олардың сөздері; сандар емес, олар аталған дереккөздерге тиесілі',
    ru: 'Карточки и их тексты, но не сами данные: они принадлежат названным источникам',
    zh: '适用于卡片及其文字；不适用于数据本身，数据归所列来源所有',
  },
  card: { en: 'Data card', kk: 'Дерек картасы', ru: 'Карточка данных', zh: '数据卡片' },
} as const satisfies Record<string, Record<Lang, string>>

/**
 * A change in words. `since` is the period compared with, in Kazakh in the instrumental (-мен), in Russian with its
 * preposition; `size` has no sign; `verb` is Chinese (see `verbsOfChange`).
 */
export const changeWords = {
  unchanged: { en: 'unchanged', kk: 'өзгеріссіз', ru: 'без изменений', zh: '持平' },
  added: {
    en: '{sentence}, {change}',
    kk: '{sentence}, бұл {change}',
    ru: '{sentence} — {change}',
    zh: '{sentence}，{change}',
  },
  sameAs: {
    en: 'unchanged from {since}',
    kk: '{since} бірдей',
    ru: 'столько же, сколько {since}',
    zh: '与{since}持平',
  },
  roseBy: {
    en: 'up {size} on {since}',
    kk: '{since} салыстырғанда {size} көп',
    ru: 'на {size} больше, чем {since}',
    zh: '比{since}{verb}{size}',
  },
  fellBy: {
    en: 'down {size} on {since}',
    kk: '{since} салыстырғанда {size} аз',
    ru: 'на {size} меньше, чем {since}',
    zh: '比{since}{verb}{size}',
  },
  roseSince: {
    en: 'up {size} since {since}',
    kk: '{since} салыстырғанда {size} көп',
    ru: 'на {size} больше, чем {since}',
    zh: '比{since}{verb}{size}',
  },
  fellSince: {
    en: 'down {size} since {since}',
    kk: '{since} салыстырғанда {size} аз',
    ru: 'на {size} меньше, чем {since}',
    zh: '比{since}{verb}{size}',
  },
} as const satisfies Record<string, Record<Lang, string>>

/** "More than" and "about" before a figure; `phrases.ts` puts them where the grammar of each language has them. */
export const hedgeWords = {
  'more-than': { en: 'more than', kk: 'астам', ru: 'более', zh: '逾' },
  about: { en: 'about', kk: 'шамамен', ru: 'около', zh: '约' },
} as const satisfies Record<string, Record<Lang, string>>

/** The same after a preposition in Russian, and in place of a verb in Chinese: "до более чем", "примерно на", 超过. */
export const governedHedges = {
  ru: { 'more-than': 'более чем', about: 'примерно' },
  zh: { 'more-than': '超过' },
} as const

/** What Chinese says of a change: a share grows, a number is added to, a rate goes up. */
export const verbsOfChange = {
  percent: { rose: '增长', fell: '下降' },
  points: { rose: '上升', fell: '下降' },
  absolute: { rose: '增加', fell: '减少' },
} as const satisfies Record<ChangeKind, { rose: string; fell: string }>

type CountedWords = Record<Lang, { other: string; one?: string; few?: string; many?: string; dative?: string }>

/** How a change in percent stands in a sentence, and how one in percentage points does. */
export const percentForms: CountedWords = {
  en: { other: '{n}' },
  kk: { other: '{n}', dative: '{n}-ға' },
  ru: { other: '{n}' },
  zh: { other: '{n}' },
}
export const pointForms: CountedWords = {
  en: { one: '{n} point', other: '{n} points' },
  kk: { other: '{n} пайыздық тармақ', dative: '{n} пайыздық тармаққа' },
  ru: {
    one: '{n} процентный пункт',
    few: '{n} процентных пункта',
    many: '{n} процентных пунктов',
    other: '{n} процентного пункта',
  },
  zh: { other: '{n}个百分点' },
}

/** The months of Kazakh as its sentences need them: "with", "for" and "as of" a month. */
export const kazakhMonths = {
  instrumental: [
    'қаңтармен',
    'ақпанмен',
    'наурызбен',
    'сәуірмен',
    'мамырмен',
    'маусыммен',
    'шілдемен',
    'тамызбен',
    'қыркүйекпен',
    'қазанмен',
    'қарашамен',
    'желтоқсанмен',
  ],
  dative: [
    'қаңтарға',
    'ақпанға',
    'наурызға',
    'сәуірге',
    'мамырға',
    'маусымға',
    'шілдеге',
    'тамызға',
    'қыркүйекке',
    'қазанға',
    'қарашаға',
    'желтоқсанға',
  ],
  attributive: [
    'қаңтардағы',
    'ақпандағы',
    'наурыздағы',
    'сәуірдегі',
    'мамырдағы',
    'маусымдағы',
    'шілдедегі',
    'тамыздағы',
    'қыркүйектегі',
    'қазандағы',
    'қарашадағы',
    'желтоқсандағы',
  ],
} as const

/** A month in a sentence, where its name changes: the prepositional of Russian, the locative of Kazakh. */
export const monthsIn: Partial<Record<Lang, readonly string[]>> = {
  kk: [
    'қаңтарда',
    'ақпанда',
    'наурызда',
    'сәуірде',
    'мамырда',
    'маусымда',
    'шілдеде',
    'тамызда',
    'қыркүйекте',
    'қазанда',
    'қарашада',
    'желтоқсанда',
  ].map(month => `{year} жылғы ${month}`),
  ru: [
    'январе',
    'феврале',
    'марте',
    'апреле',
    'мае',
    'июне',
    'июле',
    'августе',
    'сентябре',
    'октябре',
    'ноябре',
    'декабре',
  ].map(month => `в ${month} {year} года`),
}

/** What a status or a flag is called beside a figure; `final` needs no word. */
export const statusWords = {
  final: { en: 'final', kk: 'түпкілікті', ru: 'окончательные данные', zh: '终值' },
  provisional: { en: 'provisional', kk: 'алдын ала', ru: 'предварительно', zh: '初值' },
  estimated: { en: 'estimate', kk: 'бағалау', ru: 'оценка', zh: '估算' },
  plan: { en: 'plan', kk: 'жоспар', ru: 'план', zh: '计划' },
} as const satisfies Record<Status, Record<Lang, string>>

export const flagWords = {
  artefact: { en: 'artefact', kk: 'есеп ақауы', ru: 'артефакт учёта', zh: '记录偏差' },
  'at-least': { en: 'at least', kk: 'кемінде', ru: 'не менее', zh: '至少' },
  approximate: { en: 'approximate', kk: 'шамамен', ru: 'приблизительно', zh: '约数' },
  rounded: { en: 'rounded', kk: 'дөңгелектелген', ru: 'округлено', zh: '取整' },
} as const satisfies Record<FlagKind, Record<Lang, string>>

/** What a notice card says for each fault, in the reader's language; the JSON adds the exact sentence. */
export const noticeWords = {
  'unknown-indicator': {
    en: 'There is no such indicator',
    kk: 'Мұндай көрсеткіш жоқ',
    ru: 'Такого показателя нет',
    zh: '没有此指标',
  },
  'unknown-path': {
    en: 'There is nothing at this address',
    kk: 'Бұл мекенжайда ештеңе жоқ',
    ru: 'По этому адресу ничего нет',
    zh: '此地址没有内容',
  },
  'no-observations': {
    en: 'No figure had been published for this choice',
    kk: 'Бұл таңдау бойынша жарияланған дерек жоқ',
    ru: 'По этому выбору данных ещё не опубликовано',
    zh: '所选范围尚无已发布数据',
  },
  'bad-parameter': {
    en: 'This address asks for something we cannot draw',
    kk: 'Бұл мекенжай салуға келмейтінді сұрайды',
    ru: 'Этот адрес просит то, что нельзя нарисовать',
    zh: '此地址的请求无法绘制',
  },
  'method-not-allowed': {
    en: 'This address can only be read',
    kk: 'Бұл мекенжайды тек оқуға болады',
    ru: 'Этот адрес можно только читать',
    zh: '此地址仅可读取',
  },
  'too-many-requests': {
    en: 'Too many new pictures at once',
    kk: 'Бір мезетте тым көп жаңа сурет',
    ru: 'Слишком много новых картинок сразу',
    zh: '同时请求的新图片过多',
  },
  'query-too-long': {
    en: 'This address is too long: at most {most} characters after the question mark',
    kk: 'Бұл мекенжай тым ұзын: сұрақ белгісінен кейін ең көбі {most} таңба',
    ru: 'Слишком длинный адрес: после вопросительного знака не больше {most} знаков',
    zh: '地址过长：问号之后最多{most}个字符',
  },
  'too-many-series': {
    en: 'Too many lines for one card: at most {most}',
    kk: 'Бір карта үшін сызық тым көп: ең көбі {most}',
    ru: 'Слишком много линий для одной карточки: не больше {most}',
    zh: '一张卡片的数据线过多：最多{most}条',
  },
  'too-many-pixels': {
    en: 'This picture would be too large: at most {most} pixels',
    kk: 'Бұл сурет тым үлкен болар еді: ең көбі {most} пиксель',
    ru: 'Картинка вышла бы слишком большой: не больше {most} пикселей',
    zh: '图片过大：最多{most}像素',
  },
  'too-many-bytes': {
    en: 'This picture would be too heavy: at most {most} bytes',
    kk: 'Бұл сурет тым ауыр болар еді: ең көбі {most} байт',
    ru: 'Картинка вышла бы слишком тяжёлой: не больше {most} байт',
    zh: '图片过重：最多{most}字节',
  },
  'not-implemented': {
    en: 'This form is not to be had here',
    kk: 'Мұндай пішім мұнда жоқ',
    ru: 'Такой формы здесь нет',
    zh: '此处不提供该格式',
  },
  internal: {
    en: 'This card could not be drawn just now',
    kk: 'Бұл карта қазір салынбады',
    ru: 'Сейчас карточку нарисовать не удалось',
    zh: '目前无法绘制此卡片',
  },
} as const satisfies Record<string, Record<Lang, string>>

export type NoticeCode = keyof typeof noticeWords

/** The line under a notice: where to go from here. */
export const noticeHint = {
  en: 'The list of indicators and the builder are on the front page',
  kk: 'Көрсеткіштер тізімі мен құрастырғыш басты бетте',
  ru: 'Список показателей и конструктор — на главной странице',
  zh: '指标列表与生成器见首页',
} as const satisfies Record<Lang, string>
