/** Makes each button copy the text beside it and confirm that it did. */
export function serveCopies(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false
    button.setAttribute('aria-live', 'polite')
    const label = button.textContent ?? ''
    button.onclick = async () => {
      const text = document.getElementById(button.dataset.copy ?? '')?.textContent?.trim() ?? ''
      await navigator.clipboard.writeText(text)
      button.textContent = button.dataset.copied ?? label
      setTimeout(() => {
        button.textContent = label
      }, 2000)
    }
  }
}

serveCopies()
