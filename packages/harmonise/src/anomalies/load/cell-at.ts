import type { Observation } from '@samenbeeld/schema';

/** Key of a cell as the origin of a record names it: lines of two sheets have the same numbers. */
export function cellAt({
  file,
  sheet,
  line,
  column,
}: Pick<Observation['origin'], 'file' | 'sheet' | 'line' | 'column'>): string {
  return [file, sheet ?? '', line, column].join('\u0000');
}
