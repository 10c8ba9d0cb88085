import type { Status } from '../../src/model/indicator.ts'
import type { Lang } from '../../src/model/locales.ts'
import { offered } from '../../src/site.ts'
import type { Table } from '../new/recognise-table.ts'
import { columns } from './columns.ts'
import type { Folder } from './folder.ts'
import { type NewPackage, toPackageText } from './new-package.ts'

/** Hints for the texts that an editor writes, in each language. */
const hints = {
  badge: {
    en: '<Its name in 32 characters>',
    kk: '<Атауы, 32 таңба>',
    ru: '<Название, 32 знака>',
    zh: '<名称，32字以内>',
  },
  title: { en: '<What is counted>', kk: '<Не есептеледі>', ru: '<Что считается>', zh: '<统计什么>' },
  description: {
    en: '<What is counted, by whom, and where.>',
    kk: '<Не есептеледі, кім есептейді, қай жерде.>',
    ru: '<Что считается, кем и где.>',
    zh: '<统计什么、由谁统计、在何处。>',
  },
  measure: {
    en: '<What is counted, without the unit>',
    kk: '<Не есептеледі, өлшем бірлігінсіз>',
    ru: '<Что считается, без единицы>',
    zh: '<统计内容，不含单位>',
  },
  units: { en: '<units>', kk: '<бірлік>', ru: '<единиц>', zh: '<单位>' },
  publisher: { en: '<Who published it>', kk: '<Кім жариялады>', ru: '<Кто опубликовал>', zh: '<由谁发布>' },
  authority: {
    en: '<Who counts, with the country>',
    kk: '<Кім есептейді, елімен бірге>',
    ru: '<Кто считает, со страной>',
    zh: '<由谁统计，含国名>',
  },
  authorityShort: { en: '<Who counts>', kk: '<Кім есептейді>', ru: '<Кто считает>', zh: '<由谁统计>' },
  label: { en: '<Total>', kk: '<Барлығы>', ru: '<Итого>', zh: '<总数>' },
  rose: {
    en: '<The total of the place> rose {size} {in}, to {value}',
    kk: '<Сол жердегі барлығы> {in} {size} өсіп, {value} болды',
    ru: '<Всего там-то> {in}: рост на {size}, до {value}',
    zh: '{in}<某地总数>增长{size}，至{value}',
  },
  fell: {
    en: '<The total of the place> fell {size} {in}, to {value}',
    kk: '<Сол жердегі барлығы> {in} {size} азайып, {value} болды',
    ru: '<Всего там-то> {in}: снижение на {size}, до {value}',
    zh: '{in}<某地总数>下降{size}，至{value}',
  },
  unchanged: {
    en: '<The total of the place> was unchanged at {value} {in}',
    kk: '<Сол жердегі барлығы> {in} өзгермей, {value} болды',
    ru: '<Всего там-то> {in} без изменений: {value}',
    zh: '{in}<某地总数>持平，为{value}',
  },
  first: {
    en: '<The total of the place> was {value} {in}',
    kk: '<Сол жердегі барлығы> {in} {value} болды',
    ru: '<Всего там-то> {in}: {value}',
    zh: '{in}<某地总数>为{value}',
  },
} satisfies Record<string, Record<Lang, string>>

/** The forms in which the sentences of each language need a unit; see `unit-forms.ts`. */
const unitForms: Record<Lang, Record<string, string> | undefined> = {
  en: { one: '{n} <unit>', other: '{n} <units>' },
  kk: {
    other: '{n} <бірлік>',
    dative: '{n} <бірлікке>',
    accusative: '{n} <бірлікті>',
    ablative: '{n} <бірліктен>',
  },
  ru: { one: '{n} <единица>', few: '{n} <единицы>', many: '{n} <единиц>', other: '{n} <единицы>' },
  zh: undefined,
}

/** How many decimals the figures of a table have, two at most. */
const countDecimals = (table: Table | undefined): number =>
  Math.min(2, Math.max(0, ...(table?.rows ?? []).map(({ value }) => (value.split('.')[1] ?? '').length)))

/** The language that a heading of a table is in, by its letters, of those on offer; English where they do not say. */
function toLanguage(heading: string, among: readonly Lang[]): Lang {
  const likely: Lang[] = /\p{Script=Han}/u.test(heading)
    ? ['zh']
    : /[әғқңөұүһі]/i.test(heading)
      ? ['kk', 'ru']
      : /\p{Script=Cyrillic}/u.test(heading)
        ? ['ru', 'kk']
        : []
  return likely.find(lang => among.includes(lang)) ?? 'en'
}

/**
 * What the editor says of a new indicator: the table that it is read from, and for all of its rows the day the figures became public
 * and their status. `among` is the languages that the site offers, of which English is always one.
 */
type Known = {
  among?: readonly Lang[]
  table?: Table | undefined
  published?: string | undefined
  status?: Status | undefined
}

/**
 * A folder for a new indicator: two figures, one source, and a hint in angle brackets wherever words or figures are to be
 * filled in. The build refuses only the hints, each with its place. `today` is ISO 8601. From a table it takes the
 * series and the figures, so that only the rest is left to fill in.
 */
export function toNewFolder(id: string, today: string, known: Known = {}): Folder & { readme: string } {
  const { among = offered, table, published, status } = known
  const { badge, title, description, measure, units, label, publisher, authority, authorityShort, ...finding } = hints
  const series = table?.series.map(({ id, label: written }) => ({
    id,
    label: { ...label, [toLanguage(written, among)]: written },
  })) ?? [{ id: 'total', label }]
  const decimals = countDecimals(table)
  const toDisplay = (lang: Lang) => ({
    label: units[lang],
    short: units[lang],
    ...(unitForms[lang] && { forms: unitForms[lang] }),
    decimals,
  })
  const parts: NewPackage = {
    id,
    title,
    description,
    source: {
      name: 'first-source',
      title: '<Title of the page, as it is printed>',
      publisher,
      path: 'https://example.org/<page>',
      published: published ?? '<YYYY-MM-DD, or YYYY-MM or YYYY, as the page shows it>',
    },
    short: id.slice(0, 24).replace(/-+$/, ''),
    badge,
    measure,
    unit: {
      code: '<UNIT>',
      label: units,
      display: { en: toDisplay('en'), kk: toDisplay('kk'), ru: toDisplay('ru'), zh: toDisplay('zh') },
    },
    layout: series.length > 1 ? 'trend' : 'bars',
    authority: { id: 'office', name: authority, short: authorityShort },
    series,
    finding,
  }
  const year = Number(today.slice(0, 4)) - 1
  const rows =
    table?.rows ?? [year - 1, year].map(year => ({ series: 'total', period: String(year), value: '<value>' }))
  const toLine = ({ series, period, value }: Table['rows'][number]): string =>
    [
      ...[series, period, value, status ?? '<final or provisional>', ''],
      ...[published ?? '<day it became public>', today, 'first-source'],
    ].join(',')
  return {
    id,
    package: toPackageText(parts, among),
    observations: `${[columns.join(','), ...rows.map(toLine)].join('\n')}\n`,
    readme: toReadme(id),
  }
}

const toReadme = (id: string): string => `# ${id}

Fill in every hint in angle brackets, from top to bottom. \`npm run check:data\` names each that is left, with file and line, and
whatever else is wrong; the build refuses the folder until there is nothing. Remove this file when you are done.

1. \`observations.csv\`: one row for each figure. \`value\` is a plain number, as exact as the source gives it. \`published\` is the day
   the source made it public (\`2025-08-31\`, or \`2025-08\` or \`2025\` where it shows no more), \`added\` the day of today. Never edit
   a row once it is committed: a revision is a further row with a later \`published\`. See ../README.md for periods, statuses
   and flags.
2. \`sources\`: for each, a \`name\` (used in the CSV), the title, its language (\`lang\`, if not English), the publisher in each
   language of the site, the address, and the date as the page shows it. Where a third party carried it, add \`via\`.
3. \`title\`, \`description\` and \`card.title\`, \`card.description\`: what it is, in English and in the other languages of the site, without years: these
   words are shown whatever day a reader looks back to. A language that is missing falls back to English, and the check lists it.
   \`card.short\` is the word of its short address, \`card.badge\` its name on a badge: at most 32 characters in each language.
4. \`card.measure\`: the line under the finding, without the unit.
5. \`card.unit\`: \`label\` is the unit of the values as they are stored; \`display\` says how each language shows them: \`label\` in
   full, \`short\` beside a number, \`forms\` in a sentence (see ../README.md), \`decimals\`, and \`factor\` where it counts otherwise (billions of dollars are 亿美元 with
   \`"factor": 10\`).
6. \`card.authorities\`: who counts, in full and in short. A state body has its country in both.
7. \`card.series\`: one line from one authority each. Its \`label\` stands beside the line and is short. \`sentence\` is the figure in
   words; {value}, {in} ("in 2024") and {for} ("for 2027") are filled in. \`area\`: the country in ISO 3166-1. \`continues\`: the
   series of another authority that this one takes up. \`colour\`: whose figures they are (china, russia, kazakhstan, or ochre and
   plum for others). \`card.shown\`: the series of the picture, at most three and counted in one way.
8. \`card.finding\`: the sentences a card may open with. The build picks one by the figures: {size} is "8.1%", {change}
   "up 8.1% on 2024", {since} the base.
9. \`card.events\`, \`card.remarks\`, \`card.notes\`: what a reader must know. A note names its \`sources\`.
`
