/** @jsxImportSource hono/jsx */
import { exampleId } from '../formats/examples.ts'
import type { toOpenApi } from '../formats/openapi.ts'
import { name } from '../site.ts'
import { Page } from './page.tsx'

type Document = ReturnType<typeof toOpenApi>
type Taken = {
  name: string
  in: string
  description: string
  schema: { enum?: readonly string[]; format?: string; type?: string; minimum?: number; maximum?: number }
  example?: string
}

const toAddress = (path: string): string => path.replace('{id}', exampleId)

const describe = ({ schema }: Taken): string =>
  schema.enum?.join(', ') ??
  (schema.format === 'date'
    ? 'YYYY-MM-DD'
    : schema.type === 'integer'
      ? `${schema.minimum} to ${schema.maximum}`
      : 'text as described')

const Field = ({ taken, id }: { taken: Taken; id: string }) => (
  <p>
    <label for={id}>{taken.name}</label>{' '}
    {taken.schema.enum ? (
      <select name={taken.name} id={id}>
        <option value="">default</option>
        {taken.schema.enum.map(value => (
          <option value={value}>{value}</option>
        ))}
      </select>
    ) : (
      <input name={taken.name} id={id} placeholder={taken.example ?? describe(taken)} />
    )}
  </p>
)

/** Every address with its parameters, made from the OpenAPI document, and a form to try each. */
export const Docs = ({ document }: { document: Document }) => (
  <Page
    lang="en"
    title={`${name}: addresses and parameters`}
    description={`Every address of ${name}, what it takes and what it answers`}
  >
    <div class="rule" />
    <h1>Addresses and parameters</h1>
    <p class="lead">
      Made from <a href="/openapi.json">openapi.json</a>. Every answer may be read from anywhere (CORS), carries an
      ETag, and links to its other forms.
    </p>
    {Object.entries(document.paths).map(([path, { get, post }]) => {
      if (!get)
        return (
          <section id={post?.operationId}>
            <h2>{path}</h2>
            <p>
              {post?.summary}. {post?.description}
            </p>
          </section>
        )
      const [content] = Object.values(get.responses[200].content)
      const example = content?.examples?.real?.summary ?? toAddress(path)
      const taken = get.parameters.filter((entry): entry is Taken => 'in' in entry && entry.in === 'query')
      return (
        <section id={get.operationId}>
          <h2>{path}</h2>
          <p>
            {get.summary}: <a href={example}>{example}</a>
          </p>
          {taken.length > 0 && (
            <details>
              <summary>Parameters, and a form to try them</summary>
              <div class="scroll">
                <table>
                  <thead>
                    <tr>
                      <th scope="col">name</th>
                      <th scope="col">takes</th>
                      <th scope="col">does</th>
                    </tr>
                  </thead>
                  <tbody>
                    {taken.map(entry => (
                      <tr>
                        <th scope="row">{entry.name}</th>
                        <td>{describe(entry)}</td>
                        <td>{entry.description}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
              <form action={toAddress(path)} method="get">
                {taken.map(entry => (
                  <Field taken={entry} id={`${get.operationId}-${entry.name}`} />
                ))}
                <button type="submit">Try it</button>
              </form>
            </details>
          )}
        </section>
      )
    })}
  </Page>
)
