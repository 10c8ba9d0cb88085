/** @jsxImportSource hono/jsx */
import type { RequestedCard } from '../card/requested-card.ts'
import { type SnippetId, toSnippet } from '../formats/snippets.ts'
import { fill, joinBy, type Lang, say, tongues } from '../model/locales.ts'
import { isOwnMachine } from '../request/limits.ts'
import { sizes } from '../request/sizes.ts'
import { toPageUrl, toPicturePath } from '../request/urls.ts'
import { type BuilderChoice, formatPixels, toChoiceUrl } from './builder-choice.ts'
import { builderWords, sizeWords, snippetWords } from './builder-words.ts'
import { Icon } from './icons.tsx'
import { Code, CopyPictureButton, ShareButton } from './parts.tsx'
import { placeSpecs, placeWords, toSnippetOrder } from './places.ts'
import { PreviewStage } from './preview-stage.tsx'

/** The result of a choice: its preview, and the code to paste or the file to download. */
export const BuilderOutput = ({ choice }: { choice: BuilderChoice }) => {
  const { place, requested, size, isFaulty } = choice
  const { lang } = requested.params
  const { encoding, scale, snippets } = placeSpecs[place]
  const pixels = formatPixels(sizes[size])
  const what = joinBy('comma', [say(placeWords[place].name, lang), say(sizeWords[size], lang), pixels], lang)
  return (
    <div
      class="out"
      id="out"
      data-say={
        isFaulty ? say(builderWords.choiceFailed, lang) : fill(say(builderWords.previewUpdated, lang), { what })
      }
      data-fail={say(builderWords.unreachable, lang)}
    >
      <h2 class="quiet">{say(builderWords.preview, lang)}</h2>
      {isFaulty && <p class="banner">{say(builderWords.choiceFailed, lang)}</p>}
      {isOwnMachine(requested.url.hostname) && <p class="banner">{say(builderWords.localAddress, lang)}</p>}
      <PreviewStage choice={choice} />
      <p class="meta">
        <span>
          {pixels}
          {scale > 1 && ` → ${formatPixels(sizes[size], scale)}`}
        </span>
        <span>{encoding.toUpperCase()}</span>
        <span>{tongues[lang].name}</span>
        {place !== 'link' && (
          <a data-soft href={toLinkChoiceUrl(requested)}>
            {say(builderWords.seeLink, lang)}
          </a>
        )}
      </p>
      {snippets.length > 0 ? <Codes choice={choice} /> : <Files choice={choice} />}
    </div>
  )
}

const toLinkChoiceUrl = (requested: RequestedCard): string =>
  toChoiceUrl({
    place: 'link',
    requested: { ...requested, params: { ...requested.params, size: 'og', theme: 'light' } },
  })

/** The label of the button below a code: it copies a link, or code. */
export const toCopyLabel = (id: SnippetId, lang: Lang): string =>
  say(id === 'link' || id === 'embed' ? builderWords.copyLink : builderWords.copyCode, lang)

const Codes = ({ choice }: { choice: BuilderChoice }) => {
  const { place, requested } = choice
  const { lang, alt } = requested.card
  const [first, ...rest] = toSnippetOrder(place, requested).map((id, i) => ({
    id: `code${i}`,
    lang,
    text: toSnippet(requested, id),
    name: say(snippetWords[id], lang),
    label: toCopyLabel(id, lang),
  }))
  if (!first) return null
  const names = rest.map(({ name }) => name)
  return (
    <>
      <section aria-labelledby="h-code">
        <h2 class="quiet" id="h-code">
          {say(builderWords.codeToPaste, lang)}
        </h2>
        <Code {...first} hint={say(placeWords[place].hint, lang)} isMain />
      </section>
      {rest.length > 0 && (
        <details class="alt">
          <summary>{joinBy('colon', [say(builderWords.otherWays, lang), joinBy('dot', names, lang)], lang)}</summary>
          {rest.map(code => (
            <>
              <h3>{code.name}</h3>
              <Code {...code} />
            </>
          ))}
        </details>
      )}
      <details class="alt">
        <summary>{say(builderWords.altInCode, lang)}</summary>
        <p class="muted" id="alt-text">
          {alt}
        </p>
      </details>
    </>
  )
}

/** The file to take along: handed to an app on a phone, downloaded or copied elsewhere. */
const Files = ({ choice }: { choice: BuilderChoice }) => {
  const { place, requested, size } = choice
  const { id, lang, title, alt } = requested.card
  const { scale } = placeSpecs[place]
  const png = toPicturePath(requested, { encoding: 'png', size, scale })
  const altToPaste = say(builderWords.altToPaste, lang)
  return (
    <>
      <div class="acts">
        <ShareButton lang={lang} url={toPageUrl(requested)} title={title} picture={png} isMain />
        <a class="btn main" data-main href={png} download={`${id}-${size}.png`}>
          <Icon name="down" />
          {fill(say(builderWords.downloadOf, lang), { format: 'PNG' })}{' '}
          <small>{formatPixels(sizes[size], scale)}</small>
        </a>
        <CopyPictureButton lang={lang} url={png} />
        {place === 'slide' && (
          <a
            class="btn"
            href={toPicturePath(requested, { encoding: 'svg', size, scale: 1 })}
            download={`${id}-${size}.svg`}
          >
            {fill(say(builderWords.downloadOf, lang), { format: 'SVG' })}
          </a>
        )}
      </div>
      <p class="small muted">{say(placeWords[place].hint, lang)}</p>
      <details class="alt" open>
        <summary>{altToPaste}</summary>
        <Code id="code0" lang={lang} text={alt} name={altToPaste} label={say(builderWords.copyText, lang)} />
      </details>
    </>
  )
}
