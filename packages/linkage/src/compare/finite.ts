import { dialect } from '@samenbeeld/engine';

/** SQL of a number, or NULL where it is none: NaN and infinity say nothing, as no value does. */
export const finite = (number: string): string =>
  `case when ${number} between ${-Number.MAX_VALUE} and ${Number.MAX_VALUE} then ${number} end`;

/** SQL of a column as a number of double precision; what is none says nothing. */
export const finiteColumn = (column: string): string =>
  finite(dialect.tryCast(dialect.identifier(column), 'DOUBLE'));
