/**
 * A word of a command as a shell takes it, for commands that are printed to be copied.
 *
 * @example
 * ```ts
 * import { shellWord } from '@samenbeeld/schema';
 * shellWord('decisions.jsonl') // => 'decisions.jsonl'
 * shellWord('NL_HARC to public: TLP:AMBER') // => '"NL_HARC to public: TLP:AMBER"'
 * ```
 */
export function shellWord(text: string): string {
  return /^[\w./:=@,+-]+$/.test(text) ? text : `"${text.replace(/["\\$`]/g, '\\$&')}"`;
}
