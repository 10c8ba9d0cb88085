import type { Folder } from './folder.ts'

const words = (en: string) => ({ en, kk: en, ru: en, zh: en })
const resource = {
  name: 'observations',
  path: 'observations.csv',
  type: 'table',
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  schema: {
    fields: [
      { name: 'series', type: 'string', constraints: { required: true } },
      {
        name: 'period',
        type: 'string',
        description: 'ISO 8601: a year, a month, or an interval of months or days',
        constraints: { required: true },
      },
      { name: 'value', type: 'number', constraints: { required: true } },
      {
        name: 'status',
        type: 'string',
        constraints: { required: true, enum: ['final', 'provisional', 'estimated', 'plan'] },
      },
      {
        name: 'published',
        type: 'date',
        description: 'The day the figure became public in that source',
        constraints: { required: true },
      },
      { name: 'source', type: 'string', constraints: { required: true } },
    ],
    primaryKey: ['series', 'period', 'published'],
  },
}

/**
 * A folder for a new indicator that the build accepts as it is: two figures, one source, and words to replace, each in the
 * place where it will be read. `day` is the day of today, ISO 8601.
 */
export function toNewFolder(id: string, day: string): Folder & { readme: string } {
  const year = Number(day.slice(0, 4)) - 1
  const head = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: id,
    title: 'What is counted',
    description: 'What is counted, by whom, and since when.',
    licenses: [
      {
        name: 'CC-BY-4.0',
        title: 'Creative Commons Attribution 4.0 International',
        path: 'https://creativecommons.org/licenses/by/4.0/',
      },
    ],
    sources: [
      {
        name: 'first-source',
        title: 'Title of the page',
        publisher: 'Publisher',
        path: 'https://example.org/page',
        published: day,
      },
    ],
    resources: [resource],
    card: {
      title: { kk: 'What is counted', ru: 'What is counted', zh: 'What is counted' },
      description: { kk: 'What is counted.', ru: 'What is counted.', zh: 'What is counted.' },
      measure: words('What is counted'),
      unit: {
        code: 'UNIT',
        en: { label: 'units', short: 'units', decimals: 0 },
        kk: { label: 'units', short: 'units', decimals: 0 },
        ru: { label: 'units', short: 'units', decimals: 0 },
        zh: { label: 'units', short: 'units', decimals: 0 },
      },
      layout: 'bars',
      headline: 'total',
      series: [
        {
          id: 'total',
          label: words('Total'),
          sentence: words('The total was {value} {in}'),
          authority: words('Who counts'),
        },
      ],
      events: [],
      finding: {
        kind: 'change',
        rose: words('The total rose {size} {in}, to {value}'),
        fell: words('The total fell {size} {in}, to {value}'),
        unchanged: words('The total stood still at {value} {in}'),
        first: words('The total was {value} {in}'),
      },
      notes: [],
    },
  }
  return {
    id,
    package: `${JSON.stringify(head, null, 2)}\n`,
    observations: `series,period,value,status,published,source\ntotal,${year - 1},100,final,${day},first-source\ntotal,${year},110,provisional,${day},first-source\n`,
    readme: toReadme(id),
  }
}

const toReadme = (id: string): string => `# ${id}

What to fill in, from top to bottom. Every change is checked by \`npm run check:data\`, which names file and line.

1. \`observations.csv\`: one row a figure. \`published\` is the day the source made it public. Never edit a row once it is
   committed: a revision is a further row with a later \`published\`. See ../README.md for periods, statuses and flags.
2. \`sources\`: for each, a \`name\` (used in the CSV), the title, the publisher, the address and the date as the page shows it
   (\`2025\`, \`2025-08\` or \`2025-08-31\`).
3. \`title\`, \`description\` and \`card.title\`, \`card.description\`: what it is, in English and in kk, ru, zh. A language that is
   missing falls back to English, and the check lists it.
4. \`card.measure\`: the line under the finding, without the unit.
5. \`card.unit\`: \`label\` in full, \`short\` beside a number, \`decimals\` shown, and \`factor\` where a language counts otherwise
   (zh: 亿美元 for billions of dollars is \`"factor": 10\`).
6. \`card.series\`: one line from one authority each. Its \`label\` stands beside the line: 32 characters at most. \`sentence\` is the
   figure in words; {value}, {in} ("in 2024") and {for} ("for 2027") are filled in. \`area\`: the country in ISO 3166-1.
   \`continues\`: the series this one takes up.
7. \`card.finding\`: the sentences a card may open with. The build picks one by the figures: {size} is "8.1%", {since} the base.
8. \`card.events\`, \`card.flags\`, \`card.notes\`: what a reader must know. A note names its \`sources\`.
`
