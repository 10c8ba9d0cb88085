import { announce, findAll, findFirst } from './dom.ts'

const actions = '[data-copy],[data-image],[data-share]'
const timers = new WeakMap<Element, ReturnType<typeof setTimeout>>()

/** Shows the result on the button, announces it to screen readers, and returns to the label of the button after 2.5 seconds. */
function report(button: HTMLElement, text: string, isDone: boolean): void {
  const face = findFirst('span', button) ?? button
  button.dataset.rest ??= face.textContent ?? ''
  face.textContent = text
  button.classList.toggle('done', isDone)
  announce(text)
  clearTimeout(timers.get(button))
  timers.set(
    button,
    setTimeout(() => {
      face.textContent = button.dataset.rest ?? ''
      button.classList.remove('done')
    }, 2500),
  )
}

const readPng = async (url: string): Promise<Blob> => {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.blob()
}

/** Hands a link, and with it the picture where there is one, to the apps of the device. */
async function share({ share: picture, url, title }: DOMStringMap): Promise<void> {
  const page = { ...(url && { url }), ...(title && { title }) }
  if (!picture) return navigator.share(page)
  const file = new File([await readPng(picture)], 'card.png', { type: 'image/png' })
  return navigator.share({ files: [file], ...page })
}

/** Where the text of a code block cannot be copied, it is selected, so that Ctrl+C takes it. */
async function act(button: HTMLElement): Promise<void> {
  const { copy, image, done = '', fail = '' } = button.dataset
  try {
    if (copy) await navigator.clipboard.writeText(document.getElementById(copy)?.textContent?.trim() ?? '')
    else if (image) await navigator.clipboard.write([new ClipboardItem({ 'image/png': readPng(image) })])
    else return await share(button.dataset)
    report(button, done, true)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return
    const source = copy ? document.getElementById(copy) : null
    if (source) getSelection()?.selectAllChildren(source)
    report(button, fail, false)
  }
}

const canShareFiles = (): boolean =>
  navigator.canShare?.({ files: [new File([], 'card.png', { type: 'image/png' })] }) ?? false

/** Hides the buttons that this browser cannot serve. */
export function offerActions(root: ParentNode = document): void {
  for (const button of findAll('[data-image]', root)) button.hidden = !navigator.clipboard || !('ClipboardItem' in self)
  for (const button of findAll('[data-share]', root))
    button.hidden = button.dataset.share ? !canShareFiles() : !navigator.share
}

/** Serves the buttons that copy a text (`data-copy`, an id), copy a picture (`data-image`, a URL) or share (`data-share`). */
export function serveActions(): void {
  offerActions()
  document.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>(actions) : null
    if (button) void act(button)
  })
}
