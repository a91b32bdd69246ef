const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Words as they stand in HTML, SVG or XML, also inside an attribute. */
export function escapeXml(words: string): string {
  return words.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}

/** Words that lead to a page of the web; bare words where the address is of another kind (`javascript:`, `data:`). */
export function webLink(url: string, html: string, kind = ''): string {
  return /^https?:\/\//i.test(url)
    ? `<a${kind === '' ? '' : ` class="${kind}"`} href="${escapeXml(url)}" rel="noreferrer">${html}</a>`
    : html;
}
