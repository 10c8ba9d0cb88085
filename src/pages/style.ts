import base from '../../generated/base.css'
import frame from '../../generated/frame.css'
import site from '../../generated/site.css'
import { colours } from '../site.ts'
import { toAsset } from './asset.ts'
import { inkRules } from './inks.ts'

const toCustomProperties = (theme: Record<string, string>): string =>
  Object.entries(theme)
    .map(([name, colour]) => `--${name}:${colour};`)
    .join('')

const lightProperties = toCustomProperties(colours.light)
const darkProperties = toCustomProperties(colours.dark)

/** The rules with the fonts by the address that the pages preload. */
const pack = (rules: string): string => rules.trim().replace(/\/text-\d+\.woff2/g, toAsset)

/** The style of the pages: the colours of the site and of the cards, dark where the system is, and the rules that use them. */
export const siteStyle = `:root{color-scheme:light dark;${lightProperties}}
@media (prefers-color-scheme:dark){:root{${darkProperties}}}
${inkRules()}
${pack(base)}
${pack(site)}`

/** The style of the iframe: light by default, dark or as the system is where the address asks for it. */
export const frameStyle = `:root{${lightProperties}}
:root.dark{${darkProperties}}
@media (prefers-color-scheme:dark){:root.auto{color-scheme:light dark;${darkProperties}}}
${inkRules('.dark ', '.auto ')}
${pack(base)}
${pack(frame)}`
