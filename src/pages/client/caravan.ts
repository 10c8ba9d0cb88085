/** The one-line embed: puts an iframe, as high as its card, after each script that loads this file. */
const scripts = document.querySelectorAll<HTMLScriptElement>('script[data-src]:not([data-drawn])')

for (const script of scripts) {
  const { src, title = '' } = script.dataset
  const origin = new URL(script.src).origin
  if (!src || new URL(src, script.src).origin !== origin) continue
  script.dataset.drawn = ''
  const frame = document.createElement('iframe')
  frame.src = src
  frame.title = title
  frame.loading = 'lazy'
  frame.referrerPolicy = 'origin'
  frame.style.cssText = 'border:0;width:100%;max-width:1200px;height:450px'
  script.after(frame)
  addEventListener('message', event => {
    if (event.origin !== origin || event.source !== frame.contentWindow) return
    const { type, height } = Object(event.data)
    if (type === 'caravan:height' && Number.isFinite(height) && height > 0 && height < 5000)
      frame.style.height = `${height}px`
  })
}
