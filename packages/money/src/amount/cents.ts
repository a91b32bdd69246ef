import { InputError, shape, takes } from '@samenbeeld/schema';

/** An amount as a person writes it: a number with at most two decimals, or such a number as text ("1250.50"). */
export type Amount = number | string;

/** The largest amount whose cents are still counted exactly. */
const most = Number.MAX_SAFE_INTEGER;

/**
 * An amount in whole cents, so that sums are exact.
 *
 * @throws InputError for what is no number, has more than two decimals, or is too large to be counted to the cent
 * @example
 * ```ts
 * import { toCents } from '@samenbeeld/money';
 * [toCents('1250.50'), toCents(0.07), toCents(-3)] // => [125050, 7, -300]
 * ```
 */
export function toCents(amount: Amount, what = 'an amount'): number {
  const given = typeof amount === 'string' ? amount.trim() : '';
  const text = typeof amount === 'number' ? plain(amount) : given;
  const match = /^(-?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(text);
  if (!match)
    throw new InputError(
      `expected ${what} to be a number with at most two decimals, found "${String(amount)}"`,
      { repair: 'give whole cents: a decimal point, no separators of thousands, no currency' },
    );
  const [, sign, whole = '0', fraction = ''] = match;
  const cents = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  if (cents > most)
    throw new InputError(`${what} of ${text} is too large to be counted to the cent`, {
      repair: 'split the amount, or count in thousands',
    });
  return sign ? 0 - cents : cents;
}

/** Floating-point dust behind the second decimal (0.1 + 0.2) is no third decimal; a third decimal is. */
function plain(amount: number): string {
  const rounded = Math.round(amount * 100) / 100;
  // A few units in the last place, and what a sum of many amounts leaves.
  const dust = Math.max(1e-9, 8 * Number.EPSILON * Math.abs(amount));
  const isCents = Math.abs(amount - rounded) <= dust;
  return Number.isFinite(amount) && isCents ? rounded.toFixed(2) : String(amount);
}

/**
 * Cents as an amount with two decimals at most.
 *
 * @example
 * ```ts
 * import { fromCents } from '@samenbeeld/money';
 * fromCents(1999) // => 19.99
 * ```
 */
export function fromCents(cents: number): number {
  takes('fromCents', ['cents', cents, shape.number]);
  if (!Number.isFinite(cents))
    throw new InputError(`expected cents, found ${cents}`, { repair: 'pass a number of cents' });
  return cents / 100;
}

/**
 * Shares a number of cents in proportion to weights, to the cent: each gets its part rounded down, and the cents left over
 * go to the largest remainders (Hamilton's method), the earlier where they are equal. No part exceeds its weight where the
 * sum does not exceed theirs.
 *
 * @param cents at or above zero
 * @param weights at or above zero, not all zero unless `cents` is
 * @example
 * ```ts
 * import { shareCents } from '@samenbeeld/money';
 * shareCents(100, [1, 1, 1]) // => [34, 33, 33]
 * ```
 */
export function shareCents(cents: number, weights: readonly number[]): readonly number[] {
  takes('shareCents', ['cents', cents, shape.number], ['weights', weights, shape.numbers]);

  if (![cents, ...weights].every(Number.isSafeInteger))
    throw new InputError(
      `expected whole cents and weights, found ${cents} by ${weights.join(', ')}`,
      {
        repair: 'make cents of amounts with `toCents`',
      },
    );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole === 0) return weights.map(() => 0);
  const shares: number[] = [];
  const rests: number[] = [];
  let left = cents;
  for (const weight of weights) {
    const product = cents * weight;
    const isSmall = product <= most;
    const rest = isSmall
      ? product % whole
      : Number((BigInt(cents) * BigInt(weight)) % BigInt(whole));
    const share = isSmall
      ? (product - rest) / whole
      : Number((BigInt(cents) * BigInt(weight)) / BigInt(whole));
    shares.push(share);
    rests.push(rest);
    left -= share;
  }
  if (left === 0) return shares;
  const largest = [...rests.keys()]
    .filter((at) => rests[at] !== 0)
    .sort((a, b) => (rests[b] as number) - (rests[a] as number) || a - b);
  for (const at of largest.slice(0, left)) shares[at] = (shares[at] as number) + 1;
  return shares;
}
