import type { Card, CardSeries, Point } from '../card/card.ts'
import { flagKinds, precisions, statuses } from '../model/indicator.ts'
import { type Lang, say, type Words } from '../model/locales.ts'
import { flagWords, statusWords } from '../model/messages.ts'

/** A figure with the series and the card that it is from: a row of the table. */
type FigureRow = { card: Card; series: CardSeries; point: Point }

/** A column of the table of figures, which CSV, XLSX and the data package hold and describe. */
type FigureColumn = {
  name: string
  /** The kind of its cells; a spreadsheet might run words as a formula, but no other kind. */
  kind: 'code' | 'words' | 'day' | 'number' | 'url'
  toCell: (row: FigureRow) => string | number
  /** A description; only in English where the name is enough. */
  description: Words
  /** Whether a cell may be empty. */
  isOptional?: true
  /** The codes a cell may hold, where they are the same in every table. */
  codes?: readonly string[]
  /** The meaning of each of its codes, in the reader's language. */
  toMeanings?: (cards: readonly Card[], lang: Lang) => (readonly [code: string, meaning: string])[]
}

/** The columns of the table in their order; those of a folder's own CSV are in tools/data/columns.ts. */
export const columns: readonly FigureColumn[] = [
  { name: 'indicator', kind: 'code', toCell: ({ card }) => card.id, description: { en: 'The id of the indicator' } },
  {
    name: 'series',
    kind: 'code',
    toCell: ({ series }) => series.id,
    description: {
      en: 'The id of one line, from one authority',
      kk: 'Бір мекеменің бір қатарының id-і',
      ru: 'id ряда, из одного источника',
      zh: '序列的id，出自同一机构',
    },
  },
  { name: 'label', kind: 'words', toCell: ({ series }) => series.label, description: { en: 'The name of the series' } },
  {
    name: 'authority',
    kind: 'words',
    toCell: ({ series }) => series.authority,
    description: {
      en: 'Whose figures the series holds',
      kk: 'Дерек қай мекеменікі екені',
      ru: 'Чьи данные в ряду',
      zh: '数据的统计机构',
    },
  },
  {
    name: 'period',
    kind: 'code',
    toCell: ({ point }) => point.period,
    description: {
      en: 'ISO 8601: a year, a month, or an interval of months or days',
      kk: 'ISO 8601: жыл, ай, айлар не күндер аралығы',
      ru: 'ISO 8601: год, месяц, промежуток месяцев или дней',
      zh: 'ISO 8601：年、月，或月、日的区间',
    },
  },
  {
    name: 'start',
    kind: 'day',
    toCell: ({ point }) => point.start,
    description: { en: 'The first day of the period' },
  },
  { name: 'end', kind: 'day', toCell: ({ point }) => point.end, description: { en: 'The last day of the period' } },
  {
    name: 'value',
    kind: 'number',
    toCell: ({ point }) => point.value,
    description: {
      en: 'In the unit that the column unit names',
      kk: 'unit бағанындағы өлшем бірлігімен',
      ru: 'В единице из столбца unit',
      zh: '单位见unit列',
    },
  },
  {
    name: 'unit',
    kind: 'code',
    toCell: ({ card }) => card.unit.code,
    description: { en: 'The code of the unit of value' },
    toMeanings: cards => [...new Map(cards.map(({ unit }) => [unit.code, unit.label]))],
  },
  {
    name: 'status',
    kind: 'code',
    toCell: ({ point }) => point.status,
    description: {
      en: 'How settled the figure is; a plan is a figure for the future',
      kk: 'Дерек қаншалықты түпкілікті; жоспар болашаққа арналған',
      ru: 'Насколько данные окончательны; план относится к будущему',
      zh: '数据的确定程度；计划指未来',
    },
    codes: statuses,
    toMeanings: (_, lang) => statuses.map(status => [status, say(statusWords[status], lang)]),
  },
  {
    name: 'flag',
    kind: 'code',
    toCell: ({ point }) => point.flag ?? '',
    description: {
      en: 'What must be known of the figure: the source says "more than" or "about", has rounded it to a whole unit, or it is an error of recording',
      kk: 'Дерекке қатысты ескерту: дереккөзде «астам» не «шамамен» делінген, бүтінге дөңгелектелген немесе есеп қатесі',
      ru: 'Оговорка к данным: в источнике «более» или «около», округлено до целого либо ошибка учёта',
      zh: '须知：来源称“超过”或“约”、已取整，或为记录误差',
    },
    isOptional: true,
    codes: flagKinds,
    toMeanings: (_, lang) => flagKinds.map(flag => [flag, say(flagWords[flag], lang)]),
  },
  {
    name: 'note',
    kind: 'words',
    toCell: ({ point }) => point.note ?? '',
    description: { en: 'The same in words, where there is more to say' },
    isOptional: true,
  },
  {
    name: 'published',
    kind: 'day',
    toCell: ({ point }) => point.published,
    description: {
      en: 'The day by which the figure was public',
      kk: 'Дерек жарияланған күн',
      ru: 'День, к которому данные опубликованы',
      zh: '数据公布的日期',
    },
  },
  {
    name: 'published_precision',
    kind: 'code',
    toCell: ({ point }) => point.precision,
    description: {
      en: 'How exactly that day is known; of a month or a year it is the last day',
      kk: 'Сол күн қаншалықты дәл белгілі; ай мен жылдан соңғы күні алынады',
      ru: 'Насколько точно известен этот день; от месяца и года берётся последний день',
      zh: '该日期的精确程度；只知年月时取最后一天',
    },
    codes: precisions,
  },
  {
    name: 'added',
    kind: 'day',
    toCell: ({ point }) => point.added,
    description: {
      en: 'The day the figure entered this catalogue',
      kk: 'Дерек осы каталогқа енген күн',
      ru: 'День, когда данные вошли в этот каталог',
      zh: '数据进入本目录的日期',
    },
  },
  {
    name: 'source',
    kind: 'code',
    toCell: ({ point }) => point.source,
    description: { en: 'The name of an entry of sources' },
  },
  {
    name: 'url',
    kind: 'url',
    toCell: ({ card, point }) => card.sources.find(({ id }) => id === point.source)?.url ?? '',
    description: { en: 'The address of that source' },
  },
]

/** The figures of a card, series by series, as the rows of the table. */
export const toRows = (card: Card): FigureRow[] =>
  card.series.flatMap(series => series.points.map(point => ({ card, series, point })))
