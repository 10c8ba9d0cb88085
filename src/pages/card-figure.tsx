/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { RequestedCard } from '../card/requested-card.ts'
import { type Lang, say } from '../model/locales.ts'
import type { Theme } from '../request/parameters.ts'
import { type Size, sizes } from '../request/sizes.ts'
import { toCardLayout, toPicturePath } from '../request/urls.ts'
import { shareWords } from './share-words.ts'
import type { YearReading } from './year-reading.ts'

/** The widest window in which the square card replaces the wide one; the iframe's own width counts inside an iframe. */
const narrow = '(max-width:30rem)'
const darkScheme = '(prefers-color-scheme:dark)'

type CardFigureProps = {
  requested: RequestedCard
  reading: YearReading | undefined
  /** The line below a card that can be read by the year, where there is no script; and below any other card. */
  without: string
  otherwise: string
  children?: Child
}

/**
 * The card with the slider that reads it year by year. With theme `auto` there is a file for each theme, because WebKit does
 * not apply prefers-color-scheme to an SVG in `<img>`; print is light.
 */
export const CardFigure = ({ requested, reading, without, otherwise, children }: CardFigureProps) => {
  const { card, params } = requested
  const { size } = params
  const isAuto = params.theme === 'auto'
  const isSwapped = size === 'wide'
  const layout = toCardLayout(requested)
  const url = (theme: Theme, of: Size): string =>
    toPicturePath(requested, { encoding: 'svg', size: of, layout, theme, scale: 1 })
  const { square } = sizes
  const plain = isAuto ? 'light' : params.theme
  return (
    <figure class="card-box" data-read={reading ? '' : undefined}>
      <div class="reading">
        <picture>
          {isAuto && <source media="print" srcset={url('light', size)} {...sizes[size]} />}
          {isSwapped && isAuto && (
            <source media={`${narrow} and ${darkScheme}`} srcset={url('dark', 'square')} {...square} />
          )}
          {isSwapped && <source media={narrow} srcset={url(plain, 'square')} {...square} />}
          {isAuto && <source media={darkScheme} srcset={url('dark', size)} {...sizes[size]} />}
          <img src={url(plain, size)} alt={card.alt} {...sizes[size]} />
        </picture>
      </div>
      <div class="scrub">
        {reading ? <Scrub lang={card.lang} without={without} /> : <p>{otherwise}</p>}
        {children}
      </div>
      {reading && <script type="application/json">{raw(JSON.stringify(reading).replaceAll('<', '\\u003c'))}</script>}
    </figure>
  )
}

/** The slider that reads the chart for the keyboard, the line with the figures it reads, and the text without script. */
const Scrub = ({ lang, without }: { lang: Lang; without: string }) => (
  <>
    <p data-nojs>{without}</p>
    <label class="quiet" for="year">
      {say(shareWords.yearOf, lang)}
    </label>
    <input data-js type="range" id="year" min="0" max="1" step="1" value="1" />
    <output data-js for="year" />
  </>
)
