import { createHash } from 'node:crypto';
import type { Anomaly } from './anomaly.ts';

/**
 * A short id of an anomaly, by what it is and where it stands: it stays the same while others are decided, unlike its
 * place in a list. Six hexadecimal digits.
 *
 * @example
 * ```ts
 * import { anomalyId } from '@samenbeeld/harmonise';
 * const where = { source: 'a', file: 'f.csv', sheet: null, line: 4, column: 'C', heading: null, raw: '12.3', record: null };
 * anomalyId({ kind: 'lost_zeros', where, also: [] }) === anomalyId({ kind: 'unit_slip', where, also: [] }) // => false
 * ```
 */
export function anomalyId({ kind, where, also }: Pick<Anomaly, 'kind' | 'where' | 'also'>): string {
  const cells = [where, ...also].map(({ source, file, sheet, line, column, raw }) => [
    source,
    file,
    sheet,
    line,
    column,
    raw,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([kind, cells]))
    .digest('hex')
    .slice(0, 6);
}
