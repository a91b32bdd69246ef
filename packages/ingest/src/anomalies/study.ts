import { freqOf } from '@samenbeeld/schema';
import type { Anomaly, AnomalyKind } from './anomaly.ts';
import { type ColumnHabit, columnHabit, readByHabit } from './column-habit.ts';
import { cellKey, type Expectation } from './expectation.ts';
import { expectationsOf } from './expectations.ts';
import { type Neighbourhood, neighbourhoods } from './neighbours.ts';
import { pinpoint } from './pinpoint.ts';
import type { AnomalyInput, Point } from './point.ts';
import { thresholds } from './thresholds.ts';

/** What the finders share about one input: how columns write, what each cell is read as, and what its surroundings say. */
export interface Study {
  readonly input: AnomalyInput;
  /** Points of each series in the order of their periods. */
  readonly series: ReadonlyMap<string, readonly Point[]>;
  readonly habit: (point: Point) => ColumnHabit;
  /** The figure of a cell: by the column's habit where that is whole numbers in groups, else as the description reads it. */
  readonly read: (point: Point) => number | null;
  readonly around: (point: Point) => Neighbourhood | null;
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
  for (const list of series.values()) {
    const first = list[0];
    if (!first || new Set(list.map(({ start }) => start)).size < list.length) continue;
    const found = neighbourhoods(list.map(read), first.measure);
    for (const [at, point] of list.entries()) around.set(cellKey(point), found[at] ?? null);
  }
  return {
    input,
    series,
    habit,
    read,
    around: (point) => around.get(cellKey(point)) ?? null,
    expected: expectationsOf(points, read, input.identities, input.wholes),
    settle: (point, value) => void overrides.set(cellKey(point), value),
    settled: (point) => overrides.has(cellKey(point)),
  };
}

/** What a finder says of a cell, before it is put into the form of an anomaly. */
export interface Said {
  readonly kind: AnomalyKind;
  readonly cause: string;
  readonly evidence: readonly string[];
  readonly rivals: readonly string[];
  readonly score: number;
  /** The text the cell should hold, where one is determined; else why none is. */
  readonly to: string | null;
  readonly open?: string;
  readonly alternatives: readonly string[];
  readonly also?: readonly Point[];
}

/** An anomaly of a cell, with its correction where the text is determined and one row can be named. */
export function anomalyOf(point: Point, input: AnomalyInput, said: Said): Anomaly {
  const { place, scope, counts, row } = point;
  const { kind, cause, evidence, rivals, score, to, alternatives, also = [] } = said;
  const why =
    to === null
      ? (said.open ?? 'more than one repair is possible')
      : place.heading === null
        ? 'the heading of the column is data, which a correction cannot name'
        : !counts
          ? 'the description does not use the column; no figure changes'
          : null;
  const correction =
    why === null && to !== null && place.heading !== null
      ? pinpoint(row, { heading: place.heading, from: place.raw.trim(), to }, input.rows, {
          reason: cause,
          evidence: evidence.join('; '),
        })
      : null;
  return {
    kind,
    where: place,
    also: also.map((other) => other.place),
    scope,
    cause,
    evidence,
    rivals,
    score: Math.round(10 * Math.min(score, 12)) / 10,
    threshold: thresholds[kind],
    correction,
    open: correction
      ? null
      : (why ?? 'no cells of the row tell it from others with the same figure'),
    alternatives,
    counts,
  };
}
