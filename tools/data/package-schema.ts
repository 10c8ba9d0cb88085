import * as v from 'valibot'
import { arrangements, changeKinds, entities, layouts, timings, topics } from '../../src/model/indicator.ts'
import type { Lang } from '../../src/model/locales.ts'
import { findPeriodFault, isCalendarDay } from '../../src/model/period.ts'
import { querySchema } from './refresh-query.ts'

/** The most characters of a text, and of one that is read at leisure: a description or a note. */
const longest = { text: 200, prose: 1000 }
const toTextSchema = (most: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty('is empty; expected words'),
    v.maxLength(most, `is too long; expected at most ${most} characters`),
  )
const text = toTextSchema(longest.text)
const prose = toTextSchema(longest.prose)
/** Texts that may be untranslated; English is shown instead. */
const translated = <const T extends v.GenericSchema>(schema: T) =>
  ({ kk: v.optional(schema), ru: v.optional(schema), zh: v.optional(schema) }) as const satisfies Record<
    Exclude<Lang, 'en'>,
    unknown
  >
const words = v.strictObject({ en: text, ...translated(text) })
const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'is not an id; expected lower-case words joined by "-"'),
  v.maxLength(100, 'is too long; expected at most 100 characters'),
)
/** A check whose fault says why: `find` returns the fault, or `undefined` if there is none. */
const refuse = (find: (value: string) => string | undefined) =>
  v.check(
    (value: string) => find(value) === undefined,
    ({ input }) => find(input) ?? 'is wrong',
  )

function findUrlFault(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, username, password, hostname } = new URL(text)
  if (!/^https?:$/.test(protocol)) return 'is not a web address; expected https://… or http://…'
  if (username + password !== '') return 'holds a name or a password; expected an address that anyone can open'
  if (/(^|\.)example\.(com|net|org)$/.test(hostname))
    return "is still the scaffold's; expected the address of the page itself"
  return undefined
}

/** An address of the web in a form that is safe in a header and a page, percent-encoded where needed. */
const url = v.pipe(
  v.string(),
  v.url('is not a URL; expected https://…'),
  v.maxLength(2000, 'is too long; expected at most 2000 characters'),
  refuse(findUrlFault),
  v.transform(value => (URL.canParse(value) ? new URL(value).href : value)),
)
/** A date as exact as its source shows it: a year, a month or a day. */
export const isDate = (text: string): boolean =>
  /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/.test(text) && (text.length < 10 || isCalendarDay(text))
const fullDate = v.pipe(v.string(), v.check(isCalendarDay, 'is not a day of the calendar; expected YYYY-MM-DD'))
const anyDate = v.pipe(v.string(), v.check(isDate, 'is not a date; expected YYYY, YYYY-MM or YYYY-MM-DD'))
/** The forms of a unit with a number, in the plural categories of CLDR and the cases of Kazakh. */
const form = v.pipe(text, v.includes('{n}', 'has no {n}; expected it where the number stands'))
const forms = v.strictObject({
  one: v.optional(form),
  two: v.optional(form),
  few: v.optional(form),
  many: v.optional(form),
  other: form,
  zero: v.optional(form),
  dative: v.optional(form),
  accusative: v.optional(form),
  ablative: v.optional(form),
})
const unitIn = v.strictObject({
  label: text,
  short: text,
  forms: v.optional(forms),
  factor: v.optional(v.pipe(v.number(), v.gtValue(0)), 1),
  decimals: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)), 1),
})
/** The unit of a picture: `decimals` is one number for the whole chart, independent of the table's. */
const plotIn = v.strictObject({
  label: v.pipe(v.string(), v.trim(), v.maxLength(longest.text)),
  factor: v.optional(v.pipe(v.number(), v.gtValue(0)), 1),
  decimals: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
})
/** The most characters of the name on a badge. */
export const longestBadge = 32
const badgeName = toTextSchema(longestBadge)
/** The valid formats of a period, for the error sentence. */
export const periodForms = '2024, 2024-05, 2025-01/2025-09 or 2023-11-10/2024-04-01'
const period = v.pipe(
  v.string(),
  refuse(value => {
    const fault = findPeriodFault(value)
    return fault && `${fault}; expected ${periodForms}`
  }),
)
const need = v.strictObject({
  series: slug,
  period: v.exactOptional(period),
  value: v.exactOptional(v.number()),
  above: v.exactOptional(slug),
})

const finding = v.variant('kind', [
  v.strictObject({
    kind: v.literal('lead'),
    between: v.strictTuple([slug, slug]),
    margin: v.pipe(v.number(), v.minValue(0), v.maxValue(50)),
    across: v.optional(v.boolean(), false),
    sentences: v.record(slug, v.strictObject({ passed: words, ahead: words })),
    level: words,
  }),
  v.strictObject({
    kind: v.literal('change'),
    rose: words,
    fell: words,
    unchanged: words,
    first: words,
    exceeded: v.exactOptional(words),
  }),
  v.strictObject({
    kind: v.literal('fixed'),
    sentence: words,
    needs: v.pipe(
      v.array(need),
      v.minLength(1, 'is empty; expected the figures without which the sentence is not said'),
    ),
  }),
])

const card = v.strictObject({
  short: v.pipe(slug, v.maxLength(24, 'is too long; expected at most 24 characters')),
  badge: v.strictObject({ en: badgeName, ...translated(badgeName) }),
  shown: v.exactOptional(v.array(slug)),
  gap: v.exactOptional(v.strictTuple([slug, slug])),
  since: v.optional(v.boolean(), false),
  plot: v.exactOptional(v.strictObject({ en: plotIn, ...translated(plotIn) })),
  subtitle: v.exactOptional(words),
  edge: v.exactOptional(v.strictObject({ before: words, after: words })),
  callouts: v.optional(v.array(v.strictObject({ series: slug, period, ...words.entries })), []),
  title: v.strictObject(translated(text)),
  description: v.strictObject(translated(prose)),
  measure: words,
  unit: v.strictObject({
    code: v.pipe(text, v.regex(/^[A-Z][A-Z0-9_]*$/, 'is not a code; expected capitals such as PERSONS')),
    label: words,
    display: v.strictObject({ en: unitIn, ...translated(unitIn) }),
  }),
  change: v.optional(v.picklist(changeKinds), 'percent'),
  layout: v.optional(v.picklist(layouts), 'trend'),
  arrangement: v.optional(v.picklist(arrangements), 'time'),
  timing: v.optional(v.picklist(timings), 'total'),
  rank: v.optional(v.pipe(v.number(), v.integer()), 100),
  topic: v.optional(v.picklist(topics), 'other'),
  headline: slug,
  authorities: v.record(slug, v.strictObject({ name: words, short: words })),
  series: v.pipe(
    v.array(
      v.strictObject({
        id: slug,
        label: words,
        sentence: words,
        authority: slug,
        area: v.exactOptional(
          v.pipe(
            v.string(),
            v.regex(/^[A-Z]{2}$/, 'is not an ISO 3166-1 alpha-2 code; expected two capitals such as KZ'),
          ),
        ),
        continues: v.exactOptional(slug),
        upTo: v.exactOptional(slug),
        colour: v.optional(v.picklist(entities), 'kazakhstan'),
        stage: v.exactOptional(words),
        short: v.exactOptional(words),
      }),
    ),
    v.minLength(1, 'is empty; expected at least one series'),
  ),
  remarks: v.optional(
    v.array(v.strictObject({ series: slug, period, published: v.exactOptional(anyDate), ...words.entries })),
    [],
  ),
  events: v.optional(v.array(v.strictObject({ date: fullDate, label: words })), []),
  finding,
  notes: v.optional(
    v.array(
      v.strictObject({
        en: prose,
        ...translated(prose),
        sources: v.optional(v.array(slug), []),
        known: v.exactOptional(fullDate),
        claim: v.exactOptional(words),
      }),
    ),
    [],
  ),
  aliases: v.optional(v.array(slug), []),
  refresh: v.optional(v.array(querySchema), []),
  deprecated: v.exactOptional(words),
})

/** The form of `data/{id}/datapackage.json`: a Frictionless Data Package with the words of its card under `card`. */
export const packageSchema = v.object({
  $schema: v.optional(v.string()),
  name: slug,
  title: text,
  description: prose,
  licenses: v.pipe(
    v.array(v.object({ name: text, title: v.optional(text), path: url })),
    v.minLength(1, 'is empty; expected the licence of the figures'),
  ),
  sources: v.pipe(
    v.array(
      v.strictObject({
        name: slug,
        title: text,
        lang: v.optional(
          v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'is not a language tag (BCP 47)')),
          'en',
        ),
        supplied: v.optional(v.boolean(), false),
        publisher: words,
        via: v.exactOptional(words),
        path: url,
        published: anyDate,
      }),
    ),
    v.minLength(1, 'is empty; expected at least one source'),
  ),
  resources: v.pipe(
    v.array(v.looseObject({ name: v.literal('observations'), path: v.literal('observations.csv') })),
    v.length(1),
  ),
  card,
})

export type Package = v.InferOutput<typeof packageSchema>
