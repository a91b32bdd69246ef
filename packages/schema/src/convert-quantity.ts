import { codeWords } from './code-list.ts';
import { type Assumption, assumptions } from './codes/assumptions.ts';
import { type Unit, units } from './codes/units.ts';
import { multiplyExact } from './decimal.ts';
import { RefusalError, wrongUse } from './errors.ts';
import { inFour, joinWith } from './sentence.ts';
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
  const named = joinWith(known.map(codeWords), ', ');
  const isThing = from.dimension === 'count' || from.dimension === 'volume';
  throw new RefusalError(
    inFour(
      'Een hoeveelheid in {from} heeft geen waarde in {to}.',
      'Une quantité en {from} n’a pas de valeur en {to}.',
      'Eine Menge in {from} hat keinen Wert in {to}.',
      'A quantity in {from} has no value in {to}.',
      { from: from.plural, to: to.plural },
    ),
    {
      dimension: 'unit',
      remedy:
        isThing && to.dimension === 'mass'
          ? known.length > 0
            ? inFour(
                'Noem een aanname, zoals {named}; of houd ze apart.',
                'Nommez une hypothèse, comme {named} ; ou gardez-les séparées.',
                'Nennen Sie eine Annahme, etwa {named}; oder halten Sie sie getrennt.',
                'Name an assumption, such as {named}; or keep them apart.',
                { named },
              )
            : inFour(
                'Noem een aanname die zegt wat er één van weegt; of houd ze apart.',
                'Nommez une hypothèse qui dit ce que pèse une unité ; ou gardez-les séparées.',
                'Nennen Sie eine Annahme, die sagt, was eines davon wiegt; oder halten Sie sie getrennt.',
                'Name an assumption that says what one of them weighs; or keep them apart.',
              )
          : inFour(
              'Houd ze apart.',
              'Gardez-les séparées.',
              'Halten Sie sie getrennt.',
              'Keep them apart.',
            ),
    },
  );
}

function checkSubstance(assumption: Assumption, substance: string | undefined): void {
  const { code, substances } = assumption;
  if (substance === undefined || substances.length === 0) return;
  if (substances.some((known) => substanceContains(known, substance))) return;
  throw new RefusalError(
    inFour(
      '{code} is een aanname over {substances}, niet over {substance}.',
      '{code} est une hypothèse sur {substances}, et non sur {substance}.',
      '{code} ist eine Annahme über {substances}, nicht über {substance}.',
      '{code} is an assumption about {substances}, not {substance}.',
      { code, substances: substances.join(', '), substance },
    ),
    {
      dimension: 'substance',
      remedy: inFour(
        'Noem er een over deze stof.',
        'Nommez-en une sur cette substance.',
        'Nennen Sie eine über diesen Stoff.',
        'Name one about this substance.',
      ),
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
  if (!Number.isFinite(value))
    throw wrongUse(
      'Een hoeveelheid is een getal, niet {value}.',
      'Une quantité est un nombre, et non {value}.',
      'Eine Menge ist eine Zahl, nicht {value}.',
      'A quantity must be a number, not {value}.',
      { value: String(value) },
    );
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
      inFour(
        '{code} maakt van {per} {mass}, niet van {source} {target}.',
        '{code} change des {per} en {mass}, et non des {source} en {target}.',
        '{code} macht aus {per} {mass}, nicht aus {source} {target}.',
        '{code} turns {per} into {mass}, not {source} into {target}.',
        {
          code: assumption.code,
          per: per.plural,
          mass: mass.plural,
          source: source.plural,
          target: target.plural,
        },
      ),
      {
        dimension: 'unit',
        remedy: inFour(
          'Noem een aanname voor deze eenheden.',
          'Nommez une hypothèse pour ces unités.',
          'Nennen Sie eine Annahme für diese Einheiten.',
          'Name an assumption for these units.',
        ),
      },
    );
  checkSubstance(assumption, options.substance);
  const things = rescale(value, source, per);
  return {
    value: rescale(multiplyExact(things, assumption.quantity), mass, target),
    unit: target.code,
    assumptions: [assumption],
  };
}
