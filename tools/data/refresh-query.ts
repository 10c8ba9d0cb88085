import * as v from 'valibot'

/** The encodings that official tables come in, by their names in the Encoding Standard. */
export const encodings = ['utf-8', 'utf-16le', 'windows-1251'] as const

/** The fields of every query: the series, the divisor of the service's figures, and the number of decimals. */
const common = {
  series: v.string(),
  divisor: v.optional(v.pipe(v.number(), v.gtValue(0)), 1),
  decimals: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)), 3),
}
const m49 = v.pipe(v.string(), v.regex(/^\d+$/, 'is not a code of UN Comtrade; expected digits (M49)'))
const iso3 = v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'is not a country; expected three capitals (ISO 3166)'))
const webAddress = v.pipe(v.string(), v.url(), v.startsWith('https://', 'is not an address; expected https://…'))
const id = v.pipe(v.string(), v.regex(/^[\w@$.-]+$/, 'is not an identifier of SDMX'))
/** Columns, and their values in the selected rows. */
const cells = v.record(v.string(), v.string())
const codes = v.record(id, v.pipe(v.string(), v.regex(/^[\w@$-]+$/, 'is not one code; expected no wildcard or list')))

/** A query of a service, as the folder gives it under `card.refresh`; data/README.md explains each. */
export const querySchema = v.variant('service', [
  v.strictObject({ service: v.literal('comtrade'), ...common, reporter: m49, partner: m49, country: iso3 }),
  v.strictObject({ service: v.literal('imf'), ...common, reporter: iso3, partner: iso3 }),
  v.strictObject({
    service: v.literal('worldbank'),
    ...common,
    country: iso3,
    indicator: v.pipe(v.string(), v.regex(/^[A-Z0-9.]+$/)),
  }),
  v.strictObject({
    service: v.literal('bns'),
    ...common,
    partner: v.string(),
    flow: v.picklist(['turnover', 'exports', 'imports']),
  }),
  v.strictObject({
    service: v.literal('sdmx'),
    ...common,
    version: v.picklist(['2.1', '3.0']),
    url: webAddress,
    agency: id,
    flow: id,
    flowVersion: v.optional(v.pipe(v.string(), v.regex(/^[\w.+~*-]+$/))),
    key: codes,
    unit: v.optional(cells, {}),
    total: v.optional(codes),
  }),
  v.strictObject({
    service: v.literal('csv'),
    ...common,
    url: webAddress,
    encoding: v.optional(v.picklist(encodings), 'utf-8'),
    title: v.optional(v.string()),
    period: v.string(),
    value: v.string(),
    where: v.optional(cells, {}),
    unit: v.optional(cells, {}),
    total: v.optional(cells),
  }),
])
export type Query = v.InferOutput<typeof querySchema>
export type QueryOf<Service extends Query['service']> = Extract<Query, { service: Service }>
