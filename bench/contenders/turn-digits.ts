/** The same words with other digits: another card, as wide and with as many letters. */
export const turnDigits = (text: string, pass: number): string =>
  text.replace(/\d/g, digit => String((Number(digit) + pass) % 10))
