/** @jsxImportSource hono/jsx */
import { say, type Words } from '../model/locales.ts'
import { type BuilderChoice, toChoiceUrl } from './builder-choice.ts'
import { builderWords } from './builder-words.ts'
import { ControlGroup } from './control-group.tsx'

type ColourGroupProps = {
  choice: BuilderChoice
  name: 'accent' | 'background'
  title: Words
  /** The class that paints the colour of the card itself. */
  own: string
  swatches: readonly { value: string; name: Words }[]
}

/** A colour: that of the card, one of a few, or any by its hex digits. */
export const ColourGroup = ({ choice, name, title, own, swatches }: ColourGroupProps) => {
  const { place, requested } = choice
  const { lang } = requested.params
  const { [name]: value = '', ...params } = requested.params
  const isSwatch = value === '' || swatches.some(swatch => swatch.value === value)
  const reset = value !== '' && {
    name: say(builderWords.byCard, lang),
    url: toChoiceUrl({ place, requested: { ...requested, params } }),
  }
  return (
    <ControlGroup title={say(title, lang)} lang={lang} reset={reset}>
      <div class="swatches">
        {[{ value: '', name: builderWords.byCard }, ...swatches].map(swatch => (
          <label class="s">
            <input
              type="radio"
              id={`${name}-${swatch.value || 'card'}`}
              name={name}
              value={swatch.value}
              checked={swatch.value === value || (swatch.value === '' && !isSwatch)}
            />
            <ColourIcon value={swatch.value} own={own} />
            <span class="quiet">{say(swatch.name, lang)}</span>
          </label>
        ))}
        <span class="hex field">
          <label for={`hex-${name}`}>{say(builderWords.orHex, lang)}</label>
          <input
            type="text"
            id={`hex-${name}`}
            name={name}
            value={isSwatch ? '' : value}
            placeholder="1a2b3c"
            maxlength={7}
            pattern="#?[0-9a-fA-F]{6}"
            spellcheck={false}
            autocomplete="off"
          />
        </span>
      </div>
    </ControlGroup>
  )
}

/** A circle of the colour; none is a chequered one. */
const ColourIcon = ({ value, own }: { value: string; own: string }) => (
  <svg viewBox="0 0 32 32" aria-hidden="true">
    <circle
      cx="16"
      cy="16"
      r="15"
      class={value === '' ? `${own} rim` : 'rim'}
      fill={value === 'transparent' ? '#fff' : value ? `#${value}` : undefined}
    />
    {value === 'transparent' && <path d="M16 1a15 15 0 0 1 15 15H16zM16 31A15 15 0 0 1 1 16h15z" fill="#d5d2c9" />}
  </svg>
)
