import { isFigureField } from '../figure-field.ts';
import { cellsOf, fieldIn, groupsIn, isFigure, partsOf, setIn } from '../written-parts.ts';
import { type ColumnRuleDraft, fieldsOf } from './settle-columns.ts';

/** Whether any column of a draft holds figures. */
export function hasFigures(settled: readonly ColumnRuleDraft[]): boolean {
  return settled.some(({ written }) => {
    if ('headers' in written) return true;
    return fieldsOf(written).some(isFigureField);
  });
}

/** Fields that the columns of a draft fill. */
export function filledBy(settled: readonly ColumnRuleDraft[]): ReadonlySet<string> {
  const filled = new Set<string>();
  for (const { written } of settled) {
    for (const part of partsOf(written))
      for (const each of [part, ...Object.values(groupsIn(part))]) {
        const to = fieldIn(each);
        if (to !== null) filled.add(to);
      }
  }
  return filled;
}

/** Fields that every value column of a draft sets by itself. */
export function setByValues(settled: readonly ColumnRuleDraft[]): ReadonlySet<string> {
  const sets = settled.flatMap(({ written }) =>
    partsOf(written)
      .map(cellsOf)
      .filter(isFigure)
      .map(
        (cells) =>
          new Set([...Object.keys(setIn(cells)), ...(cells['as'] === 'quantity' ? ['unit'] : [])]),
      ),
  );
  const [first, ...others] = sets;
  return new Set([...(first ?? [])].filter((name) => others.every((set) => set.has(name))));
}
