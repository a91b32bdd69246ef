import type { ReadRow } from '@samenbeeld/read';
import type { Evidence } from '../column.ts';
import { thresholds } from '../thresholds.ts';
import type { ColumnProfile } from './profile-column.ts';
import type { TableView } from './table-view.ts';

/** How two columns depend on each other, over all rows. */
export type Dependence = 'same' | 'finer' | 'coarser' | 'none';

const pairsOf = new WeakMap<ColumnProfile, WeakMap<ColumnProfile, Dependence>>();
/** Cells of each column, by profile: filled by the table before columns are compared. */
const cellsOf = new WeakMap<ColumnProfile, readonly (string | null)[]>();

/** Makes the cells of a column known, so that it can be compared with others. */
export function keepCells(profile: ColumnProfile, rows: readonly ReadRow[]): void {
  const { index } = profile.column;
  cellsOf.set(
    profile,
    rows.slice(0, thresholds.rowsCompared).map(({ cells }) => cells[index] ?? null),
  );
}

/** The cells of a column that were made known, row by row. */
export function cellsIn(profile: ColumnProfile): readonly (string | null)[] {
  return cellsOf.get(profile) ?? [];
}

function determines(one: readonly (string | null)[], other: readonly (string | null)[]): boolean {
  const seen = new Map<string, string>();
  for (const [at, cell] of one.entries()) {
    const text = cell?.trim() ?? '';
    const beside = other[at]?.trim() ?? '';
    const known = seen.get(text);
    if (known === undefined) seen.set(text, beside);
    else if (known !== beside) return false;
  }
  return true;
}

/** Whether `one` and `other` say the same, or one is finer than the other. */
export function dependence(one: ColumnProfile, other: ColumnProfile): Dependence {
  const known = pairsOf.get(one)?.get(other);
  if (known) return known;
  const left = cellsOf.get(one) ?? [];
  const right = cellsOf.get(other) ?? [];
  const down = determines(left, right);
  const up = determines(right, left);
  const found: Dependence = down && up ? 'same' : down ? 'finer' : up ? 'coarser' : 'none';
  const map = pairsOf.get(one) ?? new WeakMap<ColumnProfile, Dependence>();
  map.set(other, found);
  pairsOf.set(one, map);
  return found;
}

/** Words of another column that go with the keys of a column one to one, in each row, by key; null where none do. */
export function namesBeside(
  profile: ColumnProfile,
  columns: TableView['columns'],
): { readonly column: Evidence; readonly names: ReadonlyMap<string, string> } | null {
  if (profile.words > 0 || profile.values.size < 2 || profile.said < profile.rows) return null;
  const column = columns.find(
    ({ profile: each }) =>
      each !== profile &&
      each.words === each.said &&
      each.said === each.rows &&
      each.values.size === profile.values.size &&
      dependence(profile, each) === 'same',
  );
  if (!column) return null;
  const words = cellsIn(column.profile);
  return {
    column,
    names: new Map(cellsIn(profile).map((key, at) => [key?.trim() ?? '', words[at]?.trim() ?? ''])),
  };
}

/** The labels that stand beside the keys of a column, by key; null where no column of offences goes with it. */
export function companionOf(
  profile: ColumnProfile,
  view: TableView,
): readonly (readonly [string, string])[] | null {
  const other = view.columns.find(
    ({ profile: each, meanings }) =>
      each !== profile &&
      meanings
        .slice(0, 3)
        .some(
          ({ concept, confidence }) => concept === 'offence' && confidence > thresholds.companion,
        ) &&
      each.words > 0,
  );
  if (!other) return null;
  const keys = cellsOf.get(profile) ?? [];
  const names = cellsOf.get(other.profile) ?? [];
  const pairs = new Map<string, string>();
  for (const [at, key] of keys.entries()) if (key) pairs.set(key.trim(), names[at]?.trim() ?? '');
  return [...pairs];
}
