/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { fill, type Lang, say, type Words } from '../model/locales.ts'
import type { CardParams } from '../request/parameters.ts'
import { type BuilderChoice, toChoiceUrl } from './builder-choice.ts'
import { builderWords } from './builder-words.ts'

type ControlGroupProps = {
  title: Words
  lang: Lang
  /** What the default is called, and the address of the choice with it; false while the default is chosen. */
  reset?: { name: string; url: string } | false
  children: Child
}

/** A group of choices; once one is made, the way back to the default is beside its name. */
export const ControlGroup = ({ title, reset, lang, children }: ControlGroupProps) => (
  <fieldset class="grp">
    <legend>
      {say(title, lang)}
      {reset && (
        <span class="def">
          <a data-soft href={reset.url}>
            {fill(say(builderWords.resetTo, lang), { name: reset.name })}
          </a>
        </span>
      )}
    </legend>
    {children}
  </fieldset>
)

type SegmentProps = {
  name: string
  /** Tells the choices of a group apart; the value of the default is empty. */
  id: string
  value: string
  isChecked: boolean
  isDisabled?: boolean | undefined
  children: Child
}

/** A radio button drawn as a segment. */
export const Segment = ({ name, value, isChecked, isDisabled, id, children }: SegmentProps) => (
  <label>
    <input type="radio" id={`${name}-${id}`} name={name} value={value} checked={isChecked} disabled={isDisabled} />
    {children}
  </label>
)

type SegmentGroupProps<T extends string> = {
  choice: BuilderChoice
  title: Words
  name: 'size' | 'theme' | 'layout'
  /** The values on offer, the default first, and what each is called. */
  values: readonly [T, ...T[]]
  names: Readonly<Record<T, Words>>
  chosen: string
  toChange: (value: T) => Partial<CardParams>
  toIcon?: (value: T) => Child
  toHint?: (value: T) => string | false
  isDisabled?: (value: T) => boolean
  style?: string
}

/** A parameter as a row of segments, of which the first is the default and not in the address. */
export function SegmentGroup<T extends string>({ choice, title, name, values, names, ...props }: SegmentGroupProps<T>) {
  const { lang } = choice.requested.params
  const { chosen, toChange, toIcon, toHint, isDisabled, style } = props
  const [first] = values
  return (
    <ControlGroup
      title={title}
      lang={lang}
      reset={chosen !== first && { name: say(names[first], lang), url: toChoiceUrl(choice, toChange(first)) }}
    >
      <div class={style ?? 'seg'}>
        {values.map(value => {
          const hint = toHint?.(value)
          return (
            <Segment
              name={name}
              id={value}
              value={value === first ? '' : value}
              isChecked={value === chosen}
              isDisabled={isDisabled?.(value)}
            >
              {toIcon?.(value)}
              {say(names[value], lang)}
              {hint && <small>{hint}</small>}
            </Segment>
          )
        })}
      </div>
    </ControlGroup>
  )
}
