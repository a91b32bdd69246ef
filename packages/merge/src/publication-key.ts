/**
 * A publication as a key: the same page behind another protocol, host prefix or query is the same page.
 *
 * @example
 * ```ts
 * import { publicationKey } from '@samenbeeld/merge';
 * publicationKey('https://www.pzc.nl/walcheren/') === publicationKey('http://pzc.nl/walcheren#top') // => true
 * ```
 */
export function publicationKey(publication: string): string {
  return publication
    .replace(/#.*$/, '')
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\?redirect=\d+$/, '')
    .replace(/\/$/, '')
    .toLowerCase();
}
