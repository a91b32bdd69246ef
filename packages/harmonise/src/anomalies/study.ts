import { freqOf, ownValue, type Text } from '@samenbeeld/schema';
import { type ColumnHabit, columnHabit, readByHabit } from './column-habit.ts';
import { cellKey, type Expectation, said } from './expectation.ts';
import { medianOf, robust } from './likelihood.ts';
import { fewest, logOf, type Neighbourhood, neighbourhoods } from './neighbours.ts';
import type { AnomalyInput, FoundIdentity, Measure, Point, Whole } from './point.ts';

/** The figure of a cell by row and column; null where there is none. */
type ValueAt = (row: string, column: string) => number | null;

function between(x: number, y: number): { readonly low: number; readonly high: number } {
  return { low: Math.min(x, y), high: Math.max(x, y) };
}

/** What a tie between columns leaves for one of its cells; null where another is missing. */
function fromIdentity(
  point: Point,
  found: FoundIdentity,
  at: ValueAt,
  name: (column: string) => string,
): Expectation | null {
  const { identity, step, holds, of } = found;
  const half = 0.5001 * step;
  const make = (
    range: { low: number; high: number } | null,
    says: () => Text,
    rests: readonly string[],
  ): Expectation | null =>
    range === null || !Number.isFinite(range.low) || !Number.isFinite(range.high)
      ? null
      : { ...range, says, rests };
  const byRate = (column: string, other: number, value: number): Text =>
    said(
      '{column} {other} geeft bij de verhouding van die periode {value}, zoals in {holds} van de {of} rijen',
      '{column} {other} donne {value} au taux de cette période, comme dans {holds} lignes sur {of}',
      '{column} {other} ergibt bei der Rate dieses Zeitraums {value}, wie in {holds} von {of} Zeilen',
      '{column} {other} at the rate of that period gives {value}, as in {holds} of {of} rows',
      { column, other, value, holds, of },
    );
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
        () => byRate(name(c), other, k * other),
        [c],
      );
    return own === c
      ? make(
          { low: (other / k) * (1 - wide) - half, high: (other / k) * (1 + wide) + half },
          () => byRate(name(a), other, other / k),
          [a],
        )
      : null;
  }
  const { a, b, c } = identity;
  const [x, y, z] = [at(point.row, a), at(point.row, b), at(point.row, c)];
  const tie = (): string | Text =>
    identity.kind === 'sum'
      ? `${name(a)} + ${name(b)} = ${name(c)}`
      : said(
          '{c} = {a} als deel van {b}',
          '{c} = {a} en part de {b}',
          '{c} = {a} als Anteil an {b}',
          '{c} = {a} as a share of {b}',
          { a: name(a), b: name(b), c: name(c) },
        );
  const told = (value: number, ...rests: readonly string[]) =>
    [
      (): Text =>
        said(
          '{tie} geeft {value}, zoals in {holds} van de {of} rijen',
          '{tie} donne {value}, comme dans {holds} lignes sur {of}',
          '{tie} ergibt {value}, wie in {holds} von {of} Zeilen',
          '{tie} gives {value}, as in {holds} of {of} rows',
          { tie: tie(), value, holds, of },
        ),
      rests,
    ] as const;
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

/** What a total and the other parts leave for a cell; null where one of them is missing. */
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
      isTotal
        ? said(
            '{whole}: de {n} delen tellen op tot {expected}',
            '{whole} : les {n} parties font {expected}',
            '{whole}: die {n} Teile ergeben zusammen {expected}',
            '{whole}: the {n} parts add up to {expected}',
            { whole: whole.says, n: parts.length, expected },
          )
        : said(
            '{whole}: het totaal min de andere delen laat {expected} over',
            '{whole} : le total moins les autres parties laisse {expected}',
            '{whole}: die Summe ohne die anderen Teile lässt {expected}',
            '{whole}: the total less the other parts leaves {expected}',
            { whole: whole.says, expected },
          ),
    rests: others.map(({ cell }) => cellKey(cell)),
  };
}

/** A function that gives, for a cell, what the other cells of its row and its totals leave for it. */
function expectationsOf(
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

/** A slip of ten parts a figure from all others by more than half of it, on the log scale. */
const gap = Math.log(10) / 2;

/**
 * For each figure of a series that stands apart from all others, what these others make one expect; null for the rest,
 * where a value is no size, and where there are fewer than five others. Far above or below everything else, a figure is
 * held against the whole series: neighbours that go up and down from year to year would hide it. The spread is the median
 * absolute deviation of the others (× 1.4826, Hampel 1974), inflated by 1 + 4/n, at least 3 % and the Poisson one.
 */
export function standingApart(
  values: readonly (number | null)[],
  measure: Measure,
): readonly (Neighbourhood | null)[] {
  const logs = values.map((value) => (value === null || value <= 0 ? null : logOf(value, measure)));
  const known = logs.filter((log) => log !== null).sort((a, b) => a - b);
  const ends = [known[0] ?? 0, known[1] ?? 0, known.at(-2) ?? 0, known.at(-1) ?? 0] as const;
  return logs.map((log) => {
    if (log === null || known.length <= fewest) return null;
    const isLow = log === ends[0] && ends[1] - log > gap;
    const isHigh = log === ends[3] && log - ends[2] > gap;
    if (!isLow && !isHigh) return null;
    const others = isLow ? known.slice(1) : known.slice(0, -1);
    const n = others.length;
    const center = medianOf(others);
    const counting =
      measure === 'count' ? Math.sqrt((1 + 1 / n) / Math.max(Math.exp(center), 0.5)) : 0;
    const back = (one: number): number => Math.exp(one) - (measure === 'count' ? 0.5 : 0);
    return {
      before: center,
      after: center,
      spread: Math.max(robust(others).spread * (1 + 4 / n), 0.03, counting),
      n,
      low: back(others[0] ?? center),
      high: back(others.at(-1) ?? center),
    };
  });
}

/** What the finders share about one input: how columns write, what each cell is read as, and what its surroundings say. */
export interface Study {
  readonly input: AnomalyInput;
  /** Points of each series in the order of their periods. */
  readonly series: ReadonlyMap<string, readonly Point[]>;
  readonly habit: (point: Point) => ColumnHabit;
  /** The figure of a cell: by the column's habit where that is whole numbers in groups, else as the description reads it. */
  readonly read: (point: Point) => number | null;
  readonly around: (point: Point) => Neighbourhood | null;
  /** All other figures of the series, where the point stands apart from every one of them. */
  readonly apart: (point: Point) => Neighbourhood | null;
  readonly expected: (point: Point) => readonly Expectation[];
  /** Takes a cell as read so from now on. */
  readonly settle: (point: Point, value: number) => void;
  readonly settled: (point: Point) => boolean;
}

/** Groups points by series, each in order. */
export function inSeries(points: readonly Point[]): ReadonlyMap<string, readonly Point[]> {
  const series = new Map<string, Point[]>();
  for (const point of points) {
    if (point.start === '') continue;
    // Years and months of one scope are two series.
    const key = `${point.series}\t${freqOf(point)}`;
    const list = series.get(key);
    if (list) list.push(point);
    else series.set(key, [point]);
  }
  for (const list of series.values())
    list.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  return series;
}

function readPlain({ place, value, counts }: Point, habit: ColumnHabit): number | null {
  if (habit.grouped) return readByHabit(place.raw, habit) ?? value;
  return value ?? (counts ? null : readByHabit(place.raw, habit));
}

/** Studies an input once, so that every finder looks at the same readings. */
export function study(input: AnomalyInput): Study {
  const { points } = input;
  const cells = new Map<string, string[]>();
  for (const { style, place } of points) {
    const list = cells.get(style);
    if (list) list.push(place.raw);
    else cells.set(style, [place.raw]);
  }
  const habits = new Map(
    [...cells].map(([style, list]) => [style, columnHabit(list, input.marks.get(style))]),
  );
  const none = columnHabit([]);
  const habit = (point: Point): ColumnHabit => habits.get(point.style) ?? none;
  const overrides = new Map<string, number>();
  const plain = new Map(points.map((point) => [point, readPlain(point, habit(point))]));
  const read = (point: Point): number | null => {
    const own = overrides.size === 0 ? undefined : overrides.get(cellKey(point));
    return own ?? plain.get(point) ?? null;
  };
  const series = inSeries(points);
  const around = new Map<string, Neighbourhood | null>();
  const apart = new Map<string, Neighbourhood>();
  for (const list of series.values()) {
    const first = list[0];
    if (!first || new Set(list.map(({ start }) => start)).size < list.length) continue;
    const values = list.map(read);
    const found = neighbourhoods(values, first.measure);
    // A price out of range has a finder of its own, which asks for the unit.
    const alone = first.measure === 'price' ? [] : standingApart(values, first.measure);
    for (const [at, point] of list.entries()) {
      around.set(cellKey(point), found[at] ?? null);
      const others = alone[at];
      if (others) apart.set(cellKey(point), others);
    }
  }
  return {
    input,
    series,
    habit,
    read,
    around: (point) => around.get(cellKey(point)) ?? null,
    apart: (point) => apart.get(cellKey(point)) ?? null,
    expected: expectationsOf(points, read, input.identities, input.wholes),
    settle: (point, value) => void overrides.set(cellKey(point), value),
    settled: (point) => overrides.has(cellKey(point)),
  };
}
