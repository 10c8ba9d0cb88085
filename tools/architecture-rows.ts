import type { Architecture } from './architecture.ts'
import type { Stage } from './stages.ts'

/** Pixels of the picture. */
export const page = { width: 1200, head: 136, foot: 76 }

/** Pixels of a row; between two parts there is more room than between two rows of one. */
export const box = { left: 84, width: 800, inset: 24, text: 128, gap: 12, partGap: 30, least: 74 }

/** `em` is what a letter takes of its size: more than it does on average in any font of the stack. */
export const prose = { size: 14, leading: 19, em: 0.56 }
export const mono = { size: 12, leading: 19, em: 0.62 }

/** A row with its place, and its words in lines that fit. */
export type Row = Stage & { y: number; height: number; sentences: readonly string[]; names: readonly string[] }

/** The rows one below the other, each as high as its lines. */
export function placeRows(stages: Architecture['rows']): Row[] {
  const width = box.width - box.text - 2 * box.inset
  let y = page.head
  return stages.map((stage, index) => {
    const words = stage.sentence.replaceAll('`', '').split(' ')
    const sentences = wrap(words, ' ', width / (prose.size * prose.em))
    const names = toLines(stage.files, width / (mono.size * mono.em))
    const height = Math.max(box.least, 40 + toHeight({ sentences, names }))
    if (index > 0) y += stages[index - 1]?.part === stage.part ? box.gap : box.partGap
    const row = { ...stage, y, height, sentences, names }
    y += height
    return row
  })
}

/** The pixels from the first line of a row to the last. */
export const toHeight = ({ sentences, names }: Pick<Row, 'sentences' | 'names'>): number =>
  sentences.length * prose.leading + names.length * mono.leading

/** Stands between two names, and keeps them apart where white space is collapsed. */
const gap = '\u00a0\u00a0 '

/** The names of files as a reader scans them: each folder on lines of its own, named once. */
function toLines(files: readonly string[], most: number): string[] {
  const folders = Map.groupBy(files, file => file.slice(0, file.lastIndexOf('/') + 1))
  return [...folders].flatMap(([folder, own]) => {
    const [first = '', ...others] = own.map(file => file.slice(folder.length))
    return wrap([folder ? `${folder}\u00a0${first}` : first, ...others], gap, most)
  })
}

/** Lines of at most `most` letters; a word that is longer has a line of its own. */
function wrap(words: readonly string[], between: string, most: number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const longer = `${lines.at(-1)}${between}${word}`
    if (lines.length > 0 && longer.length <= most) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
