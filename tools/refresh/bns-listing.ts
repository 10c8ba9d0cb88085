/** An edition of the workbook: its number on the site, the year it holds, and the day it came out (ISO 8601), if shown. */
export type Edition = { element: string; title: string; year: number; isFinal: boolean; released: string | undefined }

const link = /<a\b[^>]*href="\/api\/iblock\/element\/(?<element>\d+)\/file\/\w+\/"[^>]*>(?<title>[^<]*)<\/a>/g
/** Titles say the period in brackets: "(2025г.)" is final, "(январь-декабрь 2025г.)" preliminary, other months a part. */
const whole = /по странам\s*\((?<preliminary>январь\s*[-–]\s*декабрь\s*)?(?<year>\d{4})\s*г\.?\)/i

/**
 * The newest edition of a whole year on the pages that list them, the final one if it is there. Throws when there is none, for
 * then the pages are others than they were.
 */
export function findEdition(pages: readonly string[]): Edition {
  const [newest] = pages.flatMap(readEditions).sort(compareEditions)
  if (!newest)
    throw new Error(
      'stat.gov.kz lists no workbook of a whole year by country; expected a link named "… по странам (2025г.)"',
    )
  return newest
}

const compareEditions = (a: Edition, b: Edition): number =>
  b.year - a.year || Number(b.isFinal) - Number(a.isFinal) || ((b.released ?? '') < (a.released ?? '') ? -1 : 1)

const entities: Record<string, string> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  laquo: '«',
  raquo: '»',
}

/** A text of HTML with its character references as characters; one that is not known stays as it is written. */
const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name === undefined) return String.fromCodePoint(Number(decimal ?? `0x${hex}`))
    return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole
  })

function readEditions(page: string): Edition[] {
  const links = [...page.matchAll(link)]
  return links.flatMap(({ index, groups }, i) => {
    const title = decodeEntities(groups?.title ?? '')
      .replace(/\s+/g, ' ')
      .trim()
    const { preliminary, year } = whole.exec(title)?.groups ?? {}
    if (year === undefined) return []
    // The day is the first text after the link; later texts are something else.
    const entry = page.slice(index, links[i + 1]?.index)
    const [, day, month, of] = /<\/a>(?:\s|<[^>]*>)*(\d\d)\.(\d\d)\.(\d{4})/.exec(entry) ?? []
    const released = of && `${of}-${month}-${day}`
    return { element: groups?.element ?? '', title, year: Number(year), isFinal: preliminary === undefined, released }
  })
}
