/** @jsxImportSource hono/jsx */
import { exampleId } from '../formats/examples.ts'
import type { toOpenApi } from '../formats/openapi.ts'
import { fill, joinBy, type Lang, say } from '../model/locales.ts'
import { name } from '../site.ts'
import { Page } from './page.tsx'
import { galleryWords, listingWords, operationWords, parameterWords, docsWords as words } from './words.ts'

type Document = ReturnType<typeof toOpenApi>
type Taken = {
  name: string
  in: string
  description: string
  schema: { enum?: readonly string[]; format?: string; type?: string; minimum?: number; maximum?: number }
  example?: string
}

const toAddress = (path: string): string => path.replace('{id}', exampleId)

/** What a parameter takes, in a word. */
function describe({ name, schema }: Taken, lang: Lang): string {
  if (schema.enum) return joinBy('comma', schema.enum, lang)
  if (schema.format === 'date') return 'YYYY-MM-DD'
  if (schema.type === 'integer')
    return fill(say(words.range, lang), { from: String(schema.minimum), to: String(schema.maximum) })
  if (name === 'series' || name === 'ids') return say(words.ids, lang)
  return say(name === 'v' ? words.release : words.hex, lang)
}

/** What a parameter does. Those of listings and of oEmbed are in no table of parameters. */
function explain({ name, description }: Taken, lang: Lang): string {
  if (name === 'ids') return say(words.idsAbout, lang)
  const found = Object.entries(parameterWords).find(([other]) => other === name)
  const other = listingWords[name]
  return found ? say(found[1].about, lang) : other ? say(other, lang) : description
}

/** What an address answers. */
const summarise = (operation: string, summary: string, lang: Lang): string => {
  const found = operationWords[operation]
  return found ? say(found, lang) : summary
}

const Field = ({ taken, id, lang }: { taken: Taken; id: string; lang: Lang }) => (
  <p>
    <label for={id}>{taken.name}</label>{' '}
    {taken.schema.enum ? (
      <select name={taken.name} id={id}>
        <option value="">{say(galleryWords.automatic, lang)}</option>
        {taken.schema.enum.map(value => (
          <option value={value}>{value}</option>
        ))}
      </select>
    ) : (
      <input name={taken.name} id={id} placeholder={taken.example ?? describe(taken, lang)} />
    )}
  </p>
)

/** Every address with its parameters, made from the OpenAPI document, and a form to try each. */
export const Docs = ({ document, lang }: { document: Document; lang: Lang }) => (
  <Page
    lang={lang}
    title={joinBy('colon', [name, say(words.title, lang)], lang)}
    description={fill(say(words.description, lang), { name })}
  >
    <div class="rule" />
    <h1>{say(words.title, lang)}</h1>
    <p class="lead">
      {joinBy('colon', [say(words.lead, lang), ''], lang)}
      <a href="/openapi.json">openapi.json</a>
    </p>
    {Object.entries(document.paths).map(([path, { get, post }]) => {
      if (!get)
        return (
          <section id={post?.operationId}>
            <h2>{path}</h2>
            <p>{summarise(post?.operationId ?? '', post?.summary ?? '', lang)}</p>
          </section>
        )
      const [content] = Object.values(get.responses[200].content)
      // An address that cannot be asked without a parameter is shown as its example asks it.
      const needsQuery = get.parameters.some(
        entry => 'required' in entry && 'in' in entry && entry.required && entry.in === 'query',
      )
      const example = (needsQuery && content?.examples?.real?.summary) || toAddress(path)
      const taken = get.parameters.filter((entry): entry is Taken => 'in' in entry && entry.in === 'query')
      return (
        <section id={get.operationId}>
          <h2>{path}</h2>
          <p>
            {joinBy('colon', [summarise(get.operationId, get.summary, lang), ''], lang)}
            <a href={example}>{example}</a>
          </p>
          {taken.length > 0 && (
            <details>
              <summary>{say(words.parameters, lang)}</summary>
              <div class="scroll">
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{say(words.name, lang)}</th>
                      <th scope="col">{say(words.takes, lang)}</th>
                      <th scope="col">{say(words.does, lang)}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {taken.map(entry => (
                      <tr>
                        <th scope="row">{entry.name}</th>
                        <td>{describe(entry, lang)}</td>
                        <td>{explain(entry, lang)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <form action={toAddress(path)} method="get">
                {taken.map(entry => (
                  <Field taken={entry} id={`${get.operationId}-${entry.name}`} lang={lang} />
                ))}
                <button type="submit">{say(words.try, lang)}</button>
              </form>
            </details>
          )}
        </section>
      )
    })}
  </Page>
)
