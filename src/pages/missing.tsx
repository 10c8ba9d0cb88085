/** @jsxImportSource hono/jsx */
import { Page } from './page.tsx'

/** A page for a request that fails, with its true status; nothing of what was sent is on it. */
export const Missing = ({ status, sentence }: { status: number; sentence: string }) => (
  <Page lang="en" title={`Caravan: ${status}`} description={sentence}>
    <div class="rule" />
    <h1>{sentence}</h1>
    <p class="lead">
      <a href="/">Every card, and the builder</a>
    </p>
  </Page>
)
