import { type Assumption, assumptions } from './codes/assumptions.ts';
import { type Unit, units } from './codes/units.ts';
import { multiplyExact } from './decimal.ts';
import { RefusalError, UsageError } from './errors.ts';
import { substanceContains } from './substances.ts';

/** A quantity in another unit, with what had to be assumed to get there. */
export interface ConvertedQuantity {
  readonly value: number;
  readonly unit: string;
  readonly assumptions: readonly Assumption[];
}

/** What a conversion between unlike units rests on. */
export interface ConversionOptions {
  /** An assumption, or the code of one in `assumptions`. */
  readonly assumption?: Assumption | string;
  /** Substance converted; an assumption made for another one is refused. */
  readonly substance?: string;
}

/** value × 10^places, correctly rounded: the decimal point moves, nothing is multiplied. */
function shiftPoint(value: number, places: number): number {
  const [digits, exponent] = value.toExponential().split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

function rescale(value: number, from: Unit, to: Unit): number {
  const scaled = from.digits === to.digits ? value : (value * from.digits) / to.digits;
  return shiftPoint(scaled, from.exponent - to.exponent);
}

function refuse(from: Unit, to: Unit): never {
  const known = assumptions.filter(({ per }) => units.get(per).base === from.base);
  const named = known.map(({ code, label }) => `${code} (${label.en})`).join(', ');
  const isThing = from.dimension === 'count' || from.dimension === 'volume';
  throw new RefusalError(`A quantity in ${from.plural.en} has no value in ${to.plural.en}.`, {
    dimension: 'unit',
    remedy:
      isThing && to.dimension === 'mass'
        ? `Name an assumption${named ? `, such as ${named}` : ' that says what one of them weighs'}; or keep them apart.`
        : 'Keep them apart.',
  });
}

function checkSubstance(assumption: Assumption, substance: string | undefined): void {
  const { code, substances } = assumption;
  if (substance === undefined || substances.length === 0) return;
  if (substances.some((known) => substanceContains(known, substance))) return;
  throw new RefusalError(
    `${code} is an assumption about ${substances.join(', ')}, not ${substance}.`,
    {
      dimension: 'substance',
      remedy: 'Name one about this substance.',
    },
  );
}

/**
 * Turns a quantity into another unit. Units of one base convert exactly: powers of ten move the decimal point.
 * Tablets, plants, doses, pieces and litres become mass only with an assumption about what one of them weighs,
 * and the result lists it. Throws RefusalError for unlike units, UsageError for an unknown unit or a number that is none.
 *
 * @example
 * ```ts
 * import { convertQuantity } from '@samenbeeld/schema';
 * convertQuantity(1.005, 't', 'kg') // => { value: 1005, unit: 'kg', assumptions: [] }
 * convertQuantity(50997, 'tablet', 'kg', { assumption: 'ECSTASY_TABLET' }).value // => 15.2991
 * ```
 */
export function convertQuantity(
  value: number,
  from: string,
  to: string,
  options: ConversionOptions = {},
): ConvertedQuantity {
  if (!Number.isFinite(value)) throw new UsageError(`A quantity must be a number, not ${value}.`);
  const [source, target] = [units.get(from), units.get(to)];
  if (source.base === target.base)
    return { value: rescale(value, source, target), unit: target.code, assumptions: [] };
  if (options.assumption === undefined) return refuse(source, target);
  const assumption =
    typeof options.assumption === 'string'
      ? assumptions.get(options.assumption)
      : options.assumption;
  const [per, mass] = [units.get(assumption.per), units.get(assumption.unit)];
  if (per.base !== source.base || mass.base !== target.base)
    throw new RefusalError(
      `${assumption.code} turns ${per.plural.en} into ${mass.plural.en}, not ${source.plural.en} into ${target.plural.en}.`,
      { dimension: 'unit', remedy: 'Name an assumption for these units.' },
    );
  checkSubstance(assumption, options.substance);
  const things = rescale(value, source, per);
  return {
    value: rescale(multiplyExact(things, assumption.quantity), mass, target),
    unit: target.code,
    assumptions: [assumption],
  };
}
