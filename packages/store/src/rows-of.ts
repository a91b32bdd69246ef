import type { Scalar } from '@samenbeeld/engine';
import type { PictureColumn, PictureRows } from './picture.ts';

type Cell = Scalar | undefined | readonly string[] | object;

/** A table from records: each column names its type and how its cell is made. */
export function rowsOf<Row>(
  name: string,
  description: string,
  rows: readonly Row[],
  columns: Readonly<Record<string, readonly [PictureColumn['type'], (row: Row) => Cell]>>,
): PictureRows {
  const entries = Object.entries(columns);
  return {
    name,
    description,
    columns: entries.map(([column, [type]]) => ({ name: column, type })),
    rows: rows.map((row) =>
      entries.map(([, [, cell]]) => {
        const value = cell(row);
        if (value === undefined || value === null) return null;
        return typeof value === 'object' ? JSON.stringify(value) : (value as Scalar);
      }),
    ),
  };
}
