/** What another newsroom changes: the name on its cards, the host its short addresses are printed with, and its licence. */
export const site = {
  name: 'Caravan',
  /** Printed on every card before the short address; a card is drawn before anybody knows from where it is asked for. */
  host: 'caravan.example',
  /** The licence of the cards as it is printed; what it covers is said in the data. */
  licence: 'CC BY',
} as const
