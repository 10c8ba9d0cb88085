/** @jsxImportSource hono/jsx */
import type { RequestedCard } from '../card/requested-card.ts'
import type { toOpenApi } from '../formats/openapi.ts'
import { toSnippet } from '../formats/snippets.ts'
import { joinBy, type Lang, say, type Words } from '../model/locales.ts'
import { type Parameter, type ParameterName, parameters } from '../request/parameters.ts'
import { toBuilderUrl, toPageUrl, toSiteUrl } from '../request/urls.ts'
import * as site from '../site.ts'
import { builderWords } from './builder-words.ts'
import { Console } from './console.tsx'
import { docsWords, operationWords, parameterWords } from './docs-words.ts'
import { Page, type PreviewImage } from './page.tsx'
import { pageWords } from './page-words.ts'
import { Code, DataTable, toPath } from './parts.tsx'
import { shareWords } from './share-words.ts'
import { toLanguages, toSiteHead } from './site-head.ts'
import type { Trial } from './trial.ts'

type DocsProps = {
  origin: string
  lang: Lang
  /** The card that the examples use, and every card for the console. */
  example: RequestedCard
  cards: readonly RequestedCard[]
  trial: Trial
  document: ReturnType<typeof toOpenApi>
  image: PreviewImage
}

/** The documentation: a working line for each kind of reader, a console with the true answer, parameters and addresses. */
export const Docs = ({ origin, lang, example, cards, trial, document, image }: DocsProps) => (
  <Page
    lang={lang}
    title={joinBy('dot', [say(pageWords.docs, lang), site.name], lang)}
    current="docs"
    switches={toLanguages(other => `/docs?lang=${other}`)}
    head={toSiteHead({
      origin,
      lang,
      toUrl: other => toSiteUrl(origin, '/docs', other),
      title: joinBy('dot', [say(pageWords.docs, lang), site.name], lang),
      description: say(docsWords.docsText, lang),
      images: [image],
      isIndexed: true,
    })}
  >
    <div class="hero">
      <h1>{say(pageWords.docs, lang)}</h1>
      <p>{say(docsWords.docsText, lang)}</p>
    </div>
    <h2 id="start">{say(docsWords.startHere, lang)}</h2>
    <Doors lang={lang} origin={origin} example={example} />
    <section class="sect" aria-labelledby="try-h">
      <h2 id="try-h">{say(docsWords.tryIt, lang)}</h2>
    </section>
    <Console lang={lang} cards={cards} trial={trial} />
    <div class="sect full">
      <h2 id="p-h">{say(docsWords.parameters, lang)}</h2>
      <ParameterTable lang={lang} />
    </div>
    <div class="sect full">
      <h2 id="a-h">{say(docsWords.addresses, lang)}</h2>
      <AddressTable lang={lang} document={document} id={example.indicator.id} />
    </div>
  </Page>
)

type Door = { id: string; title: Words; text: Words; code: string; more: { href: string; name: string }[] }

const toDoors = (example: RequestedCard, lang: Lang): Door[] => [
  {
    id: 'door-write',
    title: docsWords.doorWrite,
    text: docsWords.doorWriteText,
    code: toSnippet(example, 'frame'),
    more: [{ href: toPath(toBuilderUrl(example), lang), name: say(docsWords.doorWriteMore, lang) }],
  },
  {
    id: 'door-post',
    title: docsWords.doorPost,
    text: docsWords.doorPostText,
    code: toPageUrl(example),
    more: [{ href: toPath(toBuilderUrl(example, { place: 'link' }), lang), name: say(builderWords.seeLink, lang) }],
  },
  {
    id: 'door-code',
    title: docsWords.doorCode,
    text: docsWords.doorCodeText,
    code: `curl -s '${example.links.json}'`,
    more: [{ href: '/openapi.json', name: 'OpenAPI 3.1' }],
  },
  {
    id: 'door-data',
    title: docsWords.doorData,
    text: docsWords.doorDataText,
    code: `pd.read_csv("${example.links.csv}")`,
    more: [
      { href: '/indicators.csv', name: say(docsWords.allAsCsv, lang) },
      { href: '/datapackage.json', name: say(shareWords.forPackage, lang) },
    ],
  },
]

/** Four ways in, each with a line that works as it is. */
const Doors = ({ lang, origin, example }: Pick<DocsProps, 'lang' | 'origin' | 'example'>) => (
  <div class="doors" data-origin={origin}>
    {toDoors(example, lang).map(({ id, title, text, code, more }) => (
      <section class="panel" aria-labelledby={`h-${id}`}>
        <h3 id={`h-${id}`}>{say(title, lang)}</h3>
        <p>{say(text, lang)}</p>
        <Code
          id={id}
          lang={lang}
          text={code}
          name={joinBy('colon', [say(docsWords.example, lang), say(title, lang)], lang)}
        />
        <p class="small">
          {more.map(({ href, name }, i) => (
            <>
              {i > 0 && ' · '}
              <a href={href}>{name}</a>
            </>
          ))}
        </p>
      </section>
    ))}
  </div>
)

/** The values that a parameter takes. */
function toTaken(parameter: Parameter, lang: Lang): string {
  switch (parameter.kind) {
    case 'choice':
      return joinBy('dot', parameter.values, lang)
    case 'year':
      return say(docsWords.yearNumber, lang)
    case 'date':
      return say(docsWords.dayNumber, lang)
    case 'series':
      return say(docsWords.idsJoined, lang)
    case 'colour':
      return joinBy('dot', [say(docsWords.hexDigits, lang), ...parameter.words], lang)
    case 'release':
      return say(docsWords.releaseName, lang)
  }
}

const ParameterTable = ({ lang }: { lang: Lang }) => (
  <DataTable lang={lang} heading="p-h" columns={[docsWords.name, docsWords.takes, docsWords.does]}>
    {Object.values<Parameter & { name: ParameterName }>(parameters).map(parameter => (
      <tr>
        <th scope="row">
          <code>{parameter.name}</code>
        </th>
        <td>{toTaken(parameter, lang)}</td>
        <td>{lang === 'en' ? parameter.about : parameterWords[parameter.name][lang]}</td>
      </tr>
    ))}
  </DataTable>
)

type Get = NonNullable<DocsProps['document']['paths'][string]['get']>

/** An address that answers: one that needs a parameter, as its example asks it. */
function toAnswered(path: string, { parameters: taken, responses }: Get, id: string): string {
  const needsQuery = taken.some(entry => 'required' in entry && entry.required && 'in' in entry && entry.in === 'query')
  const [content] = Object.values(responses[200].content)
  return (needsQuery && content?.examples?.real?.summary) || path.replace('{id}', id)
}

type AddressTableProps = Pick<DocsProps, 'lang' | 'document'> & { id: string }

/** Every address that OpenAPI describes, with an example to open. */
const AddressTable = ({ lang, document, id }: AddressTableProps) => (
  <DataTable lang={lang} heading="a-h" columns={[docsWords.address, docsWords.answer]}>
    {Object.entries(document.paths).map(([path, { get, post }]) => {
      const { operationId, summary } = get ?? post ?? { operationId: '', summary: '' }
      const said = lang === 'en' ? summary : operationWords[operationId]?.[lang]
      return (
        <tr>
          <th scope="row">
            {get ? (
              <a class="path" href={toAnswered(path, get, id)}>
                {path}
              </a>
            ) : (
              <span class="path">{path}</span>
            )}
          </th>
          <td lang={said === undefined ? 'en' : undefined}>{said ?? summary}</td>
        </tr>
      )
    })}
  </DataTable>
)
