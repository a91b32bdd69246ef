import { cellKey, type Expectation } from './expectation.ts';
import { fromIdentity, type ValueAt } from './identity-expectation.ts';
import type { FoundIdentity, Point, Whole } from './point.ts';
import { fromWhole } from './whole-expectation.ts';

/** A function that gives, for a cell, what the other cells of its row and its totals leave for it. */
export function expectationsOf(
  points: readonly Point[],
  read: (point: Point) => number | null,
  identities: readonly FoundIdentity[],
  wholes: readonly Whole[],
): (point: Point) => readonly Expectation[] {
  const cells = new Map(points.map((point) => [cellKey(point), point]));
  const names = new Map(
    points.map(({ column, place }) => [column, `“${place.heading ?? place.column}”`]),
  );
  const at: ValueAt = (row, column) => {
    const cell = cells.get(`${row}\t${column}`);
    return cell ? read(cell) : null;
  };
  const ties = new Map<string, FoundIdentity[]>();
  for (const found of identities) {
    const { identity } = found;
    for (const key of identity.kind === 'rate'
      ? [identity.a, identity.c]
      : [identity.a, identity.b, identity.c])
      ties.set(key, [...(ties.get(key) ?? []), found]);
  }
  const within = new Map<string, Whole[]>();
  for (const whole of wholes)
    for (const cell of [whole.total, ...whole.parts]) {
      const list = within.get(cellKey(cell));
      if (list) list.push(whole);
      else within.set(cellKey(cell), [whole]);
    }
  return (point) => [
    ...(ties.get(point.column) ?? []).flatMap(
      (found) => fromIdentity(point, found, at, (key) => names.get(key) ?? key) ?? [],
    ),
    ...(within.get(cellKey(point)) ?? []).flatMap((whole) => fromWhole(point, whole, at) ?? []),
  ];
}
