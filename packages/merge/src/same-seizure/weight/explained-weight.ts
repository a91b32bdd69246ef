import type { Statement } from './statement.ts';

/** Packing is at most this share of a gross weight. A convention: real ones run from two to eight per cent. */
export const packing = 0.1;

/** Whether one is the other with its packing. */
export function isPacked(gross: Statement, net: Statement): boolean {
  return (
    gross.massBasis === 'gross' &&
    net.massBasis !== 'gross' &&
    gross.kg > net.kg &&
    net.kg >= gross.kg * (1 - packing)
  );
}

/** Whether the rougher of two is a rounding of the other. */
export function isRounded(rough: Statement, exact: Statement): boolean {
  return rough.step > exact.step && Math.abs(rough.kg - exact.kg) <= (rough.step / 2) * (1 + 1e-9);
}

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

/** Whether a statement that is only a lower end, or almost the weight, is satisfied by an exact one (rule 2). */
export function isSatisfied(worded: Statement, exact: Statement): boolean {
  const [low, high] = endsOfStatement(worded);
  return worded.ends !== undefined && exact.kg >= low && (high === null || exact.kg <= high);
}

/** Whether two statements are one weight told in two ways, so that the better one stands alone (rule 5). */
export function isOneWeight(a: Statement, b: Statement): boolean {
  if (Math.abs(a.kg - b.kg) <= 1e-9 * Math.max(a.kg, b.kg)) return true;
  if (isPacked(a, b) || isPacked(b, a) || isRounded(a, b) || isRounded(b, a)) return true;
  const [lead, other] = leadingFirst(a, b) < 0 ? [a, b] : [b, a];
  return isSatisfied(other, lead);
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
