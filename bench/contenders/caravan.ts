import catalog from '../../generated/catalog.json' with { type: 'json' }
import { type Card, toCard } from '../../src/card/card.ts'
import { draw } from '../../src/draw/layouts/index.tsx'
import { encodePng } from '../../src/draw/raster/png.ts'
import { rasterise } from '../../src/draw/raster/raster.ts'
import type { Scene } from '../../src/draw/scene.ts'
import { toSvg } from '../../src/draw/svg.ts'
import { toPaint } from '../../src/draw/theme.ts'
import type { Indicator } from '../../src/model/indicator.ts'
import { parseParams } from '../../src/request/parse-params.ts'
import { offered } from '../../src/site.ts'
import type { Drawn, Draws } from './contender.ts'
import { turnDigits } from './turn-digits.ts'

// TypeScript reads the figures of a JSON file as wider types than the folders hold.
const indicators = catalog as unknown as readonly Indicator[]

/** Every indicator in every language. */
const requests = offered.flatMap(lang => indicators.map(indicator => ({ indicator, lang })))

/** The card of a number and what it was asked with; past the last, in other words, so that none repeat. */
function prepare(number: number, query: string): { card: Card; params: ReturnType<typeof parse> } {
  const request = requests[number % requests.length]
  if (!request) throw new Error('there are no indicators to draw')
  const params = parse(request.indicator, `${query}&lang=${request.lang}`)
  const card = toCard(request.indicator, params)
  const pass = Math.floor(number / requests.length)
  return { card: pass === 0 ? card : { ...card, picture: turnWords(card.picture, pass) }, params }
}

const parse = (indicator: Indicator, query: string) => parseParams(new URLSearchParams(query), 'svg', indicator).params

function turnWords(picture: Card['picture'], pass: number): Card['picture'] {
  // One without a digit would be laid out as before.
  const turn = (text: string): string => (text === '' ? '' : `${turnDigits(text, pass)} ${pass}`)
  const { title, subtitle, foot } = picture
  return {
    ...picture,
    title: turn(title),
    subtitle: turn(subtitle),
    foot: { ...foot, address: `${turnDigits(foot.address, pass)}${pass}`, sources: foot.sources.map(turn) },
  }
}

async function drawSvg(number: number, query: string): Promise<string> {
  const { card, params } = prepare(number, query)
  const scene = await draw(card, params)
  return toSvg(scene, toPaint(params, scene))
}

async function drawPng(number: number, query: string, scale = 1): Promise<Uint8Array> {
  const { card, params } = prepare(number, query)
  const scene = await draw(card, params)
  return encodePng(rasterise(scene, toPaint(params, scene), scale))
}

const scenes = new Map<number, Scene>()
async function keepScene(number: number): Promise<Scene> {
  const known = scenes.get(number)
  if (known) return known
  const { card, params } = prepare(number, 'size=og')
  const scene = await draw(card, params)
  scenes.set(number, scene)
  return scene
}

/** How many passes over all cards a kind has to itself: more cards than a run of the benchmark draws. */
const passesOfKind = 10

type Draw = (number: number) => Promise<Drawn>

/** The same, each kind on cards of its own, so that none finds words laid out by another. */
function keepApart<Kind extends string>(draws: Record<Kind, Draw>): Record<Kind, Draw> {
  const entries = Object.entries<Draw>(draws).map(([name, draw], kind): [string, Draw] => [
    name,
    number => draw(number + (1 + kind * passesOfKind) * requests.length),
  ])
  return Object.fromEntries(entries) as Record<Kind, Draw>
}

export default {
  ...keepApart({
    svg: number => drawSvg(number, 'size=og'),
    png: number => drawPng(number, 'size=og'),
    wide: number => drawPng(number, 'size=wide'),
    square: number => drawPng(number, 'size=square'),
    story: number => drawPng(number, 'size=story'),
    small: number => drawPng(number, 'size=small'),
    stat: number => drawPng(number, 'size=og&layout=stat'),
    transparent: number => drawPng(number, 'size=og&background=transparent'),
    'og, scale 2': number => drawPng(number, 'size=og', 2),
    'og, scale 3': number => drawPng(number, 'size=og', 3),
    'story, scale 3': number => drawPng(number, 'size=story', 3),
    badge: number => drawSvg(number, 'layout=badge'),
    'badge as png': number => drawPng(number, 'layout=badge'),
  }),
  'png, words seen': number => drawPng(number % requests.length, 'size=og'),
  'png of a laid-out card': async number =>
    encodePng(rasterise(await keepScene(number % requests.length), toPaint({ theme: 'light' }, { marks: [] }), 1)),
  /** Every scene, for the peers to draw. */
  scenes: async () => JSON.stringify(await Promise.all(requests.map((_, i) => keepScene(i)))),
} satisfies Draws
