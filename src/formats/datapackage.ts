import type { Card } from '../card/card.ts'
import { flagKinds, type Indicator, precisions, statuses } from '../model/indicator.ts'
import { joinBy, joinSentences, type Lang, say } from '../model/locales.ts'
import { flagWords, statusWords } from '../model/messages.ts'
import * as site from '../site.ts'
import { type ColumnName, columns } from './csv.ts'

const profile = 'https://datapackage.org/profiles/2.0/datapackage.json'

/** The fields of our CSV, as Table Schema names them (https://datapackage.org/standard/table-schema/). */
type Field = {
  type: 'string' | 'number' | 'date'
  /** Where the name of a column says it already, in English alone. */
  description: { en: string } & Partial<Record<Lang, string>>
  format?: 'uri'
  constraints?: { required?: true; enum?: readonly string[] }
}
const required = { required: true } as const

const fields: Record<ColumnName, Field> = {
  indicator: {
    type: 'string',
    description: { en: 'The id of the indicator' },
    constraints: required,
  },
  series: {
    type: 'string',
    description: {
      en: 'The id of one line, from one authority',
      kk: 'Бір мекеменің бір қатарының id-і',
      ru: 'id ряда, из одного источника',
      zh: '序列的id，出自同一机构',
    },
    constraints: required,
  },
  label: {
    type: 'string',
    description: { en: 'The name of the series' },
    constraints: required,
  },
  authority: {
    type: 'string',
    description: {
      en: 'Whose figures the series holds',
      kk: 'Дерек қай мекеменікі екені',
      ru: 'Чьи данные в ряду',
      zh: '数据的统计机构',
    },
    constraints: required,
  },
  period: {
    type: 'string',
    description: {
      en: 'ISO 8601: a year, a month, or an interval of months or days',
      kk: 'ISO 8601: жыл, ай, айлар не күндер аралығы',
      ru: 'ISO 8601: год, месяц, промежуток месяцев или дней',
      zh: 'ISO 8601：年、月，或月、日的区间',
    },
    constraints: required,
  },
  start: {
    type: 'date',
    description: { en: 'The first day of the period' },
    constraints: required,
  },
  end: {
    type: 'date',
    description: { en: 'The last day of the period' },
    constraints: required,
  },
  value: {
    type: 'number',
    description: {
      en: 'In the unit that the column unit names',
      kk: 'unit бағанындағы өлшем бірлігімен',
      ru: 'В единице из столбца unit',
      zh: '单位见unit列',
    },
    constraints: required,
  },
  unit: {
    type: 'string',
    description: { en: 'The code of the unit of value' },
    constraints: required,
  },
  status: {
    type: 'string',
    description: {
      en: 'How settled the figure is; a plan is a figure for the future',
      kk: 'Дерек қаншалықты түпкілікті; жоспар болашаққа арналған',
      ru: 'Насколько данные окончательны; план относится к будущему',
      zh: '数据的确定程度；计划指未来',
    },
    constraints: { ...required, enum: statuses },
  },
  flag: {
    type: 'string',
    description: {
      en: 'What must be known of the figure: the source says "more than" or "about", has rounded it to a whole unit, or it is an error of recording',
      kk: 'Дерекке қатысты ескерту: дереккөзде «астам» не «шамамен» делінген, бүтінге дөңгелектелген немесе есеп қатесі',
      ru: 'Оговорка к данным: в источнике «более» или «около», округлено до целого либо ошибка учёта',
      zh: '须知：来源称“超过”或“约”、已取整，或为记录误差',
    },
    constraints: { enum: flagKinds },
  },
  note: {
    type: 'string',
    description: { en: 'The same in words, where there is more to say' },
  },
  published: {
    type: 'date',
    description: {
      en: 'The day by which the figure was public',
      kk: 'Дерек жарияланған күн',
      ru: 'День, к которому данные опубликованы',
      zh: '数据公布的日期',
    },
    constraints: required,
  },
  published_precision: {
    type: 'string',
    description: {
      en: 'How exactly that day is known; of a month or a year it is the last day',
      kk: 'Сол күн қаншалықты дәл белгілі; ай мен жылдан соңғы күні алынады',
      ru: 'Насколько точно известен этот день; от месяца и года берётся последний день',
      zh: '该日期的精确程度；只知年月时取最后一天',
    },
    constraints: { ...required, enum: precisions },
  },
  added: {
    type: 'date',
    description: {
      en: 'The day the figure entered this catalogue',
      kk: 'Дерек осы каталогқа енген күн',
      ru: 'День, когда данные вошли в этот каталог',
      zh: '数据进入本目录的日期',
    },
    constraints: required,
  },
  source: {
    type: 'string',
    description: { en: 'The name of an entry of sources' },
    constraints: required,
  },
  url: {
    type: 'string',
    format: 'uri',
    description: { en: 'The address of that source' },
    constraints: required,
  },
}

type Category = { value: string; label: string }

/** What the codes of a column mean, in the reader's language. */
function toCategories(cards: readonly Card[], lang: Lang): Partial<Record<ColumnName, Category[]>> {
  const units = new Map(cards.map(({ unit }) => [unit.code, unit.label]))
  return {
    unit: [...units].map(([value, label]) => ({ value, label })),
    status: statuses.map(value => ({ value, label: say(statusWords[value], lang) })),
    flag: flagKinds.map(value => ({ value, label: say(flagWords[value], lang) })),
  }
}

function toResource(name: string, path: string, cards: readonly Card[], lang: Lang) {
  const categories = toCategories(cards, lang)
  return {
    name,
    path,
    type: 'table',
    profile: 'tabular-data-resource',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: columns.map(column => ({
        name: column.name,
        ...fields[column.name],
        description: fields[column.name].description[lang],
        ...(categories[column.name] && { categories: categories[column.name] }),
      })),
      primaryKey: ['indicator', 'series', 'period'],
    },
  }
}

const toSource = ({ id, title, lang, supplied, publisher, via, url, published }: Card['sources'][number]) => ({
  name: id,
  title,
  lang,
  supplied,
  publisher,
  ...(via && { via }),
  path: url,
  published,
})

/** A licence by its URL; `name` is left out unless it is a Creative Commons licence, whose id the URL holds. */
function toLicence({ name, url, covers }: Card['licence']) {
  const [, terms, version] = /creativecommons\.org\/licenses\/([a-z-]+)\/([\d.]+)/.exec(url) ?? []
  return { ...(terms && { name: `CC-${terms.toUpperCase()}-${version}` }), title: name, path: url, covers }
}

/** The description that readers of packages show, with what the licence is about. */
const toDescription = (text: string, { name, covers }: Card['licence'], lang: Lang): string =>
  joinSentences([text, joinBy('colon', [name, covers], lang)], lang)

/** One indicator as a Frictionless Data Package; `resource` is the address of its CSV. */
export const toIndicatorPackage = (indicator: Indicator, card: Card, release: string, resource: string) => ({
  $schema: profile,
  name: indicator.id,
  title: card.title,
  description: toDescription(card.description, card.licence, card.lang),
  notes: card.notes,
  version: release,
  created: `${card.updated}T00:00:00Z`,
  licenses: [toLicence(card.licence)],
  sources: card.sources.map(toSource),
  resources: [toResource('observations', resource, [card], card.lang)],
})

/** What everything is about. */
const toAbout = (lang: Lang): string =>
  lang === 'en' ? `${site.subject.en}, each with an authority, a source and a date` : say(site.subject, lang)

/** Everything as one Data Package: a single table, led by the indicator; `table` is the address of its CSV. */
export function toCatalogPackage(
  cards: readonly Card[],
  release: string,
  updated: string,
  origin: string,
  table = `${origin}/indicators.csv`,
) {
  const lang = cards[0]?.lang ?? 'en'
  const licences = [...new Map(cards.map(({ licence }) => [licence.url, licence])).values()]
  return {
    $schema: profile,
    name: site.slug,
    title: site.name,
    description: licences.reduce((text, licence) => toDescription(text, licence, lang), toAbout(lang)),
    homepage: origin,
    version: release,
    created: `${updated}T00:00:00Z`,
    licenses: licences.map(toLicence),
    sources: [
      ...new Map(
        cards.flatMap(card => card.sources.map(source => [`${source.id} ${source.url}`, toSource(source)])),
      ).values(),
    ],
    resources: [toResource('indicators', table, cards, lang)],
  }
}
