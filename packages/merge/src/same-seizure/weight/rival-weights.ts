import { isOneWeight, leadingFirst } from './explained-weight.ts';
import type { SizeDensity } from './size-density.ts';
import type { Statement } from './statement.ts';

/** A weight that a seizure may have had, told in one way or several, and how heavily it counts against the others. */
export interface RivalWeight {
  readonly kg: number;
  readonly weight: number;
  /** Who says so, the leading statement first. */
  readonly told: readonly Statement[];
  /** How many times too large the statement is, where the weight is not the printed one; else 1. */
  readonly slip: number;
}

/** Probability that a record is wrong about the weight: of the service that seized, and of one that was told. */
export const wrongWeight = { own: 0.03, told: 0.09 } as const;

/**
 * Of two weights a thousandfold apart, how many times likelier the larger is the slip: grams in a column of kilograms are
 * common, and nobody weighs finds of this kind in tonnes.
 */
export const gramsForKilograms = 9;

/** A slip that a record shows by its size alone: grams for kilograms, in one record of a thousand. */
export const slipAlone = { factor: 1000, probability: 0.001 } as const;

/** Statements sorted into weights; what is one weight told in two ways stands together, the leading statement first. */
function toldAlike(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const groups: Statement[][] = [];
  for (const statement of [...statements].sort(leadingFirst)) {
    const group = groups.find(([lead]) => lead && isOneWeight(lead, statement));
    if (group) group.push(statement);
    else groups.push([statement]);
  }
  return groups;
}

/**
 * The weights that are said of one seizure. Where files contradict each other, each weight counts by the probability that
 * those who say it are right and the others wrong, times how usual it is; a zero, which has no size to be usual, as usual as
 * the weight it stands against. A weight that one file alone gives is set against the slip that would explain its size.
 */
export function rivalWeights(
  statements: readonly Statement[],
  usual: SizeDensity,
): readonly RivalWeight[] {
  const groups = toldAlike(statements);
  const ids = new Set(statements.flatMap(({ records }) => records));
  const kgOf = (told: readonly Statement[]): number => told[0]?.kg ?? 0;
  const [only] = groups;
  if (only && groups.length === 1) {
    const kg = kgOf(only);
    if (only.length > 1 || kg <= 0) return [{ kg, told: only, slip: 1, weight: 1 }];
    const { factor, probability } = slipAlone;
    return [
      { kg, told: only, slip: 1, weight: usual(kg, ids) },
      { kg: kg / factor, told: only, slip: factor, weight: probability * usual(kg / factor, ids) },
    ];
  }
  const weights = groups.map(kgOf);
  const beside = Math.max(0, ...weights.filter((kg) => kg > 0).map((kg) => usual(kg, ids)));
  return groups.map((told) => {
    const right = statements.reduce((product, statement) => {
      const error = statement.own ? wrongWeight.own : wrongWeight.told;
      return product * (told.includes(statement) ? 1 - error : error);
    }, 1);
    const kg = kgOf(told);
    const isGrams = weights.some((other) => Math.abs(kg / other / 1000 - 1) <= 0.002);
    const size = kg > 0 ? usual(kg, ids) : kg === 0 ? beside : 0;
    return { kg, told, slip: 1, weight: (right * size) / (isGrams ? gramsForKilograms : 1) };
  });
}
