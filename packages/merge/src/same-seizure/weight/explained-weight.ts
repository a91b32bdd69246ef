import { multiplyExact } from '@samenbeeld/schema';
import { toMilligram } from '../milligram.ts';
import { packing, roundingSteps } from './habits.ts';
import type { Statement } from './statement.ts';

/** What the wording of a statement allows; an estimate that says no more is half its last digit around it. */
export function endsOfStatement({
  kg,
  step,
  estimated,
  ends,
}: Statement): readonly [low: number, high: number | null] {
  const half = estimated ? step / 2 : 0;
  return ends ?? [Math.max(0, kg - half), kg + half];
}

/** What a find weighs net by one statement alone: the ends of its wording, from the lower one the packing that may be in it. */
export function netEnds(statement: Statement): readonly [low: number, high: number | null] {
  const [low, high] = endsOfStatement(statement);
  return [statement.massBasis === 'net' ? low : lessPacking(low), high];
}

const unpacked = multiplyExact(1, 1 - packing);

/** What is left of a weight where packing takes all that it may. */
export const lessPacking = (kg: number): number => multiplyExact(kg, unpacked);

/** Grams in a column of kilograms: a slip that a record shows by its size alone. */
export const gramsInKilograms = 1000;

/**
 * Why an end is another weight than the one stated: `another_report` of the find says it; `wording` is an estimate or "over",
 * `rounded` a habit of the file; `gross` and `basis_unknown` (whether packing counts is not said) take packing off; `grams` may
 * stand for kilograms; `elsewhere` where nothing is added, for another report may be of the same find, or the find of another
 * period; `open` where other records or the day of the find move it too, so that no product gives it.
 */
export type WeightReason =
  | 'another_report'
  | 'wording'
  | 'rounded'
  | 'gross'
  | 'basis_unknown'
  | 'grams'
  | 'elsewhere'
  | 'open';

/** How an end of what a find weighs follows from a weight that a file states, in kilograms. */
export interface WeightStep {
  readonly stated: number;
  /** The end of what wording and rounding allow of `stated`; `stated` itself where they allow no other weight. */
  readonly worded: number;
  /** What `worded` is taken times: 0.9 without the packing that it may hold; 1 where it counts as it is. */
  readonly times: number;
  readonly value: number;
  readonly because: readonly WeightReason[];
}

/** The ways in which an end may follow from one statement, the plainest first. */
function stepsFrom(
  { kg: stated, massBasis, ...rest }: Statement,
  end: 'lowest' | 'highest',
): readonly Omit<WeightStep, 'value'>[] {
  const [low, high] = endsOfStatement({ kg: stated, massBasis, ...rest });
  const side = end === 'lowest' ? -1 : 1;
  const worded: readonly (readonly [number, readonly WeightReason[]])[] = [
    [stated, []],
    [end === 'lowest' ? low : (high ?? stated), ['wording']],
    ...roundingSteps.map((step) => [stated + (side * step) / 2, ['rounded']] as const),
  ];
  const isPacked = massBasis !== 'net' && end === 'lowest';
  const packed: WeightReason = massBasis === 'gross' ? 'gross' : 'basis_unknown';
  const times: readonly (readonly [number, readonly WeightReason[]])[] = [
    [1, []],
    ...(isPacked ? [[unpacked, [packed]] as const] : []),
    ...(end === 'lowest' ? [[1 / gramsInKilograms, ['grams']] as const] : []),
    ...(isPacked ? [[unpacked / gramsInKilograms, ['grams', packed]] as const] : []),
  ];
  return worded.flatMap(([kg, told]) =>
    times.map(([share, taken]) => ({
      ...{ stated, worded: kg, times: share },
      because: [...told, ...taken],
    })),
  );
}

/**
 * How an end follows from a statement, or else from another of the same find; null where it is the weight that is stated. Ends
 * are rounded to the milligram and statements are not: to the milligram they are the same.
 *
 * @param others what other reports of the find say
 */
export function weightStep(
  statement: Statement,
  end: 'lowest' | 'highest',
  value: number,
  others: readonly Statement[] = [],
): WeightStep | null {
  const { kg: stated } = statement;
  if (toMilligram(stated) === toMilligram(value)) return null;
  const ways = [
    ...stepsFrom(statement, end),
    ...others.flatMap((other) =>
      stepsFrom(other, end).map((step) => ({
        ...step,
        because: ['another_report' as const, ...step.because],
      })),
    ),
  ];
  const isValue = ({ worded, times }: (typeof ways)[number]): boolean =>
    toMilligram(multiplyExact(worded, times)) === toMilligram(value);
  // A rounding or grams may give the same number by chance: what a report says by itself goes first.
  const isSaid = ({ because }: (typeof ways)[number]): boolean =>
    !because.includes('rounded') && !because.includes('grams');
  const way = ways.find((one) => isSaid(one) && isValue(one)) ?? ways.find(isValue);
  const open: WeightReason = value === 0 ? 'elsewhere' : 'open';
  return { ...(way ?? { stated, worded: stated, times: 1, because: [open] }), value };
}

/** Which of two statements of one weight stands for it: net over gross, exact over estimated, more digits, who seized. */
export function leadingFirst(a: Statement, b: Statement): number {
  const rank = (value: Statement): readonly number[] => [
    Number(value.massBasis === 'gross'),
    Number(value.estimated),
    value.step,
    Number(!value.own),
  ];
  const [x, y] = [rank(a), rank(b)];
  const at = x.findIndex((value, index) => value !== y[index]);
  if (at >= 0) return (x[at] as number) - (y[at] as number);
  return (a.records[0] ?? '') < (b.records[0] ?? '') ? -1 : 1;
}
