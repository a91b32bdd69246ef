import { InputError } from '@samenbeeld/schema';
import { alarmsWhereNothingChanges, type Lattice, runLength } from './cusum-chain.ts';

interface Step {
  readonly mean: number;
  readonly reference: number;
}

/** A sum that no chart is read to. */
const highest = 1_000_000;

/**
 * The least threshold on the lattice whose false alarms are at least `target` periods apart. Where the mean varies, its false alarms over the
 * given periods are at most so many per `target` periods.
 */
export function thresholdFor(
  plan: readonly Step[],
  constant: Step | null,
  lattice: Lattice,
  target: number,
): number {
  const enough = (states: number): boolean =>
    constant
      ? runLength(constant.reference, states, constant.mean, lattice) >= target
      : alarmsWhereNothingChanges(plan, states, lattice, true) <= plan.length / target;
  let high = lattice.q;
  while (!enough(high)) {
    high *= 2;
    if (high > highest * lattice.q)
      throw new InputError(
        `expected a threshold up to ${highest} to keep false alarms ${target} periods apart, found none`,
        { repair: 'aim at a shorter `runLength`, or pass a `threshold`' },
      );
  }
  let low = high === lattice.q ? 0 : high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high / lattice.q;
}
