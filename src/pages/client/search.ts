import { findAll, findFirst } from './dom.ts'

/** Filters the gallery while the reader types, over the words of all four languages; the address follows. */
export function serveSearch(): void {
  const form = findFirst<HTMLFormElement>('#find')
  const field = form && findFirst<HTMLInputElement>('input[name=q]', form)
  const count = form && findFirst<HTMLOutputElement>('output', form)
  if (!form || !field || !count) return
  const filter = (): void => {
    const words = field.value.toLocaleLowerCase().split(/\s+/).filter(Boolean)
    let shown = 0
    for (const section of findAll('.theme[data-topic]')) {
      const tiles = findAll('.tile', section)
      for (const tile of tiles) tile.hidden = !words.every(word => tile.dataset.words?.includes(word))
      const left = tiles.filter(tile => !tile.hidden).length
      section.hidden = left === 0
      shown += left
    }
    count.textContent = words.length > 0 ? (count.dataset.say ?? '').replace('#', String(shown)) : ''
    const none = findFirst('#none')
    if (none) none.hidden = shown > 0
    const url = new URL(location.href)
    if (words.length > 0) url.searchParams.set('q', field.value)
    else url.searchParams.delete('q')
    history.replaceState(null, '', url)
  }
  field.addEventListener('input', filter)
  form.addEventListener('submit', event => {
    event.preventDefault()
    filter()
  })
}
