/** @jsxImportSource hono/jsx */
import { joinBy, type Lang, say } from '../model/locales.ts'
import { name } from '../site.ts'
import { Page } from './page.tsx'
import { missingWords as words } from './words.ts'

/** The page for a request that fails; it repeats nothing that was sent. */
export const Missing = ({
  lang,
  status,
  sentence,
  hint,
}: {
  lang: Lang
  status: number
  sentence: string
  hint: string
}) => (
  <Page lang={lang} title={joinBy('colon', [name, String(status)], lang)} description={sentence}>
    <div class="rule" />
    <h1>{sentence}</h1>
    <p class="lead">{hint}</p>
    <p>
      <a href={`/?lang=${lang}`}>{say(words.back, lang)}</a>
    </p>
  </Page>
)
