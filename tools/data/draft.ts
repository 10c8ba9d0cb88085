import type { Folder } from './folder.ts'

/** Hints that stand for more than words: what a draft has in their place. `today` is ISO 8601. */
const values: [hint: RegExp, value: (today: string) => string][] = [
  [/<YYYY[^<>]*>|<day it became public>/g, today => today],
  [/<final or provisional>/g, () => 'provisional'],
  [/<value>/g, () => '1'],
  [/<UNIT>/g, () => 'UNIT'],
  // A title in brackets is one that its page does not have.
  [/<(Title of the page[^<>]*)>/g, () => 'Title of the page'],
]

/**
 * A folder that is not filled in yet as it can be shown: hints in words stand in square brackets, in the places where the words
 * will be. It is for the preview of `npm start` alone; what is served is never a draft.
 */
export function toDraft(folder: Folder, today: string): Folder {
  const fill = (text: string): string =>
    values
      .reduce((rest, [hint, value]) => rest.replace(hint, value(today)), text)
      .replace(/<(\p{L}[^<>]*)>/gu, '[$1]')
      .replace('https://example.org/[page]', 'https://draft.example/')
  return { ...folder, package: fill(folder.package), observations: fill(folder.observations) }
}
