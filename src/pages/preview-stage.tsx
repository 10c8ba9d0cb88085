/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { RequestedCard } from '../card/requested-card.ts'
import { say } from '../model/locales.ts'
import { sizes } from '../request/sizes.ts'
import { toPicturePath, toPreview } from '../request/urls.ts'
import * as site from '../site.ts'
import type { BuilderChoice } from './builder-choice.ts'
import { builderWords } from './builder-words.ts'
import { ThemedPicture, toPath } from './parts.tsx'
import { placeSpecs } from './places.ts'

/** The card as the place of a choice shows it. */
export function toPlacePath({ place, requested, size }: BuilderChoice, theme = requested.params.theme): string {
  const { encoding } = placeSpecs[place]
  return toPicturePath(requested, { encoding, size, theme, scale: 1 })
}

/** The preview of a place: the card, or for a link its preview in five apps. */
export const PreviewStage = ({ choice }: { choice: BuilderChoice }) => {
  const { place, requested } = choice
  const { lang, background } = requested.params
  if (place === 'link')
    return (
      <section class="stage tall" id="stage" tabindex={0} aria-label={say(builderWords.preview, lang)}>
        <Apps requested={requested} />
      </section>
    )
  return (
    <div class={background === 'transparent' ? 'stage clear' : 'stage'} id="stage">
      <StagedCard choice={choice} />
    </div>
  )
}

const StagedCard = ({ choice }: { choice: BuilderChoice }) => {
  const { place, requested, size } = choice
  const { theme } = requested.params
  const { alt } = requested.card
  if (theme === 'auto')
    return (
      <ThemedPicture
        light={toPlacePath(choice, 'light')}
        dark={toPlacePath(choice, 'dark')}
        alt={alt}
        size={sizes[size]}
      />
    )
  const img = <img src={toPlacePath(choice)} alt={alt} {...sizes[size]} />
  return place === 'instagram' && size === 'story' ? <Phone picture={img} requested={requested} /> : img
}

/** A story as the app shows it: its bars cover 250 pixels at the top and at the bottom, where the card is empty. */
const Phone = ({ picture, requested }: { picture: Child; requested: RequestedCard }) => {
  const covered = say(builderWords.appCovers, requested.card.lang)
  return (
    <div class="phone">
      {picture}
      <i>{covered}</i>
      <i>{covered}</i>
    </div>
  )
}

/** How the link is shown by five apps; drawn from their guides. WhatsApp cuts the picture square where the message is small. */
const Apps = ({ requested }: { requested: RequestedCard }) => {
  const { card, indicator, url } = requested
  const { lang } = card
  const preview = toPreview(requested)
  const picture = <img src={toPath(preview.url)} alt="" width={preview.width} height={preview.height} />
  const square = toPicturePath(requested, { encoding: 'png', size: 'square', scale: 1 })
  const cropped = <img src={square} alt="" {...sizes.square} />
  const title = <span class="t">{card.title}</span>
  const host = <span class="h">{url.host}</span>
  const about = <p>{card.description}</p>
  const message = [<span class="h">{site.name}</span>, title, about, picture]
  const toCaptioned = (image: Child, ...lines: Child[]): Child[] => [image, <div class="w">{lines}</div>]
  const apps = [
    { id: 'x', name: 'X', shown: [picture, <span class="t">{say(indicator.badge, lang)}</span>], below: host },
    { id: 'in', name: 'LinkedIn', shown: toCaptioned(picture, title, host) },
    { id: 'tg', name: 'Telegram', shown: message },
    { id: 'wa', name: 'WhatsApp', shown: toCaptioned(picture, title, about, host) },
    {
      id: 'wa crop',
      name: `WhatsApp, ${say(builderWords.squareCrop, lang)}`,
      shown: toCaptioned(cropped, title, host),
    },
    { id: 'sl', name: 'Slack', shown: message },
  ]
  return (
    <div class="apps">
      {apps.map(({ id, name, shown, below }) => (
        <div class={`app ${id}`}>
          <h3>{name}</h3>
          <div class="b">{shown}</div>
          {below}
        </div>
      ))}
    </div>
  )
}
