import { serveBuilder } from './builder.ts'
import { serveConsole } from './console.ts'
import { serveActions } from './copy.ts'
import { findAll } from './dom.ts'
import { serveReadings } from './read.ts'
import { serveSearch } from './search.ts'

/** The script of every page: each part looks for its own elements and does nothing where there are none. */
serveActions()
serveSearch()
serveBuilder()
serveReadings()
serveConsole()

// Opens folded parts for printing, and folds them again afterwards.
addEventListener('beforeprint', () => {
  for (const details of findAll<HTMLDetailsElement>('details.more:not([open])')) {
    details.open = true
    details.dataset.printed = ''
  }
})
addEventListener('afterprint', () => {
  for (const details of findAll<HTMLDetailsElement>('details[data-printed]')) {
    details.open = false
    delete details.dataset.printed
  }
})
