import { medianOf } from './likelihood.ts';
import type { FoundIdentity, Identity } from './point.ts';

/** A column of numbers, one a row, as printed and as read. */
export interface NumberColumn {
  readonly key: string;
  readonly values: readonly (number | null)[];
  /** Decimals that the column prints at most. */
  readonly decimals: number;
}

const fewestRows = 12;
const most = 400;
/** Share of rows in which a tie must hold before it is believed; the others are what one looks for. */
const believed = 0.85;

function sampled(rows: number): readonly number[] {
  const step = Math.max(1, Math.floor(rows / most));
  return Array.from({ length: Math.ceil(rows / step) }, (_, at) => at * step).filter(
    (at) => at < rows,
  );
}

interface Tally {
  readonly holds: number;
  readonly of: number;
}

function tally(rows: readonly number[], holds: (row: number) => boolean | null): Tally {
  const told = rows.map(holds).filter((answer) => answer !== null);
  return { holds: told.filter(Boolean).length, of: told.length };
}

function isBelieved({ holds, of }: Tally): boolean {
  return of >= fewestRows && holds >= believed * of;
}

function spreadOut(column: NumberColumn): boolean {
  return new Set(column.values.filter((value) => value !== null)).size >= 5;
}

/** Whether a column may hold shares: all but a few of its figures lie between 0 and 100. */
function isShare({ values }: NumberColumn): boolean {
  const known = values.filter((value) => value !== null);
  return known.filter((value) => value >= 0 && value <= 100).length >= 0.95 * known.length;
}

function sumHolds(
  a: NumberColumn,
  b: NumberColumn,
  c: NumberColumn,
): (row: number) => boolean | null {
  return (row) => {
    const [x, y, z] = [a.values[row], b.values[row], c.values[row]];
    if (x == null || y == null || z == null || x <= 0 || y <= 0) return null;
    return Math.abs(x + y - z) < 1e-6 * Math.max(1, z);
  };
}

function shareHolds(
  a: NumberColumn,
  b: NumberColumn,
  c: NumberColumn,
  step: number,
): (row: number) => boolean | null {
  return (row) => {
    const [x, y, z] = [a.values[row], b.values[row], c.values[row]];
    if (x == null || y == null || z == null || y < 20 || x <= 0) return null;
    return Math.abs((100 * x) / y - z) <= 0.51 * step;
  };
}

function ratesBy(
  a: NumberColumn,
  c: NumberColumn,
  periods: readonly string[],
  step: number,
): ReadonlyMap<string, number> {
  const ratios = new Map<string, number[]>();
  periods.forEach((period, row) => {
    const [x, z] = [a.values[row], c.values[row]];
    if (x == null || z == null || x <= 0 || z < 20 * step) return;
    ratios.set(period, [...(ratios.get(period) ?? []), x / z]);
  });
  return new Map(
    [...ratios].flatMap(([period, found]) =>
      found.length < 5 ? [] : [[period, medianOf(found)] as const],
    ),
  );
}

/**
 * Ties between the columns of one table that hold in at least 85 % of at least twelve rows: `sum` a + b = c, `share`
 * 100 a ÷ b = c, and `rate` a ÷ c the same in all rows of a period (cases and their rate: the population). Shares and
 * rates hold within half of the last digit printed. They are found, not declared, and each says in how many rows it holds.
 */
export function columnIdentities(
  columns: readonly NumberColumn[],
  periods: readonly string[],
): readonly FoundIdentity[] {
  const rows = sampled(periods.length);
  const every = periods.map((_, row) => row);
  const found: FoundIdentity[] = [];
  const keep = (identity: Identity, step: number, holds: (row: number) => boolean | null): void => {
    const counted = tally(every, holds);
    if (isBelieved(counted)) found.push({ identity, ...counted, step });
  };
  const useful = columns.filter(spreadOut);
  for (const c of useful) {
    const step = 10 ** -c.decimals;
    const mayBeShare = isShare(c);
    for (const a of useful) {
      if (a === c) continue;
      for (const b of useful) {
        if (b === a || b === c) continue;
        const sum = sumHolds(a, b, c);
        if (a.key < b.key && isBelieved(tally(rows, sum)))
          keep({ kind: 'sum', a: a.key, b: b.key, c: c.key }, 0, sum);
        const share = shareHolds(a, b, c, step);
        if (mayBeShare && isBelieved(tally(rows, share)))
          keep({ kind: 'share', a: a.key, b: b.key, c: c.key }, step, share);
      }
      const per = ratesBy(a, c, periods, step);
      if (per.size === 0) continue;
      const rate = (row: number): boolean | null => {
        const [x, z] = [a.values[row], c.values[row]];
        const k = per.get(periods[row] ?? '');
        if (x == null || z == null || k === undefined || x <= 0 || z <= step) return null;
        return Math.abs(x / k - z) <= 0.6 * step + 0.002 * z;
      };
      if (isBelieved(tally(rows, rate)))
        keep({ kind: 'rate', a: a.key, c: c.key, per: Object.fromEntries(per) }, step, rate);
    }
  }
  return found;
}
