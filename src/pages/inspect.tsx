/** @jsxImportSource hono/jsx */
import { fill, joinBy, type Lang, say } from '../model/locales.ts'
import { formatNumber } from '../model/numbers.ts'
import * as site from '../site.ts'
import { Page } from './page.tsx'
import { type FactName, factWords, type Warning, warningWords, inspectWords as words } from './words.ts'

/** What a crawler read, by name, and what is wrong with it. */
export type Inspection = { address: string; facts: { name: FactName; value: string }[]; warnings: Warning[] }

/** The page that shows what a crawler sees at one of our addresses. */
export const Inspect = ({ lang, inspection }: { lang: Lang; inspection: Inspection | undefined }) => (
  <Page
    lang={lang}
    title={joinBy('colon', [site.name, say(words.title, lang)], lang)}
    description={fill(say(words.description, lang), { name: site.name })}
  >
    <div class="rule" />
    <h1>{say(words.title, lang)}</h1>
    <form action="/inspect" method="get">
      <input type="hidden" name="lang" value={lang} />
      <p class="field">
        <label for="url">{say(words.address, lang)}</label>
        <input id="url" name="url" type="url" required value={inspection?.address ?? ''} size={50} />
      </p>
      <p class="field">
        <button type="submit">{say(words.check, lang)}</button>
      </p>
    </form>
    {inspection && (
      <>
        <h2>{say(inspection.warnings.length === 0 ? words.fine : words.warnings, lang)}</h2>
        <ul>
          {inspection.warnings.map(({ kind, number = 0 }) => (
            <li>{fill(say(warningWords[kind], lang), { number: formatNumber(number, 0, 0, lang) })}</li>
          ))}
        </ul>
        <section class="scroll" tabindex={0} aria-label={say(words.read, lang)}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(words.property, lang)}</th>
                <th scope="col">{say(words.value, lang)}</th>
              </tr>
            </thead>
            <tbody>
              {inspection.facts.map(({ name, value }) => (
                <tr>
                  <th scope="row">{say(factWords[name], lang)}</th>
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
