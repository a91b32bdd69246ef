import { freqOf } from '@samenbeeld/schema';
import { type ColumnHabit, columnHabit, readByHabit } from './column-habit.ts';
import { cellKey, type Expectation } from './expectation.ts';
import { expectationsOf } from './expectations.ts';
import { type Neighbourhood, neighbourhoods } from './neighbours.ts';
import type { AnomalyInput, Point } from './point.ts';
import { standingApart } from './standing-apart.ts';

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
