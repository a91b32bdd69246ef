import type { ConflictType, Text } from '@samenbeeld/schema';
import type { Cell } from '../cell.ts';
import { type Claim, preparedOnce } from '../claim.ts';

/** Why two claims differ, and whether that follows from other figures. */
export interface Explanation {
  readonly type: ConflictType;
  readonly computed: boolean;
  readonly text: Text;
  /** Ids of further claims the explanation rests on. */
  readonly rests: readonly string[];
}

/** One way in which two claims about one scope can differ; null where it does not fit. */
export type Rule = (
  governing: Claim,
  other: Claim,
  all: readonly Claim[],
  cell: Cell,
) => Explanation | null;

const periodOf = ({ periodStart, periodEnd }: Claim): string => `${periodStart}/${periodEnd}`;

/** The claims of the very period of one. */
export function ofItsPeriod(all: readonly Claim[], claim: Claim): readonly Claim[] {
  const byPeriod = preparedOnce(all, 'by period', () => {
    const sorted = new Map<string, Claim[]>();
    for (const one of all) {
      const own = sorted.get(periodOf(one));
      if (own) own.push(one);
      else sorted.set(periodOf(one), [one]);
    }
    return sorted;
  });
  return byPeriod.get(periodOf(claim)) ?? [];
}
