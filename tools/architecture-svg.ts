import { palettes } from '../src/draw/theme.ts'
import { escapeXml } from '../src/draw/xml.ts'
import { type Architecture, type Flow, toFacts } from './architecture.ts'
import { box, mono, page, placeRows, prose, type Row, toHeight } from './architecture-rows.ts'
import { type Part, parts } from './stages.ts'

/** Pixels: of one import in an arc, between two arcs at a row, from the end of a row to its ports, and how far the longest arc reaches. */
const thread = { width: 1.15, gap: 1.1, inset: 7, reach: 264 }

const inks = { answers: 'series1', draws: 'series0', knows: 'series3' } as const satisfies Record<Part, string>

/** The rows from top to bottom with their imports beside them; light, and dark where the reader's system is dark. */
export function toArchitectureSvg(architecture: Architecture): string {
  const { flows } = architecture
  const rows = placeRows(architecture.rows)
  const foot = Math.max(...rows.map(({ y, height }) => y + height))
  const height = foot + page.foot
  const facts = toFacts(architecture)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${height}" viewBox="0 0 ${page.width} ${height}" role="img" aria-labelledby="title facts">`,
    '<title id="title">The architecture of Caravan: imports run one way</title>',
    `<desc id="facts">${facts}</desc>`,
    `<style>${toStyle()}</style>`,
    ...parts.map(toGradient),
    `<rect class="ground" width="${page.width}" height="${height}" rx="16"/>`,
    `<text class="title" x="${box.left}" y="62">Imports run one way</text>`,
    `<text class="lead" x="${box.left}" y="94">A request arrives at the top; the figures it is about lie at the bottom. ${facts}</text>`,
    ...flows.toSorted((a, b) => toSpan(b) - toSpan(a)).map(flow => drawThread(flow, flows, rows)),
    ...parts.flatMap(part => drawPart(part, rows)),
    ...rows.flatMap((row, index) => [...drawRow(row), ...drawCounts(row, index, flows)]),
    ...drawKey(foot + 46, flows),
    '</svg>',
    '',
  ].join('\n')
}

function drawRow({ part, name, y, height, sentences, names }: Row): string[] {
  const x = box.left + box.text
  const first = y + (height - toHeight({ sentences, names })) / 2 + 13
  const second = first + sentences.length * prose.leading + 3
  return [
    `<rect class="box" x="${box.left}" y="${y}" width="${box.width}" height="${height}" rx="10"/>`,
    `<text class="name ${part}" x="${box.left + box.inset}" y="${first + 1}">${name}</text>`,
    ...sentences.map(
      (line, index) => `<text class="sentence" x="${x}" y="${first + index * prose.leading}">${escapeXml(line)}</text>`,
    ),
    ...names.map(
      (line, index) => `<text class="files" x="${x}" y="${second + index * mono.leading}">${toFolder(line)}</text>`,
    ),
  ]
}

const toFolder = (line: string): string =>
  escapeXml(line).replace(/^\S+\/(?=\u00a0)/, '<tspan class="folder">$&</tspan>')

/** How many imports arrive, beside the upper end of a row, and how many leave, beside the lower. */
function drawCounts({ y, height }: Row, index: number, flows: readonly Flow[]): string[] {
  const arriving = flows.filter(({ to }) => to === index).reduce((sum, { count }) => sum + count, 0)
  const leaving = flows.filter(({ from }) => from === index).reduce((sum, { count }) => sum + count, 0)
  const draw = (count: number, at: number): string[] =>
    count === 0 ? [] : [`<text class="count" x="${box.left + box.width - 11}" y="${at}">${count}</text>`]
  return [...draw(arriving, y + 19), ...draw(leaving, y + height - 11)]
}

/** A rule at the left of the rows of one part, with its name along it. */
function drawPart(part: Part, rows: readonly Row[]): string[] {
  const own = rows.filter(row => row.part === part)
  const [first, last] = [own[0], own.at(-1)]
  if (!first || !last) return []
  const height = last.y + last.height - first.y
  return [
    `<rect class="rule ${part}" x="${box.left - 16}" y="${first.y}" width="3" height="${height}" rx="1.5"/>`,
    `<text class="part ${part}" transform="translate(${box.left - 28} ${first.y + height / 2}) rotate(-90)">${part}</text>`,
  ]
}

/** An arc from the lower end of a row to the upper end of another, in the colour of the part it starts in. */
function drawThread(flow: Flow, flows: readonly Flow[], rows: readonly Row[]): string {
  const [from, to] = [rows[flow.from], rows[flow.to]]
  if (!from || !to)
    throw new Error(`A flow from row ${flow.from} to row ${flow.to}; expected rows below ${rows.length}`)
  const x = box.left + box.width
  // The arcs of one row lie in each other: the shortest leaves lowest, and arrives highest.
  const leaving = flows.filter(other => other.from === flow.from && toSpan(other) < toSpan(flow))
  const arriving = flows.filter(other => other.to === flow.to && toSpan(other) < toSpan(flow))
  const start = from.y + from.height - toDepth(leaving, flow)
  const end = to.y + toDepth(arriving, flow)
  const reach = thread.reach * (toSpan(flow) / Math.max(...flows.map(toSpan))) ** 0.75
  const line = `M${x} ${round(start)}A${round(reach)} ${round((end - start) / 2)} 0 0 1 ${x} ${round(end)}`
  const title = `${from.name} to ${to.name}: ${toImports(flow.count)}`
  return `<path class="thread" stroke="url(#${from.part})" stroke-width="${round(flow.count * thread.width)}" d="${line}"><title>${title}</title></path>`
}

const toSpan = ({ from, to }: Flow): number => to - from

/** How far from the end of its row the middle of an arc lies, past those that are shorter. */
const toDepth = (shorter: readonly Flow[], { count }: Flow): number =>
  shorter.reduce((sum, other) => sum + other.count * thread.width + thread.gap, thread.inset) +
  (count * thread.width) / 2

/** What the arcs and the numbers beside them mean, with the thinnest arc and the thickest. */
function drawKey(y: number, flows: readonly Flow[]): string[] {
  const most = Math.max(1, ...flows.map(({ count }) => count))
  const draw = (count: number, x: number): string[] => [
    `<path class="sample" stroke-width="${round(count * thread.width)}" d="M${x} ${y - 4}h36"/>`,
    `<text class="key" x="${x + 46}" y="${y}">${toImports(count)}</text>`,
  ]
  return [
    `<text class="key" x="${box.left}" y="${y}">At the end of a row: how many imports arrive from above, and how many leave for the rows below.</text>`,
    ...draw(1, box.left + box.width + 16),
    ...draw(most, box.left + box.width + 152),
  ]
}

const toImports = (count: number): string => `${count} ${count === 1 ? 'import' : 'imports'}`

const round = (value: number): number => Math.round(value * 100) / 100

/** Strong where an arc starts, faint where it ends: the direction, without a head on every arrow. */
const toGradient = (part: Part): string =>
  `<linearGradient id="${part}" x1="0" y1="0" x2="0" y2="1"><stop class="${part}" offset="0" stop-opacity=".8"/><stop class="${part}" offset="1" stop-opacity=".3"/></linearGradient>`

function toStyle(): string {
  return [
    "text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif}",
    '.title{font-size:28px;font-weight:650;letter-spacing:-.01em}.name{font-size:17px;font-weight:650}',
    `.lead,.sentence{font-size:${prose.size}px}.key{font-size:12.5px}.count{font-size:11px;text-anchor:end}`,
    `.files{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace;font-size:${mono.size}px}`,
    '.part{font-size:13px;font-weight:600;text-anchor:middle;letter-spacing:.12em}.rule{opacity:.55}.thread,.sample{fill:none}',
    toColours('light', '#fff'),
    `@media(prefers-color-scheme:dark){${toColours('dark', '#191f28')}}`,
  ].join('')
}

function toColours(theme: 'light' | 'dark', paper: string): string {
  const palette = palettes[theme]
  return [
    `.ground{fill:${palette.ground}}.box{fill:${paper};stroke:${palette.grid}}.title,.sentence{fill:${palette.ink}}`,
    `.lead,.files,.key,.count{fill:${palette.muted}}.folder{fill:${palette.ink}}.sample{stroke:${palette.axis}}`,
    ...parts.map(part => `.${part}{fill:${palette[inks[part]]};stop-color:${palette[inks[part]]}}`),
  ].join('')
}
