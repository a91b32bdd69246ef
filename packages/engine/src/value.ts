/** What a cell may hold on the way in: text, a finite number, a truth value, a day (UTC), or nothing. */
export type Scalar = string | number | boolean | Date | null;

/** Parameters of a statement: in order for `?` or `$1`, by name for `$name`. Integers bind as integers. */
export type Params =
  | readonly (Scalar | readonly Scalar[])[]
  | Readonly<Record<string, Scalar | readonly Scalar[]>>;

/** Types a table made by `insert` may have. */
export type ColumnType =
  | 'VARCHAR'
  | 'INTEGER'
  | 'BIGINT'
  | 'DOUBLE'
  | 'BOOLEAN'
  | 'DATE'
  | `DECIMAL(${number},${number})`;

/** A column of a table: its name and SQL type. */
export interface Column<Type extends string = ColumnType> {
  readonly name: string;
  readonly type: Type;
}
