import { colours } from '../site.ts'
import rules from './page.css'

const toVariables = (theme: Record<string, string>): string =>
  Object.entries(theme)
    .map(([name, colour]) => `--${name}:${colour};`)
    .join('')

/** The style of the pages: the colours of the site as variables, light and dark, and the rules that use them. */
export const style = `:root{color-scheme:light dark;${toVariables(colours.light)}}
@media (prefers-color-scheme:dark){:root{${toVariables(colours.dark)}}}
${rules}`
