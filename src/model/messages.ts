import type { FlagKind, Status } from './indicator.ts'
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
    kk: '{date} күнгі мәлімет бойынша',
    ru: 'По состоянию на {date}',
    zh: '截至{date}所知',
  },
  since: {
    en: '{change} since {period}',
    kk: '{period} жылдан бері {change}',
    ru: '{change} к {period} году',
    zh: '较{period}{change}',
  },
  sinceMonths: {
    en: '{change} since {period}',
    kk: '{change}, салыстыру кезеңі: {period}',
    ru: '{change} к периоду {period}',
    zh: '较{period}{change}',
  },
  unchanged: { en: 'unchanged', kk: 'өзгеріссіз', ru: 'без изменений', zh: '持平' },
  part: { en: 'part of the year', kk: 'жылдың бір бөлігі', ru: 'часть года', zh: '年内部分时段' },
  breakInSeries: { en: 'break in series', kk: 'қатардағы үзіліс', ru: 'разрыв ряда', zh: '序列中断' },
  points: { en: '{change} points', kk: '{change} п. т.', ru: '{change} п. п.', zh: '{change}个百分点' },
  in: { en: 'in {period}', kk: '{period} жылы', ru: 'в {period} году', zh: '{period}' },
  inMonths: { en: 'in {period}', kk: '{period} аралығында', ru: 'за {period}', zh: '{period}' },
  moreThan: { en: 'more than {value}', kk: 'кемінде {value}', ru: 'более {value}', zh: '超过{value}' },
  about: { en: 'about {value}', kk: 'шамамен {value}', ru: 'около {value}', zh: '约{value}' },
  for: { en: 'for {period}', kk: '{period} жылға', ru: 'на {period} год', zh: '{period}' },
  measureIn: { en: '{measure}, {unit}', kk: '{measure}, {unit}', ru: '{measure}, {unit}', zh: '{measure}（{unit}）' },
  licenceCovers: {
    en: 'The cards and their words; not the figures, which are facts of the sources named',
    kk: 'Карточкалар мен олардың сөздері; сандар емес, олар аталған дереккөздерге тиесілі',
    ru: 'Карточки и их тексты, но не сами данные: они принадлежат названным источникам',
    zh: '适用于卡片及其文字；不适用于数据本身，数据归所列来源所有',
  },
  card: { en: 'Data card', kk: 'Дерек картасы', ru: 'Карточка данных', zh: '数据卡片' },
} as const satisfies Record<string, Record<Lang, string>>

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
  'unknown-format': {
    en: 'Not available in this format',
    kk: 'Бұл пішімде берілмейді',
    ru: 'В таком формате этого нет',
    zh: '不提供此格式',
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
  busy: {
    en: 'Too many pictures are being drawn just now',
    kk: 'Қазір тым көп сурет салынып жатыр',
    ru: 'Сейчас рисуется слишком много картинок',
    zh: '当前正在绘制的图片过多',
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
