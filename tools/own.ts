import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Lang, languages } from '../src/model/locales.ts'
import { parseOrigin } from '../src/request/origin.ts'
import { readArguments, stop, textOption, toToday } from './command.ts'
import { firstId, toFirstFolder } from './own/first-folder.ts'
import { type SiteSettings, toOwnSite } from './own/site-settings.ts'
import { dataFolder, listFolders, root } from './repository.ts'

const help = `Turns a clone into a story of your own: your name in src/site.ts, one indicator of yours in data/, and no other.

npm run own -- --name "Steppe Herald" --subject "Figures on grain and rail"

  --name NAME            the name of the newsroom, on every card and page
  --subject WORDS        what the figures are about, in English; the title of the front page
  --subject.ru WORDS     the same in another language on offer: kk, ru, zh
  --languages en,ru      the languages on offer, English first; else all four
  --origin URL           where it will be served, https://cards.example.org; may follow later in src/site.ts
`

const { values } = readArguments(
  {
    options: {
      name: textOption,
      subject: textOption,
      languages: textOption,
      origin: textOption,
      help: { type: 'boolean' },
      ...Object.fromEntries(languages.filter(lang => lang !== 'en').map(lang => [`subject.${lang}`, textOption])),
    },
  },
  `\n\n${help}`,
)
if (values.help) {
  console.log(help)
  process.exit(0)
}
const given: Record<string, string | boolean | undefined> = values
const readOption = (option: string): string => String(given[option] ?? '').trim()

function readSettings(): SiteSettings {
  const name = readOption('name')
  if (name === '' || [...name].length > 40)
    stop(`--name must be the name of the newsroom, of at most 40 characters\n\n${help}`)
  if (readOption('subject') === '') stop(`--subject must say in English what the figures are about\n\n${help}`)
  const offered = readLanguages()
  const origin = readOption('origin') === '' ? undefined : parseOrigin(readOption('origin'))
  if (readOption('origin') !== '' && !origin)
    stop(`--origin is "${readOption('origin')}"; expected the address of a host, https://cards.example.org`)
  const translated = offered.filter(lang => lang !== 'en' && readOption(`subject.${lang}`) !== '')
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return {
    name,
    slug: slug || 'cards',
    subject: {
      en: readOption('subject'),
      ...Object.fromEntries(translated.map(lang => [lang, readOption(`subject.${lang}`)])),
    },
    offered,
    origin,
    host: origin ? new URL(origin).host : `${slug || 'cards'}.example`,
    example: firstId,
  }
}

function readLanguages(): ['en', ...Lang[]] {
  const codes = (readOption('languages') || languages.join(',')).split(',').map(code => code.trim())
  const unknown = codes.find(code => !languages.some(lang => lang === code))
  if (unknown !== undefined) stop(`--languages has "${unknown}"; expected some of ${languages.join(', ')}`)
  if (codes[0] !== 'en') stop('--languages must begin with en: what is not translated is shown in English')
  const others = [...new Set(codes)].flatMap(code => languages.find(lang => lang === code && lang !== 'en') ?? [])
  return ['en', ...others]
}

const newsroom = readSettings()
const uncommitted = execFileSync('git', ['status', '--porcelain', '--', 'data', 'src/site.ts'], {
  cwd: root,
  encoding: 'utf8',
}).trim()
if (uncommitted !== '') stop(`these are not committed, and would be lost; nothing was written:\n${uncommitted}`)
const sitePath = join(root, 'src/site.ts')
const site = toOwnSite(readFileSync(sitePath, 'utf8'), newsroom)
const { id, package: head, observations } = toFirstFolder(newsroom, toToday())

for (const name of listFolders(dataFolder)) rmSync(join(dataFolder, name), { recursive: true })
const readme = join(dataFolder, 'README.md')
// The list of what was left out belongs to the present story only.
writeFileSync(readme, readFileSync(readme, 'utf8').replace(/^## Left out, and why\n[\s\S]*?(?=^## )/m, ''))
mkdirSync(join(dataFolder, id))
writeFileSync(join(dataFolder, id, 'datapackage.json'), head)
writeFileSync(join(dataFolder, id, 'observations.csv'), observations)
const baseline = { day: toToday(), why: `The story of ${newsroom.name} begins.` }
writeFileSync(join(dataFolder, 'baseline.json'), `${JSON.stringify(baseline, null, 2)}\n`)
writeFileSync(sitePath, site)
execFileSync(join(root, 'node_modules/.bin/biome'), ['check', '--write', 'src/site.ts', 'data'], {
  cwd: root,
  stdio: 'ignore',
})
console.log(
  `${newsroom.name} has a story of its own, data/${id}. Look at it with npm start; docs/own-story.md goes on from here`,
)
