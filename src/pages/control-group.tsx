/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'
import { fill, type Lang, say } from '../model/locales.ts'
import { builderWords } from './builder-words.ts'

type ControlGroupProps = {
  title: Child
  lang: Lang
  /** The name of the default, and the address of the choice with it; false while the default is chosen. */
  reset?: { name: string; url: string } | false
  children?: Child
}

/** A group of choices; once one is made, the way back to the default is beside its name. */
export const ControlGroup = ({ title, lang, reset, children }: ControlGroupProps) => (
  <fieldset class="grp">
    <legend>
      {title}
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

/** A radio button drawn as a segment: its name with a sign before it and a hint below. */
type Segment = {
  id: string
  value: string
  isChecked: boolean
  isDisabled?: boolean
  icon?: Child
  label: Child
  hint?: string | false
}

type SegmentGroupProps = ControlGroupProps & { name: string; segments: readonly Segment[]; style?: string }

/** A parameter as a row of radio buttons. */
export const SegmentGroup = ({ name, segments, style = 'seg', ...group }: SegmentGroupProps) => (
  <ControlGroup {...group}>
    <div class={style}>
      {segments.map(({ id, value, isChecked, isDisabled, icon, label, hint }) => (
        <label>
          <input type="radio" id={id} name={name} value={value} checked={isChecked} disabled={isDisabled} />
          {icon}
          {label}
          {hint && <small>{hint}</small>}
        </label>
      ))}
    </div>
  </ControlGroup>
)
