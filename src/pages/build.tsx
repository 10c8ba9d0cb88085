/** @jsxImportSource hono/jsx */
import { type RequestedCard, toRequestedCard } from '../card/requested-card.ts'
import { toSnippet } from '../formats/snippets.ts'
import { fill, joinBy, type Lang, say, tongues } from '../model/locales.ts'
import { isOwnMachine } from '../request/limits.ts'
import { sizes } from '../request/sizes.ts'
import { toPageUrl, toPictureUrl } from '../request/urls.ts'
import * as site from '../site.ts'
import { type Choice, formatPixels, toChoiceUrl } from './choice.ts'
import { Controls } from './controls.tsx'
import { toLanguages } from './front.tsx'
import { Icon, PlaceIcon } from './icons.tsx'
import { Page } from './page.tsx'
import { Breadcrumb, Code, CopyButton, CopyPictureButton, ShareButton, toPath } from './parts.tsx'
import { placeNames, places, toSnippetOrder } from './places.ts'
import { toShareHead } from './share-head.tsx'
import { Apps, Story } from './stage.tsx'
import { placeWords, sizeWords, snippetWords, words } from './words.ts'

type Props = { choice: Choice; release: string; day: string }

/** The builder: the place first, then the card and the code for it, and the choices beside them. Works without script. */
export const Build = ({ choice, release, day }: Props) => {
  const { requested } = choice
  const { card, params } = requested
  const { lang } = params
  const page = toPageUrl(requested)
  const head = toShareHead(toRequestedCard(new URL(page), requested.indicator, 'html'), release)
  const title = say(words.buildTitle, lang)
  return (
    <Page
      lang={lang}
      title={joinBy('dot', [joinBy('colon', [title, card.title], lang), site.name], lang)}
      switches={toLanguages(other => toChoiceUrl(choice, { lang: other }))}
      head={{
        ...head,
        canonical: `${requested.url.origin}/indicators/${card.id}${lang === 'en' ? '' : `?lang=${lang}`}`,
        isIndexed: false,
      }}
    >
      <Breadcrumb lang={lang} url={toPath(page, lang)} name={card.title} />
      <h1 class="b-title">{title}</h1>
      <div id="build">
        <nav aria-labelledby="h-where">
          <h2 class="where" id="h-where">
            {say(words.where, lang)}
          </h2>
          <Places choice={choice} />
        </nav>
        <div class="build">
          <Output choice={choice} release={release} />
          <Controls choice={choice} day={day} />
        </div>
        <Dock choice={choice} />
      </div>
    </Page>
  )
}

/** Choosing a place keeps what is shown and drops what the place sets: size, theme, scale and layout. */
const Places = ({ choice: { place, requested } }: { choice: Choice }) => {
  const { lang } = requested.params
  return (
    <ul class="places" id="places">
      {placeNames.map(name => (
        <li class="place">
          <a
            href={toChoiceUrl({
              place: name,
              requested: {
                ...requested,
                params: {
                  ...requested.params,
                  size: places[name].sizes[0],
                  theme: places[name].themes[0],
                  layout: requested.indicator.layout,
                },
              },
            })}
            id={`p-${name}`}
            aria-current={name === place ? 'true' : undefined}
          >
            <PlaceIcon name={name} />
            <span>
              {say(placeWords[name].name, lang)}
              <small>{say(placeWords[name].about, lang)}</small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The card as the place shows it. */
function toShownUrl({ place, requested, size }: Choice, theme = requested.params.theme): string {
  const { encoding } = places[place]
  return toPath(toPictureUrl(requested, { encoding, size, theme, scale: 1 }))
}

const Output = ({ choice, release }: { choice: Choice; release: string }) => {
  const { place, requested, size, isFaulty } = choice
  const { params, url } = requested
  const { lang } = params
  const spec = places[place]
  const name = say(placeWords[place].name, lang)
  const what = joinBy('comma', [name, say(sizeWords[size], lang), formatPixels(sizes[size])], lang)
  const isLink = place === 'link'
  return (
    <div
      class="out"
      id="out"
      data-say={isFaulty ? say(words.choiceFailed, lang) : fill(say(words.previewUpdated, lang), { what })}
      data-fail={say(words.unreachable, lang)}
    >
      <h2 class="quiet">{say(words.preview, lang)}</h2>
      {isFaulty && <p class="banner">{say(words.choiceFailed, lang)}</p>}
      {isOwnMachine(url.hostname) && <p class="banner">{say(words.localAddress, lang)}</p>}
      {isLink ? (
        <section class="stage tall" id="stage" tabindex={0} aria-label={say(words.preview, lang)}>
          <Apps requested={requested} release={release} />
        </section>
      ) : (
        <div class={params.background === 'transparent' ? 'stage clear' : 'stage'} id="stage">
          <Stage choice={choice} />
        </div>
      )}
      <p class="meta">
        <span>
          {formatPixels(sizes[size])}
          {spec.scale > 1 && ` → ${formatPixels(sizes[size], spec.scale)}`}
        </span>
        <span>{spec.encoding.toUpperCase()}</span>
        <span>{tongues[lang].name}</span>
        {!isLink && (
          <a data-soft href={toLinkPlace(requested)}>
            {say(words.seeLink, lang)}
          </a>
        )}
      </p>
      {spec.gives === 'code' ? <Codes choice={choice} /> : <Files choice={choice} />}
    </div>
  )
}

const toLinkPlace = (requested: RequestedCard): string =>
  toChoiceUrl({
    place: 'link',
    requested: { ...requested, params: { ...requested.params, size: 'og', theme: 'light' } },
  })

const Stage = ({ choice }: { choice: Choice }) => {
  const { place, requested, size } = choice
  if (place === 'instagram' && size === 'story')
    return <Story url={toShownUrl(choice)} alt={requested.card.alt} lang={requested.params.lang} />
  const { width, height } = sizes[size]
  if (requested.params.theme !== 'auto')
    return <img src={toShownUrl(choice)} alt={requested.card.alt} width={width} height={height} />
  return (
    <picture>
      <source media="(prefers-color-scheme: dark)" srcset={toShownUrl(choice, 'dark')} />
      <img src={toShownUrl(choice, 'light')} alt={requested.card.alt} width={width} height={height} />
    </picture>
  )
}

/** What the main button copies is called by what it is. */
const toCopyLabel = (id: string, lang: Lang): string =>
  say(id === 'link' || id === 'embed' ? words.copyLink : words.copyCode, lang)

const Codes = ({ choice }: { choice: Choice }) => {
  const { place, requested } = choice
  const { lang } = requested.params
  const [first, ...rest] = toSnippetOrder(place, requested)
  if (!first) return null
  return (
    <>
      <section aria-labelledby="h-code">
        <h2 class="quiet" id="h-code">
          {say(words.codeToPaste, lang)}
        </h2>
        <Code
          id="code0"
          lang={lang}
          text={toSnippet(requested, first)}
          name={say(snippetWords[first], lang)}
          label={toCopyLabel(first, lang)}
          hint={say(placeWords[place].hint, lang)}
          isMain
        />
      </section>
      {rest.length > 0 && (
        <details class="alt">
          <summary>
            {joinBy(
              'colon',
              [
                say(words.otherWays, lang),
                joinBy(
                  'dot',
                  rest.map(id => say(snippetWords[id], lang)),
                  lang,
                ),
              ],
              lang,
            )}
          </summary>
          {rest.map((id, i) => (
            <>
              <h3>{say(snippetWords[id], lang)}</h3>
              <Code
                id={`code${i + 1}`}
                lang={lang}
                text={toSnippet(requested, id)}
                name={say(snippetWords[id], lang)}
                label={toCopyLabel(id, lang)}
              />
            </>
          ))}
        </details>
      )}
      <details class="alt">
        <summary>{say(words.altInCode, lang)}</summary>
        <p class="muted" id="alt-text">
          {requested.card.alt}
        </p>
      </details>
    </>
  )
}

/** The file to take along: handed to an app on a phone, downloaded or copied elsewhere. */
const Files = ({ choice }: { choice: Choice }) => {
  const { place, requested, size } = choice
  const { card, params } = requested
  const { lang } = params
  const spec = places[place]
  if (spec.gives !== 'file') return null
  const png = toPictureUrl(requested, { encoding: 'png', size, scale: spec.scale })
  const svg = toPictureUrl(requested, { encoding: 'svg', size, scale: 1 })
  return (
    <>
      <div class="acts">
        <ShareButton lang={lang} url={toPageUrl(requested)} title={card.title} picture={toPath(png)} isMain />
        <a class="btn main" data-main href={toPath(png)} download={`${card.id}-${size}.png`}>
          <Icon name="down" />
          {fill(say(words.downloadOf, lang), { format: 'PNG' })} <small>{formatPixels(sizes[size], spec.scale)}</small>
        </a>
        <CopyPictureButton lang={lang} url={toPath(png)} />
        {spec.files.includes('svg') && (
          <a class="btn" href={toPath(svg)} download={`${card.id}-${size}.svg`}>
            {fill(say(words.downloadOf, lang), { format: 'SVG' })}
          </a>
        )}
      </div>
      <p class="small muted">{say(placeWords[place].hint, lang)}</p>
      <details class="alt" open>
        <summary>{say(words.altToPaste, lang)}</summary>
        <Code
          id="code0"
          lang={lang}
          text={card.alt}
          name={say(words.altToPaste, lang)}
          label={say(words.copyText, lang)}
        />
      </details>
    </>
  )
}

/** In a narrow window: what is chosen and its button, always in reach; hidden while the button itself is in view. */
const Dock = ({ choice }: { choice: Choice }) => {
  const { place, requested, size } = choice
  const { card, params } = requested
  const { lang } = params
  const spec = places[place]
  const [first] = toSnippetOrder(place, requested)
  const { width, height } = sizes[size]
  const theme = params.theme === 'auto' ? 'light' : params.theme
  return (
    <div class="dock" id="dock">
      <img src={toShownUrl(choice, theme)} alt="" width={width} height={height} />
      <p>
        <b>{say(placeWords[place].name, lang)}</b>
        {joinBy('dot', [say(sizeWords[size], lang), spec.encoding.toUpperCase()], lang)}
      </p>
      {first ? (
        <CopyButton lang={lang} source="code0" label={toCopyLabel(first, lang)} icon="copy" isMain />
      ) : (
        <a
          class="btn main"
          href={toPath(toPictureUrl(requested, { encoding: 'png', size, scale: spec.scale }))}
          download={`${card.id}-${size}.png`}
        >
          {fill(say(words.downloadOf, lang), { format: 'PNG' })}
        </a>
      )}
    </div>
  )
}
