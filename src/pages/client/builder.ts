import { offerActions } from './copy.ts'
import { announce, findAll, findFirst } from './dom.ts'

/** The elements of the page that a choice changes, by their ids. */
const changedIds = ['places', 'out', 'ctrl', 'dock']

/**
 * The address of the choice. Boxes of one name are joined by `~` and left out when all are ticked; of any other name the
 * last value that is not empty counts: a swatch, then the hex field.
 */
function toAddress(form: HTMLFormElement): string {
  const query = new URLSearchParams()
  const boxes = findAll<HTMLInputElement>('[type=checkbox]', form)
  const isBox = (name: string): boolean => boxes.some(box => box.name === name)
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string' || value.trim() === '') continue
    const before = query.get(name)
    query.set(name, isBox(name) && before !== null ? `${before}~${value}` : value.trim().replace(/^#/, ''))
  }
  for (const name of new Set(boxes.map(box => box.name)))
    if (boxes.every(box => box.name !== name || box.checked)) query.delete(name)
  const text = query.toString().replaceAll('%7E', '~')
  return `${location.pathname}${text ? `?${text}` : ''}`
}

let latestFollow = 0
let announcement: ReturnType<typeof setTimeout> | undefined

/**
 * Fetches the page of a choice and replaces the parts that changed; the address follows. An answer that comes after a
 * later choice is dropped, and one that fails changes nothing and is said.
 */
async function follow(address: string, isStep: boolean): Promise<void> {
  const mine = ++latestFollow
  const busy = setTimeout(() => findFirst('#stage')?.setAttribute('aria-busy', 'true'), 250)
  try {
    const response = await fetch(address)
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (!page.getElementById('out')) throw new Error(`${address} answered ${response.status}`)
    const img = page.querySelector<HTMLImageElement>('#stage img')
    if (img) await preload(img.src)
    if (mine !== latestFollow) return
    replaceChanged(page)
    history[isStep ? 'pushState' : 'replaceState'](null, '', address)
    document.title = page.title
    clearTimeout(announcement)
    announcement = setTimeout(() => announce(findFirst('#out')?.dataset.say ?? ''), 500)
  } catch {
    if (mine === latestFollow) announce(findFirst('#out')?.dataset.fail ?? '')
  } finally {
    clearTimeout(busy)
    if (mine === latestFollow) findFirst('#stage')?.removeAttribute('aria-busy')
  }
}

/** Loads a picture before it is shown, so that the old one stays until then. */
async function preload(src: string): Promise<void> {
  const ahead = new Image()
  ahead.src = src
  await ahead.decode().catch(() => undefined)
}

/** Puts the elements of the fetched page in place and returns the focus to the control that had it. */
function replaceChanged(page: Document): void {
  const held = document.activeElement
  const caret = held instanceof HTMLInputElement && held.type === 'text' ? held.selectionStart : null
  const open = findAll<HTMLDetailsElement>('#out details').map(details => details.open)
  for (const id of changedIds) {
    const next = page.getElementById(id)
    if (next) document.getElementById(id)?.replaceWith(document.adoptNode(next))
  }
  findAll<HTMLDetailsElement>('#out details').forEach((details, i) => {
    details.open ||= open[i] ?? false
  })
  const again = held?.id ? document.getElementById(held.id) : null
  again?.focus({ preventScroll: true })
  if (caret !== null && again instanceof HTMLInputElement) again.setSelectionRange(caret, caret)
  offerActions(document)
  watchCopy()
}

let watcher: IntersectionObserver | undefined

/** Hides the bar at the bottom of a narrow window while the button that it repeats is in view. */
function watchCopy(): void {
  watcher?.disconnect()
  const button = findFirst('#out [data-main]')
  if (!button) return
  watcher = new IntersectionObserver(entries => {
    findFirst('#dock')?.classList.toggle(
      'idle',
      entries.some(entry => entry.isIntersecting),
    )
  })
  watcher.observe(button)
}

/** Serves the builder: each choice shows its card and its code at once. Without this script the form's button does the same. */
export function serveBuilder(): void {
  const build = findFirst('#build')
  if (!build) return
  const chosen = (): HTMLFormElement | null => findFirst<HTMLFormElement>('#ctrl')
  build.addEventListener('change', event => {
    const form = chosen()
    const control = event.target
    if (!form || !(control instanceof Element) || !form.contains(control)) return
    const hex = findFirst<HTMLInputElement>('.hex input', control.closest('.swatches') ?? undefined)
    if (hex && control instanceof HTMLInputElement && control.type === 'radio') hex.value = ''
    void follow(toAddress(form), false)
  })
  build.addEventListener('submit', event => {
    const form = chosen()
    event.preventDefault()
    if (form) void follow(toAddress(form), false)
  })
  build.addEventListener('click', event => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('#places a, a[data-soft]') : null
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void follow(link.href, true)
  })
  addEventListener('popstate', () => void follow(location.href, false))
  watchCopy()
}
