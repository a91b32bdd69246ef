import { settle } from '@samenbeeld/merge';
import type { JointTotal } from '@samenbeeld/schema';
import type { Analysis } from '../analysis.ts';
import { guardedSeries, portSeries } from './port-trend.ts';

/** A port outside the complex, asked the same for comparison; it is in no sum. */
export interface NeighbourPort {
  readonly place: string;
  /** Its totals of the last ten years. */
  readonly totals: readonly JointTotal[];
  readonly series: ReturnType<typeof portSeries>;
}

const years = 10;

/** The totals and the guarded series of a port outside the complex; null where no source counts it. */
export function neighbourPort(analysis: Analysis, place: string): NeighbourPort | null {
  const found = settle(
    {
      observations: analysis.gathered.observations,
      decisions: analysis.inForce,
      definitions: analysis.gathered.sources.flatMap((source) => source.definitions),
    },
    { ...analysis.question, place },
  );
  const last = Number(found.totals.at(-1)?.period ?? 0);
  const totals = found.totals.filter(({ period }) => Number(period) > last - years);
  if (totals.length === 0) return null;
  const around: Analysis = { ...analysis, result: found, totals, question: found.question };
  return { place, totals, series: guardedSeries(around, portSeries(totals, place), place) };
}
