/** @jsxImportSource hono/jsx */
import { name } from '../site.ts'
import { Page } from './page.tsx'

/** The page for a request that fails; it repeats nothing that was sent. */
export const Missing = ({ status, sentence }: { status: number; sentence: string }) => (
  <Page lang="en" title={`${name}: ${status}`} description={sentence}>
    <div class="rule" />
    <h1>{sentence}</h1>
    <p class="lead">
      <a href="/">Every card, and the builder</a>
    </p>
  </Page>
)
