import type { JointTotal, Stake } from '@samenbeeld/schema';

/** The first pairs that together take this share of the uncertainty away are worth a person's time. */
const enough = 0.9;

/**
 * The pairs of a total to decide first: as many as take 90 % of what is uncertain away, or all that there are; and those
 * that tell whether there is an upper end.
 *
 * @example
 * ```ts
 * import { decideFirst } from '@samenbeeld/merge';
 * const stake = (pair, together, closes = false) => ({ pair, variance: 1, share: 0.3, together, closes });
 * const stakes = [stake('a', 0.6), stake('b', 0.95), stake('c', 0.99), stake('d', 1, true)];
 * decideFirst({ stakes }).map(({ pair }) => pair) // => ['a', 'b', 'd']
 * decideFirst({}) // => []
 * ```
 */
export function decideFirst({ stakes = [] }: Pick<JointTotal, 'stakes'>): readonly Stake[] {
  const at = stakes.findIndex(({ together }) => together >= enough);
  return at < 0 ? stakes : stakes.filter(({ closes }, index) => index <= at || closes);
}
