/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import type { RequestedCard } from '../card/requested-card.ts'
import { toPhrases } from '../model/line-breaks.ts'
import { joinBy, type Lang, say, type Words } from '../model/locales.ts'
import { sizes } from '../request/sizes.ts'
import { toBuilderUrl, toPageUrl, toPicturePath } from '../request/urls.ts'
import { builderWords } from './builder-words.ts'
import { Icon, type IconName } from './icons.tsx'
import { pageWords } from './page-words.ts'
import { shareWords } from './share-words.ts'

/**
 * An absolute address of ours as a link within the site. With `lang` it names the language also where that is the default, so
 * that a reader who chose it keeps it whatever the browser asks for.
 */
export function toPath(url: string, lang?: Lang): string {
  const { pathname, searchParams, hash } = new URL(url)
  if (lang && !searchParams.has('lang')) searchParams.set('lang', lang)
  const query = searchParams.toString().replaceAll('%7E', '~')
  return `${pathname}${query ? `?${query}` : ''}${hash}`
}

/** The words of a heading: in Chinese with a place to break a line after each phrase. */
export const Phrases = ({ text, lang }: { text: string; lang: Lang }) => (
  <>
    {lang === 'zh'
      ? toPhrases(text).map(phrase => (
          <>
            {phrase}
            <wbr />
          </>
        ))
      : text}
  </>
)

/** A circle in the colour of a line. */
export const Swatch = ({ colour }: { colour: string }) => (
  <svg class="sw" viewBox="0 0 10 10" aria-hidden="true">
    <circle cx="5" cy="5" r="5" class={`c-${colour}`} />
  </svg>
)

type DataTableProps = { lang: Lang; heading: string; columns: readonly Words[]; children: Child }

/** A table below the heading with this id, to be scrolled sideways in a narrow window. */
export const DataTable = ({ lang, heading, columns, children }: DataTableProps) => (
  <section class="scroll" tabindex={0} aria-labelledby={heading}>
    <table>
      <thead>
        <tr>
          {columns.map(column => (
            <th scope="col">{say(column, lang)}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </section>
)

/** The breadcrumb: links to all cards, and to the parent page. */
export const Breadcrumb = ({ lang, url, name }: { lang: Lang; url: string; name: string }) => (
  <nav class="crumbs" aria-label={say(shareWords.breadcrumb, lang)}>
    <a href={`/?lang=${lang}`}>{say(pageWords.cards, lang)}</a>
    <span aria-hidden="true">›</span>
    <a href={url}>{name}</a>
  </nav>
)

type CopyButtonProps = { lang: Lang; source: string; label: string; icon?: IconName; isMain?: boolean }

/** A button that copies the text of an element; without script it is not there. */
export const CopyButton = ({ lang, source, label, icon, isMain }: CopyButtonProps) => (
  <button
    type="button"
    class={isMain ? 'btn main' : 'btn'}
    data-js
    data-main={isMain ? '' : undefined}
    data-copy={source}
    data-done={say(pageWords.copied, lang)}
    data-fail={say(pageWords.copyFailed, lang)}
  >
    {icon && <Icon name={icon} />}
    <span>{label}</span>
  </button>
)

/** A button that copies a PNG; the script hides it where the browser cannot. */
export const CopyPictureButton = ({ lang, url }: { lang: Lang; url: string }) => (
  <button
    type="button"
    class="btn"
    data-js
    data-image={url}
    data-done={say(pageWords.copied, lang)}
    data-fail={say(pageWords.copyPictureFailed, lang)}
  >
    <Icon name="copy" />
    <span>{say(builderWords.copyPicture, lang)}</span>
  </button>
)

type ShareButtonProps = { lang: Lang; url: string; title: string; picture?: string; isMain?: boolean }

/** A button that hands a link, or a picture, to the apps of the device: on touch screens, where the script finds that it can. */
export const ShareButton = ({ lang, url, title, picture, isMain }: ShareButtonProps) => (
  <button
    type="button"
    class={isMain ? 'btn main touch' : 'btn touch'}
    data-js
    data-share={picture ?? ''}
    data-url={url}
    data-title={title}
    data-fail={say(pageWords.copyPictureFailed, lang)}
  >
    <Icon name="share" />
    <span>{say(builderWords.share, lang)}</span>
  </button>
)

type CodeProps = { id: string; lang: Lang; text: string; name: string; label?: string; hint?: string; isMain?: boolean }

/** Text to be pasted elsewhere, with its button. */
export const Code = ({ id, lang, text, name, label, hint, isMain = false }: CodeProps) => (
  <div class="code">
    <section class="text" tabindex={0} aria-label={name}>
      <pre id={id} translate="no">
        {text}
      </pre>
    </section>
    <div class="bar">
      <CopyButton
        lang={lang}
        source={id}
        label={label ?? say(pageWords.copy, lang)}
        {...(isMain && { icon: 'copy' as const })}
        isMain={isMain}
      />
      {hint && <span class="hint">{hint}</span>}
    </div>
  </div>
)

/** A search looks through `text`. */
type TileProps = { requested: RequestedCard; text?: string | undefined; isHidden?: boolean }

/** A card in a gallery: the picture and its name are one link, with three actions below. */
export const Tile = ({ requested, text, isHidden = false }: TileProps) => {
  const { card } = requested
  const { lang } = card
  const action = (name: string): string => joinBy('colon', [name, card.title], lang)
  const embed = say(pageWords.embed, lang)
  const toSmall = (theme: 'light' | 'dark'): string =>
    toPicturePath(requested, { encoding: 'svg', size: 'small', theme, scale: 1 })
  return (
    <li class="tile" data-words={text} hidden={isHidden}>
      <a href={toPath(toPageUrl(requested), lang)}>
        <ThemedPicture light={toSmall('light')} dark={toSmall('dark')} alt={card.finding} size={sizes.small} isLazy />
        <h3>{card.title}</h3>
      </a>
      <p class="do">
        <a href={toPath(toBuilderUrl(requested), lang)} aria-label={action(embed)}>
          {embed}
        </a>
        <a href={toPicturePath(requested, { encoding: 'png', size: 'og', scale: 1 })} aria-label={action('PNG')}>
          PNG
        </a>
        <a href={toPath(requested.links.csv)} aria-label={action('CSV')}>
          CSV
        </a>
      </p>
    </li>
  )
}

type ThemedPictureProps = {
  light: string
  dark: string
  alt: string
  size: { width: number; height: number }
  isLazy?: boolean
}

/** A card, dark where the system is: two files, because WebKit does not apply prefers-color-scheme to an SVG in `<img>`. */
export const ThemedPicture = ({ light, dark, alt, size, isLazy = false }: ThemedPictureProps) => (
  <picture>
    <source media="(prefers-color-scheme: dark)" srcset={dark} />
    <img src={light} alt={alt} {...size} loading={isLazy ? 'lazy' : undefined} />
  </picture>
)
