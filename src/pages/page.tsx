/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { Lang } from '../model/locales.ts'

type Props = {
  lang: Lang
  title: string
  description: string
  head?: Child
  scripts?: readonly string[]
  children: Child
}

/** What every page shares: the head, and a style of our own; nothing on it comes from anywhere else. */
export const Page = ({ lang, title, description, head, scripts = [], children }: Props) => (
  <html lang={lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#0d1116" media="(prefers-color-scheme: dark)" />
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
