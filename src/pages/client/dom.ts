/** The first element that a selector finds within `root`. */
export const findFirst = <E extends Element = HTMLElement>(selector: string, root: ParentNode = document): E | null =>
  root.querySelector<E>(selector)

/** Every element that a selector finds within `root`. */
export const findAll = <E extends Element = HTMLElement>(selector: string, root: ParentNode = document): E[] => [
  ...root.querySelectorAll<E>(selector),
]

/**
 * Says a sentence to screen readers. The region is part of the page and never replaced; it is emptied first, so that the same
 * sentence is read a second time.
 */
export function announce(text: string): void {
  const said = document.getElementById('said')
  if (!said) return
  said.textContent = ''
  setTimeout(() => {
    said.textContent = text
  }, 60)
}
