import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Lang, languages, type Words } from '../src/model/locales.ts'
import { parseOrigin } from '../src/request/origin.ts'
import { firstId, toFirstFolder } from './own/first-folder.ts'
import { type SiteSettings, toOwnSite } from './own/site-settings.ts'
import { dataFolder, root } from './read-data.ts'

const help = `Turns a clone into a story of your own: your name in src/site.ts, one indicator of yours in data/, and no other.

npm run own -- --name "Steppe Herald" --subject "Figures on grain and rail"

  --name NAME            the name of the newsroom, on every card and page
  --subject WORDS        what the figures are about, in English; the title of the front page
  --subject.ru WORDS     the same in another language on offer: kk, ru, zh
  --languages en,ru      the languages on offer, English first; else all four
  --origin URL           where it will be served, https://cards.example.org; may follow later in src/site.ts
`

/** What a command line that is not understood is answered with; nothing was written. */
function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

function readSettings(): SiteSettings {
  const text = { type: 'string' } as const
  const others = languages.filter(lang => lang !== 'en')
  const names = Object.fromEntries(others.map(lang => [`subject.${lang}`, text]))
  const options = {
    name: text,
    subject: text,
    languages: text,
    origin: text,
    help: { type: 'boolean' },
    ...names,
  } as const
  const { values } = parse(options)
  if (values.help) {
    console.log(help)
    process.exit(0)
  }
  const given: Record<string, string | boolean | undefined> = values
  const say = (option: string): string => String(given[option] ?? '').trim()
  const name = say('name')
  if (name === '' || [...name].length > 40)
    stop(`--name must be the name of the newsroom, of at most 40 characters\n\n${help}`)
  if (say('subject') === '') stop(`--subject must say in English what the figures are about\n\n${help}`)
  const offered = (say('languages') || languages.join(',')).split(',').map(code => code.trim())
  const unknown = offered.find(code => !languages.some(lang => lang === code))
  if (unknown !== undefined) stop(`--languages has "${unknown}"; expected some of ${languages.join(', ')}`)
  if (offered[0] !== 'en') stop('--languages must begin with en: what is not translated is shown in English')
  const origin = say('origin') === '' ? undefined : toOrigin(say('origin'))
  const translated = others.filter(lang => offered.includes(lang) && say(`subject.${lang}`) !== '')
  const subject: Words = {
    en: say('subject'),
    ...Object.fromEntries(translated.map(lang => [lang, say(`subject.${lang}`)])),
  }
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return {
    name,
    slug: slug || 'cards',
    subject,
    offered: [...new Set(offered)] as [Lang, ...Lang[]],
    origin,
    host: origin ? new URL(origin).host : `${slug || 'cards'}.example`,
    example: firstId,
  }
}

function parse<const T extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(options: T) {
  try {
    return parseArgs({ options, strict: true })
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : String(error)}\n\n${help}`)
  }
}

const toOrigin = (text: string): string =>
  parseOrigin(text) ?? stop(`--origin is "${text}"; expected the address of a host, https://cards.example.org`)

/** The files under data/ and the settings that are not committed yet: they would be lost. */
const findUncommitted = (): string =>
  execFileSync('git', ['status', '--porcelain', '--', 'data', 'src/site.ts'], { cwd: root, encoding: 'utf8' }).trim()

const settings = readSettings()
const uncommitted = findUncommitted()
if (uncommitted !== '') stop(`these are not committed, and would be lost; nothing was written:\n${uncommitted}`)
const path = join(root, 'src/site.ts')
const today = new Date().toISOString().slice(0, 10)
const site = toOwnSite(readFileSync(path, 'utf8'), settings)
const { id, package: head, observations } = toFirstFolder(settings, today)

for (const entry of readdirSync(dataFolder, { withFileTypes: true }))
  if (entry.isDirectory()) rmSync(join(dataFolder, entry.name), { recursive: true })
const readme = join(dataFolder, 'README.md')
// What was left out of the present story, and why, is of no other.
writeFileSync(readme, readFileSync(readme, 'utf8').replace(/^## Left out, and why\n[\s\S]*?(?=^## )/m, ''))
mkdirSync(join(dataFolder, id))
writeFileSync(join(dataFolder, id, 'datapackage.json'), head)
writeFileSync(join(dataFolder, id, 'observations.csv'), observations)
const baseline = { day: today, why: `The story of ${settings.name} begins.` }
writeFileSync(join(dataFolder, 'baseline.json'), `${JSON.stringify(baseline, null, 2)}\n`)
writeFileSync(path, site)
execFileSync(join(root, 'node_modules/.bin/biome'), ['check', '--write', 'src/site.ts', 'data'], {
  cwd: root,
  stdio: 'ignore',
})
console.log(
  `${settings.name} has a story of its own, data/${id}. Look at it with npm start; docs/own-story.md goes on from here`,
)
