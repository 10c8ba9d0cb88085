/** The caravan's mark: the rule of a card over two lines that part. */
export const favicon =
  '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#fbfaf6"/><rect x="5" y="6" width="12" height="4" fill="#b3202c"/><path d="M5 25L14 21L20 22L27 13" fill="none" stroke="#b3202c" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/><path d="M5 20L14 18L20 20L27 20" fill="none" stroke="#175f9e" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>'
