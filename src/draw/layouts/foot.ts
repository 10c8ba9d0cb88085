import type { Foot } from '../../card/picture.ts'
import { mutedRun, placeText, type Run, strongRun, widthOf } from '../charts/labels.ts'
import type { ChartArea, Layer } from '../charts/plot.ts'
import { horizontal, px, toHairline } from '../charts/shapes.ts'
import { drawEmblem, emblemBox } from '../emblem.ts'
import type { TextMark } from '../scene.ts'
import type { TypeScale } from '../type-scale.ts'

const emblemWidth = (t: TypeScale): number => (t.camel * emblemBox.width) / emblemBox.height

/** The gap between the parts of the foot. */
const footGap = (t: TypeScale): number => t.foot * 0.52

/**
 * The words of the foot, aligned to the right of its box; each word but the last begins on a whole pixel. The horizon runs up
 * to the emblem.
 */
export function drawFoot(foot: Foot, area: ChartArea): Layer {
  const { box, t } = area
  const words: TextMark[] = []
  let left = box.x + box.width + footGap(t)
  for (const { text, size, weight, ink } of fitBrand(foot, area).reverse()) {
    left -= footGap(t) + widthOf([{ text, size, weight, ink }])
    if (words.length > 0) left = Math.round(left)
    words.unshift(placeText({ text, size, weight, ink }, { x: left, y: t.horizon - t.hairline }))
  }
  const emblem = Math.round(left - footGap(t) - emblemWidth(t))
  const horizon = horizontal([t.margin, emblem + emblemWidth(t) * 0.9], t.horizon)
  return {
    words,
    marks: [
      { ...toHairline('muted', horizon, t), width: px(t.hairline * 0.6) },
      { kind: 'fill', ink: 'ink', path: drawEmblem({ x: emblem, y: t.horizon, height: t.camel }) },
    ],
  }
}

/** The name, the address and the licence, as many as fit beside the emblem; the address always. */
function fitBrand({ name, address, licence }: Foot, { box, t }: ChartArea): Run[] {
  const bare = mutedRun(address, t.foot)
  const full = t.isSmall || licence === '' ? bare : { ...bare, text: `${address} · ${licence}` }
  const attempts = name === '' ? [[full]] : [[strongRun(name, 'ink', t.foot), full], [full]]
  const fits = (runs: readonly Run[]): boolean =>
    runs.reduce((rest, run) => rest - footGap(t) - widthOf([run]), box.width - emblemWidth(t)) >= 0
  return attempts.find(fits) ?? [bare]
}
