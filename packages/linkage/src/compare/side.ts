import { dialect } from '@samenbeeld/engine';

export const left = (column: string): string => `l.${dialect.identifier(column)}`;

export const right = (column: string): string => `r.${dialect.identifier(column)}`;

/** SQL of "one of the two records lacks one of these columns". */
export function lacks(columns: readonly string[]): string {
  return columns
    .flatMap((column) => [left(column), right(column)])
    .map((column) => `${column} is null`)
    .join(' or ');
}
