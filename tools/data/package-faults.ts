import { limits } from '../../src/request/limits.ts'
import { asKey, type Path } from './json-text.ts'
import type { Package } from './package-schema.ts'

type Fault = [path: Path, fault: string]

/** The first parts of addresses that are taken: languages and routes. */
const reserved = new Set([
  'en',
  'kk',
  'ru',
  'zh',
  'indicators',
  'badges',
  'oembed',
  'feed',
  'openapi',
  'docs',
  'mcp',
  'llms',
  'healthz',
  'robots',
  'sitemap',
  'favicon',
  'inspect',
  'style',
  'datapackage',
])

/** What the form alone cannot say: names that refer to each other. */
export function findFaults(id: string, head: Package): Fault[] {
  const ids = head.card.series.map(series => series.id)
  const known = (path: Path, name: string | undefined): Fault[] =>
    name === undefined || ids.includes(name)
      ? []
      : [[path, `names the series "${name}"; expected one of ${ids.join(', ')}`]]
  const faults: Fault[] = [
    ...(head.name === id
      ? []
      : [[['name'], `is "${head.name}"; expected "${id}", the name of the folder`] satisfies Fault]),
    ...repeated(ids).map(name => [['card', 'series'], `has "${name}" twice; expected each id once`] satisfies Fault),
    ...repeated(head.sources.map(source => source.name)).map(
      name => [['sources'], `has "${name}" twice; expected each name once`] satisfies Fault,
    ),
    ...known(['card', 'headline'], head.card.headline),
    ...(head.card.shown ?? []).flatMap((name, i) => known(['card', 'shown', i], name)),
    ...(head.card.gap ?? []).flatMap((name, i) => known(['card', 'gap', i], name)),
    ...head.card.callouts.flatMap((callout, i) => known(['card', 'callouts', i, 'series'], callout.series)),
    ...(reserved.has(head.card.short)
      ? [
          [
            ['card', 'short'],
            `is "${head.card.short}", which is an address of its own; expected another word`,
          ] satisfies Fault,
        ]
      : []),
    ...head.card.refresh.flatMap((query, i) => known(['card', 'refresh', i, 'series'], query.series)),
    ...head.card.remarks.flatMap((remark, i) => known(['card', 'remarks', i, 'series'], remark.series)),
    ...head.card.notes.flatMap((note, i) =>
      note.sources
        .filter(name => !head.sources.some(source => source.name === name))
        .map(
          (name): Fault => [['card', 'notes', i], `cites the unknown source "${name}"; expected an entry of sources`],
        ),
    ),
    ...head.card.series.flatMap((series, i) => [
      ...known(['card', 'series', i, 'continues'], series.continues),
      ...known(['card', 'series', i, 'upTo'], series.upTo),
      ...(Object.hasOwn(head.card.authorities, series.authority)
        ? []
        : [
            [
              ['card', 'series', i, 'authority'],
              `names the authority "${series.authority}"; expected one of ${Object.keys(head.card.authorities).join(', ')}`,
            ] satisfies Fault,
          ]),
    ]),
    ...checkCount(head),
    ...checkCircles(head),
    ...checkWords(head, []),
  ]
  return [...faults, ...checkFinding(head, known)]
}

function checkFinding({ card }: Package, known: (path: Path, name: string | undefined) => Fault[]): Fault[] {
  const { finding } = card
  switch (finding.kind) {
    case 'change':
      return []
    case 'fixed':
      return finding.needs.flatMap(({ series, above }, i) => [
        ...known(['card', 'finding', 'needs', i, 'series'], series),
        ...known(['card', 'finding', 'needs', i, 'above'], above),
      ])
    case 'lead': {
      const [first, second] = finding.between.map(name => card.series.find(({ id }) => id === name)?.authority)
      return [
        ...finding.between.flatMap(name => known(['card', 'finding', 'between'], name)),
        ...finding.between
          .filter(name => !Object.hasOwn(finding.sentences, name))
          .map(
            (name): Fault => [
              ['card', 'finding', 'sentences'],
              `has no sentence for "${name}"; expected one for each of ${finding.between.join(', ')}`,
            ],
          ),
        ...(finding.between[0] === finding.between[1]
          ? [[['card', 'finding', 'between'], 'names one series twice; expected two'] satisfies Fault]
          : []),
        ...(first && second && first !== second && !finding.across
          ? [
              [
                ['card', 'finding', 'between'],
                `compares the figures of two authorities, ${first} and ${second}; expected those of one, or "across": true and words that say whose each are`,
              ] satisfies Fault,
            ]
          : []),
      ]
    }
  }
}

/** What a card of all series can show: of more than five lines the subject and two rivals keep their colours, the rest stand back. */
function checkCount({ card: { series } }: Package): Fault[] {
  const rows = limits['too-many-series']
  if (series.length <= rows) return []
  return [[['card', 'series'], `has ${series.length} series; expected at most ${rows} on one card`]]
}

/** A line that comes back to itself has no beginning. */
const checkCircles = ({ card: { series } }: Package): Fault[] =>
  series.flatMap((entry, i) =>
    (['continues', 'upTo'] as const).flatMap((link): Fault[] => {
      const passed = new Set<string>()
      for (let next = entry[link]; next !== undefined; next = series.find(other => other.id === next)?.[link]) {
        if (next === entry.id)
          return [[['card', 'series', i, link], `comes back to "${entry.id}"; expected a line of which it is no part`]]
        if (passed.has(next)) return []
        passed.add(next)
      }
      return []
    }),
  )

/** The figures that the words of each place may name; anywhere else braces would be drawn as they stand. */
const placeholders: [place: RegExp, names: readonly string[]][] = [
  [/^card\.unit\.display\.[^.]+\.forms\./, ['n']],
  [/^card\.series\.\d+\.sentence\.kk$/, ['value', 'valueDative', 'valueAccusative', 'in', 'for']],
  [/^card\.series\.\d+\.sentence\./, ['value', 'in', 'for']],
  [/^card\.finding\.sentences\.[^.]+\.passed\./, ['year']],
  [/^card\.finding\.sentences\.[^.]+\.ahead\./, ['value', 'other', 'otherNumber', 'difference', 'in']],
  [/^card\.finding\.level\./, ['value', 'other', 'otherNumber', 'in']],
  [/^card\.finding\.exceeded\./, ['in', 'since', 'value']],
  [
    /^card\.finding\.(?:rose|fell|unchanged|first)\.kk$/,
    ['value', 'valueDative', 'valueAccusative', 'in', 'period', 'since', 'size', 'change'],
  ],
  [/^card\.finding\.(?:rose|fell|unchanged|first)\./, ['value', 'in', 'period', 'since', 'size', 'change']],
]

/** The figure that `{value?переехал:переехало}` goes by. */
const toName = (placeholder: string): string => placeholder.replace(/\?[^?:]+:[^?:]+$/, '')

/** Every text of the package that names a figure its place does not have. */
function checkWords(value: unknown, path: Path): Fault[] {
  if (typeof value === 'string') {
    const [, allowed = []] = placeholders.find(([place]) => place.test(path.join('.'))) ?? []
    const expected = allowed.length > 0 ? allowed.map(name => `{${name}}`).join(', ') : 'no braces'
    return [...value.matchAll(/\{([^}]*)\}?|\}/g)]
      .filter(([whole, name]) => !whole.endsWith('}') || name === undefined || !allowed.includes(toName(name)))
      .map(([whole]): Fault => [path, `is wrong at "${whole}"; expected ${expected}`])
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]) => checkWords(entry, [...path, asKey(key)]))
}

const repeated = (names: string[]): string[] => [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
