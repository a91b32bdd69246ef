import type { FoundIdentity, Point, Whole } from './point.ts';

/** An interval that other cells leave for one, and the words for it. */
export interface Expectation {
  readonly low: number;
  readonly high: number;
  /** The words, made when they are asked for. */
  readonly says: () => string;
  /** Cells that it rests on. */
  readonly rests: readonly string[];
}

/** A figure for a sentence. */
export function shown(value: number): string {
  const digits = Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
  return value.toLocaleString('en', {
    maximumFractionDigits: Number.isInteger(value) ? 0 : digits,
  });
}

/** Key of a cell: one row and one column. */
export function cellKey({ row, column }: Pick<Point, 'row' | 'column'>): string {
  return `${row}\t${column}`;
}

type ValueAt = (row: string, column: string) => number | null;

function between(x: number, y: number): { readonly low: number; readonly high: number } {
  return { low: Math.min(x, y), high: Math.max(x, y) };
}

function fromIdentity(
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
    const k = per[point.start];
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

function fromWhole(point: Point, whole: Whole, at: ValueAt): Expectation | null {
  if (!whole.complete) return null;
  const values = [whole.total, ...whole.parts].map((cell) => ({
    cell,
    value: at(cell.row, cell.column),
  }));
  const others = values.filter(({ cell }) => cellKey(cell) !== cellKey(point));
  if (others.some(({ value }) => value === null) || others.length === values.length) return null;
  const [total, ...parts] = values;
  const sum = (list: typeof values): number => list.reduce((so, { value }) => so + (value ?? 0), 0);
  const isTotal = total && cellKey(total.cell) === cellKey(point);
  const expected = isTotal
    ? sum(parts)
    : (total?.value ?? 0) - sum(others.filter(({ cell }) => cell !== total?.cell));
  const slack = whole.tolerance + 1e-6;
  if (expected < 0) return null;
  return {
    low: expected - slack,
    high: expected + slack,
    says: () =>
      `${whole.says}: ${isTotal ? `the ${parts.length} parts add up to` : 'the total less the other parts leaves'} ${shown(expected)}`,
    rests: others.map(({ cell }) => cellKey(cell)),
  };
}

/** A function that gives, for a cell, what the other cells of its row and its totals leave for it. */
export function expectationsOf(
  points: readonly Point[],
  read: (point: Point) => number | null,
  identities: readonly FoundIdentity[],
  wholes: readonly Whole[],
): (point: Point) => readonly Expectation[] {
  const cells = new Map(points.map((point) => [cellKey(point), point]));
  const names = new Map(
    points.map(({ column, place }) => [column, `“${place.heading ?? place.column}”`]),
  );
  const at: ValueAt = (row, column) => {
    const cell = cells.get(`${row}\t${column}`);
    return cell ? read(cell) : null;
  };
  const ties = new Map<string, FoundIdentity[]>();
  for (const found of identities) {
    const { identity } = found;
    for (const key of identity.kind === 'rate'
      ? [identity.a, identity.c]
      : [identity.a, identity.b, identity.c])
      ties.set(key, [...(ties.get(key) ?? []), found]);
  }
  const within = new Map<string, Whole[]>();
  for (const whole of wholes)
    for (const cell of [whole.total, ...whole.parts]) {
      const list = within.get(cellKey(cell));
      if (list) list.push(whole);
      else within.set(cellKey(cell), [whole]);
    }
  return (point) => [
    ...(ties.get(point.column) ?? []).flatMap(
      (found) => fromIdentity(point, found, at, (key) => names.get(key) ?? key) ?? [],
    ),
    ...(within.get(cellKey(point)) ?? []).flatMap((whole) => fromWhole(point, whole, at) ?? []),
  ];
}
