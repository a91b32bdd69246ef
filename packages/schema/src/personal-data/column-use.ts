/** What a column is for, which decides what a bare run of digits can mean. */
export type ColumnUse = 'free-text' | 'code' | 'number';
