import { type Break, type Decision, overrideInForce, RefusalError } from '@samenbeeld/schema';
import type { Period } from './period.ts';
import type { SeriesPoint, TrendSeries } from './trend-series.ts';

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
export function refusePartial(points: readonly SeriesPoint[]): void {
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
export function refuseChangingMembers(points: readonly SeriesPoint[]): void {
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
export function refuseBreaks(
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
