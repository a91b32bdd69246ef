import type { Scalar } from '@samenbeeld/engine';
import type { PictureColumn, PictureRows } from './picture.ts';

type Cell = Scalar | undefined | readonly string[] | object;

/** A column of records: its type, "Title | Description", and its cell; an asterisk at the title says that none is empty. */
export type RecordColumn<Row> = readonly [
  type: PictureColumn['type'],
  says: `${string} | ${string}`,
  cell: (row: Row) => Cell,
];

/** A table from records: each column says what it holds, and how its cell is made. */
export function rowsOf<Row>(
  name: string,
  description: string,
  rows: readonly Row[],
  columns: Readonly<Record<string, RecordColumn<Row>>>,
): PictureRows {
  const entries = Object.entries(columns);
  return {
    name,
    description,
    columns: entries.map(([column, [type, says]]) => {
      const [title = '', text = ''] = says.split(' | ');
      const required = title.endsWith('*');
      return {
        ...{ name: column, type, title: title.replace(/\*$/u, ''), description: text },
        ...(required && { required }),
      };
    }),
    rows: rows.map((row) =>
      entries.map(([, [, , cell]]) => {
        const value = cell(row);
        if (value === undefined || value === null) return null;
        return typeof value === 'object' ? JSON.stringify(value) : (value as Scalar);
      }),
    ),
  };
}
