import type { Column, ColumnsChart } from '../../../card/columns-chart.ts'
import { formatNumber } from '../../../model/numbers.ts'
import type { Ink, TextMark } from '../../scene.ts'
import { measureText } from '../../text/faces.ts'
import type { TypeScale } from '../../type-scale.ts'
import { placeText, strongRun, widthOf } from '../labels.ts'
import { boxOf, overlaps } from '../obstacles.ts'
import type { Layer } from '../plot.ts'
import { horizontal, px, toHairline } from '../shapes.ts'
import type { ColumnBar } from './bars.ts'
import type { ColumnsPlot } from './plot.ts'
import { filled } from './slots.ts'

/** The room above the highest column that the numbers over the columns need. */
export function toHeadroom(columns: readonly Column[], height: number, { label, strong }: TypeScale): number {
  const greatest = Math.max(...columns.map(({ value }) => value))
  const needs = columns.map(
    ({ value, isNewest }) =>
      (isNewest ? strong * 0.76 + label * 0.3 : label * 1.06) - (1 - value / (greatest || 1)) * height * 0.8,
  )
  return Math.max(label * 0.3, ...needs)
}

/** The width of the numbers of a grid that lie outside the columns. */
export function toNumberMargin({ slots, lang }: ColumnsChart, { label }: TypeScale): number {
  const greatest = Math.max(...slots.flatMap(slot => slot.columns.map(column => column?.value ?? 0)))
  const digits = formatNumber(greatest, { most: greatest < 5 ? 1 : 0 }, lang)
  return measureText(digits, label, 400) + label * 0.6
}

/**
 * The numbers of the columns. The newest comes first: over its column, or beside it where its neighbour is in the way. A
 * number without a free place is left out.
 */
export function drawNumbers(plot: ColumnsPlot): TextMark[] {
  const { bars, hasNumbers, obstacles } = plot
  const newestFirst = bars.toSorted((a, b) => Number(b.column.isNewest) - Number(a.column.isNewest))
  const numbers: TextMark[] = []
  for (const bar of hasNumbers ? newestFirst : toMarked(bars)) {
    if (bar.column.text === '') continue
    const places = toNumberPlaces(bar, plot)
    const mark = hasNumbers ? places[0] : places.find(place => obstacles.isFree([place], 0.1, 0))
    if (!mark || (hasNumbers && numbers.some(other => overlaps(boxOf(other), boxOf(mark))))) continue
    numbers.push(mark)
    obstacles.addWords([mark])
  }
  return numbers
}

/** Without room for every number: the newest of each lane, and the greatest of all. */
function toMarked(bars: readonly ColumnBar[]): ColumnBar[] {
  const newest = bars.filter(({ column }) => column.isNewest)
  const greatest = Math.max(...bars.map(({ column }) => column.value))
  const first = bars.find(({ column }) => column.value === greatest)
  return first && !newest.includes(first) ? [...newest, first] : newest
}

/** The places of a number: over its column, or below a negative one; then to the left and to the right of that. */
function toNumberPlaces(bar: ColumnBar, { box, isRoomy, t }: ColumnsPlot): TextMark[] {
  const { column, x, width } = bar
  const isWide = bar.slot.columns.length > 1 && measureText(column.text, t.strong, 600) > bar.full.width * 1.06
  const sizes = [...(column.isNewest && !isWide ? [t.strong] : []), t.label]
  return sizes.flatMap(size => {
    const run = {
      ...strongRun(column.text, toNumberInk(bar), size),
      weight: column.look === 'plan' ? 400 : 600,
    } as const
    const numberWidth = widthOf([run])
    const y = column.value < 0 ? bar.bottom + size * 0.98 : bar.top - Math.max(t.label * 0.3, size * 0.26)
    const within = (x: number): number => (isRoomy ? x : Math.max(box.x, Math.min(x, box.x + box.width - numberWidth)))
    return [x + (width - numberWidth) / 2, x + width - numberWidth, x].map(x => placeText(run, { x: within(x), y }))
  })
}

function toNumberInk({ column, slot }: ColumnBar): Ink {
  if (slot.columns.length > 1 && column.tone !== 'past') return column.tone
  if (column.look === 'plan') return 'muted'
  return column.isNewest && column.tone !== 'past' ? column.tone : 'ink'
}

/** A plan for the year of the newest column: a tick across it, with its words above. */
export function drawTargets({ chart, at, slotWidth, scale, obstacles, t }: ColumnsPlot): Layer {
  const targets = chart.slots.flatMap(({ target }, i) => {
    if (!target) return []
    const y = scale.at(target.value)
    const from = at(i) + slotWidth * (0.5 - filled / 2 - 0.1)
    const to = at(i) + slotWidth * (0.5 + filled / 2 + 0.1)
    return [
      {
        mark: { ...toHairline('ink', horizontal([from, to], y), t), width: px(t.hairline * 2.2) },
        word: placeText(strongRun(target.text, 'ink', t.label), {
          x: (from + to) / 2,
          y: y - t.label * 0.5,
          anchor: 'middle',
        }),
      },
    ]
  })
  const words = targets.map(({ word }) => word)
  obstacles.addWords(words)
  return { words, marks: targets.map(({ mark }) => mark) }
}
