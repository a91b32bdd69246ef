import type { LinkOptions } from './link-options.ts';

/** A number, or a RangeError that names the option and says what it must be. */
function check(name: string, value: number | undefined, sound: boolean, says: string): void {
  if (value !== undefined && !sound) throw new RangeError(`${name} must be ${says}, not ${value}`);
}

const isWhole = (value: number | undefined, least: number): boolean =>
  Number.isInteger(value) && (value ?? 0) >= least;

/** Refuses numbers that cannot be meant. */
export function checkNumbers({
  threshold,
  maxPairs,
  leastShare,
  statedWorth,
  sample = {},
  partSize,
}: LinkOptions): void {
  check(
    'the threshold',
    threshold,
    threshold !== undefined && threshold > 0 && threshold < 1,
    'a probability between 0 and 1',
  );
  check(
    '`maxPairs`',
    maxPairs,
    maxPairs !== undefined && maxPairs >= 0,
    'a number of pairs, 0 or more',
  );
  check(
    '`leastShare`',
    leastShare,
    leastShare !== undefined && leastShare > 0 && leastShare <= 1,
    'a share above 0, up to 1',
  );
  check(
    '`statedWorth`',
    statedWorth,
    statedWorth !== undefined && statedWorth > 0,
    'a number of pairs above 0, or Infinity',
  );
  for (const [name, value] of Object.entries(sample))
    check(`\`sample.${name}\``, value, isWhole(value, 1), 'a whole number of pairs, 1 or more');
  check('`partSize`', partSize, isWhole(partSize, 1), 'a whole number of pairs, 1 or more');
}
