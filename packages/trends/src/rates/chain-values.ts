import { addDays, type Break, type Decision, InputError } from '@samenbeeld/schema';
import { checkCount } from '../check-count.ts';
import { readPeriod } from '../period.ts';
import { comparablePoints, type TrendSeries } from '../trend-series.ts';
import type { LinkedSegment, SegmentValue } from './link-segments.ts';

/** A value with the series it comes from. */
export interface ChainValue extends SegmentValue {
  readonly series: number;
}

/** The periods of a segment that the next one does not take over. */
export function ownPeriods(
  { values, link }: LinkedSegment,
  next: LinkedSegment | undefined,
  series: number,
): readonly ChainValue[] {
  return values
    .filter(
      ({ period: { time } }) =>
        (!link || time > link.time) && (!next?.link || time <= next.link.time),
    )
    .map((value) => ({ ...value, series }));
}

/** What the values of a series are, and what blocks them. */
export interface ReadOptions {
  readonly breaks?: readonly Break[];
  readonly overrides?: readonly Decision[];
  readonly counts?: boolean;
}

/** The known values of one of several series, once nothing forbids an index over them; a break within an overlap does not. */
export function readSegment(
  one: TrendSeries,
  i: number,
  all: readonly TrendSeries[],
  options: ReadOptions,
): { readonly values: readonly SegmentValue[]; readonly warnings: readonly string[] } {
  const bridged = [all[i - 1], all[i + 1]].flatMap((neighbour) => overlap(one, neighbour));
  const breaks = (options.breaks ?? []).filter(
    ({ on }) => !bridged.some(({ start, end }) => on >= start && on <= addDays(end, 1)),
  );
  const { points, warnings } = comparablePoints(one, breaks, options.overrides ?? []);
  const values = points.flatMap(({ period, value }) =>
    value === null
      ? []
      : [{ period, value: checkValue(value, period.code, options.counts ?? false) }],
  );
  if (values.length === 0)
    throw new InputError(`expected at least one known value in ${one.subject}, found none`, {
      repair: 'leave a series without values out',
    });
  const undecided = points.filter(({ undecided }) => undecided).map(({ period }) => period.code);
  return {
    values,
    warnings: [
      ...warnings,
      ...(undecided.length > 0 ? [`undecided and left out: ${undecided.join(', ')}`] : []),
    ],
  };
}

function checkValue(value: number, code: string, counts: boolean): number {
  if (counts) return checkCount(`the count of ${code}`, value);
  if (value >= 0) return value;
  throw new InputError(`expected a value of zero or more in ${code}, found ${value}`, {
    repair: 'an index needs amounts; compare differences another way',
  });
}

/** From the first to the last day of the periods that two series share. */
function overlap(
  one: TrendSeries,
  other: TrendSeries | undefined,
): readonly { readonly start: string; readonly end: string }[] {
  const known = new Set(other?.points.filter(({ value }) => value !== null).map((p) => p.period));
  const common = one.points
    .filter(({ period, value }) => value !== null && known.has(period))
    .map(({ period }) => readPeriod(period));
  const [start, end] = [common[0]?.start, common.at(-1)?.end];
  return start && end ? [{ start, end }] : [];
}
