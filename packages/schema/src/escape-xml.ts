const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Words as they stand in HTML, SVG or XML, also inside an attribute.
 *
 * @example
 * ```ts
 * import { escapeXml } from '@samenbeeld/schema';
 * escapeXml('<1 kg & "more"') // => '&lt;1 kg &amp; &quot;more&quot;'
 * ```
 */
export function escapeXml(words: string): string {
  return words.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
