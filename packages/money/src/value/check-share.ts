import {
  expectedFound,
  InputError,
  inFour,
  inSigns,
  type Place,
  shape,
  type Text,
  takes,
} from '@samenbeeld/schema';
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

function repairOf(value: number): Text {
  if (value === Number.POSITIVE_INFINITY)
    return inFour(
      'een lognormale verdeling heeft geen bovengrens; gebruik fixed, uniform, triangular, pert of beta',
      'une loi lognormale n’a pas de borne supérieure ; employez fixed, uniform, triangular, pert ou beta',
      'eine Lognormalverteilung hat keine Obergrenze; fixed, uniform, triangular, pert oder beta verwenden',
      'a lognormal number has no upper end; use fixed, uniform, triangular, pert or beta',
    );
  if (value === 0)
    return inFour(
      'geef een aandeel boven 0',
      'donnez une part supérieure à 0',
      'einen Anteil über 0 angeben',
      'give a share above 0',
    );
  const percent = value > 1 && value <= 100 ? value : 15;
  return inFour(
    'schrijf een aandeel van één: {percent} % is {share}',
    'écrivez une part de un : {percent} % s’écrit {share}',
    'einen Anteil von eins schreiben: {percent} % ist {share}',
    'write a share of one: {percent} % is {share}',
    { percent, share: String(Number((percent / 100).toPrecision(6))) },
  );
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
  const wanted = divides
    ? inFour(
        'een aandeel boven 0 en ten hoogste 1, waardoor wordt gedeeld',
        'une part supérieure à 0 et d’au plus 1, par laquelle on divise',
        'ein Anteil über 0 und höchstens 1, durch den geteilt wird',
        'a share above 0 and at most 1, by which something is divided',
      )
    : inFour(
        'een aandeel van 0 tot 1',
        'une part de 0 à 1',
        'ein Anteil von 0 bis 1',
        'a share from 0 to 1',
      );
  const found = Number.isFinite(value)
    ? String(value)
    : inFour('geen bovengrens', 'aucune borne supérieure', 'keine Obergrenze', 'no upper end');
  throw new InputError(
    inSigns('{name}, distribution.{key}: {fault}', {
      name,
      key,
      fault: expectedFound(wanted, found),
    }),
    { place, repair: repairOf(value) },
  );
}
