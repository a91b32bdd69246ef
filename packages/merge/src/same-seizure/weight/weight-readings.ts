import { multiplyExact } from '@samenbeeld/schema';
import { endsOfStatement, packing } from './explained-weight.ts';
import { type RivalWeight, rivalWeights } from './rival-weights.ts';
import type { SizeDensity } from './size-density.ts';
import type { Statement } from './statement.ts';

/** A weight that a seizure may have had. */
export interface Reading {
  readonly kg: number;
  readonly probability: number;
}

/** The weight of a seizure, from everything that is said about it. */
export interface WeightReadings {
  /** The likeliest weight as printed, which a single figure is made of; null where nothing is said. */
  readonly leading: number | null;
  /** Who gives it, the leading file first. */
  readonly told: readonly Statement[];
  /** Every weight that counts, smallest first, the probabilities summing to 1; none where nothing is said. */
  readonly readings: readonly Reading[];
  /** Ends of what is credible; `high` is null where nothing is said, or only a lower end. */
  readonly low: number;
  readonly high: number | null;
  /** Why there is more than one reading. */
  readonly causes: readonly ('conflict' | 'gross' | 'estimated' | 'slip' | 'floor')[];
}

/** Weights less likely than this are left aside. */
export const leastReading = 0.01;

/** What a statement allows where it does not give the net weight itself. */
function endsOf({ told, kg, slip }: RivalWeight): readonly [low: number, high: number | null] {
  const [lead] = told;
  if (!lead || slip !== 1) return [kg, kg];
  const [low, high] = endsOfStatement(lead);
  if (lead.massBasis !== 'gross') return [low, high];
  return [multiplyExact(low, 1 - packing), high];
}

/** Points that stand for an interval of which nothing more is known. */
function pointsOf([low, high]: readonly [number, number | null]): readonly number[] {
  if (high === null || low === high) return [low];
  return [0.1, 0.3, 0.5, 0.7, 0.9].map((share) => low + share * (high - low));
}

function causesOf(rivals: readonly RivalWeight[]): WeightReadings['causes'] {
  const leads = rivals.flatMap(({ told, slip }) => (slip === 1 ? (told[0] ?? []) : []));
  return [
    ...(leads.length > 1 ? (['conflict'] as const) : []),
    ...(leads.some(({ massBasis }) => massBasis === 'gross') ? (['gross'] as const) : []),
    ...(leads.some((lead) => lead.estimated && lead.step > 0 && endsOfStatement(lead)[1] !== null)
      ? (['estimated'] as const)
      : []),
    ...(leads.some((lead) => endsOfStatement(lead)[1] === null) ? (['floor'] as const) : []),
    ...(rivals.some(({ slip }) => slip !== 1) ? (['slip'] as const) : []),
  ];
}

/**
 * The weights that a seizure may have had, with their probabilities. One weight told in two ways is one: net stands for
 * gross, the exact figure for the rounded one. What remains in conflict keeps every credible reading; the likeliest leads
 * and is never averaged with the others.
 *
 * @example
 * ```ts
 * import { sizeDensity, weightReadings } from '@samenbeeld/merge';
 * const net = { records: ['a'], kg: 412.5, massBasis: 'net', own: true, estimated: false, step: 0.1 };
 * const gross = { ...net, records: ['b'], kg: 425.3, massBasis: 'gross', own: false };
 * weightReadings([gross, net], sizeDensity([])).leading // => 412.5
 * ```
 */
export function weightReadings(
  statements: readonly Statement[],
  usual: SizeDensity,
): WeightReadings {
  const nothing = { leading: null, told: [], readings: [], low: 0, high: null, causes: [] };
  if (statements.length === 0) return nothing;
  const all = rivalWeights(statements, usual);
  const sum = all.reduce((total, { weight }) => total + weight, 0);
  const printed = all.filter(({ slip }) => slip === 1);
  const kept =
    sum > 0 ? all.filter(({ weight }) => weight >= leastReading * sum) : printed.slice(0, 1);
  const [lead] = [...(kept.length > 0 ? kept : printed)].sort(
    (a, b) => b.weight - a.weight || a.slip - b.slip,
  );
  if (!lead) return nothing;
  const share = kept.reduce((total, { weight }) => total + weight, 0);
  const readings = kept.flatMap((rival): readonly Reading[] => {
    const points = pointsOf(endsOf(rival));
    const probability = share > 0 ? rival.weight / share : 1;
    return points.map((kg) => ({ kg, probability: probability / points.length }));
  });
  const ends = kept.map(endsOf);
  const highs = ends.map(([, high]) => high).filter((high) => high !== null);
  return {
    leading: lead.kg,
    told: lead.told,
    readings: readings.sort((a, b) => a.kg - b.kg),
    low: Math.min(...ends.map(([low]) => low)),
    high: highs.length < ends.length ? null : Math.max(...highs),
    causes: causesOf(kept),
  };
}
