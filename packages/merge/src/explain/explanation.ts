import type { ConflictType, Text } from '@samenbeeld/schema';
import type { Cell } from '../cell.ts';
import type { Claim } from '../claim.ts';

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

const periods = new WeakMap<readonly Claim[], Map<string, Claim[]>>();

const periodOf = ({ periodStart, periodEnd }: Claim): string => `${periodStart}/${periodEnd}`;

/** The claims of the very period of one. Sorted once: each contradiction among thousands of claims asks for some. */
export function ofItsPeriod(all: readonly Claim[], claim: Claim): readonly Claim[] {
  const sorted = periods.get(all) ?? new Map<string, Claim[]>();
  if (!periods.has(all)) {
    for (const one of all) {
      const own = sorted.get(periodOf(one));
      if (own) own.push(one);
      else sorted.set(periodOf(one), [one]);
    }
    periods.set(all, sorted);
  }
  return sorted.get(periodOf(claim)) ?? [];
}

const prepared = new WeakMap<readonly Claim[], Map<string, unknown>>();

/**
 * What a rule takes from all claims, made once: whoever contends with one claim asks for the same.
 *
 * @param key names the rule, and all else that it depends on
 */
export function preparedOnce<Value>(
  all: readonly Claim[],
  key: string,
  prepare: () => Value,
): Value {
  const known = prepared.get(all) ?? new Map<string, unknown>();
  prepared.set(all, known);
  if (!known.has(key)) known.set(key, prepare());
  return known.get(key) as Value;
}
