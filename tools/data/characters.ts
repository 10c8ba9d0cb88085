/**
 * Characters that no text of a card may contain: control characters, among them NUL, and line breaks; the overrides and
 * isolates of Unicode's bidirectional algorithm, which show a text in another order than it is written in; tags, which are
 * invisible; U+FFFD, which marks a file that was not UTF-8; and halves of surrogate pairs.
 */
const refused = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}\ufffd\p{Cs}]/u

/** The first character of a text that is refused, by its name in Unicode, or `undefined`. */
export function findRefused(text: string): string | undefined {
  const [character] = refused.exec(text) ?? []
  return character === undefined ? undefined : toCodePoint(character)
}

const toCodePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Any text in a form that can be printed on one line of a terminal. */
export const toPrintable = (text: string): string => text.replace(new RegExp(refused, 'gu'), toCodePoint)
