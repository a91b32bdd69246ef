import type { ColumnGuess } from './column-guess.ts';
import type { FileDescription } from './file-description.ts';

/** Letters behind figures that the mappings explain, by heading. */
export function flagsOf(
  columns: readonly ColumnGuess[],
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    columns.flatMap(({ headings, written }) => {
      const mapping = written as {
        readonly flags?: object;
        readonly value?: { readonly flags?: object };
      } | null;
      const flags = Object.keys(mapping?.flags ?? mapping?.value?.flags ?? {});
      return flags.length > 0 ? [[headings[0] ?? '', flags] as const] : [];
    }),
  );
}

/** Whether figures stand below each other or side by side. */
export function layoutOf(columns: readonly ColumnGuess[]): FileDescription['layout'] {
  const figures = columns.filter(
    ({ to, kind }) => kind === 'fold' || to === 'value' || to === 'quantity',
  );
  if (figures.length === 0) return 'none';
  return figures.some(({ kind }) => kind === 'fold') || figures.length > 1 ? 'wide' : 'long';
}
