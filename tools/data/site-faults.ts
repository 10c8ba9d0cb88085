import { wcagContrast } from 'culori'
import { apart, leastContrast, leastFillContrast, toColourDifference } from '../../src/draw/theme.ts'
import { type Entity, entities, type Indicator } from '../../src/model/indicator.ts'
import { languages } from '../../src/model/locales.ts'
import { parseOrigin } from '../../src/request/origin.ts'
import type * as site from '../../src/site.ts'

/** The settings that a newsroom changes, as the rules look at them. */
export type Site = Pick<typeof site, 'emblem'> & {
  name: string
  slug: string
  host: string
  origin: string | undefined
  cardLicence: string
  foot: readonly { words: Readonly<Partial<Record<string, string>>>; url: string }[]
  offered: readonly string[]
  subject: Readonly<Partial<Record<string, string>>>
  cardColours: Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>
  colours: Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>
}

type Party = Entity | 'past' | 'slate'
type Pair = readonly [a: Party, b: Party]
const pairsOf = (names: readonly Party[]): Pair[] =>
  names.flatMap((a, i) => names.slice(i + 1).map((b): Pair => [a, b]))

/** The colours that may be side by side on a card: two parties, or a party and a past or secondary figure. */
export const sharing: readonly Pair[] = [
  ...pairsOf(['china', 'russia', 'kazakhstan']),
  ['china', 'ochre'],
  ['ochre', 'russia'],
  ...entities.filter(name => name !== 'ochre').map((name): Pair => [name, 'past']),
  ...(['china', 'kazakhstan', 'russia'] as const).map((name): Pair => [name, 'slate']),
  ['past', 'slate'],
]

/** On the pages: text colours and their backgrounds. */
const onPages: readonly (readonly [ink: string, ground: string])[] = [
  ...['page', 'card', 'well'].flatMap(ground => ['ink', 'muted', 'link'].map(ink => [ink, ground] as const)),
  ['on-fill', 'fill'],
  ['warn', 'warn-well'],
]

/** The faults of the settings of the site, each in a sentence that says what to change. Contrasts are those of WCAG 2.2. */
export const findSiteFaults = (settings: Site): string[] => [
  ...findWordFaults(settings),
  ...findColourFaults(settings),
  ...findEmblemFaults(settings),
]

function* findWordFaults({ name, slug, host, origin, cardLicence, foot, offered, subject }: Site): Iterable<string> {
  if (name.trim() === '' || [...name].length > 40) yield `name is "${name}"; expected 1 to 40 characters`
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) yield `slug is "${slug}"; expected a–z, 0–9 and "-", as in my-newsroom`
  if (!URL.canParse(`https://${host}/`) || new URL(`https://${host}/`).host !== host)
    yield `host is "${host}"; expected a host alone, cards.example.org`
  if (origin !== undefined && parseOrigin(origin) !== origin)
    yield `origin is "${origin}"; expected the address of a host without a path, https://cards.example.org`
  if (cardLicence.trim() === '' || [...cardLicence].length > 12)
    yield `cardLicence is "${cardLicence}"; expected 1 to 12 characters, such as CC BY-SA`
  for (const [i, { words, url }] of foot.entries()) {
    if (!/^(https:\/\/|mailto:|\/(?!\/))/.test(url))
      yield `foot[${i}].url is "${url}"; expected an address that begins with https:, mailto: or /`
    for (const lang of offered.filter(lang => !words[lang]?.trim()))
      yield `foot[${i}].words has no ${lang}; expected the words of the link in each language on offer`
  }
  for (const lang of offered.filter(lang => !languages.some(known => known === lang)))
    yield `offered has "${lang}"; expected some of ${languages.join(', ')}`
  if (new Set(offered).size < offered.length) yield 'offered names a language twice'
  if (!subject.en?.trim()) yield 'subject has no English; it is shown where another language lacks it'
}

/** Folders whose licence is another than the one that their cards print; a licence that is not of Creative Commons is not compared. */
export function findLicenceFaults(
  cardLicence: string,
  indicators: readonly Pick<Indicator, 'id' | 'licence'>[],
): string[] {
  const [, printed] = /^CC (BY[A-Z-]*)/.exec(cardLicence) ?? []
  return indicators.flatMap(({ id, licence }) => {
    const [, terms] = /creativecommons\.org\/licenses\/([a-z-]+)/.exec(licence.url) ?? []
    return printed && terms && printed.toLowerCase() !== terms
      ? [`cardLicence is "${cardLicence}", but data/${id}/datapackage.json has ${licence.url}; write the same in both`]
      : []
  })
}

function* findColourFaults({ cardColours, colours }: Site): Iterable<string> {
  for (const theme of ['light', 'dark'] as const) {
    const card = { where: `cardColours.${theme}`, colours: cardColours[theme] }
    const page = { where: `colours.${theme}`, colours: colours[theme] }
    const malformed = [card, page].flatMap(findMalformed)
    if (malformed.length > 0) {
      yield* malformed
      continue
    }
    const better = theme === 'light' ? 'a darker' : 'a lighter'
    for (const [{ where, colours }, ink, ground, least] of listContrasts(card, page)) {
      const [a = '', b = ''] = [colours[ink], colours[ground]]
      const contrast = wcagContrast(a, b)
      if (contrast < least)
        yield `${where}.${ink} ${a} has a contrast of ${toShort(contrast)} on ${ground} ${b}; expected at least ${least}: choose ${better} one`
    }
    for (const pair of sharing) yield* findConfused(card, pair)
  }
}

/** Colours by name, with the setting that they are in. */
type Colours = { where: string; colours: Readonly<Record<string, string>> }

/** Each ink with the ground that it is drawn on, and the contrast that it needs there. */
const listContrasts = (card: Colours, page: Colours) =>
  [
    ...['ink', 'muted', ...entities].flatMap(ink =>
      ['ground', 'tint'].map(ground => [card, ink, ground, leastContrast] as const),
    ),
    ...['past', 'slate'].map(ink => [card, ink, 'ground', leastFillContrast] as const),
    ...onPages.map(([ink, ground]) => [page, ink, ground, leastContrast] as const),
    [page, 'edge', 'page', leastFillContrast],
  ] as const

const findMalformed = ({ where, colours }: Colours): string[] =>
  Object.entries(colours)
    .filter(([, value]) => !/^#[0-9a-f]{6}$/.test(value))
    .map(([name, value]) => `${where}.${name} is "${value}"; expected "#" and six digits of 0–9 and a–f`)

/** Two colours that may be side by side on a card and that some readers cannot distinguish. */
function* findConfused({ where, colours }: Colours, [a, b]: Pair): Iterable<string> {
  const [one = '', other = ''] = [colours[a], colours[b]]
  for (const [sight, { least, see }] of Object.entries(apart)) {
    const difference = toColourDifference(see(one), see(other))
    const readers = sight === 'plain' ? 'every reader' : `readers with ${sight}opia`
    if (difference < least)
      yield `${where}: ${a} ${one} and ${b} ${other} differ by ${toShort(difference)} to ${readers}; expected at least ${least} (CIEDE2000): choose one that is lighter, darker or of another hue`
  }
}

const toShort = (value: number): string => String(Math.floor(value * 10) / 10)

function* findEmblemFaults({ emblem }: Site): Iterable<string> {
  const { width, height, feet, path } = emblem
  const [other] = /[^MLCZ]/.exec(path.replace(/[\d.,\s-]+/g, '')) ?? []
  if (other)
    return yield `emblem.path has the command "${other}"; expected absolute M, L, C and Z alone, as most drawing programs can save it`
  const wrong = [...path.matchAll(/([MLC])([^MLCZ]*)/g)].find(([, command, text = '']) => {
    const numbers = text.trim().split(/[\s,]+/)
    return numbers.length !== (command === 'C' ? 6 : 2) || numbers.some(number => !Number.isFinite(Number(number)))
  })
  if (wrong) return yield `emblem.path has "${wrong[0]}"; expected two numbers after M and L, six after C`
  if (!/^M.*Z$/s.test(path)) yield 'emblem.path must begin with M and end with Z'
  if (!(width > 0 && height > 0 && feet > 0 && feet <= height && width <= 4 * height))
    yield `emblem is ${width} × ${height} with feet at ${feet}; expected feet within the height, and at most four times as wide as high`
}
