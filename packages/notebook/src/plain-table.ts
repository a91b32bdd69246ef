import type { Heading } from './html.ts';

/** A table in letters of one width, numbers to the right. */
export function plainTable(
  headings: readonly Heading[],
  rows: readonly (readonly string[])[],
): string {
  const lines = [headings.map(({ label }) => label), ...rows];
  const widths = headings.map((_, at) => Math.max(...lines.map((line) => (line[at] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, at) =>
          headings[at]?.number ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
