import * as s from './json-schema.ts'

const typed = (type: string, properties: Parameters<typeof s.object>[0]) =>
  s.object({ '@type': { const: type }, ...properties })

const organization = typed('Organization', { name: s.string, url: s.optional(s.uri) })

const observation = typed('Observation', {
  observationDate: s.date,
  value: s.number,
  unitText: s.string,
  description: s.optional(s.string),
  additionalProperty: s.arrayOf(typed('PropertyValue', s.strings('name', 'value'))),
})

const work = typed('CreativeWork', {
  ...s.strings('identifier', 'name'),
  headline: s.optional(s.string),
  inLanguage: s.string,
  publisher: organization,
  provider: s.optional(organization),
  url: s.uri,
  datePublished: s.partialDate,
})

export const jsonLdSchema = typed('Dataset', {
  '@context': { const: 'https://schema.org' },
  '@id': s.uri,
  identifier: s.uri,
  url: s.uri,
  ...s.strings('name', 'description', 'abstract'),
  inLanguage: s.language,
  version: s.string,
  dateModified: s.date,
  license: s.uri,
  usageInfo: typed('CreativeWork', { name: s.string, url: s.uri, text: s.string }),
  isAccessibleForFree: s.boolean,
  publisher: organization,
  citation: s.string,
  creator: s.arrayOf(organization),
  temporalCoverage: s.string,
  spatialCoverage: s.optional(s.arrayOf(typed('Place', { identifier: s.string }))),
  variableMeasured: s.arrayOf(
    typed('PropertyValue', {
      ...s.strings('propertyID', 'name', 'description', 'unitText'),
      value: s.arrayOf(observation),
    }),
  ),
  distribution: s.arrayOf(typed('DataDownload', { encodingFormat: s.string, contentUrl: s.uri })),
  isBasedOn: s.arrayOf(work),
  image: s.uri,
})
