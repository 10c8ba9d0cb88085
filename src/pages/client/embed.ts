/** Tells the page that frames the card how high it is, now and whenever that changes. */
const tell = (): void => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height)
  parent.postMessage({ type: 'caravan:height', height }, '*')
}

new ResizeObserver(tell).observe(document.documentElement)
addEventListener('load', tell)
