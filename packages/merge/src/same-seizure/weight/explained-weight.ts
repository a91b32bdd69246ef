import { multiplyExact } from '@samenbeeld/schema';
import { toMilligram } from '../milligram.ts';
import type { Statement } from './statement.ts';

/** Packing is at most this share of a gross weight. A convention: real ones run from two to eight per cent. */
export const packing = 0.1;

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

/** How an end of what a find weighs follows from the weight that its file states, in kilograms. */
export interface WeightStep {
  readonly stated: number;
  /** The end of what the wording of `stated` allows; `stated` itself where it allows no other weight. */
  readonly worded: number;
  /** What is left of `worded` without the packing that it may hold; 1 where none is taken off. */
  readonly times: number;
  readonly value: number;
  /**
   * `gross` and `basis_unknown` (whether packing counts is not said) take packing off, `wording` is an estimate or "over",
   * `another_report` is what another report of the find says; `open` where other records or the day of the find move it too, so
   * that no product gives it.
   */
  readonly because: 'gross' | 'basis_unknown' | 'wording' | 'another_report' | 'open';
}

/**
 * How an end follows from a statement; null where it is the weight that is stated. Ends are rounded to the milligram and
 * statements are not: to the milligram they are the same.
 *
 * @param others what other reports of the find say
 */
export function weightStep(
  statement: Statement,
  end: 'lowest' | 'highest',
  value: number,
  others: readonly Statement[] = [],
): WeightStep | null {
  const { kg: stated, massBasis } = statement;
  const isValue = (kg: number | null): boolean =>
    kg !== null && toMilligram(kg) === toMilligram(value);
  if (isValue(stated)) return null;
  const [low, high] = endsOfStatement(statement);
  const worded = end === 'lowest' ? low : (high ?? stated);
  if (isValue(worded)) return { stated, worded, times: 1, value, because: 'wording' };
  const times = multiplyExact(1, 1 - packing);
  if (massBasis !== 'net' && end === 'lowest' && isValue(multiplyExact(worded, times)))
    return {
      ...{ stated, worded, times, value },
      because: massBasis === 'gross' ? 'gross' : 'basis_unknown',
    };
  const isOther =
    end === 'highest' && value > worded && others.some((one) => isValue(endsOfStatement(one)[1]));
  return {
    ...{ stated, worded: stated, times: 1, value },
    because: isOther ? 'another_report' : 'open',
  };
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
