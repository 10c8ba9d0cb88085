/** The values that the script shows at one year, or another moment: each line's figure with its colour and name, and a remark. */
export type YearFigures = { year: string; rows: [ink: string, name: string, text: string][]; note?: string }

/** Where each moment lies in one drawn file, and each line at it, in pixels of the file. */
export type YearPlot = { w: number; h: number; top: number; bottom: number; at: [x: number, ys: (number | null)[]][] }

/**
 * A chart as the script reads it: the inks of its lines, where each year lies in each drawn file, and the words of each year.
 * Each figure is there once; the script joins figures by the marks of the language.
 */
export type YearReading = {
  inks: string[]
  unit: string
  marks: { comma: string; colon: string; dot: string }
  plots: YearPlot[]
  points: YearFigures[]
}
