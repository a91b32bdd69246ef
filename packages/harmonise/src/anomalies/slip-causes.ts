import type { Reading } from './readings.ts';

/** The likely cause of each slip in plain words. */
export const slipCauses: Readonly<Record<Reading['kind'], string>> = {
  unit_slip: 'another unit than the column says: a factor of a thousand, as between g, kg and t',
  decimal_slip: 'the decimal mark stands in the wrong place, or a zero is too many or too few',
  transposition: 'two neighbouring digits are swapped',
};
