import { cellKey, type Expectation, shown } from './expectation.ts';
import type { ValueAt } from './identity-expectation.ts';
import type { Point, Whole } from './point.ts';

/** What a total and the other parts leave for a cell; null where one of them is missing. */
export function fromWhole(point: Point, whole: Whole, at: ValueAt): Expectation | null {
  if (!whole.complete) return null;
  const values = [whole.total, ...whole.parts].map((cell) => ({
    cell,
    value: at(cell.row, cell.column),
  }));
  const others = values.filter(({ cell }) => cellKey(cell) !== cellKey(point));
  if (others.some(({ value }) => value === null) || others.length === values.length) return null;
  const [total, ...parts] = values;
  const sum = (list: typeof values): number => list.reduce((so, { value }) => so + (value ?? 0), 0);
  const isTotal = total && cellKey(total.cell) === cellKey(point);
  const expected = isTotal
    ? sum(parts)
    : (total?.value ?? 0) - sum(others.filter(({ cell }) => cell !== total?.cell));
  const slack = whole.tolerance + 1e-6;
  if (expected < 0) return null;
  return {
    low: expected - slack,
    high: expected + slack,
    says: () =>
      `${whole.says}: ${isTotal ? `the ${parts.length} parts add up to` : 'the total less the other parts leaves'} ${shown(expected)}`,
    rests: others.map(({ cell }) => cellKey(cell)),
  };
}
