import type { Part } from './part.ts'

/** SPDX ids of licences that let a part be served from anywhere, by anyone, with no more than a notice and a link. */
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

/** A sentence for each part, and each part of a part, under a licence that is not allowed. */
export const findRefused = (parts: readonly Part[]): string[] =>
  parts.flatMap(({ name, licence, parts: inner }) => [
    ...(allowed.includes(licence) ? [] : [`${name} is under ${licence}; expected one of ${allowed.join(', ')}`]),
    ...findRefused(inner),
  ])

const opening = `# Third-party notices

What the Worker holds of others: found in its bundle, not in package.json. \`npm run build\` writes this file, and
generated/sbom.json (CycloneDX 1.6) from the same list; a test compares it with the bundle.

A part marked ↳ is carried inside the files of the one above it; a version nobody gives is left out. Of the two fonts the
outlines of the characters in use ship, under the fonts' own licence. Names of months and the forms of dates and numbers are
CLDR's, read through Node's \`Intl\`.
`

/** THIRD-PARTY.md: the table of what ships, and every notice once, under the names it is for. */
export function toThirdParty(parts: readonly Part[]): string {
  const all = parts.flatMap(part => [part, ...part.parts])
  const covered = parts.filter(part => part.licence === 'MPL-2.0')
  const source = covered.map(
    ({ name, version, home }) =>
      `\n**${name} ${version}** is used as it was published, under the Mozilla Public License 2.0; its source is at ${home.replace(/#.*$/, '')}.\n`,
  )
  const rows = parts.flatMap(part => [toRow(part, ''), ...part.parts.map(inner => toRow(inner, '↳ '))])
  const table = ['| part | version | licence | home |', '| --- | --- | --- | --- |', ...rows].join('\n')
  const notices = Map.groupBy(all, part => tidy(part.notice))
  const texts = [...notices].map(([notice, holders]) => {
    const names = [...new Set(holders.map(({ name }) => name))].join(', ')
    return `## ${names}\n\n\`\`\`text\n${notice}\n\`\`\`\n`
  })
  return [opening, ...source, `\n${table}\n`, '\n', texts.join('\n')].join('')
}

const toRow = ({ name, version = '', licence, home }: Part, mark: string): string =>
  `| ${mark}${name} | ${version} | ${licence} | <${home}> |`

const tidy = (notice: string): string =>
  notice
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map(line => line.trimEnd())
    .join('\n')
    .trim()
