/** Posts the height of the card to the page that frames it, now and whenever it changes. */
const tell = (): void => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
  parent.postMessage({ type: 'caravan:height', height }, '*')
}

new ResizeObserver(tell).observe(document.documentElement)
addEventListener('load', tell)
