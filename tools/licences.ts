import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fonts } from '../src/site.ts'
import { readFontFile, type Typefaces, toFontLicence } from './data/font-faults.ts'
import { root } from './repository.ts'

/** Licences under which a part may be served from anywhere, by anyone, with no more than a notice and a link. */
export const allowed = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Unicode-3.0',
]

export type Part = { name: string; version: string; licence: string; home: string; notice: string }

/** The code that Satori carries inside its own file. */
const carried = {
  cssesc: 'https://mths.be/cssesc',
  'parse-css-dimension': 'https://github.com/jedmao/parse-css-dimension',
  'postcss-selector-parser': 'https://github.com/postcss/postcss-selector-parser',
  tailwindcss: 'https://tailwindcss.com',
  twrnc: 'https://github.com/jaredh159/tailwind-react-native-classnames',
  'yoga-layout': 'https://yogalayout.dev',
}

/** The copyright holders of code under the MIT licence that comes without its text. */
const holders: Record<string, string> = {
  'css-box-shadow': 'Copyright (c) Brent Jackson',
  cssesc: 'Copyright Mathias Bynens <https://mathiasbynens.be/>',
  'parse-css-dimension': 'Copyright (c) 2015 Jed Mao',
  'postcss-selector-parser': 'Copyright (c) Ben Briggs <beneb.info@gmail.com> (http://beneb.info)',
  tailwindcss: 'Copyright (c) Tailwind Labs, Inc.',
  twrnc: 'Copyright (c) Jared Henderson',
  'yoga-layout': 'Copyright (c) Meta Platforms, Inc. and affiliates.',
}

const readText = (path: string): string => readFileSync(join(root, path), 'utf8')

function toMit(name: string): string {
  const holder = holders[name]
  if (holder === undefined) throw new Error(`${name} comes without a licence; expected who holds its rights`)
  return readText('tools/notices/mit.txt').replace('{copyright}', holder)
}

/**
 * Every package that package.json's dependencies bring along, what Satori carries, CLDR's names of months, and the typefaces, by
 * name. Throws for a package without a notice.
 */
export function findParts({ latin, chinese }: Typefaces): Part[] {
  const lock: { packages: Record<string, { version: string; license?: string; dev?: boolean }> } = JSON.parse(
    readText('package-lock.json'),
  )
  const packages = Object.entries(lock.packages)
    .filter(([folder, { dev }]) => folder !== '' && !dev && existsSync(join(root, folder)))
    .map(([folder, { version, license = 'none' }]): Part => {
      const name = folder.replace(/^.*node_modules\//, '')
      const file = readdirSync(join(root, folder)).find(entry => /^licen[cs]e/i.test(entry))
      const notice = file ? readText(`${folder}/${file}`) : toMit(name)
      return { name, version, licence: license, home: `https://www.npmjs.com/package/${name}`, notice }
    })
  const inSatori = Object.entries(carried).map(
    ([name, home]): Part => ({ name, version: '', licence: 'MIT', home, notice: toMit(name) }),
  )
  const cldr = { name: 'cldr', version: '', licence: 'Unicode-3.0', home: 'https://cldr.unicode.org' }
  const typefaces = [latin, chinese].map(({ name, home, licence }): Part => {
    const notice = readFontFile(licence).toString('utf8')
    return { name: `${name} (font)`, version: '', licence: toFontLicence(notice) ?? 'none', home, notice }
  })
  const parts = [...packages, ...inSatori, { ...cldr, notice: readText('tools/notices/cldr.txt') }, ...typefaces]
  return parts.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** THIRD-PARTY.md: a table of the parts, and every notice once, under the names it is for. */
export function toThirdParty(parts: readonly Part[]): string {
  const rows = parts.map(({ name, version, licence, home }) => `| ${name} | ${version} | ${licence} | <${home}> |`)
  const notices = Map.groupBy(parts, ({ notice }) =>
    notice
      .replace(/\r/g, '')
      .replace(/^\uFEFF|[ \t]+$/gm, '')
      .trim(),
  )
  const texts = [...notices].map(([notice, holders]) => {
    const names = [...new Set(holders.map(({ name }) => name))].join(', ')
    return `## ${names}\n\n\`\`\`text\n${notice}\n\`\`\`\n`
  })
  return `# Third-party notices

The packages that \`dependencies\` of package.json bring along, the fonts whose outlines ship, and the code that Satori
carries inside its own file. \`npm run licences\` writes this file; \`npm sbom --omit=dev\` lists the packages as CycloneDX or
SPDX. Satori is used as published, under the Mozilla Public License 2.0; its source is at <https://github.com/vercel/satori>.

| part | version | licence | home |
| --- | --- | --- | --- |
${rows.join('\n')}

${texts.join('\n')}`
}

if (import.meta.main) writeFileSync(join(root, 'THIRD-PARTY.md'), toThirdParty(findParts(fonts)))
