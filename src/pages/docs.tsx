/** @jsxImportSource hono/jsx */
import type { RequestedCard } from '../card/requested-card.ts'
import type { toOpenApi } from '../formats/openapi.ts'
import { toSnippet } from '../formats/snippets.ts'
import { joinBy, type Lang, say } from '../model/locales.ts'
import { type Parameter, type ParameterName, parameters } from '../request/parameters.ts'
import { toBuilderUrl, toPageUrl, toSiteUrl } from '../request/urls.ts'
import * as site from '../site.ts'
import { Console, type Trial } from './console.tsx'
import { toLanguages, toSiteFeeds } from './front.tsx'
import { type Head, Page } from './page.tsx'
import { Code, toPath } from './parts.tsx'
import { operationWords, parameterWords, words } from './words.ts'

type Props = {
  origin: string
  lang: Lang
  /** The card that the examples use, and every card for the console. */
  example: RequestedCard
  cards: readonly RequestedCard[]
  trial: Trial
  document: ReturnType<typeof toOpenApi>
  image: Head['images'][number]
}

/** The documentation: a working line for each kind of reader, a console with the true answer, parameters and addresses. */
export const Docs = ({ origin, lang, example, cards, trial, document, image }: Props) => (
  <Page
    lang={lang}
    title={joinBy('dot', [say(words.docs, lang), site.name], lang)}
    current="docs"
    switches={toLanguages(other => `/docs?lang=${other}`)}
    head={{
      canonical: toSiteUrl(origin, '/docs', lang),
      alternates: toLanguages(other => toSiteUrl(origin, '/docs', other)),
      title: joinBy('dot', [say(words.docs, lang), site.name], lang),
      description: say(words.docsText, lang),
      type: 'website',
      images: [image],
      isIndexed: true,
      feeds: toSiteFeeds(origin, lang),
    }}
  >
    <div class="hero">
      <h1>{say(words.docs, lang)}</h1>
      <p>{say(words.docsText, lang)}</p>
    </div>
    <h2 id="start">{say(words.startHere, lang)}</h2>
    <Doors lang={lang} origin={origin} example={example} />
    <section class="sect" aria-labelledby="try-h">
      <h2 id="try-h">{say(words.tryIt, lang)}</h2>
    </section>
    <Console lang={lang} cards={cards} trial={trial} />
    <div class="sect full">
      <h2 id="p-h">{say(words.parameters, lang)}</h2>
      <ParameterTable lang={lang} />
    </div>
    <div class="sect full">
      <h2 id="a-h">{say(words.addresses, lang)}</h2>
      <AddressTable lang={lang} document={document} id={example.indicator.id} />
    </div>
  </Page>
)

type DoorsProps = { lang: Lang; origin: string; example: RequestedCard }

/** Four ways in, each with a line that works as it stands. */
const Doors = ({ lang, origin, example }: DoorsProps) => {
  const { links } = example
  const doors = [
    {
      id: 'door-write',
      title: words.doorWrite,
      text: words.doorWriteText,
      code: toSnippet(example, 'frame'),
      more: [{ href: toPath(toBuilderUrl(example), lang), name: say(words.doorWriteMore, lang) }],
    },
    {
      id: 'door-post',
      title: words.doorPost,
      text: words.doorPostText,
      code: toPageUrl(example),
      more: [{ href: toPath(toBuilderUrl(example, {}, 'link'), lang), name: say(words.seeLink, lang) }],
    },
    {
      id: 'door-code',
      title: words.doorCode,
      text: words.doorCodeText,
      code: `curl -s '${links.json}'`,
      more: [{ href: '/openapi.json', name: 'OpenAPI 3.1' }],
    },
    {
      id: 'door-data',
      title: words.doorData,
      text: words.doorDataText,
      code: `pd.read_csv("${links.csv}")`,
      more: [
        { href: '/indicators.csv', name: say(words.allAsCsv, lang) },
        { href: '/datapackage.json', name: say(words.forPackage, lang) },
      ],
    },
  ]
  return (
    <div class="doors" data-origin={origin}>
      {doors.map(({ id, title, text, code, more }) => (
        <section class="panel" aria-labelledby={`h-${id}`}>
          <h3 id={`h-${id}`}>{say(title, lang)}</h3>
          <p>{say(text, lang)}</p>
          <Code
            id={id}
            lang={lang}
            text={code}
            name={joinBy('colon', [say(words.example, lang), say(title, lang)], lang)}
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
}

/** What a parameter takes. */
function toTaken(parameter: Parameter, lang: Lang): string {
  switch (parameter.kind) {
    case 'choice':
      return joinBy('dot', parameter.values, lang)
    case 'year':
      return say(words.yearNumber, lang)
    case 'date':
      return say(words.dayNumber, lang)
    case 'series':
      return say(words.idsJoined, lang)
    case 'colour':
      return joinBy('dot', [say(words.hexDigits, lang), ...parameter.words], lang)
    case 'release':
      return say(words.releaseName, lang)
  }
}

const ParameterTable = ({ lang }: { lang: Lang }) => (
  <section class="scroll" tabindex={0} aria-labelledby="p-h">
    <table>
      <thead>
        <tr>
          <th scope="col">{say(words.name, lang)}</th>
          <th scope="col">{say(words.takes, lang)}</th>
          <th scope="col">{say(words.does, lang)}</th>
        </tr>
      </thead>
      <tbody>
        {Object.values<Parameter & { name: ParameterName }>(parameters).map(parameter => (
          <tr>
            <th scope="row">
              <code>{parameter.name}</code>
            </th>
            <td>{toTaken(parameter, lang)}</td>
            <td>{lang === 'en' ? parameter.about : parameterWords[parameter.name][lang]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

type AddressProps = { lang: Lang; document: ReturnType<typeof toOpenApi>; id: string }

type Get = NonNullable<ReturnType<typeof toOpenApi>['paths'][string]['get']>

/** An address that answers: one that needs a parameter, as its example asks it. */
function toAnswered(path: string, { parameters: taken, responses }: Get, id: string): string {
  const needsQuery = taken.some(entry => 'required' in entry && entry.required && 'in' in entry && entry.in === 'query')
  const [content] = Object.values(responses[200].content)
  return (needsQuery && content?.examples?.real?.summary) || path.replace('{id}', id)
}

/** Every address that OpenAPI describes, with an example to open. */
const AddressTable = ({ lang, document, id }: AddressProps) => (
  <section class="scroll" tabindex={0} aria-labelledby="a-h">
    <table>
      <thead>
        <tr>
          <th scope="col">{say(words.address, lang)}</th>
          <th scope="col">{say(words.answer, lang)}</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(document.paths).flatMap(([path, { get, post }]) => {
          const { operationId, summary } = get ?? post ?? { operationId: '', summary: '' }
          const said = lang === 'en' ? summary : operationWords[operationId]?.[lang]
          return [
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
            </tr>,
          ]
        })}
      </tbody>
    </table>
  </section>
)
