/** @jsxImportSource hono/jsx */
import * as site from '../site.ts'
import { Page } from './page.tsx'

/** What a crawler read, by name, and what is wrong with it. */
export type Inspection = { address: string; facts: { name: string; value: string }[]; warnings: string[] }

/** The page that shows what a crawler sees at one of our addresses. */
export const Inspect = ({ inspection }: { inspection: Inspection | undefined }) => (
  <Page
    lang="en"
    title={`${site.name}: what a crawler sees`}
    description={`How X, Slack, WhatsApp and others will read an address of ${site.name}`}
  >
    <div class="rule" />
    <h1>What a crawler sees</h1>
    <form action="/inspect" method="get">
      <p class="field">
        <label for="url">address</label>
        <input id="url" name="url" type="url" required value={inspection?.address ?? ''} size={50} />
      </p>
      <p class="field">
        <button type="submit">Look</button>
      </p>
    </form>
    {inspection && (
      <>
        <h2>{inspection.warnings.length === 0 ? 'Nothing to warn of' : 'Warnings'}</h2>
        <ul>
          {inspection.warnings.map(warning => (
            <li>{warning}</li>
          ))}
        </ul>
        <section class="scroll" tabindex={0} aria-label="What was read">
          <table>
            <thead>
              <tr>
                <th scope="col">what</th>
                <th scope="col">read</th>
              </tr>
            </thead>
            <tbody>
              {inspection.facts.map(({ name, value }) => (
                <tr>
                  <th scope="row">{name}</th>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </>
    )}
  </Page>
)
