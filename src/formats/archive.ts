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
  ...headings,
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
 * The figures to take along as a ZIP: `observations.csv`, the `datapackage.json` that describes it, and a `README.md` in the
 * reader's language with the unit, the meaning of status and flag, the notes and the sources. `page` is where it came from.
 */
export const toArchive = (card: Card, release: string, page: string): Uint8Array<ArrayBuffer> =>
  toZip(
    [
      { path: 'README.md', content: toReadme(card, page) },
      { path: 'observations.csv', content: toCsv([card]) },
      {
        path: 'datapackage.json',
        content: JSON.stringify(toIndicatorPackage(card, release, 'observations.csv'), null, 2),
      },
    ],
    card.updated,
  )

function toReadme(card: Card, page: string): string {
  const { lang, unit, series, sources } = card
  const labels = toLabels(card)
  const shown = { factor: formatNumber(unit.display.factor, 0, 9, lang), unit: unit.display.label }
  const term = (code: string, text: string): string => `- \`${code}\`: ${text}`
  const section = (name: keyof typeof readmeWords, lines: readonly string[]): string[] =>
    lines.length > 0 ? ['', `## ${say(readmeWords[name], lang)}`, '', ...lines] : []
  const lines = [
    `# ${card.title}`,
    '',
    card.finding,
    '',
    card.description,
    '',
    `<${page}>`,
    ...section('files', [
      term('observations.csv', say(readmeWords.csv, lang)),
      term('datapackage.json', say(readmeWords.package, lang)),
    ]),
    ...section('unit', [
      term(unit.code, toMeasureInUnit(card)),
      ...(unit.display.factor === 1 ? [] : [`- ${fill(say(readmeWords.shown, lang), shown)}`]),
    ]),
    ...section(
      'series',
      series.map(({ id, label, authority }) => term(id, enclose(labels.get(id) ?? label, authority, lang))),
    ),
    ...section('marks', [
      ...statuses.map(status => term(status, say(statusWords[status], lang))),
      ...flagKinds.map(flag => term(flag, say(flagWords[flag], lang))),
    ]),
    ...section(
      'notes',
      [...toFigureNotes(card, labels), ...card.notes].map(note => `- ${note}`),
    ),
    ...section(
      'sources',
      sources.map(({ id, title, publisher, via, published, url }) =>
        term(id, joinBy('comma', [title, publisher, ...(via ? [via] : []), published, `<${url}>`], lang)),
      ),
    ),
    ...section('licence', [toRights(card.licence, lang)]),
  ]
  return `${lines.join('\n')}\n`
}
