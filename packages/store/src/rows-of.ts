import type { Scalar } from '@samenbeeld/engine';
import type { PictureColumn, PictureRows } from './picture.ts';

type Cell = Scalar | undefined | readonly string[] | object;

type Said = readonly [type: PictureColumn['type'], says: `${string} | ${string}`];

/** A column of records: its type, "Title | Description", and its cell; an asterisk at the title says that none is empty. */
export type RecordColumn<Row> = readonly [...said: Said, cell: (row: Row) => Cell];

/** The field of a record that a column is named after: `taken_on` is `takenOn`. */
type FieldOf<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<FieldOf<Tail>>}`
  : Name;

/**
 * A table from records: each column says what it holds, and how its cell is made; one that does not say how is the field it is
 * named after.
 */
export function rowsOf<Row, Name extends string>(
  name: string,
  description: string,
  rows: readonly Row[],
  columns: {
    readonly [Each in Name]: RecordColumn<Row> | (FieldOf<Each> extends keyof Row ? Said : never);
  },
): PictureRows {
  const entries = Object.entries<Said | RecordColumn<Row>>(columns).map(
    ([column, [type, says, cell]]) => {
      const [title = '', text = ''] = says.split(' | ');
      const required = title.endsWith('*');
      const field = column.replace(/_(.)/gu, (_, letter: string) => letter.toUpperCase());
      return {
        column: {
          ...{ name: column, type, title: title.replace(/\*$/u, ''), description: text },
          ...(required && { required }),
        },
        cell: cell ?? ((row: Row) => row[field as keyof Row] as Cell),
      };
    },
  );
  return {
    name,
    description,
    columns: entries.map(({ column }) => column),
    rows: rows.map((row) =>
      entries.map(({ cell }) => {
        const value = cell(row);
        if (value === undefined || value === null) return null;
        return typeof value === 'object' ? JSON.stringify(value) : (value as Scalar);
      }),
    ),
  };
}
