import { escapeXml } from '@samenbeeld/schema';

/** Words that lead to a page of the web; bare words where the address is of another kind (`javascript:`, `data:`). */
export function webLink(url: string, html: string, kind = ''): string {
  return /^https?:\/\//i.test(url)
    ? `<a${kind === '' ? '' : ` class="${kind}"`} href="${escapeXml(url)}" rel="noreferrer">${html}</a>`
    : html;
}
