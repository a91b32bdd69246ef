/** A text as a regular expression that finds nothing else, also between slashes. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
