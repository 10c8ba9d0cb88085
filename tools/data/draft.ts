import type { Folder } from './folder.ts'

/** The values of a draft for hints that are not text. `today` is ISO 8601. */
const values: [hint: RegExp, value: (today: string) => string][] = [
  [/<YYYY[^<>]*>|<day it became public>/g, today => today],
  [/<final or provisional>/g, () => 'provisional'],
  [/<value>/g, () => '1'],
  [/<UNIT>/g, () => 'UNIT'],
  // A title in brackets is one that its page does not have.
  [/<(Title of the page[^<>]*)>/g, () => 'Title of the page'],
]

/**
 * An unfinished folder in a form that can be shown: text hints are in square brackets, in the places of the final
 * texts. Only the preview of `npm start` uses it; drafts are never deployed.
 */
export function toDraft(folder: Folder, today: string): Folder {
  const fill = (text: string): string =>
    values
      .reduce((rest, [hint, value]) => rest.replace(hint, value(today)), text)
      .replace(/<(\p{L}[^<>]*)>/gu, '[$1]')
      .replace('https://example.org/[page]', 'https://draft.example/')
  return { ...folder, package: fill(folder.package), observations: fill(folder.observations) }
}
