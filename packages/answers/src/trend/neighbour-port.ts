import { type Settled, settle } from '@samenbeeld/merge';
import { type JointTotal, parsePeriod, RefusalError } from '@samenbeeld/schema';
import { type Analysis, aboutAnswer } from '../analysis.ts';
import { guardedSeries, portSeries } from './port-trend.ts';

/** A port outside the complex, asked the same for comparison; it is in no sum. */
export interface NeighbourPort {
  readonly place: string;
  /** Its totals of the last ten years. */
  readonly totals: readonly JointTotal[];
  readonly series: ReturnType<typeof portSeries>;
  /** The series of all its totals, where there are older ones: what is asked of the place alone is of these. */
  readonly whole: ReturnType<typeof portSeries> | null;
}

const years = 10;

/** The totals and the guarded series of a place outside; null where no source counts it, or nothing can be said of it alone. */
export function neighbourPort(analysis: Analysis, place: string): NeighbourPort | null {
  const found = settledOf(analysis, place);
  if (found === null) return null;
  const newest = found.totals.at(-1);
  if (!newest) return null;
  const first = yearOf(newest) - years + 1;
  const totals = found.totals.filter((total) => yearOf(total) >= first);
  const seriesOf = (own: readonly JointTotal[]) => {
    const settled = { ...found, totals: own };
    const around = aboutAnswer(analysis, { question: found.question, settled, problem: null });
    return guardedSeries(
      around,
      portSeries(own, place, analysis.picture.asOf, found.question),
      place,
    );
  };
  return {
    place,
    totals,
    series: seriesOf(totals),
    whole: totals.length < found.totals.length ? seriesOf(found.totals) : null,
  };
}

/** The year in which the period of a total begins. */
const yearOf = ({ period }: JointTotal): number => Number(parsePeriod(period).start.slice(0, 4));

function settledOf(
  { gathered, declared, doubleReports, breaks, inForce, picture, question }: Analysis,
  place: string,
): Settled | null {
  try {
    return settle(
      {
        observations: gathered.observations,
        seizures: gathered.seizures,
        pairs: doubleReports,
        coverage: declared,
        breaks,
        decisions: inForce,
        definitions: gathered.sources.flatMap((source) => source.definitions),
        seed: picture.seed,
      },
      { ...question, place },
    );
  } catch (error) {
    if (error instanceof RefusalError) return null;
    throw error;
  }
}
