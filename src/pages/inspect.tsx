/** @jsxImportSource hono/jsx */
import { fill, joinBy, type Lang, say } from '../model/locales.ts'
import { formatNumber } from '../model/numbers.ts'
import * as site from '../site.ts'
import { docsWords } from './docs-words.ts'
import { type FactName, factWords, inspectWords, type Warning, warningWords } from './inspect-words.ts'
import { Page, type PreviewImage } from './page.tsx'
import { pageWords } from './page-words.ts'
import { DataTable } from './parts.tsx'
import { toLanguages, toSiteHead } from './site-head.ts'

/** The metadata that a crawler read, by name, and the warnings about it. */
export type Inspection = { address: string; facts: { name: FactName; value: string }[]; warnings: Warning[] }

type InspectProps = { origin: string; lang: Lang; image: PreviewImage; inspection: Inspection | undefined }

/** The page that shows what a crawler sees at one of our addresses. */
export const Inspect = ({ origin, lang, image, inspection }: InspectProps) => {
  const title = say(pageWords.checkPreview, lang)
  const asked = inspection ? `&url=${encodeURIComponent(inspection.address)}` : ''
  return (
    <Page
      lang={lang}
      title={joinBy('dot', [title, site.name], lang)}
      switches={toLanguages(other => `/inspect?lang=${other}${asked}`)}
      head={toSiteHead({
        origin,
        lang,
        toUrl: other => `${origin}/inspect?lang=${other}`,
        title,
        description: say(inspectWords.inspectText, lang),
        images: [image],
        isIndexed: false,
      })}
    >
      <div class="hero">
        <h1>{title}</h1>
        <p>{say(inspectWords.inspectText, lang)}</p>
      </div>
      <form class="row" action="/inspect" method="get">
        <input type="hidden" name="lang" value={lang} />
        <span class="field wide">
          <label for="url">{say(docsWords.address, lang)}</label>
          <input
            class="pick"
            id="url"
            name="url"
            type="url"
            required
            placeholder={`${origin}/indicators/…`}
            value={inspection?.address ?? ''}
          />
        </span>
        <button class="btn main" type="submit">
          {say(inspectWords.check, lang)}
        </button>
      </form>
      {inspection && <Findings lang={lang} inspection={inspection} />}
    </Page>
  )
}

const Findings = ({ lang, inspection: { facts, warnings } }: { lang: Lang; inspection: Inspection }) => (
  <section class="sect" aria-labelledby="found">
    <h2 id="found">{say(warnings.length === 0 ? inspectWords.noProblems : inspectWords.problems, lang)}</h2>
    {warnings.length > 0 && (
      <ul class="remarks">
        {warnings.map(({ kind, number = 0 }) => (
          <li>{fill(say(warningWords[kind], lang), { number: formatNumber(number, { most: 0 }, lang) })}</li>
        ))}
      </ul>
    )}
    <DataTable lang={lang} heading="found" columns={[inspectWords.property, inspectWords.value]}>
      {facts.map(({ name, value }) => (
        <tr>
          <th scope="row">{say(factWords[name], lang)}</th>
          <td class="long">{value}</td>
        </tr>
      ))}
    </DataTable>
  </section>
)
