import { find, findAll } from './dom.ts'

/** The chart as the server describes it; see `../reading.tsx`. */
type Plot = { w: number; h: number; top: number; bottom: number; at: [x: number, ys: (number | null)[]][] }
type Year = {
  year: string
  rows: [ink: string, name: string, text: string][]
  note?: string
}
type Marks = { comma: string; colon: string; dot: string }
type Reading = { inks: string[]; unit: string; marks: Marks; plots: Plot[]; points: Year[] }

const SVG = 'http://www.w3.org/2000/svg'

function makeSvg(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, className: string, text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  if (className) element.className = className
  element.textContent = text
  return element
}

const isReading = (value: unknown): value is Reading =>
  typeof value === 'object' && value !== null && 'plots' in value && 'points' in value

/**
 * Lets a reader read a year off the chart: with the mouse, with a tap or a sideways drag, and with the arrow keys on the slider
 * below. The picture stays as it is; a rule, dots and a tip lie over it. No number is formatted here.
 */
function serveReading(box: HTMLElement): void {
  const data: unknown = JSON.parse(find('script[type="application/json"]', box)?.textContent ?? 'null')
  const img = find<HTMLImageElement>('.reading img', box)
  const area = find('.reading', box)
  const range = find<HTMLInputElement>('.scrub input', box)
  const out = find<HTMLOutputElement>('.scrub output', box)
  if (!isReading(data) || !img || !area || !range || !out) return
  const { inks, unit, marks, plots, points } = data
  const overlay = makeSvg('svg', { 'aria-hidden': 'true' })
  const tip = make('div', 'tip')
  tip.hidden = true
  tip.setAttribute('aria-hidden', 'true')
  area.append(overlay, tip)
  range.max = String(points.length - 1)
  range.value = range.max
  let kept = -1

  const toPlot = (): Plot | undefined => {
    const ratio = img.clientWidth / img.clientHeight
    return [...plots].sort((a, b) => Math.abs(a.w / a.h - ratio) - Math.abs(b.w / b.h - ratio))[0]
  }
  const name = (point: Year | undefined): void => {
    if (!point) return
    const figures = point.rows.map(([, label, text]) => (inks.length > 1 ? `${label} ${text}` : text))
    const notes = point.note ? [point.note] : []
    out.replaceChildren(make('b', '', point.year), ` ${[...figures, ...notes].join(marks.dot)}`)
    const spoken = `${point.year}${marks.colon}${figures.join(marks.comma)}`
    range.setAttribute('aria-valuetext', [spoken, unit, ...notes].join(marks.comma))
  }
  const rest = (): void => {
    overlay.replaceChildren()
    tip.hidden = true
    range.value = range.max
    name(points.at(-1))
  }
  /** The slider lies under the plot, its ends under the first and the last figure. */
  const place = (): void => {
    const plot = toPlot()
    const [first, last] = [plot?.at[0], plot?.at.at(-1)]
    if (!plot || !first || !last) return
    const scale = img.clientWidth / plot.w
    const inset = img.getBoundingClientRect().left - box.getBoundingClientRect().left
    range.style.left = `${inset + first[0] * scale - 9}px`
    range.style.width = `${Math.max(60, (last[0] - first[0]) * scale + 18)}px`
  }
  const show = (index: number, pointer: string): void => {
    const plot = toPlot()
    const [point, at] = [points[index], plot?.at[index]]
    if (!plot || !point || !at) {
      rest()
      return
    }
    const [x, ys] = at
    const scale = plot.w / img.clientWidth
    overlay.setAttribute('viewBox', `0 0 ${plot.w} ${plot.h}`)
    overlay.replaceChildren(
      makeSvg('path', { class: 'rule', d: `M${x} ${plot.top}V${plot.bottom}` }),
      ...ys.flatMap((y, i) =>
        y === null ? [] : [makeSvg('circle', { class: `dot c-${inks[i]}`, cx: x, cy: y, r: 5 * scale })],
      ),
    )
    range.value = String(index)
    name(point)
    tip.hidden = pointer !== 'mouse'
    if (!tip.hidden) showTip(point, x / scale, plot, scale)
  }
  const showTip = (point: Year, x: number, plot: Plot, scale: number): void => {
    const list = make('dl', '')
    for (const [ink, label, text] of point.rows) {
      const swatch = makeSvg('svg', { viewBox: '0 0 10 10' })
      swatch.append(makeSvg('circle', { class: `c-${ink}`, cx: 5, cy: 5, r: 5 }))
      list.append(swatch, make('dt', '', label), make('dd', '', text))
    }
    tip.replaceChildren(make('b', '', point.year), list, ...(point.note ? [make('small', '', point.note)] : []))
    // On the side with more room, inside the picture.
    const isRight = x < img.clientWidth / 2
    const left = isRight ? x + 14 : x - 14 - tip.offsetWidth
    const inside = Math.max(4, Math.min(left, img.clientWidth - tip.offsetWidth - 4))
    const top = Math.max(4, Math.min(plot.top / scale, img.clientHeight - tip.offsetHeight - 4))
    tip.style.transform = `translate(${inside}px,${top}px)`
  }
  const nearest = (event: PointerEvent): number => {
    const plot = toPlot()
    if (!plot) return -1
    const x = ((event.clientX - img.getBoundingClientRect().left) * plot.w) / img.clientWidth
    return plot.at.reduce((best, [at], i) => (Math.abs(at - x) < Math.abs((plot.at[best]?.[0] ?? 0) - x) ? i : best), 0)
  }

  // A finger reads on a tap or a sideways drag; a scroll that begins on the chart ends in `pointercancel` and leaves no mark.
  let down: { x: number; y: number; at: number } | undefined
  area.addEventListener('pointermove', event => {
    const isDrag = down !== undefined && Math.abs(event.clientX - down.x) > 10
    if (event.pointerType !== 'mouse' && !isDrag) return
    const index = nearest(event)
    if (isDrag) kept = index
    show(index, event.pointerType)
  })
  area.addEventListener('pointerdown', event => {
    down = { x: event.clientX, y: event.clientY, at: event.timeStamp }
  })
  area.addEventListener('pointerup', event => {
    const isTap =
      down && Math.hypot(event.clientX - down.x, event.clientY - down.y) < 10 && event.timeStamp - down.at < 500
    if (isTap) {
      kept = nearest(event)
      show(kept, event.pointerType)
    }
    down = undefined
  })
  area.addEventListener('pointercancel', () => {
    down = undefined
    show(kept, 'key')
  })
  area.addEventListener('pointerleave', event => {
    if (event.pointerType !== 'mouse') return
    down = undefined
    show(kept, 'key')
  })
  for (const type of ['input', 'focus'])
    range.addEventListener(type, () => {
      kept = Number(range.value)
      show(kept, 'key')
    })
  box.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return
    kept = -1
    rest()
  })
  new ResizeObserver(() => {
    place()
    if (kept >= 0) show(kept, 'key')
  }).observe(img)
  img.addEventListener('load', place)
  place()
  rest()
}

/** Serves every chart of the page that can be read by the year. */
export const serveReadings = (): void => findAll('[data-read]').forEach(serveReading)
