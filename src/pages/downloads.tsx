/** @jsxImportSource hono/jsx */
import type { RequestedCard } from '../card/requested-card.ts'
import { toCsv } from '../formats/csv.ts'
import { toIndicatorJson } from '../formats/json.ts'
import { enclose, fill, type Lang, say } from '../model/locales.ts'
import { formatNumber } from '../model/numbers.ts'
import { documents } from '../request/formats.ts'
import type { CardParams } from '../request/parameters.ts'
import { sizes } from '../request/sizes.ts'
import { toPictureUrl } from '../request/urls.ts'
import { toPath } from './parts.tsx'
import { words } from './words.ts'

type Entry = Record<Lang, string>

/** What each file of figures is for; a form that is not named here is shown by what the table of formats says. */
const uses: Record<string, Entry> = {
  csv: words.rowEach,
  xlsx: words.forSpreadsheet,
  json: words.withStatus,
  jsonstat: words.forStatistics,
  jsonld: words.forSearch,
  zip: words.forEverything,
}

/** The order in which readers look for the figures. */
const order = ['csv', 'xlsx', 'json', 'zip']
const place = (suffix: string): number => (order.includes(suffix) ? order.indexOf(suffix) : order.length)

const pictures = [
  { word: words.forLink, size: 'og', scale: 1 },
  { word: words.forSharp, size: 'og', scale: 2 },
  { word: words.forSquare, size: 'square', scale: 1 },
  { word: words.forStory, size: 'story', scale: 1 },
] as const satisfies readonly { word: Entry; size: 'og' | 'square' | 'story'; scale: 1 | 2 }[]

/** The card as files and the figures as files, each with what it is for. */
export const Downloads = ({ requested, release }: { requested: RequestedCard; release: string }) => {
  const { card, links, params, indicator } = requested
  const { lang } = params
  const layout = params.layout === 'badge' ? indicator.layout : params.layout
  const file = (change: Partial<CardParams> & { encoding: 'svg' | 'png' }): string =>
    toPath(toPictureUrl(requested, { layout, ...change }))
  const rows = card.series.reduce((sum, { points }) => sum + points.length, 0)
  const weights: Record<string, number> = {
    csv: toBytes(toCsv([card])),
    json: toBytes(JSON.stringify(toIndicatorJson(card, release, links))),
  }
  return (
    <div class="dl">
      <div>
        <h3>{say(words.pictures, lang)}</h3>
        <ul>
          {pictures.map(({ word, size, scale }) => (
            <File
              name="PNG"
              url={file({ encoding: 'png', size, scale })}
              text={fill(say(word, lang), {
                size: `${sizes[size].width * scale}\u00a0×\u00a0${sizes[size].height * scale}`,
              })}
            />
          ))}
          <File
            name="SVG"
            url={file({ encoding: 'svg', size: 'wide', theme: 'light', scale: 1 })}
            text={say(words.forPrint, lang)}
          />
        </ul>
      </div>
      <div>
        <h3>{say(words.data, lang)}</h3>
        <ul>
          {documents
            .toSorted((a, b) => place(a.suffix) - place(b.suffix))
            .map(({ suffix, name, about }) => (
              <File
                name={name}
                url={toPath(links[suffix])}
                text={toUse(suffix, about, rows, lang)}
                weight={weights[suffix] === undefined ? undefined : formatWeight(weights[suffix], lang)}
              />
            ))}
          <File
            name="Data Package"
            url={`/indicators/${card.id}/datapackage.json${params.lang === 'en' ? '' : `?lang=${lang}`}`}
            text={say(words.forPackage, lang)}
          />
        </ul>
      </div>
    </div>
  )
}

const toUse = (suffix: string, about: string, rows: number, lang: Lang): string => {
  const use = uses[suffix]
  if (!use) return about
  const text = say(use, lang)
  return suffix === 'csv' ? enclose(text, fill(say(words.rows, lang), { count: String(rows) }), lang) : text
}

const toBytes = (text: string): number => new TextEncoder().encode(text).byteLength

/** A number of bytes in thousands, as a reader of files knows it. */
export const formatWeight = (bytes: number, lang: Lang): string =>
  bytes < 1000
    ? `${bytes}\u00a0${units[lang].bytes}`
    : `${formatNumber(bytes / 1000, 0, bytes < 10_000 ? 1 : 0, lang)}\u00a0${units[lang].thousands}`

const units: Record<Lang, { bytes: string; thousands: string }> = {
  en: { bytes: 'B', thousands: 'kB' },
  kk: { bytes: 'Б', thousands: 'кБ' },
  ru: { bytes: 'Б', thousands: 'кБ' },
  zh: { bytes: 'B', thousands: 'kB' },
}

type FileProps = { name: string; url: string; text: string; weight?: string | undefined }

const File = ({ name, url, text, weight }: FileProps) => (
  <li>
    <a href={url} download>
      <b>{name}</b>
      <span>{text}</span>
      {weight && <small>{weight}</small>}
    </a>
  </li>
)
