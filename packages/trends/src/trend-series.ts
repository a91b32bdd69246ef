import {
  assertComparable,
  type Break,
  type Comparable,
  type Comparison,
  type Decision,
  InputError,
  type Interval,
  overrideInForce,
  RefusalError,
  type Shape,
  shape,
  type Text,
} from '@samenbeeld/schema';
import { type Period, readPeriod } from './period.ts';
import { refuseUnsquarable } from './refuse-unsquarable.ts';

/** Years beside halves or months are no series. */
export function refuseMixedFrequencies(periods: readonly Period[]): void {
  const first = periods[0];
  const other = periods.find(({ freq }) => freq !== first?.freq);
  if (first && other)
    throw new RefusalError(`The series mixes frequencies: ${first.code} and ${other.code}.`, {
      dimension: 'frequency',
      remedy: 'Compare like periods: whole years with whole years, first halves with first halves.',
    });
}

/** A part of a period is no value of the period. */
function refusePartial(points: readonly SeriesPoint[]): void {
  const partial = points.filter(
    (point) => point.partial && (point.value !== null || point.interval),
  );
  if (partial.length > 0)
    throw new RefusalError(
      `The series holds partial periods: ${partial.map(({ period }) => period).join(', ')}.`,
      {
        dimension: 'period',
        remedy: 'Leave them out, or compare the same part of each period.',
      },
    );
}

/** A sum over other ports is another sum. */
function refuseChangingMembers(points: readonly SeriesPoint[]): void {
  const sets = points.flatMap(({ period, members }) =>
    members ? [{ period, set: [...new Set(members)].sort().join('+') }] : [],
  );
  const first = sets[0];
  const other = sets.find(({ set }) => set !== first?.set);
  if (first && other)
    throw new RefusalError(
      `The ports in the sum change: ${first.period} ${first.set}, ${other.period} ${other.set}.`,
      { dimension: 'members', remedy: 'Ask for the trend of one port.' },
    );
}

/** The declared breaks that apply to a series and lie within it. */
export function crossedBreaks(
  series: TrendSeries,
  breaks: readonly Break[],
  first: Period,
  last: Period,
): readonly Break[] {
  const keys = ['place', 'offence', 'substance', 'metric', 'basis'] as const;
  return breaks.filter(
    (candidate) =>
      candidate.on > first.start &&
      candidate.on <= last.end &&
      candidate.source === (series.scope?.source ?? candidate.source) &&
      keys.every((key) => {
        const [wanted, actual] = [candidate.series[key], series.scope?.[key]];
        return wanted === undefined || actual === undefined || wanted === actual;
      }),
  );
}

/** A declared break blocks a trend unless its override is recorded. */
function refuseBreaks(
  subject: string,
  crossed: readonly Break[],
  overrides: readonly Decision[],
): void {
  const blocking = crossed.find(
    ({ id, severity }) => severity === 'block_trend' && !overrideInForce(id, overrides),
  );
  if (blocking)
    throw new RefusalError(
      `${subject}: the series crosses the break of ${blocking.on} (${blocking.id}: ${blocking.note.en}).`,
      {
        dimension: 'break',
        remedy:
          'Ask for the trend of one side of it, or record an override of this break with a reason.',
        subject: blocking.id,
      },
    );
}

/** One period of a series. */
export interface SeriesPoint {
  /** "2024", "2024-S1", "2024-Q3", "2024-07" or "2024-W05". */
  readonly period: string;
  /** null where missing, or, with an `interval`, where rival claims are undecided. */
  readonly value: number | null;
  /** What the claim allows: a rounded figure, or the range of rival claims. */
  readonly interval?: Interval | null;
  readonly provisional?: boolean;
  /** Covers only part of its period. */
  readonly partial?: boolean;
  /** Ports in the sum. */
  readonly members?: readonly string[];
}

/** Values of one scope, one per period. */
export interface TrendSeries {
  readonly subject: string;
  readonly label?: Text;
  readonly unit: string;
  readonly points: readonly SeriesPoint[];
  /** True where data on controls were taken into account. */
  readonly controls?: boolean;
  /** To find the breaks that apply; a break on a key that is absent here is taken to apply. */
  readonly scope?: Readonly<
    Partial<Record<'source' | 'place' | 'offence' | 'substance' | 'metric' | 'basis', string>>
  >;
  /** The claims or events behind the points, checked by `assertComparable` where given. */
  readonly records?: readonly Comparable[];
  /** How the records are compared (`across` what a merge has settled, definitions), besides breaks and overrides. */
  readonly comparison?: Omit<Comparison, 'for' | 'breaks' | 'overrides'>;
}

/** A point that is not missing. */
export interface KnownPoint {
  readonly period: Period;
  readonly value: number | null;
  readonly range: Interval;
  readonly undecided: boolean;
  readonly provisional: boolean;
}

/** The points of a series, in time order, once nothing forbids a trend over them. */
export function comparablePoints(
  series: TrendSeries,
  breaks: readonly Break[],
  overrides: readonly Decision[],
): {
  readonly points: readonly KnownPoint[];
  readonly crossed: readonly Break[];
  readonly warnings: readonly string[];
} {
  const present = series.points
    .filter((point) => point.value !== null || point.interval)
    .map((point) => ({ point, period: readPeriod(point.period) }));
  refuseMixedFrequencies(present.map(({ period }) => period));
  for (const [i, { period }] of present.entries()) {
    const before = present[i - 1]?.period;
    if (before && period.time <= before.time)
      throw new InputError(`periods must increase, found ${period.code} after ${before.code}`, {
        repair: 'sort the series by period and keep one value per period',
      });
  }
  refusePartial(series.points);
  refuseChangingMembers(present.map(({ point }) => point));
  const [first, last] = [present[0]?.period, present.at(-1)?.period];
  const crossed = first && last ? crossedBreaks(series, breaks, first, last) : [];
  refuseBreaks(series.subject, crossed, overrides);
  const warnings = series.records
    ? assertComparable(series.records, {
        ...series.comparison,
        for: 'trend',
        breaks,
        overrides,
      }).warnings
    : crossed.map(({ on, id, note }) => `crosses a break of ${on} (${id}): ${note.en}`);
  return { points: present.map(({ point, period }) => known(point, period)), crossed, warnings };
}

function known(point: SeriesPoint, period: Period): KnownPoint {
  const { value } = point;
  if (value !== null && !Number.isFinite(value))
    throw new InputError(`expected a finite number or null in ${period.code}, found ${value}`, {
      repair: 'use null where a period is missing, and say why in the source',
    });
  const range = point.interval ?? { low: value as number, high: value, closed: true };
  if (!Number.isFinite(range.low) || (range.high !== null && !(range.high >= range.low)))
    throw new InputError(
      `expected an interval from low to high in ${period.code}, found ${range.low} to ${range.high}`,
      { repair: 'give the lower end first; null as upper end where there is none' },
    );
  refuseUnsquarable([value ?? 0, range.low, range.high ?? 0]);
  return {
    period,
    value,
    range,
    undecided: value === null,
    provisional: point.provisional ?? false,
  };
}

export const pointShape: Shape = shape.record<SeriesPoint>({
  period: shape.text,
  value: shape.orNull(shape.number),
});

export const trendSeriesShape: Shape = shape.record<TrendSeries>({
  subject: shape.text,
  unit: shape.text,
  points: shape.list(pointShape),
});
