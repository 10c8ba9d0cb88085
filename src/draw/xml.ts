const characterEntities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text made safe inside XML, and rid of what XML 1.0 section 2.2 does not allow. */
export const escapeXml = (text: string): string =>
  text.replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '').replace(/[&<>"']/g, sign => characterEntities[sign] ?? sign)
