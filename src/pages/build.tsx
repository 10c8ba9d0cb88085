/** @jsxImportSource hono/jsx */
import { toRequestedCard } from '../card/requested-card.ts'
import { fill, joinBy, say } from '../model/locales.ts'
import { sizes } from '../request/sizes.ts'
import { toPageUrl, toPicturePath, toSiteUrl } from '../request/urls.ts'
import * as site from '../site.ts'
import { type BuilderChoice, toChoiceUrl } from './builder-choice.ts'
import { BuilderOutput, toCopyLabel } from './builder-output.tsx'
import { builderWords, sizeWords } from './builder-words.ts'
import { Controls } from './controls.tsx'
import { PlaceIcon } from './icons.tsx'
import { Page } from './page.tsx'
import { Breadcrumb, CopyButton, toPath } from './parts.tsx'
import { type Place, placeNames, placeSpecs, placeWords, toSnippetOrder } from './places.ts'
import { toPlacePath } from './preview-stage.tsx'
import { toShareHead } from './share-head.tsx'
import { toLanguages } from './site-head.ts'

/** The builder: the place first, then the card and the code for it, and the choices beside them. Works without script. */
export const Build = ({ choice, day }: { choice: BuilderChoice; day: string }) => {
  const { requested } = choice
  const { card, params } = requested
  const { lang } = params
  const page = toPageUrl(requested)
  const head = toShareHead(toRequestedCard(new URL(page), requested.indicator, 'html'))
  const title = say(builderWords.buildTitle, lang)
  return (
    <Page
      lang={lang}
      title={joinBy('dot', [joinBy('colon', [title, card.title], lang), site.name], lang)}
      switches={toLanguages(other => toChoiceUrl(choice, { lang: other }))}
      head={{
        ...head,
        canonical: toSiteUrl(requested.url.origin, `/indicators/${card.id}`, lang),
        isIndexed: false,
      }}
    >
      <Breadcrumb lang={lang} url={toPath(page, lang)} name={card.title} />
      <h1 class="b-title">{title}</h1>
      <div id="build">
        <nav aria-labelledby="h-where">
          <h2 class="where" id="h-where">
            {say(builderWords.where, lang)}
          </h2>
          <Places choice={choice} />
        </nav>
        <div class="build">
          <BuilderOutput choice={choice} />
          <Controls choice={choice} day={day} />
        </div>
        <Dock choice={choice} />
      </div>
    </Page>
  )
}

/** Choosing a place keeps the figures and drops the settings of the place: size, theme, scale and layout. */
const Places = ({ choice: { place, requested } }: { choice: BuilderChoice }) => {
  const { indicator, params } = requested
  const toPlaceUrl = (name: Place): string => {
    const [size] = placeSpecs[name].sizes
    const [theme] = placeSpecs[name].themes
    const { layout } = indicator
    return toChoiceUrl({ place: name, requested: { ...requested, params: { ...params, size, theme, layout } } })
  }
  return (
    <ul class="places" id="places">
      {placeNames.map(name => (
        <li class="place">
          <a href={toPlaceUrl(name)} id={`p-${name}`} aria-current={name === place ? 'true' : undefined}>
            <PlaceIcon name={name} />
            <span>
              {say(placeWords[name].name, params.lang)}
              <small>{say(placeWords[name].about, params.lang)}</small>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** In a narrow window: the choice and its button, always in reach; hidden while the button itself is in view. */
const Dock = ({ choice }: { choice: BuilderChoice }) => {
  const { place, requested, size } = choice
  const { lang, theme } = requested.params
  const { encoding, scale } = placeSpecs[place]
  const [first] = toSnippetOrder(place, requested)
  return (
    <div class="dock" id="dock">
      <img src={toPlacePath(choice, theme === 'auto' ? 'light' : theme)} alt="" {...sizes[size]} />
      <p>
        <b>{say(placeWords[place].name, lang)}</b>
        {joinBy('dot', [say(sizeWords[size], lang), encoding.toUpperCase()], lang)}
      </p>
      {first ? (
        <CopyButton lang={lang} source="code0" label={toCopyLabel(first, lang)} icon="copy" isMain />
      ) : (
        <a
          class="btn main"
          href={toPicturePath(requested, { encoding: 'png', size, scale })}
          download={`${requested.card.id}-${size}.png`}
        >
          {fill(say(builderWords.downloadOf, lang), { format: 'PNG' })}
        </a>
      )}
    </div>
  )
}
