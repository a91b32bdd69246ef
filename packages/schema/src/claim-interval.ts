import { compareDecimal, decimalText, multiplyExact, scaleExact, sumExact } from './decimal.ts';
import { InputError, RefusalError } from './errors.ts';
import type { Interval } from './interval.ts';
import type { Wording } from './observation.ts';
import { inFour } from './sentence.ts';
import { isWhole, powerBetween } from './unit-power.ts';

/** A printed figure in canonical form: a sign, digits, and decimals behind a point. */
const canonicalFigure: RegExp = /^-?\d+(?:\.\d+)?$/;

/**
 * The place value `u` of the last digit that counts of a printed figure (joint total, rule 1), or null for
 * a zero. Without decimals it is the last non-zero digit; decimals count as printed, a zero among them too.
 * A fraction of zeros only is how software prints a whole number and counts for nothing.
 *
 * @example
 * ```ts
 * import { placeValue } from '@samenbeeld/schema';
 * placeValue('7000') // => 1000
 * placeValue('65.48') // => 0.01
 * placeValue('15300000000.0') // => 100000000
 * ```
 */
export function placeValue(printed: string): number | null {
  const [whole = '', fraction = ''] = printed.replace('-', '').split('.');
  if (/[1-9]/.test(fraction)) return Number(`1e-${fraction.length}`);
  const zeros = /[1-9](0*)$/.exec(whole)?.[1]?.length;
  return zeros === undefined ? null : 10 ** zeros;
}

/** Whether a printed figure is a whole number whose last digit is not zero, as 4157 and unlike 4100. */
function endsInUnits(printed: string): boolean {
  return placeValue(printed) === 1;
}

/** A figure as a source words it. */
export interface ClaimedFigure {
  /** In `unit`, zero or more. */
  readonly value: number;
  /** Digits as printed, in the unit the source prints ("1.7" where `value` is 1700 kg); null where unknown. */
  readonly printed?: string | null;
  readonly wording: Wording;
  readonly unit: string;
  /** Unit of the interval, where it is not `unit`. */
  readonly toUnit?: string;
}

function factor(from: string, to: string): number {
  const by = powerBetween(from, to);
  if (by !== null) return Number(`1e${by}`);
  throw new RefusalError(
    inFour(
      'Een uitspraak in {from} heeft geen bereik in {to}.',
      'Un énoncé en {from} n’a pas d’intervalle en {to}.',
      'Eine Aussage in {from} hat keine Spanne in {to}.',
      'A claim in {from} has no interval in {to}.',
      { from, to },
    ),
    {
      dimension: 'unit',
      remedy: inFour(
        'Reken het cijfer eerst om, met een vastgelegde aanname.',
        'Convertissez d’abord le chiffre, avec une hypothèse enregistrée.',
        'Rechnen Sie die Zahl zuerst um, mit einer festgehaltenen Annahme.',
        'Convert the observation first, with a recorded assumption.',
      ),
    },
  );
}

/** An unmarked figure is exact where it is zero or a whole number without a trailing zero, in kg or a count. */
function settle(wording: Wording, printed: string, asPrinted: boolean, unit: string): Wording {
  if (wording !== 'unmarked') return wording;
  return asPrinted && isWhole(unit) && endsInUnits(printed) ? 'exact' : 'rounded';
}

function bounds(value: number, half: number, wording: Wording): Interval {
  if (wording === 'floor') return { low: value, high: null, closed: false };
  const low = sumExact([value, -half]);
  if (wording === 'just_under') return { low, high: value, closed: false };
  return { low, high: sumExact([value, half]), closed: false };
}

/**
 * The interval of a claim by its wording: rule 1 of the joint total. With `u` the place value of the last
 * non-zero digit as printed (decimals count as printed):
 *
 * - `exact`, or zero, or unmarked and a whole number without trailing zero in kg or a counted unit: [v, v]
 * - `rounded`, or unmarked otherwise: [v − u/2, v + u/2)
 * - `floor`: [v, ∞)
 * - `just_under`: [v − u/2, v), its lower end a convention
 *
 * `printed` may stand in another unit than `value`: `u` is scaled by their ratio, and an unmarked figure that
 * was printed in another unit is never exact. The arithmetic is exact; ends have at most 12 places.
 * Throws an InputError where value and printed contradict each other, a RefusalError where `toUnit` is not
 * a plain multiple of `unit`.
 *
 * @example
 * ```ts
 * import { claimInterval } from '@samenbeeld/schema';
 * claimInterval({ value: 7000, printed: '7000', wording: 'unmarked', unit: 'kg' }) // => { low: 6500, high: 7500, closed: false }
 * claimInterval({ value: 4157, printed: '4157', wording: 'unmarked', unit: 'kg' }) // => { low: 4157, high: 4157, closed: true }
 * claimInterval({ value: 1.7, printed: '1.7', wording: 'rounded', unit: 't', toUnit: 'kg' }) // => { low: 1650, high: 1750, closed: false }
 * claimInterval({ value: 3900, printed: '3900', wording: 'floor', unit: 'kg' }) // => { low: 3900, high: null, closed: false }
 * ```
 */
export function claimInterval(claim: ClaimedFigure): Interval {
  const { value, unit } = claim;
  const printed = claim.printed ?? decimalText(value);
  if (!canonicalFigure.test(printed)) {
    throw new InputError(
      inFour(
        'printed: verwacht cijfers met een decimale punt, zoals "1.7"; gevonden: "{printed}"',
        'printed : attendu des chiffres avec un point décimal, comme « 1.7 » ; trouvé : « {printed} »',
        'printed: erwartet Ziffern mit Dezimalpunkt, etwa „1.7“; gefunden: „{printed}“',
        'printed: expected digits with a decimal point, such as "1.7", found "{printed}"',
        { printed },
      ),
      {
        repair: inFour(
          'bewaar wat parseNumber als `printed` geeft',
          'conservez ce que parseNumber donne comme `printed`',
          'speichern, was parseNumber als `printed` gibt',
          'store what parseNumber returns as `printed`',
        ),
      },
    );
  }
  const u = placeValue(printed);
  if (value < 0 || (u === null) !== (value === 0)) {
    throw new InputError(
      inFour(
        'value en printed spreken elkaar tegen: {value} en "{printed}"',
        'value et printed se contredisent : {value} et « {printed} »',
        'value und printed widersprechen sich: {value} und „{printed}“',
        'value and printed contradict: {value} and "{printed}"',
        { value: String(value), printed },
      ),
      {
        repair: inFour(
          'bewaar de waarde die de gedrukte cijfers geven, nul of meer',
          'conservez la valeur que donnent les chiffres imprimés, zéro ou plus',
          'den Wert speichern, den die gedruckten Ziffern geben, null oder mehr',
          'store the value that the printed digits give, zero or more',
        ),
      },
    );
  }
  const by = factor(unit, claim.toUnit ?? unit);
  const v = multiplyExact(value, by);
  if (claim.wording === 'floor') return bounds(v, 0, 'floor');
  if (u === null && claim.wording === 'just_under') {
    throw new InputError(
      inFour(
        'niets ligt net onder nul',
        'rien n’est juste en dessous de zéro',
        'nichts liegt knapp unter null',
        'nothing is just under zero',
      ),
      {
        repair: inFour(
          'ga de bewoording na; een nul is exact',
          'vérifiez la formulation ; un zéro est exact',
          'den Wortlaut prüfen; eine Null ist genau',
          'check the wording; a zero is exact',
        ),
      },
    );
  }
  const asPrinted = compareDecimal(value, Number(printed)) === 0;
  const wording = settle(claim.wording, printed, asPrinted, unit);
  if (u === null || wording === 'exact') return { low: v, high: v, closed: true };
  return bounds(v, scaleExact(u / 2, v, Number(printed)), wording);
}
