/** The day of a moment, as ISO text. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
