import type { Card } from '../../card/card.ts'
import type { Hero } from '../../card/picture.ts'
import type { Part } from '../../card/tones.ts'
import { sizes } from '../../request/sizes.ts'
import { drawChart } from '../charts/index.ts'
import { placeRuns, placeText, type Run, strongRun, toRun, widthOf } from '../charts/labels.ts'
import type { ChartArea } from '../charts/plot.ts'
import { px } from '../charts/shapes.ts'
import type { Mark, Scene } from '../scene.ts'
import { measureText } from '../text/faces.ts'
import { breakText, type TextSetting } from '../text/lines.ts'
import { type FramedSize, lineHeights, type TypeScale, typeScales } from '../type-scale.ts'
import { drawFrame } from './frame.tsx'

/** The height of the digits of a hero, and the descent of its commas and currency signs, as shares of its size. */
const digits = 0.73
const descent = 0.19

/** One figure as large as the card allows, its comparisons, and the chart of its trend. */
export function drawStat(card: Card, size: FramedSize): Promise<Scene> {
  const t = typeScales[size]
  const { picture, lang } = card
  const { chart } = picture
  const hero = fitHero(card, size)
  const below = t.isUpright && hero.lines.length > 0 ? hero.lines.length * pitchOf(t) + t.label * 0.6 : 0
  const style = { height: hero.size * (digits + descent) + below, marginTop: t.gap * 0.9 + 12 * (t.hero / 150) }
  return drawFrame(
    {
      ...picture,
      lang,
      middle: {
        node: <section id="hero" style={style} />,
        set: box => setHero(picture.hero, hero, { box: box('hero'), t }),
      },
      draw: box => (chart ? drawChart(chart, { box, t }) : { marks: [] }),
    },
    size,
  )
}

const pitchOf = ({ label }: TypeScale): number => label * lineHeights.text

/** The sizes of a figure and its unit, and the lines of its comparisons. */
type HeroSetting = { size: number; unitSize: number; unitGap: number; lines: Run[][] }

/** The largest figure for which there is room. */
function fitHero({ picture: { hero, chart }, lang }: Card, size: FramedSize): HeroSetting {
  const { number, unit, comparisons } = hero
  const t = typeScales[size]
  const width = sizes[size].width - 2 * t.margin
  const [titleSize] = t.titles[0] ?? [t.strong]
  const unitGap = unit === '' ? 0 : titleSize * 0.24
  const most = width * (t.isUpright ? 1 : 0.62)
  const fitted = (size: number): number => measureText(unit, size, 600) + unitGap
  const unitSize = fitted(titleSize) > most * 0.5 ? t.label : titleSize
  const room = (t.hero * (most - fitted(unitSize))) / measureText(number, t.hero, 600)
  const numberSize = Math.min(t.hero * (chart ? 1 : 1.3), room)
  const aside = measureText(number, numberSize, 600) + unitGap + measureText(unit, unitSize, 600) + besideGap(t)
  const setting = { size: t.label, width: t.isUpright ? width : width - aside, lang }
  const compared = comparisons.map(parts => breakRuns(parts, setting))
  const isRoomy = t.isUpright || compared.flat().length * pitchOf(t) <= numberSize * digits + t.label * 0.5
  return { size: numberSize, unitSize, unitGap, lines: compared.filter(lines => isRoomy || lines.length === 1).flat() }
}

/** The gap between a figure and its comparisons. */
const besideGap = ({ hero }: TypeScale): number => 48 * (hero / 150)

/** A comparison, broken into lines where it is too wide for one. */
function breakRuns(parts: readonly Part[], { size, width, lang }: Omit<TextSetting, 'weight'>): Run[][] {
  const runs = parts.map(part => toRun(part, size))
  const [only, ...others] = runs
  if (!only || others.length > 0 || widthOf(runs) <= width) return [runs]
  return breakText(only.text, { ...only, width, lang }).map(text => [{ ...only, text }])
}

/** The number and its unit on one baseline; the comparisons beside them, or below on an upright card. */
function setHero(
  { number, unit, tone }: Hero,
  { size, unitSize, unitGap, lines }: HeroSetting,
  { box, t }: ChartArea,
): Mark[] {
  const baseline = box.y + size * digits
  const unitX = box.x + measureText(number, size, 600) + unitGap
  const x = t.isUpright ? box.x : unitX + measureText(unit, unitSize, 600) + besideGap(t)
  const pitch = pitchOf(t)
  const first = t.isUpright ? baseline + size * descent + t.label * 1.1 : baseline - pitch * (lines.length - 1)
  const room = box.x + box.width - x
  return [
    placeText(strongRun(number, tone, size), { x: box.x - size * 0.01, y: baseline }),
    ...(unit === '' ? [] : [placeText(strongRun(unit, tone, unitSize), { x: unitX, y: baseline })]),
    ...lines
      .filter(runs => widthOf(runs) <= room + 1)
      .flatMap((runs, i) => placeRuns(runs, { x: px(x), y: px(first + pitch * i) })),
  ]
}
