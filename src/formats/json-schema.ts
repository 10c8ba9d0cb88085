import { languages } from '../model/locales.ts'

/** JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
export type Schema = Record<string, unknown>

/** The schema of a property that may be missing. */
type OptionalSchema = { optional: Schema }
export const optional = (schema: Schema): OptionalSchema => ({ optional: schema })
const isOptional = (schema: Schema | OptionalSchema): schema is OptionalSchema => 'optional' in schema

export const string = { type: 'string' }
export const number = { type: 'number' }
export const integer = { type: 'integer' }
export const boolean = { type: 'boolean' }
export const date = { type: 'string', format: 'date' }
export const instant = { type: 'string', format: 'date-time' }
export const uri = { type: 'string', format: 'uri' }
/** A date as exact as a source shows it. */
export const partialDate = { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' }
/** Bytes; generators of clients know them by this format, although OpenAPI 3.1 lets it be left out. */
export const binary = { type: 'string', format: 'binary' }

export const enumOf = (values: readonly string[]): Schema => ({
  type: 'string',
  enum: values,
})
export const language = enumOf(languages)
export const arrayOf = (items: Schema): Schema => ({ type: 'array', items })
export const mapOf = (values: Schema): Schema => ({
  type: 'object',
  additionalProperties: values,
})
export const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })
export const object = (properties: Record<string, Schema | OptionalSchema>): Schema => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, isOptional(schema) ? schema.optional : schema]),
  ),
  required: Object.entries(properties).flatMap(([name, schema]) => (isOptional(schema) ? [] : [name])),
})
/** Properties that are all text. */
export const strings = (...names: readonly string[]): Record<string, Schema> =>
  Object.fromEntries(names.map(name => [name, string]))

/** A schema of schemas.ts by its name. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
