import { RefusalError } from '@samenbeeld/schema';
import type { Period } from '../period.ts';

/** One period under one definition. */
export interface SegmentValue {
  readonly period: Period;
  readonly value: number;
}

/** Values under one definition, in time order, with what joins them to the segment before. */
export interface LinkedSegment {
  readonly values: readonly SegmentValue[];
  /** What a value is multiplied by to stand on the footing of the first segment. */
  readonly factor: number;
  /** Last period known under this and the definition before; null for the first segment. */
  readonly link: Period | null;
  /** Smallest and largest ratio, new over old, over the common periods. */
  readonly ratios: readonly number[];
}

/** Links segments one after another, each over the periods that it shares with the one before. */
export function linkSegments(
  segments: readonly (readonly SegmentValue[])[],
  over: 'last' | 'all',
): readonly LinkedSegment[] {
  const linked: LinkedSegment[] = [];
  for (const values of segments) {
    const before = linked.at(-1);
    if (!before) {
      linked.push({ values, factor: 1, link: null, ratios: [] });
      continue;
    }
    const common = values.flatMap((current) => {
      const old = before.values.find(({ period }) => period.code === current.period.code);
      return old && old.value > 0 && current.value > 0
        ? [{ period: current.period, old: old.value, current: current.value }]
        : [];
    });
    const last = common.at(-1);
    if (!last) throw noOverlap(before.values, values);
    const used = over === 'last' ? [last] : common;
    const sum = (of: 'old' | 'current'): number => used.reduce((total, one) => total + one[of], 0);
    linked.push({
      values,
      factor: (before.factor * sum('old')) / sum('current'),
      link: last.period,
      ratios: common.map(({ old, current }) => current / old),
    });
  }
  return linked;
}

function noOverlap(before: readonly SegmentValue[], after: readonly SegmentValue[]): RefusalError {
  const last = before.at(-1)?.period.code ?? 'the first series';
  const first = after[0]?.period.code ?? 'the second series';
  return new RefusalError(
    `No period above zero is known under both definitions, so the index cannot be chained from ${last} to ${first}.`,
    {
      dimension: 'break',
      remedy:
        'Ask the source for one period counted under both definitions, or give one index for each side of the break.',
    },
  );
}
