import type { JoinpointChoice } from './choose-joinpoints.ts';
import type { TurnJudgement } from './judge-joinpoints.ts';
import type { JoinpointInput } from './read-joinpoint.ts';
import type { TrendLine } from './turning-point.ts';

/** What the lines take for granted. */
export function assumptionsOfLines(counts: boolean): readonly string[] {
  return [
    'change by the same factor every year between turning points, without jumps',
    'values do not depend on the one before',
    counts
      ? 'counts vary as Poisson counts do, up to one factor'
      : 'logarithms scatter evenly, up to the weights',
    'intervals of slopes take the turning points as known',
  ];
}

/** Squares of the logarithm too small to be scatter. */
const exact = 1e-18;

/** Whether the lines pass through every value. */
export function throughEvery({ chosen }: JoinpointChoice): boolean {
  const { weights, residuals } = chosen.fit;
  const largest = residuals.reduce((most, value) => Math.max(most, value * value), 0);
  return weights.length > 0 && largest <= exact;
}

/** What must be said beside the result. */
export function warningsOfLines(
  input: JoinpointInput,
  { choice, withoutLastTwo }: TurnJudgement,
  lines: readonly TrendLine[],
): readonly string[] {
  if (!choice) return [];
  const { counts, chosen, tests } = choice;
  const found = [...new Set(Object.values(counts).filter((count) => count !== null))];
  const names = { permutation: 'permutation test', bic: 'BIC', bic3: 'BIC3', wbic: 'WBIC' };
  const each = Object.entries(names).flatMap(([key, name]) => {
    const count = counts[key as keyof typeof names];
    return count === null ? [] : [`${name} ${count}`];
  });
  const unsettled = tests.find(
    ({ p, alpha }) =>
      Math.abs(p - alpha) < 2 * Math.sqrt((alpha * (1 - alpha)) / input.permutations),
  );
  return [
    ...(found.length > 1
      ? [`the criteria find different numbers of turning points: ${each.join(', ')}`]
      : []),
    ...(withoutLastTwo !== null && withoutLastTwo < chosen.joinpoints
      ? [
          `rests on the last two values: without them ${withoutLastTwo} of ${chosen.joinpoints} turning points are found`,
        ]
      : []),
    ...(unsettled
      ? [
          `p = ${unsettled.p.toFixed(4)} of a permutation test is as near ${unsettled.alpha.toFixed(4)} as chance in ${input.permutations} orders`,
        ]
      : []),
    ...(throughEvery(choice)
      ? ['the lines pass through every value: there is no scatter to judge them by']
      : []),
    ...(lines.some(({ slope }) => slope === null)
      ? ['nothing was counted along a line: it has no percentage']
      : []),
    ...(input.series.seasonal
      ? ['seasonal movement is not taken out: decompose the series first']
      : []),
    ...(input.series.values.length < 10
      ? ['with fewer than 10 values dependence between years cannot be examined']
      : []),
  ];
}
