const numbers = 'no one two three four five six seven eight nine'.split(' ');

/** Numbers below ten as words, others in figures with English groups. */
export function inWords(count: number): string {
  return numbers[count] ?? count.toLocaleString('en-GB');
}

/** The values of a dimension with their number of rows, most frequent first, ties by code unit. */
export function tally(values: readonly (string | null)[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const value of values) {
    const name = value ?? 'not stated';
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** "seized_in_port 398, entered_via_port 14", at most five of them. */
export function countsListed(counts: readonly (readonly [string, number])[]): string {
  const shown = counts.slice(0, 5).map(([name, count]) => `${name} ${count}`);
  const more = counts.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${inWords(more)} more` : shown.join(', ');
}

/** "These 412 rows" or "This row". */
export function theseRows(count: number): string {
  return count === 1 ? 'This row' : `These ${inWords(count)} rows`;
}
