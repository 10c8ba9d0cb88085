/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { type Lang, tongues } from '../model/locales.ts'
import { colours } from '../site.ts'

type Props = {
  lang: Lang
  title: string
  description: string
  head?: Child
  scripts?: readonly string[]
  children: Child
}

/** The frame of every page: its metadata and style. Nothing comes from a third party. */
export const Page = ({ lang, title, description, head, scripts = [], children }: Props) => (
  <html lang={tongues[lang].html}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content={colours.light.ground} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={colours.dark.ground} media="(prefers-color-scheme: dark)" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="/style.css" />
      {head}
      {scripts.map(src => (
        <script src={src} defer />
      ))}
    </head>
    <body>
      <main class="page">{children}</main>
    </body>
  </html>
)
