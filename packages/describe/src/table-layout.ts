import type { ColumnGuess } from './column-guess.ts';
import { isFigureField } from './figure-field.ts';
import type { FileDescription } from './file-description.ts';

/** Letters behind figures that the mappings explain, by heading; those of a fold by its first and last. */
export function layoutFlags(
  columns: readonly ColumnGuess[],
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    columns.flatMap(({ headings, written }) => {
      const mapping = written as {
        readonly flags?: object;
        readonly value?: { readonly flags?: object };
      } | null;
      const flags = Object.keys(mapping?.flags ?? mapping?.value?.flags ?? {});
      if (flags.length === 0) return [];
      const [first = '', ...others] = headings;
      const last = others.at(-1);
      return [[last === undefined ? first : `${first} … ${last}`, flags] as const];
    }),
  );
}

/** Whether figures stand below each other or side by side. */
export function layoutOf(columns: readonly ColumnGuess[]): FileDescription['layout'] {
  const figures = columns.filter(({ to, kind }) => kind === 'fold' || isFigureField(to));
  if (figures.length === 0) return 'none';
  return figures.some(({ kind }) => kind === 'fold') || figures.length > 1 ? 'wide' : 'long';
}
