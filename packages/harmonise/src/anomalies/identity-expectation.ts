import { ownValue } from '@samenbeeld/schema';
import { type Expectation, shown } from './expectation.ts';
import type { FoundIdentity, Point } from './point.ts';

/** The figure of a cell by row and column; null where there is none. */
export type ValueAt = (row: string, column: string) => number | null;

function between(x: number, y: number): { readonly low: number; readonly high: number } {
  return { low: Math.min(x, y), high: Math.max(x, y) };
}

/** What a tie between columns leaves for one of its cells; null where another is missing. */
export function fromIdentity(
  point: Point,
  found: FoundIdentity,
  at: ValueAt,
  name: (column: string) => string,
): Expectation | null {
  const { identity, step, holds, of } = found;
  const half = 0.5001 * step;
  const often = (): string =>
    `as in ${holds.toLocaleString('en')} of ${of.toLocaleString('en')} rows`;
  const make = (
    range: { low: number; high: number } | null,
    says: () => string,
    rests: readonly string[],
  ): Expectation | null =>
    range === null || !Number.isFinite(range.low) || !Number.isFinite(range.high)
      ? null
      : { ...range, says, rests };
  const own = point.column;
  if (identity.kind === 'rate') {
    const { a, c, per } = identity;
    const k = ownValue(per, point.start);
    if (k === undefined) return null;
    const other = at(point.row, own === a ? c : a);
    if (other === null) return null;
    const wide = 0.002;
    if (own === a)
      return make(
        { low: k * Math.max(other - half, 0) * (1 - wide), high: k * (other + half) * (1 + wide) },
        () =>
          `${name(c)} ${shown(other)} at the rate of that period gives ${shown(k * other)}, ${often()}`,
        [c],
      );
    return own === c
      ? make(
          { low: (other / k) * (1 - wide) - half, high: (other / k) * (1 + wide) + half },
          () =>
            `${name(a)} ${shown(other)} at the rate of that period gives ${shown(other / k)}, ${often()}`,
          [a],
        )
      : null;
  }
  const { a, b, c } = identity;
  const [x, y, z] = [at(point.row, a), at(point.row, b), at(point.row, c)];
  const tie = (): string =>
    identity.kind === 'sum'
      ? `${name(a)} + ${name(b)} = ${name(c)}`
      : `${name(c)} = ${name(a)} as a share of ${name(b)}`;
  const told = (value: number, ...rests: readonly string[]) =>
    [(): string => `${tie()} gives ${shown(value)}, ${often()}`, rests] as const;
  if (identity.kind === 'sum') {
    const one =
      own === a
        ? y === null || z === null
          ? null
          : z - y
        : own === b
          ? x === null || z === null
            ? null
            : z - x
          : own === c
            ? x === null || y === null
              ? null
              : x + y
            : null;
    if (one === null || one < 0) return null;
    return make(
      { low: one - 1e-6, high: one + 1e-6 },
      ...told(one, ...[a, b, c].filter((key) => key !== own)),
    );
  }
  if (own === a && y !== null && z !== null)
    return make(
      { low: (y * Math.max(z - half, 0)) / 100, high: (y * (z + half)) / 100 },
      ...told((y * z) / 100, b, c),
    );
  if (own === b && x !== null && z !== null && z > half && x > 0)
    return make(
      between((100 * x) / (z + half), (100 * x) / (z - half)),
      ...told((100 * x) / z, a, c),
    );
  if (own === c && x !== null && y !== null && y > 0)
    return make(
      { low: (100 * x) / y - half, high: (100 * x) / y + half },
      ...told((100 * x) / y, a, b),
    );
  return null;
}
