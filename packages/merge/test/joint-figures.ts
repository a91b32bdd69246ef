import { type JointTotals, jointTotals } from '@samenbeeld/merge';
import type { Decision, JointTotal, Observation } from '@samenbeeld/schema';
import { nspCocaine } from './nsp-cocaine.ts';

export const year = { years: [2022] };

/** The total of 2022. */
export function totalOf(
  rows: readonly Observation[],
  decisions?: ReadonlyMap<string, Decision>,
): JointTotal {
  const options = decisions ? { ...year, decisions } : year;
  return jointTotals(rows, { ...nspCocaine, ...options }).totals[0] as JointTotal;
}

/** The figures, without the ids and words behind them. */
export function figures({ totals }: JointTotals): unknown {
  return totals.map(({ reported, total, status, missing, members, together }) => ({
    reported,
    total,
    status,
    missing,
    members: [...members, ...together].map(({ place, state, lowest, likely, highest }) => ({
      place,
      state,
      lowest,
      likely,
      highest,
    })),
  }));
}
