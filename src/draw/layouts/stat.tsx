import type { Card } from '../../card/card.ts'
import type { Part } from '../../card/chart.ts'
import type { Lang } from '../../model/locales.ts'
import { drawChart } from '../charts/index.ts'
import { placeRuns, placeText, type Run, toRun, widthOf } from '../charts/labels.ts'
import { px } from '../charts/shapes.ts'
import type { Box, Mark, Scene } from '../scene.ts'
import { measureText } from '../text/faces.ts'
import { breakText } from '../text/lines.ts'
import type { TypeScale } from '../type-scale.ts'
import { drawFrame } from './frame.tsx'

/** Of a hero's size, how high its digits are, and how far a comma or a sign of currency hangs below them. */
const digits = 0.73
const descent = 0.19

/** One figure as large as the card allows, what it compares with, and the trend it ends. */
export function drawStat({ picture, lang }: Card, t: TypeScale, width: number, height: number): Promise<Scene> {
  const { title, subtitle, foot, chart, hero } = picture
  const inner = width - 2 * t.margin
  const [unitSize] = t.titles[0] ?? [t.strong]
  const unitGap = hero.unit === '' ? 0 : unitSize * 0.24
  const { number } = hero
  const most = inner * (t.isUpright ? 1 : 0.62)
  const fitted = (size: number): number => measureText(hero.unit, size, 600) + unitGap
  const unitShown = fitted(unitSize) > most * 0.5 ? t.label : unitSize
  const size = Math.min(
    t.hero * (chart ? 1 : 1.3),
    (t.hero * (most - fitted(unitShown))) / measureText(number, t.hero, 600),
  )
  const aside = measureText(number, size, 600) + unitGap + measureText(hero.unit, unitShown, 600) + 48 * (t.hero / 150)
  const compared = hero.comparisons.map(parts => toLines(parts, t.isUpright ? inner : inner - aside, lang, t))
  const isRoomy = t.isUpright || compared.flat().length * t.label * 1.3 <= size * digits + t.label * 0.5
  const comparisons = compared.filter(lines => isRoomy || lines.length === 1).flat()
  const below = t.isUpright && comparisons.length > 0 ? comparisons.length * t.label * 1.3 + t.label * 0.6 : 0
  const block = size * (digits + descent)
  return drawFrame(
    {
      title,
      subtitle,
      foot,
      lang,
      middle: {
        node: <section id="hero" style={{ height: block + below, marginTop: t.gap * 0.9 + 12 * (t.hero / 150) }} />,
        set: box =>
          setHero(
            box('hero'),
            { number, unit: hero.unit, size, unitSize: unitShown, unitGap, comparisons, tone: hero.tone },
            t,
          ),
      },
      draw: box => (chart ? drawChart(chart, box, t) : { marks: [] }),
    },
    t,
    width,
    height,
  )
}

/** What a figure compares with, broken where one line has no room for it. */
function toLines(parts: readonly Part[], width: number, lang: Lang, { label }: TypeScale): Run[][] {
  const runs = parts.map(part => toRun(part, label))
  const [only, ...others] = runs
  if (!only || others.length > 0 || widthOf(runs) <= width) return [runs]
  return breakText(only.text, label, only.weight, width, lang).map(text => [{ ...only, text }])
}

type Hero = {
  number: string
  unit: string
  size: number
  unitSize: number
  unitGap: number
  comparisons: Run[][]
  tone: Card['picture']['subject']
}

/** The number and its unit on one baseline; beside them what they compare with, or below where the card is upright. */
function setHero(box: Box, { number, unit, size, unitSize, unitGap, comparisons, tone }: Hero, t: TypeScale): Mark[] {
  const baseline = box.y + size * digits
  const figure = placeText({ text: number, ink: tone, size, weight: 600 }, box.x - size * 0.01, baseline)
  const unitX = box.x + measureText(number, size, 600) + unitGap
  const unitMark = placeText({ text: unit, ink: tone, size: unitSize, weight: 600 }, unitX, baseline)
  const pitch = t.label * 1.3
  const x = t.isUpright ? box.x : unitX + measureText(unit, unitSize, 600) + 48 * (t.hero / 150)
  const first = t.isUpright ? baseline + size * descent + t.label * 1.1 : baseline - pitch * (comparisons.length - 1)
  const room = box.x + box.width - x
  const lines = comparisons.filter(runs => widthOf(runs) <= room + 1)
  return [
    figure,
    ...(unit === '' ? [] : [unitMark]),
    ...lines.flatMap((runs, i) => placeRuns(runs, px(x), px(first + pitch * i))),
  ]
}
