import { recordsOf } from '../same-seizure/partition/record-pair.ts';

/** The two sides of a decision of kind `same-seizure`: a record, or the batches of one find joined by `+`. */
export interface PairSubject {
  readonly a: string;
  readonly b: string;
}

/** The subject of a decision on two records, the same whichever comes first. */
export function pairSubject(one: string, other: string): string {
  return `same ${[one, other].sort().join(' ')}`;
}

/**
 * Reads the subject of a decision on two records, sides and batches in the order of their ids; null where it is none.
 *
 * @example
 * ```ts
 * import { parsePairSubject } from '@samenbeeld/merge';
 * parsePairSubject('same a1 b7+b8') // => { a: 'a1', b: 'b7+b8' }
 * parsePairSubject('NLVLI COC 2021') // => null
 * ```
 */
export function parsePairSubject(subject: string): PairSubject | null {
  const [verb, one, other, ...more] = subject.split(' ');
  if (verb !== 'same' || !one || !other || more.length > 0) return null;
  const [a = '', b = ''] = [one, other].map((side) => recordsOf(side).toSorted().join('+')).sort();
  return a === b ? null : { a, b };
}

/** Every record that a decision on two sides speaks of. */
export function recordsOfPair({ a, b }: PairSubject): readonly string[] {
  return [...recordsOf(a), ...recordsOf(b)];
}
