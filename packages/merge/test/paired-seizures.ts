import { type DoubleReport, eventTotals } from '@samenbeeld/merge';
import type { Coverage, Seizure } from '@samenbeeld/schema';
import fc from 'fast-check';
import { candidateFrom, sameFrom } from '../src/same-seizure/partition/credible.ts';
import { nspCocaine } from './nsp-cocaine.ts';
import { seizure } from './seizure.ts';

/** A listed pair: of probability p by itself, or decided. */
export function pair(
  a: string,
  b: string,
  p: number,
  decided: 'same' | 'different' | null = null,
): DoubleReport {
  const probability = decided === null ? p : Number(decided === 'same');
  const verdict = p >= sameFrom ? 'same' : p >= candidateFrom ? 'candidate' : 'different';
  return {
    key: `same ${a} ${b}`,
    a,
    b,
    weight: Math.log2(p / (1 - p)),
    prior: 0,
    probability,
    reasons: [],
    verdict: decided ?? verdict,
    decision: decided === null ? null : 'D1',
  };
}

/** A file that is declared full of a port. */
export const full = (place: string): Coverage =>
  ({
    place,
    basis: 'seized_in_port',
    extent: 'full',
    substance: null,
    periodStart: '2018-01-01',
    periodEnd: '2025-12-31',
  }) as unknown as Coverage;

const everywhere = ['NLVLI', 'NLTNZ', 'BEGNE'].map(full);

/** The total of 2022. */
export function totalOf(
  seizures: readonly Seizure[],
  pairs: readonly DoubleReport[] = [],
  coverage: readonly Coverage[] = everywhere,
) {
  return eventTotals(seizures, { ...nspCocaine, years: [2022], coverage, pairs })[0];
}

const record = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 500 }));
const link = fc.tuple(
  fc.nat(5),
  fc.nat(5),
  fc.double({ min: 0.02, max: 0.98, noNaN: true }),
  fc.constantFrom('same' as const, 'different' as const, null, null, null),
);
/** Up to six records of three files, and pairs among them. */
export const world = fc
  .tuple(fc.array(record, { minLength: 1, maxLength: 6 }), fc.array(link, { maxLength: 6 }))
  .map(([drafts, links]) => {
    const records = drafts.map(([source, quantity], index) =>
      seizure(`${source}${index}`, { quantity }),
    );
    const pairs = new Map<string, DoubleReport>();
    for (const [x, y, p, decided] of links) {
      const sides = [records[x % records.length]?.id ?? '', records[y % records.length]?.id ?? ''];
      const [a, b] = sides.sort() as [string, string];
      if (a.charAt(0) !== b.charAt(0)) pairs.set(`${a} ${b}`, pair(a, b, p, decided));
    }
    return { records, pairs: [...pairs.values()] };
  });
