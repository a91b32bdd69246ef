import { InputError, type Place, shape, takes } from '@samenbeeld/schema';
import { checkDistribution, type Distribution, quantileOf } from './distribution.ts';

/** Where a share stands, and whether something is divided by it. */
export interface ShareOptions {
  readonly place?: Place;
  /** Zero is refused as well. */
  readonly divides?: boolean;
}

/** The lowest draw of a distribution that has no lower end of its own. */
const almostNone = 1e-12;

/** Both ends of a distribution by the key that states each; an end that no key states stands under the kind. */
function endsOf(one: Distribution): readonly (readonly [key: string, value: number])[] {
  switch (one.kind) {
    case 'fixed':
      return [['value', one.value]];
    case 'uniform':
    case 'triangular':
    case 'pert':
      return [
        ['low', one.low],
        ['high', one.high],
      ];
    case 'beta':
      return [['kind', quantileOf(one, almostNone)]];
    case 'lognormal':
      return [['kind', Number.POSITIVE_INFINITY]];
  }
}

function repairOf(value: number): string {
  if (value === Number.POSITIVE_INFINITY)
    return 'a lognormal number has no upper end; use fixed, uniform, triangular, pert or beta';
  return value > 1 && value <= 100
    ? `${value} % is ${Number((value / 100).toPrecision(6))}`
    : 'write a share of one: 15 % is 0.15';
}

/**
 * Refuses a share that can lie outside 0…1, as a percentage does, and one that can be zero where something is divided by
 * it. The whole distribution counts, not its middle.
 *
 * For numbers that a person writes, before anything is calculated with them.
 *
 * @throws InputError that names the key
 * @example
 * ```ts
 * import { checkShare } from '@samenbeeld/money';
 * checkShare('A-LOSS', { kind: 'fixed', value: 0.15 }) // => undefined
 * ```
 */
export function checkShare(name: string, one: Distribution, options: ShareOptions = {}): void {
  takes(
    'checkShare',
    ['name', name, shape.text],
    ['one', one, shape.record<Distribution>({ kind: shape.text })],
    ['options', options, shape.options],
  );
  const { place = {}, divides = false } = options;
  checkDistribution(name, one, place);
  const odd = endsOf(one).find(([, value]) => value < 0 || value > 1 || (divides && value === 0));
  if (!odd) return;
  const [key, value] = odd;
  const wanted = divides ? 'a share above 0 and at most 1' : 'a share from 0 to 1';
  const found = Number.isFinite(value) ? value : 'no upper end';
  throw new InputError(
    `${name}: expected distribution.${key} to be ${wanted}, found ${found}${divides && value === 0 ? ', and something is divided by it' : ''}`,
    { place, repair: divides && value === 0 ? 'give a share above 0' : repairOf(value) },
  );
}
