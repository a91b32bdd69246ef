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
