import { offerActions } from './copy.ts'
import { announce, findFirst } from './dom.ts'

/** The console of the docs: each choice asks for the answer and shows it without leaving the page. */
export function serveConsole(): void {
  const form = findFirst<HTMLFormElement>('#try')
  if (!form) return
  let turn = 0
  form.addEventListener('change', async () => {
    const mine = ++turn
    const entries = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    )
    const address = `${location.pathname}?${new URLSearchParams(entries)}`
    try {
      const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html')
      const next = page.getElementById('answer')
      if (mine !== turn || !next) return
      findFirst('#answer')?.replaceWith(document.adoptNode(next))
      history.replaceState(null, '', address)
      offerActions()
      announce(findFirst('#answer')?.dataset.say ?? '')
    } catch {
      if (mine === turn) announce(form.dataset.fail ?? '')
    }
  })
}
