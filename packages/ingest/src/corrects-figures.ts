import type { SourceDescription } from './description/description.ts';
import { isFolded } from './description/is-folded.ts';

/** Whether corrections change figures, so that sums of the file's cells are sums of the cells as corrected. */
export function correctsFigures({ columns, folds, corrections }: SourceDescription): boolean {
  const figures = new Set(
    columns.flatMap(({ header, mappings }) =>
      mappings.some(({ to }) => to === 'value') ? header : [],
    ),
  );
  return corrections.some(
    ({ column }) =>
      figures.has(column) ||
      (!columns.some(({ header }) => header === column) && isFolded(column, folds)),
  );
}
