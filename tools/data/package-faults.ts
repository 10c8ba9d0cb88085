import { languages } from '../../src/model/locales.ts'
import { limits } from '../../src/request/limits.ts'
import { asKey, type Path } from './json-text.ts'
import type { Package } from './package-schema.ts'
import type { Fault } from './rules/fault.ts'

/** The first parts of addresses that are taken: languages and routes. */
const reserved = new Set<string>([
  ...languages,
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

/** Faults that the schema cannot find: names that refer to each other. */
export function* findFaults(id: string, head: Package): Iterable<Fault> {
  const { card, sources } = head
  const ids = card.series.map(series => series.id)
  if (head.name !== id) yield [['name'], `is "${head.name}"; expected "${id}", the name of the folder`]
  for (const name of listRepeated(ids)) yield [['card', 'series'], `has "${name}" twice; expected each id once`]
  for (const name of listRepeated(sources.map(source => source.name)))
    yield [['sources'], `has "${name}" twice; expected each name once`]
  yield* checkName(ids, ['card', 'headline'], card.headline)
  for (const [i, name] of (card.shown ?? []).entries()) yield* checkName(ids, ['card', 'shown', i], name)
  for (const [i, name] of (card.gap ?? []).entries()) yield* checkName(ids, ['card', 'gap', i], name)
  for (const [i, { series }] of card.callouts.entries())
    yield* checkName(ids, ['card', 'callouts', i, 'series'], series)
  if (reserved.has(card.short))
    yield [['card', 'short'], `is "${card.short}", which is an address of its own; expected another word`]
  for (const [i, { series }] of card.refresh.entries()) yield* checkName(ids, ['card', 'refresh', i, 'series'], series)
  for (const [i, { series }] of card.remarks.entries()) yield* checkName(ids, ['card', 'remarks', i, 'series'], series)
  for (const [i, note] of card.notes.entries())
    for (const name of note.sources)
      if (!sources.some(source => source.name === name))
        yield [['card', 'notes', i], `cites the unknown source "${name}"; expected an entry of sources`]
  for (const [i, { continues, upTo, authority }] of card.series.entries()) {
    yield* checkName(ids, ['card', 'series', i, 'continues'], continues)
    yield* checkName(ids, ['card', 'series', i, 'upTo'], upTo)
    if (!Object.hasOwn(card.authorities, authority)) {
      const known = Object.keys(card.authorities).join(', ')
      yield [['card', 'series', i, 'authority'], `names the authority "${authority}"; expected one of ${known}`]
    }
  }
  yield* checkCount(head)
  yield* checkCircles(head)
  yield* checkPlaceholders(head, [])
  yield* checkFinding(head, ids)
}

function* checkName(ids: readonly string[], path: Path, name: string | undefined): Iterable<Fault> {
  if (name !== undefined && !ids.includes(name))
    yield [path, `names the series "${name}"; expected one of ${ids.join(', ')}`]
}

function* checkFinding({ card: { finding, series } }: Package, ids: readonly string[]): Iterable<Fault> {
  if (finding.kind === 'fixed')
    for (const [i, need] of finding.needs.entries()) {
      yield* checkName(ids, ['card', 'finding', 'needs', i, 'series'], need.series)
      yield* checkName(ids, ['card', 'finding', 'needs', i, 'above'], need.above)
    }
  if (finding.kind !== 'lead') return
  const { between, sentences, across } = finding
  const path = ['card', 'finding', 'between']
  for (const name of between) yield* checkName(ids, path, name)
  for (const name of between)
    if (!Object.hasOwn(sentences, name))
      yield [
        ['card', 'finding', 'sentences'],
        `has no sentence for "${name}"; expected one for each of ${between.join(', ')}`,
      ]
  if (between[0] === between[1]) yield [path, 'names one series twice; expected two']
  const [first, second] = between.map(name => series.find(({ id }) => id === name)?.authority)
  if (first && second && first !== second && !across)
    yield [
      path,
      `compares the figures of two authorities, ${first} and ${second}; expected those of one, or "across": true and words that say whose each are`,
    ]
}

/** Checks that a card of all series is readable: with more than five lines only the subject and two rivals keep their colours. */
function* checkCount({ card: { series } }: Package): Iterable<Fault> {
  const rows = limits['too-many-series']
  if (series.length > rows)
    yield [['card', 'series'], `has ${series.length} series; expected at most ${rows} on one card`]
}

/** A line that continues itself has no beginning. */
function* checkCircles({ card: { series } }: Package): Iterable<Fault> {
  for (const [i, entry] of series.entries())
    for (const link of ['continues', 'upTo'] as const) {
      const passed = new Set<string>()
      let next = entry[link]
      while (next !== undefined && next !== entry.id && !passed.has(next)) {
        passed.add(next)
        next = series.find(({ id }) => id === next)?.[link]
      }
      if (next === entry.id)
        yield [['card', 'series', i, link], `comes back to "${entry.id}"; expected a line of which it is no part`]
    }
}

/** The figures that the words of each place may name; anywhere else braces would be drawn unchanged. */
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

/** Every text of the package that names a figure its place does not have. */
function* checkPlaceholders(value: unknown, path: Path): Iterable<Fault> {
  if (typeof value === 'string') {
    const [, allowed = []] = placeholders.find(([place]) => place.test(path.join('.'))) ?? []
    const expected = allowed.length > 0 ? allowed.map(name => `{${name}}`).join(', ') : 'no braces'
    for (const [whole, name] of value.matchAll(/\{([^}]*)\}?|\}/g)) {
      // The figure that `{value?переехал:переехало}` goes by.
      const figure = name?.replace(/\?[^?:]+:[^?:]+$/, '')
      if (!whole.endsWith('}') || figure === undefined || !allowed.includes(figure))
        yield [path, `is wrong at "${whole}"; expected ${expected}`]
    }
  } else if (typeof value === 'object' && value !== null)
    for (const [key, entry] of Object.entries(value)) yield* checkPlaceholders(entry, [...path, asKey(key)])
}

const listRepeated = (names: string[]): string[] => [...new Set(names.filter((name, i) => names.indexOf(name) !== i))]
