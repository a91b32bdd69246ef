import type { Claim } from '@samenbeeld/merge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorOfFinds } from '../src/finds.ts';
import { claimOf } from './claim-row.ts';

fc.configureGlobal({ seed: 20260630 });

function day(n: number): string {
  return new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10);
}

function find(id: string, from: number, days: number, value: number): Claim {
  return claimOf(id, {
    value,
    wording: 'exact',
    extent: 'one_find',
    periodStart: day(from),
    periodEnd: day(from + days),
  });
}

const finds = fc
  .array(fc.tuple(fc.nat(30), fc.nat(8), fc.nat(99)), { maxLength: 9 })
  .map((drafts) =>
    drafts.map(([from, days, value], index) => find(`f${index}`, from, days, value)),
  );

/** The largest sum over all selections in which no two periods overlap. */
function bruteForce(claims: readonly Claim[]): number {
  let best = 0;
  for (let chosen = 0; chosen < 2 ** claims.length; chosen += 1) {
    const taken = claims.filter((_, index) => chosen & (2 ** index));
    const clash = taken.some((a) =>
      taken.some((b) => a !== b && a.periodStart <= b.periodEnd && b.periodStart <= a.periodEnd),
    );
    if (!clash)
      best = Math.max(
        best,
        taken.reduce((sum, { value }) => sum + value, 0),
      );
  }
  return best;
}

describe('floorOfFinds(finds)', () => {
  it('is the best of all selections of finds that do not overlap', () => {
    fc.assert(
      fc.property(finds, (claims) => {
        const floor = floorOfFinds(claims);
        expect(floor.low).toBe(bruteForce(claims));
        expect(floor.claims.reduce((sum, { value }) => sum + value, 0)).toBe(floor.low);
      }),
      { numRuns: 150 },
    );
  });

  it('adds the lower ends of disjoint finds, and never those that share a day', () => {
    const [june, december] = [find('a', 150, 29, 216), find('b', 353, 0, 150)];
    expect(floorOfFinds([june, december]).low).toBe(366);
    expect(floorOfFinds([june, find('c', 160, 0, 150)]).low).toBe(216);
    expect(floorOfFinds([]).low).toBe(0);
  });
});
