import { inFour, type Text } from '@samenbeeld/schema';
import { endsOfStatement, lessPacking } from './explained-weight.ts';
import { roundingSteps } from './habits.ts';
import type { Statement } from './statement.ts';

/** Why one weight of a find counts before another that is reported of it. */
export type WeightRule =
  | 'net'
  | 'said_net'
  | 'said_gross'
  | 'exact'
  | 'packing'
  | 'likeliest'
  | 'slip'
  | 'unlikely';

/** The rules in words. */
export const weightRules: Readonly<Record<WeightRule, Text>> = {
  net: inFour(
    'netto gaat voor bruto',
    'le poids net l’emporte sur le brut',
    'netto geht brutto vor',
    'net goes before gross',
  ),
  said_net: inFour(
    'wat netto heet, gaat voor een gewicht waarin verpakking kan zitten',
    'un poids dit net l’emporte sur un poids qui peut comprendre l’emballage',
    'ein als netto angegebenes Gewicht geht einem vor, das Verpackung enthalten kann',
    'a weight said to be net goes before one that may hold packing',
  ),
  said_gross: inFour(
    'een gewicht dat niet bruto heet, gaat voor een hoger dat het wel heet',
    'un poids qui n’est pas dit brut l’emporte sur un poids plus élevé dit brut',
    'ein nicht als brutto angegebenes Gewicht geht einem höheren vor, das es ist',
    'a weight not said to be gross goes before a higher one that is',
  ),
  exact: inFour(
    'het precieze cijfer gaat voor het afgeronde',
    'le chiffre exact l’emporte sur l’arrondi',
    'die genaue Zahl geht der gerundeten vor',
    'the exact figure goes before the rounded one',
  ),
  packing: inFour(
    'in het hogere kan verpakking zitten, en het bereik omvat beide',
    'le plus élevé peut comprendre l’emballage, et la fourchette contient les deux',
    'im höheren kann Verpackung enthalten sein, und die Spanne umfasst beide',
    'the higher may hold packing, and the range spans both',
  ),
  likeliest: inFour(
    'het waarschijnlijkste leidt; het andere verbreedt het bereik',
    'le plus probable l’emporte ; l’autre élargit la fourchette',
    'das wahrscheinlichste führt; das andere verbreitert die Spanne',
    'the likeliest leads; the other widens the range',
  ),
  slip: inFour(
    'het andere lijkt een verschrijving en ligt buiten het bereik',
    'l’autre semble une erreur de plume et sort de la fourchette',
    'das andere scheint ein Schreibfehler und liegt außerhalb der Spanne',
    'the other looks like a slip of the pen and lies outside the range',
  ),
  unlikely: inFour(
    'het waarschijnlijkste geldt; het andere is te onwaarschijnlijk voor het bereik',
    'le plus probable vaut ; l’autre est trop improbable pour la fourchette',
    'das wahrscheinlichste gilt; das andere ist zu unwahrscheinlich für die Spanne',
    'the likeliest stands; the other is too unlikely to widen the range',
  ),
};

/** Whether a weight is a rounding or an estimate of a finer one. */
function isRoughOf(rough: Statement, fine: Statement): boolean {
  const isStep = (kg: number, step: number): boolean =>
    Math.abs(kg / step - Math.round(kg / step)) <= 1e-9 * Math.max(1, kg / step);
  const [low, high] = endsOfStatement(rough);
  const isEstimate = rough.estimated && !fine.estimated;
  return (
    (isEstimate && fine.kg >= low && (high === null || fine.kg <= high)) ||
    roundingSteps.some(
      (step) =>
        isStep(rough.kg, step) &&
        !isStep(fine.kg, step) &&
        Math.abs(rough.kg - fine.kg) <= step / 2,
    )
  );
}

/** Whether packing explains how much heavier a weight is. */
function isPacked(counts: Statement, other: Statement): boolean {
  return other.kg > counts.kg && lessPacking(other.kg) <= counts.kg + 1e-9;
}

/** Whether packing may set a heavier weight apart from the one that counts, and nothing says so: either may be the net one. */
export function mayBeEither(counts: Statement, other: Statement): boolean {
  return (
    isPacked(counts, other) &&
    counts.massBasis !== 'net' &&
    other.massBasis !== 'gross' &&
    !isRoughOf(other, counts)
  );
}

/** Whether two weights are ten or a thousand times one another. */
function isSlip(a: number, b: number): boolean {
  const times = Math.max(a, b) / Math.min(a, b);
  return [10, 1000].some((slip) => Math.abs(times / slip - 1) <= 0.002);
}

/** By which rule a weight counts before another that a report of the find gives, within the ends of what the find may weigh. */
export function weightRule(
  counts: Statement,
  other: Statement,
  { low, high }: { readonly low: number; readonly high: number | null },
): WeightRule {
  const isWide = other.kg >= low && (high === null || other.kg <= high);
  if (isPacked(counts, other) && counts.massBasis !== 'gross' && other.massBasis === 'gross')
    return counts.massBasis === 'net' ? 'net' : 'said_gross';
  if (isRoughOf(other, counts)) return 'exact';
  if (isPacked(counts, other) && counts.massBasis === 'net' && other.massBasis === 'unknown')
    return 'said_net';
  if (isWide) return mayBeEither(counts, other) ? 'packing' : 'likeliest';
  return isSlip(counts.kg, other.kg) ? 'slip' : 'unlikely';
}
