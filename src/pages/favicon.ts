import { camelBox, drawCamel } from '../draw/camel.ts'
import { toPathData } from '../draw/svg.ts'
import { palettes } from '../draw/theme.ts'

const side = 32
/** How much of the square the camel fills. */
const share = 0.74

const height = (side * share * camelBox.height) / camelBox.width
const { ground, kazakhstan } = palettes.light
const camel = toPathData(drawCamel((side * (1 - share)) / 2, side / 2 + height * 0.42, height))

/** The mark of the project: the camel of its cards, paper on turquoise. */
export const favicon = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}"><rect width="${side}" height="${side}" rx="6" fill="${kazakhstan}"/><path d="${camel}" fill="${ground}"/></svg>`
