/** @jsxImportSource hono/jsx */
import type { RequestedCard } from '../card/requested-card.ts'
import { type Lang, say } from '../model/locales.ts'
import { sizes } from '../request/sizes.ts'
import { toPictureUrl, toPreview } from '../request/urls.ts'
import * as site from '../site.ts'
import { toPath } from './parts.tsx'
import { words } from './words.ts'

/** A story as the app shows it: its bars cover 250 pixels at the top and at the bottom, where the card is empty. */
export const Story = ({ url, alt, lang }: { url: string; alt: string; lang: Lang }) => (
  <div class="phone">
    <img src={url} alt={alt} width={sizes.story.width} height={sizes.story.height} />
    <i>{say(words.appCovers, lang)}</i>
    <i>{say(words.appCovers, lang)}</i>
  </div>
)

/** How the link is shown by five apps; drawn from their guides. WhatsApp cuts the picture square where the message is small. */
export const Apps = ({ requested, release }: { requested: RequestedCard; release: string }) => {
  const { card, indicator, url, params } = requested
  const { lang } = params
  const preview = toPreview(requested, release)
  const square = toPath(toPictureUrl(requested, { encoding: 'png', size: 'square', scale: 1 }))
  const picture = <img src={toPath(preview.url)} alt="" width={preview.width} height={preview.height} />
  const title = <span class="t">{card.title}</span>
  const host = <span class="h">{url.host}</span>
  const about = <p>{card.description}</p>
  return (
    <div class="apps">
      <div class="app x">
        <h3>X</h3>
        <div class="b">
          {picture}
          <span class="t">{say(indicator.badge, lang)}</span>
        </div>
        {host}
      </div>
      <div class="app in">
        <h3>LinkedIn</h3>
        <div class="b">
          {picture}
          <div class="w">
            {title}
            {host}
          </div>
        </div>
      </div>
      <div class="app tg">
        <h3>Telegram</h3>
        <div class="b">
          <span class="h">{site.name}</span>
          {title}
          {about}
          {picture}
        </div>
      </div>
      <div class="app wa">
        <h3>WhatsApp</h3>
        <div class="b">
          {picture}
          <div class="w">
            {title}
            {about}
            {host}
          </div>
        </div>
      </div>
      <div class="app wa crop">
        <h3>WhatsApp, {say(words.squareCrop, lang)}</h3>
        <div class="b">
          <img src={square} alt="" width={sizes.square.width} height={sizes.square.height} />
          <div class="w">
            {title}
            {host}
          </div>
        </div>
      </div>
      <div class="app sl">
        <h3>Slack</h3>
        <div class="b">
          <span class="h">{site.name}</span>
          {title}
          {about}
          {picture}
        </div>
      </div>
    </div>
  )
}
