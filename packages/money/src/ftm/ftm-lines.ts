import { shape, takes } from '@samenbeeld/schema';
import { type FtmEntity, ftmEntityShape } from './ftm-entity.ts';
import { type FtmStatement, ftmStatementShape } from './statements.ts';

/**
 * Entities or statements as JSON lines, in order of id; statements begin with the canonical id, so that plain `sort` puts
 * those of one entity together.
 *
 * @example
 * ```ts
 * import { ftmLines } from '@samenbeeld/money';
 * ftmLines([{ id: 'f1', schema: 'Company', properties: { name: ['X'] } }]) // => '{"id":"f1","schema":"Company","properties":{"name":["X"]}}\n'
 * ```
 */
export function ftmLines(rows: readonly (FtmEntity | FtmStatement)[]): string {
  takes('ftmLines', ['rows', rows, shape.list(shape.either(ftmStatementShape, ftmEntityShape))]);

  return rows
    .map((row) => `${JSON.stringify(row)}\n`)
    .sort()
    .join('');
}
