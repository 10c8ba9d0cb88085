/** Who publishes the cards and takes corrections, in the footer of every page; an empty address leaves the link out. */
export const publisher = { name: 'Caravan', corrections: '' }
