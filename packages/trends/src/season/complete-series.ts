import { InputError, RefusalError } from '@samenbeeld/schema';
import { cleanSeries } from '../clean-series.ts';

/** Values of which none is missing, as methods that count on even spacing need them. */
export function completeSeries(values: ArrayLike<number | null>): Float64Array {
  const known = cleanSeries(values).values;
  if (known.length < values.length) {
    const gap = Array.from(values).indexOf(null);
    throw new InputError(`expected a value in every period, found none at position ${gap + 1}`, {
      repair:
        'say zero where zero was reported; otherwise use the stretch without gaps, or a coarser period',
    });
  }
  const largest = known.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest !== 0 && !(Math.abs(Math.log10(largest)) < 100))
    throw new InputError(`expected numbers whose squares can be told, found at most ${largest}`, {
      repair: 'check the unit, or give the values in another one',
    });
  return Float64Array.from(known);
}

/** Refuses values that are all equal: nothing varies that could be described. */
export function refuseConstant(values: Float64Array): void {
  const [first = 0] = values;
  if (values.length === 1)
    throw new RefusalError('One value does not show what varies.', {
      dimension: 'length',
      remedy: 'Give the values of several periods.',
    });
  if (values.some((value) => value !== first)) return;
  throw new RefusalError(
    first === 0 ? 'All values are zero.' : `All values are ${first}.`,
    first === 0
      ? {
          dimension: 'variation',
          remedy:
            'Use poissonRate, which says what level a count of zero does not rule out, or a longer series.',
        }
      : {
          dimension: 'variation',
          remedy:
            'Check that the figure is counted anew in each period, or use a longer or finer series.',
        },
  );
}
