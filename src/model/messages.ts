import type { ChangeKind, FlagKind, Form, Status } from './indicator.ts'
import type { Lang } from './locales.ts'

/** The phrases every card shares, in each language. The words of an indicator are in its folder. */
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
  asOf: {
    en: 'As known on {date}',
    kk: '{date} мәлімет бойынша',
    ru: 'По состоянию на {date}',
    zh: '截至{date}的数据',
  },
  part: { en: 'part of the year', kk: 'жылдың бір бөлігі', ru: 'часть года', zh: '非全年' },
  breakInSeries: { en: 'break in series', kk: 'қатардағы үзіліс', ru: 'разрыв ряда', zh: '序列中断' },
  in: { en: 'in {period}', kk: '{period} жылы', ru: 'в {period} году', zh: '{period}' },
  inMonths: { en: 'in {period}', kk: '{period}', ru: 'за {period}', zh: '{period}' },
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
    en: 'It covers the cards and their words, not the figures, which are facts from the sources named',
    kk: 'Карточкалар мен олардың мәтіндеріне қатысты; сандар аталған дереккөздерге тиесілі',
    ru: 'Распространяется на карточки и их тексты, но не на сами данные: они принадлежат названным источникам',
    zh: '适用于卡片及其文字；不适用于数据本身，数据归所列来源所有',
  },
  card: { en: 'Data card', kk: 'Дерек карточкасы', ru: 'Карточка данных', zh: '数据卡片' },
  yearOnYear: { en: 'year on year', kk: 'бір жылда', ru: 'за год', zh: '同比' },
  gap: { en: 'gap {value}', kk: 'айырма {value}', ru: 'разница {value}', zh: '差额 {value}' },
  against: { en: ' v ', kk: ' және ', ru: ' против ', zh: '对' },
  months: { en: '{count} months', kk: '{count} ай', ru: '{count} мес.', zh: '{count}个月' },
  noFigure: { en: 'no figure', kk: 'дерек жоқ', ru: 'нет данных', zh: '无数据' },
  published: { en: 'published {date}', kk: 'жарияланды: {date}', ru: 'опубликовано: {date}', zh: '{date}发布' },
  andMore: { en: 'and {count} more', kk: 'және тағы {count}', ru: 'и ещё {count}', zh: '另有{count}项' },
  andOthers: {
    en: '{first} and {count} more',
    kk: '{first} және тағы {count}',
    ru: '{first} и ещё {count}',
    zh: '{first}等{all}家',
  },
  cardLicence: { en: 'card {licence}', kk: 'карточка {licence}', ru: 'карточка {licence}', zh: '卡片 {licence}' },
  doubtful: { en: 'doubtful figure', kk: 'күмәнді дерек', ru: 'сомнительные данные', zh: '数据存疑' },
  noSize: {
    en: 'No card has this size',
    kk: 'Мұндай өлшемді карточка жоқ',
    ru: 'У карточки нет такого размера',
    zh: '没有这种尺寸的卡片',
  },
  takes: {
    en: 'The parameter {parameter} takes: {allowed}',
    kk: '{parameter} параметрінің мәндері: {allowed}',
    ru: 'Параметр {parameter} принимает: {allowed}',
    zh: '参数{parameter}可取：{allowed}',
  },
  wrongParameter: {
    en: 'The parameter {parameter} is wrong',
    kk: '{parameter} параметрі қате',
    ru: 'Ошибка в параметре {parameter}',
    zh: '参数{parameter}有误',
  },
  seeDocs: { en: 'See {address}', kk: 'Анықтама: {address}', ru: 'Справка: {address}', zh: '说明见 {address}' },
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
    kk: '{since} салыстырғанда өзгеріссіз',
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

/** The verbs of a change in Chinese, which differ for a percentage, percentage points and an amount. */
export const verbsOfChange = {
  percent: { rose: '增长', fell: '下降' },
  points: { rose: '上升', fell: '下降' },
  absolute: { rose: '增加', fell: '减少' },
} as const satisfies Record<ChangeKind, { rose: string; fell: string }>

/** Patterns with `{n}` by the form of what is counted. */
export type CountedForms = { [F in Form]?: string } & { other: string }

/** A change in percent and one in percentage points, as a sentence has them. */
export const percentForms: Record<Lang, CountedForms> = {
  en: { other: '{n}' },
  kk: { other: '{n}', dative: '{n}-ға' },
  ru: { other: '{n}' },
  zh: { other: '{n}' },
}
export const pointForms: Record<Lang, CountedForms> = {
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

/** The name of a status in a table: in Russian always an adjective to "data". */
export const statusWords = {
  final: { en: 'final', kk: 'түпкілікті дерек', ru: 'окончательные', zh: '终值' },
  provisional: { en: 'provisional', kk: 'алдын ала дерек', ru: 'предварительные', zh: '初值' },
  estimated: { en: 'estimate', kk: 'бағалау бойынша', ru: 'оценочные', zh: '估算' },
  plan: { en: 'plan', kk: 'жоспар', ru: 'плановые', zh: '计划' },
} as const satisfies Record<Status, Record<Lang, string>>

export const flagWords = {
  artefact: { en: 'recording error', kk: 'есеп қатесі', ru: 'ошибка учёта', zh: '记录误差' },
  'at-least': { en: 'lower bound', kk: 'төменгі шек', ru: 'нижняя граница', zh: '下限' },
  approximate: { en: 'approximate', kk: 'шамамен алынған', ru: 'приблизительные', zh: '约数' },
  rounded: { en: 'rounded', kk: 'дөңгелектелген', ru: 'округлённые', zh: '取整' },
} as const satisfies Record<FlagKind, Record<Lang, string>>

/** The words of a chart beside a planned or an estimated figure. */
export const remarkWords = {
  estimated: { en: 'estimate', kk: 'бағалау', ru: 'оценка', zh: '估算' },
  plan: { en: 'plan', kk: 'жоспар', ru: 'план', zh: '计划' },
} as const satisfies Partial<Record<Status, Record<Lang, string>>>

/** The sentence of a notice for each failure, in the reader's language; the JSON adds the exact message. */
export const noticeWords = {
  'unknown-indicator': {
    en: 'There is no such indicator',
    kk: 'Мұндай көрсеткіш жоқ',
    ru: 'Такого показателя нет',
    zh: '没有该指标',
  },
  'unknown-path': {
    en: 'There is nothing at this address',
    kk: 'Бұл мекенжайда ештеңе жоқ',
    ru: 'По этому адресу ничего нет',
    zh: '此地址没有内容',
  },
  'unknown-format': {
    en: 'Not available in this format',
    kk: 'Бұл форматта берілмейді',
    ru: 'В таком формате недоступно',
    zh: '不提供此格式',
  },
  'no-observations': {
    en: 'No published figures match this choice',
    kk: 'Бұл таңдауға сай жарияланған дерек жоқ',
    ru: 'Опубликованных данных по этому выбору нет',
    zh: '所选范围没有已发布的数据',
  },
  'bad-parameter': {
    en: 'We cannot draw a card for this link: check its parameters',
    kk: 'Бұл сілтеме бойынша карточка салу мүмкін емес: параметрлерін тексеріңіз',
    ru: 'По этому адресу карточку не построить: проверьте параметры',
    zh: '无法按此链接生成卡片：请检查参数',
  },
  'method-not-allowed': {
    en: 'This address can only be read',
    kk: 'Бұл мекенжайды тек оқуға болады',
    ru: 'Этот адрес доступен только для чтения',
    zh: '此地址仅可读取',
  },
  'too-many-requests': {
    en: 'Too many new images were requested at once',
    kk: 'Бір мезгілде тым көп жаңа сурет сұралды',
    ru: 'Запрошено слишком много новых изображений сразу',
    zh: '同时请求的新图片过多',
  },
  busy: {
    en: 'Too many images are being drawn just now',
    kk: 'Қазір тым көп сурет салынып жатыр',
    ru: 'Сейчас создаётся слишком много изображений',
    zh: '当前正在生成的图片过多',
  },
  'query-too-long': {
    en: 'This address is too long: at most {most} characters after the question mark',
    kk: 'Бұл мекенжай тым ұзын: сұрау белгісінен кейін ең көбі {most} таңба',
    ru: 'Адрес слишком длинный: после вопросительного знака не больше {most} знаков',
    zh: '地址过长：问号之后最多{most}个字符',
  },
  'too-many-series': {
    en: 'Too many lines for one card: at most {most}',
    kk: 'Бір карточкаға сызық тым көп: ең көбі {most}',
    ru: 'Слишком много линий для одной карточки: не больше {most}',
    zh: '一张卡片的线条过多：最多{most}条',
  },
  'too-many-pixels': {
    en: 'This image would be too large: at most {most} pixels',
    kk: 'Бұл сурет тым үлкен болады: ең көбі {most} пиксель',
    ru: 'Изображение слишком велико: не больше {most} пикселей',
    zh: '图片过大：最多{most}像素',
  },
  'too-many-bytes': {
    en: 'This image file would be too large: at most {most} bytes',
    kk: 'Сурет файлының көлемі тым үлкен болады: ең көбі {most} байт',
    ru: 'Файл слишком велик: не больше {most} байт',
    zh: '图片文件过大：最多{most}字节',
  },
  'not-implemented': {
    en: 'This format is not available',
    kk: 'Бұл формат қолданылмайды',
    ru: 'Такой формат не поддерживается',
    zh: '不支持该格式',
  },
  internal: {
    en: 'This card could not be drawn just now',
    kk: 'Қазір карточканы салу мүмкін болмады',
    ru: 'Сейчас карточку построить не удалось',
    zh: '暂时无法生成此卡片',
  },
} as const satisfies Record<string, Record<Lang, string>>

export type NoticeCode = keyof typeof noticeWords

/** The line under a notice: where to go next. Exported, because the fonts are cut to the words that this module exports. */
export const whereTo = {
  en: 'The list of indicators and the builder are on the front page',
  kk: 'Көрсеткіштер тізімі мен құрастырғыш басты бетте',
  ru: 'Список показателей и конструктор — на главной странице',
  zh: '指标列表与生成器见首页',
} as const satisfies Record<Lang, string>

/** The same for a failure that passes with time. */
export const whenTo = {
  'too-many-requests': {
    en: 'Try again in a minute',
    kk: 'Бір минуттан кейін қайталап көріңіз',
    ru: 'Повторите попытку через минуту',
    zh: '请一分钟后重试',
  },
  busy: {
    en: 'Try again in a few seconds',
    kk: 'Бірнеше секундтан кейін қайталап көріңіз',
    ru: 'Повторите попытку через несколько секунд',
    zh: '请几秒后重试',
  },
  internal: {
    en: 'Try again later',
    kk: 'Кейінірек қайталап көріңіз',
    ru: 'Повторите попытку позже',
    zh: '请稍后重试',
  },
} as const satisfies Partial<Record<NoticeCode, Record<Lang, string>>>

/** The line under a notice of this code. */
export const toNoticeHint = (code: NoticeCode): Record<Lang, string> =>
  code === 'internal' || code === 'busy' || code === 'too-many-requests' ? whenTo[code] : whereTo
