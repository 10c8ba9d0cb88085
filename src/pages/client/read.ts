import type { YearFigures, YearPlot, YearReading } from '../year-reading.ts'
import { findAll, findFirst } from './dom.ts'

const svgNamespace = 'http://www.w3.org/2000/svg'

function makeSvg(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(svgNamespace, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}

function make<K extends keyof HTMLElementTagNameMap>(name: K, text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  element.textContent = text
  return element
}

const isReading = (value: unknown): value is YearReading =>
  typeof value === 'object' && value !== null && 'plots' in value && 'points' in value

type Elements = {
  box: HTMLElement
  area: HTMLElement
  img: HTMLImageElement
  range: HTMLInputElement
  out: HTMLOutputElement
}

/** No year is kept. */
const none = -1

/**
 * Lets a reader read a year off the chart: with the mouse, with a tap or a sideways drag, and with the arrow keys on the slider
 * below. The picture stays as it is; a rule, dots and a tip lie over it. No number is formatted here.
 */
class YearReader {
  readonly #reading: YearReading
  readonly #elements: Elements
  readonly #overlay = makeSvg('svg', { 'aria-hidden': 'true' })
  readonly #tip = make('div')
  /** The index of the year that shows when no pointer is over the chart. */
  #kept = none

  constructor(reading: YearReading, elements: Elements) {
    const { area, img, range } = elements
    this.#reading = reading
    this.#elements = elements
    this.#tip.className = 'tip'
    this.#tip.hidden = true
    this.#tip.setAttribute('aria-hidden', 'true')
    area.append(this.#overlay, this.#tip)
    range.max = String(reading.points.length - 1)
    this.#followPointer()
    this.#followKeys()
    new ResizeObserver(() => {
      this.#placeRange()
      if (this.#kept !== none) this.#show(this.#kept)
    }).observe(img)
    img.addEventListener('load', () => this.#placeRange())
    this.#placeRange()
    this.#rest()
  }

  /** The plot of the file that the browser has chosen: that of the same shape. */
  #findPlot(): YearPlot | undefined {
    const { clientWidth, clientHeight } = this.#elements.img
    const differ = ({ w, h }: YearPlot): number => Math.abs(w / h - clientWidth / clientHeight)
    return [...this.#reading.plots].sort((a, b) => differ(a) - differ(b))[0]
  }

  /** Shows no year; the slider is at the newest. */
  #rest(): void {
    const { range } = this.#elements
    this.#overlay.replaceChildren()
    this.#tip.hidden = true
    range.value = range.max
    this.#name(this.#reading.points.at(-1))
  }

  /** Writes a year with its figures beside the slider, and says it. */
  #name(point: YearFigures | undefined): void {
    if (!point) return
    const { inks, marks, unit } = this.#reading
    const { out, range } = this.#elements
    const figures = point.rows.map(([, label, text]) => (inks.length > 1 ? `${label} ${text}` : text))
    const notes = point.note ? [point.note] : []
    out.replaceChildren(make('b', point.year), ` ${[...figures, ...notes].join(marks.dot)}`)
    const spoken = `${point.year}${marks.colon}${figures.join(marks.comma)}`
    range.setAttribute('aria-valuetext', [spoken, unit, ...notes].join(marks.comma))
  }

  /** The slider lies under the plot, its ends under the first and the last figure. */
  #placeRange(): void {
    const { box, img, range } = this.#elements
    const plot = this.#findPlot()
    const [first, last] = [plot?.at[0], plot?.at.at(-1)]
    if (!plot || !first || !last) return
    const scale = img.clientWidth / plot.w
    const inset = img.getBoundingClientRect().left - box.getBoundingClientRect().left
    range.style.left = `${inset + first[0] * scale - 9}px`
    range.style.width = `${Math.max(60, (last[0] - first[0]) * scale + 18)}px`
  }

  /** Draws a rule and dots at a year, with a tip for the mouse; at no year of the chart it rests. */
  #show(index: number, pointer?: string): void {
    const { img, range } = this.#elements
    const plot = this.#findPlot()
    const [point, at] = [this.#reading.points[index], plot?.at[index]]
    if (!plot || !point || !at) {
      this.#rest()
      return
    }
    const [x, ys] = at
    const scale = plot.w / img.clientWidth
    this.#overlay.setAttribute('viewBox', `0 0 ${plot.w} ${plot.h}`)
    this.#overlay.replaceChildren(
      makeSvg('path', { class: 'rule', d: `M${x} ${plot.top}V${plot.bottom}` }),
      ...ys.flatMap((y, i) => {
        const ink = this.#reading.inks[i]
        return y === null ? [] : [makeSvg('circle', { class: `dot c-${ink}`, cx: x, cy: y, r: 5 * scale })]
      }),
    )
    range.value = String(index)
    this.#name(point)
    this.#tip.hidden = pointer !== 'mouse'
    if (!this.#tip.hidden) this.#showTip(point, x / scale, plot.top / scale)
  }

  /** Lists the figures of a year beside the rule: on the side with more room, inside the picture. */
  #showTip(point: YearFigures, x: number, y: number): void {
    const list = make('dl')
    for (const [ink, label, text] of point.rows) {
      const swatch = makeSvg('svg', { viewBox: '0 0 10 10' })
      swatch.append(makeSvg('circle', { class: `c-${ink}`, cx: 5, cy: 5, r: 5 }))
      list.append(swatch, make('dt', label), make('dd', text))
    }
    const tip = this.#tip
    tip.replaceChildren(make('b', point.year), list, ...(point.note ? [make('small', point.note)] : []))
    const { clientWidth, clientHeight } = this.#elements.img
    const isRight = x < clientWidth / 2
    const left = isRight ? x + 14 : x - 14 - tip.offsetWidth
    const inside = Math.max(4, Math.min(left, clientWidth - tip.offsetWidth - 4))
    const top = Math.max(4, Math.min(y, clientHeight - tip.offsetHeight - 4))
    tip.style.transform = `translate(${inside}px,${top}px)`
  }

  /** The index of the year nearest to a pointer. */
  #findNearest({ clientX }: PointerEvent): number {
    const { img } = this.#elements
    const plot = this.#findPlot()
    if (!plot) return none
    const x = ((clientX - img.getBoundingClientRect().left) * plot.w) / img.clientWidth
    const distances = plot.at.map(([at]) => Math.abs(at - x))
    return distances.indexOf(Math.min(...distances))
  }

  /** A finger reads on a tap or a sideways drag; a scroll that begins on the chart ends in `pointercancel` and leaves no mark. */
  #followPointer(): void {
    const { area } = this.#elements
    let down: PointerEvent | undefined
    area.addEventListener('pointermove', event => {
      const isDrag = down !== undefined && Math.abs(event.clientX - down.clientX) > 10
      if (event.pointerType !== 'mouse' && !isDrag) return
      const index = this.#findNearest(event)
      if (isDrag) this.#kept = index
      this.#show(index, event.pointerType)
    })
    area.addEventListener('pointerdown', event => {
      down = event
    })
    area.addEventListener('pointerup', event => {
      if (down && isTap(down, event)) {
        this.#kept = this.#findNearest(event)
        this.#show(this.#kept, event.pointerType)
      }
      down = undefined
    })
    const leave = (): void => {
      down = undefined
      this.#show(this.#kept)
    }
    area.addEventListener('pointercancel', leave)
    area.addEventListener('pointerleave', event => {
      if (event.pointerType === 'mouse') leave()
    })
  }

  #followKeys(): void {
    const { box, range } = this.#elements
    for (const type of ['input', 'focus'])
      range.addEventListener(type, () => {
        this.#kept = Number(range.value)
        this.#show(this.#kept)
      })
    box.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return
      this.#kept = none
      this.#rest()
    })
  }
}

const isTap = (down: PointerEvent, up: PointerEvent): boolean =>
  Math.hypot(up.clientX - down.clientX, up.clientY - down.clientY) < 10 && up.timeStamp - down.timeStamp < 500

function serveReading(box: HTMLElement): void {
  const reading: unknown = JSON.parse(findFirst('script[type="application/json"]', box)?.textContent ?? 'null')
  const area = findFirst('.reading', box)
  const img = findFirst<HTMLImageElement>('.reading img', box)
  const range = findFirst<HTMLInputElement>('.scrub input', box)
  const out = findFirst<HTMLOutputElement>('.scrub output', box)
  if (isReading(reading) && area && img && range && out) new YearReader(reading, { box, area, img, range, out })
}

/** Serves every chart of the page that can be read by the year. */
export const serveReadings = (): void => findAll('[data-read]').forEach(serveReading)
