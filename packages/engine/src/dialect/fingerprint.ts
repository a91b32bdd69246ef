/**
 * A number of 64 bits that is the same for the same texts within one process, and seldom for others: to find what may
 * be equal, never to name it. NULL and '' differ.
 *
 * @example
 * ```ts
 * import { dialect } from '@samenbeeld/engine';
 * dialect.fingerprint(['port', 'kg']) // => 'hash(port, kg)'
 * ```
 */
export function fingerprint(expressions: readonly string[]): string {
  return `hash(${expressions.join(', ')})`;
}
