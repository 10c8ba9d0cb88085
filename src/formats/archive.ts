import type { Card } from '../card/card.ts'
import { toRights } from '../card/rights.ts'
import { flagKinds, statuses } from '../model/indicator.ts'
import { enclose, fill, joinBy, type Lang, say } from '../model/locales.ts'
import { flagWords, statusWords } from '../model/messages.ts'
import { formatNumber } from '../model/numbers.ts'
import { toFigureNotes } from './caveats.ts'
import { toCsv } from './csv.ts'
import { toIndicatorPackage } from './datapackage.ts'
import { headings } from './headings.ts'
import { toLabels, toMeasureInUnit } from './labels.ts'
import { toZip } from './zip.ts'

const readmeWords = {
  files: { en: 'Files', kk: 'Файлдар', ru: 'Файлы', zh: '文件' },
  csv: {
    en: 'one figure per row; UTF-8, commas between fields, decimal points',
    kk: 'әр жолда бір дерек; UTF-8, өрістер үтірмен бөлінген, ондық бөлшек нүктемен',
    ru: 'одно значение в строке; UTF-8, поля через запятую, десятичная точка',
    zh: '每行一个数据；UTF-8，字段以逗号分隔，小数点为“.”',
  },
  package: {
    en: 'what each column holds, for programs (Frictionless Data Package)',
    kk: 'бағандардың сипаттамасы, бағдарламаларға арналған (Frictionless Data Package)',
    ru: 'описание столбцов для программ (Frictionless Data Package)',
    zh: '各列的说明，供程序读取（Frictionless Data Package）',
  },
  shown: {
    en: 'The card shows {factor} × value, in {unit}',
    kk: 'Карточкада {factor} × value көрсетіледі, бірлігі: {unit}',
    ru: 'На карточке показано {factor} × value, единица: {unit}',
    zh: '卡片显示的是 {factor} × value，单位：{unit}',
  },
  marks: { en: 'Status and flag', kk: 'Күйі мен белгісі', ru: 'Статус и пометка', zh: '状态与标记' },
} as const satisfies Record<string, Record<Lang, string>>

/**
 * The figures as a ZIP to download: `observations.csv`, the `datapackage.json` that describes it, and a `README.md` in the
 * reader's language with the unit, the meaning of status and flag, the notes and the sources. `page` is where it came from.
 */
export const toArchive = (card: Card, page: string): Uint8Array<ArrayBuffer> =>
  toZip(
    [
      { path: 'README.md', content: toReadme(card, page) },
      { path: 'observations.csv', content: toCsv([card]) },
      {
        path: 'datapackage.json',
        content: JSON.stringify(toIndicatorPackage(card, 'observations.csv'), null, 2),
      },
    ],
    card.updated,
  )

const toReadme = (card: Card, page: string): string =>
  `${[`# ${card.title}`, '', card.finding, '', card.description, '', `<${page}>`, ...listSections(card)].join('\n')}\n`

/** The lines of every section of the README; one without content is left out. */
function listSections(card: Card): string[] {
  const { lang, unit, series, sources } = card
  const labels = toLabels(card)
  const shown = { factor: formatNumber(unit.display.factor, { most: 9 }, lang), unit: unit.display.label }
  const section = (heading: Record<Lang, string>, lines: readonly string[]): string[] =>
    lines.length > 0 ? ['', `## ${say(heading, lang)}`, '', ...lines] : []
  return [
    ...section(readmeWords.files, [
      toTerm('observations.csv', say(readmeWords.csv, lang)),
      toTerm('datapackage.json', say(readmeWords.package, lang)),
    ]),
    ...section(headings.unit, [
      toTerm(unit.code, toMeasureInUnit(card)),
      ...(unit.display.factor === 1 ? [] : [`- ${fill(say(readmeWords.shown, lang), shown)}`]),
    ]),
    ...section(
      headings.series,
      series.map(({ id, label, authority }) => toTerm(id, enclose(labels.get(id) ?? label, authority, lang))),
    ),
    ...section(readmeWords.marks, [
      ...statuses.map(status => toTerm(status, say(statusWords[status], lang))),
      ...flagKinds.map(flag => toTerm(flag, say(flagWords[flag], lang))),
    ]),
    ...section(
      headings.notes,
      [...toFigureNotes(card, labels), ...card.notes].map(note => `- ${note}`),
    ),
    ...section(
      headings.sources,
      sources.map(({ id, title, publisher, via, published, url }) =>
        toTerm(id, joinBy('comma', [title, publisher, ...(via ? [via] : []), published, `<${url}>`], lang)),
      ),
    ),
    ...section(headings.licence, [toRights(card.licence, lang)]),
  ]
}

const toTerm = (code: string, text: string): string => `- \`${code}\`: ${text}`
