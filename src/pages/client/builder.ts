import { serveCopies } from './copy.ts'

/**
 * Every change of the form fetches the page that its button would open, and replaces the result on this page with that of the
 * other. The address changes too, so that it can be shared. Without this script the button does the same.
 */
const form = document.querySelector<HTMLFormElement>('form#builder')
let latest = 0

async function follow(): Promise<void> {
  if (!form) return
  const turn = ++latest
  const entries = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && value !== '' ? [[name, value]] : [],
  )
  const address = `/?${new URLSearchParams(entries)}`
  const response = await fetch(address)
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  if (turn !== latest) return
  for (const id of ['result', 'choices']) {
    const [now, next] = [document.getElementById(id), page.getElementById(id)]
    if (!now || !next) continue
    if (id === 'choices' && new FormData(form).get('id') === now.dataset.indicator) continue
    now.replaceWith(next)
  }
  history.replaceState(null, '', address)
  serveCopies()
}

form?.addEventListener('input', () => void follow())
form?.addEventListener('submit', event => {
  event.preventDefault()
  void follow()
})
