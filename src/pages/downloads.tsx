/** @jsxImportSource hono/jsx */
import type { RequestedCard } from '../card/requested-card.ts'
import { toCsv } from '../formats/csv.ts'
import { toIndicatorJson } from '../formats/json.ts'
import { enclose, fill, joinBy, type Lang, say, type Words } from '../model/locales.ts'
import { formatNumber } from '../model/numbers.ts'
import { documents } from '../request/formats.ts'
import { sizes } from '../request/sizes.ts'
import { toCardLayout, toLanguageSearch, toPicturePath } from '../request/urls.ts'
import { formatPixels } from './builder-choice.ts'
import { sizeWords } from './builder-words.ts'
import { toPath } from './parts.tsx'
import { shareWords } from './share-words.ts'

/** The use of each file of figures; one that is not here shows the description in the table of formats. */
const uses: Record<string, Words> = {
  csv: shareWords.rowEach,
  xlsx: shareWords.forSpreadsheet,
  json: shareWords.withStatus,
  jsonstat: shareWords.forStatistics,
  jsonld: shareWords.forSearch,
  zip: shareWords.forEverything,
}

/** The order in which readers look for the figures. */
const order = ['csv', 'xlsx', 'json', 'zip']
const toPosition = (suffix: string): number => (order.includes(suffix) ? order.indexOf(suffix) : order.length)

const pictureFiles = [
  { name: shareWords.forLink, size: 'og', scale: 1 },
  { name: shareWords.forSharp, size: 'og', scale: 2 },
  { name: sizeWords.square, size: 'square', scale: 1 },
  { name: sizeWords.story, size: 'story', scale: 1 },
] as const

/** The card as files and the figures as files, each with its use. */
export const Downloads = ({ requested }: { requested: RequestedCard }) => {
  const { card, links, params } = requested
  const { lang } = params
  const rows = card.series.reduce((sum, { points }) => sum + points.length, 0)
  const weights: Record<string, number> = {
    csv: countBytes(toCsv([card])),
    json: countBytes(JSON.stringify(toIndicatorJson(card, links))),
  }
  return (
    <div class="dl">
      <div>
        <h3>{say(shareWords.pictures, lang)}</h3>
        <ul>
          <PictureFiles requested={requested} />
        </ul>
      </div>
      <div>
        <h3>{say(shareWords.data, lang)}</h3>
        <ul>
          {documents
            .toSorted((a, b) => toPosition(a.suffix) - toPosition(b.suffix))
            .map(({ suffix, name, about }) => (
              <File
                name={name}
                url={toPath(links[suffix])}
                text={toUse({ suffix, about, rows, lang })}
                weight={weights[suffix] === undefined ? undefined : formatWeight(weights[suffix], lang)}
              />
            ))}
          <File
            name="Data Package"
            url={`/indicators/${card.id}/datapackage.json${toLanguageSearch(lang)}`}
            text={say(shareWords.forPackage, lang)}
          />
        </ul>
      </div>
    </div>
  )
}

const PictureFiles = ({ requested }: { requested: RequestedCard }) => {
  const { lang } = requested.params
  const layout = toCardLayout(requested)
  const vector = { encoding: 'svg', layout, size: 'wide', theme: 'light', scale: 1 } as const
  return (
    <>
      {pictureFiles.map(({ name, size, scale }) => (
        <File
          name="PNG"
          url={toPicturePath(requested, { encoding: 'png', layout, size, scale })}
          text={joinBy('comma', [say(name, lang), formatPixels(sizes[size], scale)], lang)}
        />
      ))}
      <File name="SVG" url={toPicturePath(requested, vector)} text={say(shareWords.forPrint, lang)} />
    </>
  )
}

type Use = { suffix: string; about: string; rows: number; lang: Lang }

function toUse({ suffix, about, rows, lang }: Use): string {
  const use = uses[suffix]
  if (!use) return about
  return suffix === 'csv'
    ? enclose(say(use, lang), fill(say(shareWords.rows, lang), { count: String(rows) }), lang)
    : say(use, lang)
}

const countBytes = (text: string): number => new TextEncoder().encode(text).byteLength

/** A number of bytes in thousands, as a reader of files knows it. */
export const formatWeight = (bytes: number, lang: Lang): string =>
  bytes < 1000
    ? `${bytes}\u00a0${units[lang].bytes}`
    : `${formatNumber(bytes / 1000, { most: bytes < 10_000 ? 1 : 0 }, lang)}\u00a0${units[lang].thousands}`

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
