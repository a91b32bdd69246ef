import { InputError } from '@samenbeeld/schema';

/** The largest size whose squares still add up. */
const largest = 1e150;

/** Refuses figures whose squares are beyond every number, so that no variance becomes NaN. */
export function refuseUnsquarable(values: readonly number[]): void {
  const found = values.find((value) => Math.abs(value) > largest);
  if (found !== undefined)
    throw new InputError(`expected values up to ${largest} in size, found ${found}`, {
      repair: 'check the figure; no count or quantity is of that size',
    });
}
