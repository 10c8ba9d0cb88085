import * as v from 'valibot'

/** What a service is asked for, as the folder says under `card.refresh`. */
export const querySchema = v.variant('service', [
  v.strictObject({
    service: v.literal('comtrade'),
    series: v.string(),
    reporter: v.pipe(v.string(), v.regex(/^\d+$/)),
    partner: v.pipe(v.string(), v.regex(/^\d+$/)),
    divisor: v.optional(v.number(), 1),
  }),
  v.strictObject({
    service: v.literal('imf'),
    series: v.string(),
    reporter: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
    partner: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
    divisor: v.optional(v.number(), 1),
  }),
  v.strictObject({
    service: v.literal('worldbank'),
    series: v.string(),
    country: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
    indicator: v.pipe(v.string(), v.regex(/^[A-Z0-9.]+$/)),
    divisor: v.optional(v.number(), 1),
  }),
])
export type Query = v.InferOutput<typeof querySchema>
export type QueryOf<Service extends Query['service']> = Extract<Query, { service: Service }>
