/**
 * Hash of a text as lower-case hexadecimal, the same on every machine; NULL for NULL.
 *
 * @example
 * ```ts
 * import { dialect } from '@samenbeeld/engine';
 * dialect.hash("source || '|' || line", 'md5') // => "md5(source || '|' || line)"
 * ```
 */
export function hash(text: string, algorithm: 'md5' | 'sha256' = 'sha256'): string {
  return `${algorithm}(${text})`;
}
