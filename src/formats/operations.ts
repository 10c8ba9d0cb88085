import { documents, pictures } from '../request/formats.ts'
import { toPlainType } from '../request/media-types.ts'
import { type RouteOf, toFileRoute } from '../request/routes.ts'
import * as s from './json-schema.ts'
import {
  idParameter,
  idsParameter,
  listParameters,
  type OpenApiParameter,
  oembedParameters,
  pageParameters,
} from './openapi-parameters.ts'
import { documentSchemas } from './schemas.ts'

/** The groups of the addresses. */
export const tags = {
  Cards: 'An indicator as a picture, drawn as the query says',
  Figures: 'An indicator as figures, in the forms that programs read',
  Catalogue: 'Every indicator, or some at once',
  Feeds: 'What changed, newest first',
  Embedding: 'For software that shows our addresses',
  Agents: 'For agents and their models',
  Service: 'About the service itself',
} as const

/** One operation: its group, id, summary, description, answer, parameters, and failures. */
export type Operation = {
  tag: keyof typeof tags
  id: string
  summary: string
  description: string
  /** The media types of its answer with their schemas. */
  content: Record<string, s.Schema>
  taken: readonly OpenApiParameter[]
  /** The answer to a bad parameter or an unknown id; problem details by default. */
  failure?: object
  /** Further answers by their status. */
  more?: Record<string, object>
}

export const problem = {
  description: 'What is wrong with the request, as RFC 9457 problem details',
  content: { 'application/problem+json': { schema: s.ref('Problem') } },
}

const noticeCard = (type: string) => ({
  description: 'A notice card, with its true status and the code in `Card-Error`',
  headers: { 'Card-Error': { $ref: '#/components/headers/Card-Error' } },
  content: { [type]: { schema: s.binary } },
})

/** The files of an indicator; a picture fails as a picture. */
const fileOperations: [path: string, operation: Operation][] = [
  ...pictures.map(({ suffix, operation, about, type, isRaster }): [string, Operation] => {
    const plain = toPlainType(type)
    const failure = noticeCard(plain)
    return [
      toFileRoute(suffix),
      {
        tag: 'Cards',
        id: operation,
        summary: about,
        description: `${about}. The bare address is a good card; each parameter changes one thing of it.`,
        content: { [plain]: isRaster ? s.binary : s.string },
        taken: [idParameter, ...listParameters(suffix)],
        failure,
        more: { 429: failure, 503: failure },
      },
    ]
  }),
  ...documents.map(({ suffix, operation, about, type, encoding }): [string, Operation] => [
    toFileRoute(suffix),
    {
      tag: 'Figures',
      id: operation,
      summary: about,
      description: `${about}. Each figure has its unit, authority, period, status, flag, note and source.`,
      content: { [toPlainType(type)]: documentSchemas[suffix] },
      taken: [idParameter, ...listParameters(encoding)],
    },
  ]),
]

const json = toPlainType('json')
const filters = listParameters('json').filter(({ name }) => name !== 'series')

/** Every other address that is for programs; the compiler requires each. */
const routeOperations: Record<RouteOf<'data'> | '/oembed', Operation> = {
  '/indicators.json': {
    tag: 'Catalogue',
    id: 'listIndicators',
    summary: 'The catalogue, or some indicators in full',
    description:
      'Without `ids` every indicator with its newest finding; with `ids` those indicators with all their figures.',
    content: { [json]: s.ref('Catalogue') },
    taken: [idsParameter, ...pageParameters, ...filters],
  },
  '/indicators.csv': {
    tag: 'Catalogue',
    id: 'listObservations',
    summary: 'Every observation, or those of some indicators',
    description: 'One observation a row, with the same columns as the CSV of an indicator.',
    content: { 'text/csv': s.string },
    taken: [idsParameter, ...pageParameters, ...filters],
  },
  '/indicators/{id}/datapackage.json': {
    tag: 'Figures',
    id: 'readDataPackage',
    summary: 'The indicator as a Frictionless Data Package',
    description: 'Describes each column of the CSV of the indicator, with its sources and its licence.',
    content: { [json]: s.ref('DataPackage') },
    taken: [idParameter, ...listParameters('json')],
  },
  '/badges/{id}.json': {
    tag: 'Embedding',
    id: 'readBadge',
    summary: 'The headline for a shields.io badge',
    description: 'The endpoint schema of shields.io: the headline and its change.',
    content: { [json]: s.ref('Badge') },
    taken: [idParameter, ...listParameters('json')],
  },
  '/oembed': {
    tag: 'Embedding',
    id: 'readOembed',
    summary: 'oEmbed 1.0 for the page of an indicator',
    description: 'A photo, or with `type=rich` an iframe, that fits in `maxwidth` and `maxheight`.',
    content: { [json]: s.ref('Oembed'), 'application/xml': s.string },
    taken: oembedParameters,
    more: { 501: problem },
  },
  '/datapackage.json': {
    tag: 'Catalogue',
    id: 'readCatalogPackage',
    summary: 'Everything as a Frictionless Data Package',
    description: 'Describes each column of /indicators.csv, with every source and licence.',
    content: { [json]: s.ref('DataPackage') },
    taken: pageParameters,
  },
  '/feed.atom': {
    tag: 'Feeds',
    id: 'readAtom',
    summary: 'What changed in the catalogue, newest first',
    description: 'Atom: one entry for each indicator and day on which figures were added.',
    content: { 'application/atom+xml': s.string },
    taken: [idsParameter, ...listParameters('feed')],
  },
  '/feed.json': {
    tag: 'Feeds',
    id: 'readJsonFeed',
    summary: 'The same as JSON Feed 1.1',
    description: 'One item for each indicator and day on which figures were added.',
    content: { 'application/feed+json': s.ref('JsonFeed') },
    taken: [idsParameter, ...listParameters('feed')],
  },
  '/indicators/{id}/feed.atom': {
    tag: 'Feeds',
    id: 'readIndicatorAtom',
    summary: 'What changed in an indicator, newest first',
    description: 'Atom: one entry for each day on which figures were added.',
    content: { 'application/atom+xml': s.string },
    taken: [idParameter, ...listParameters('feed')],
  },
  '/openapi.json': {
    tag: 'Service',
    id: 'readOpenApi',
    summary: 'The OpenAPI document',
    description: 'Made from the tables of parameters and formats that answer requests.',
    content: { [json]: { type: 'object' } },
    taken: [],
  },
  '/llms.txt': {
    tag: 'Agents',
    id: 'readLlmsTxt',
    summary: 'What an agent should know before it quotes a figure',
    description: 'Markdown with links to everything, by version 2 of the proposal of llmstxt.org.',
    content: { 'text/plain': s.string },
    taken: [],
  },
  '/healthz': {
    tag: 'Service',
    id: 'checkHealth',
    summary: 'Whether all is well, the release and the day of the newest figure',
    description: 'Draws a small card from end to end.',
    content: { [json]: s.ref('Health') },
    taken: [],
    more: { 503: { description: 'Nothing can be drawn', content: { [json]: { schema: s.ref('Health') } } } },
  },
}

/** The operation of each address for programs that is read by GET. */
export const operations: readonly (readonly [path: string, operation: Operation])[] = [
  ...fileOperations,
  ...Object.entries(routeOperations),
]
