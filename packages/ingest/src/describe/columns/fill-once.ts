import type { ColumnGuess, Written } from '../column-guess.ts';

type Mapping = Readonly<Record<string, unknown>>;

const isValue = (mapping: Mapping): boolean =>
  mapping['to'] === 'value' || mapping['to'] === 'quantity';

/** Fields that columns other than values fill. */
function fedBy(columns: readonly ColumnGuess[]): ReadonlySet<string> {
  const fed = new Set<string>();
  for (const { written } of columns)
    for (const mapping of [written ?? []].flat() as readonly Mapping[]) {
      if (typeof mapping['to'] === 'string' && !isValue(mapping)) fed.add(mapping['to']);
      const groups = mapping['groups'];
      if (typeof groups === 'object' && groups !== null)
        for (const group of Object.values(groups)) fed.add(String((group as Mapping)['to']));
    }
  return fed;
}

function without(mapping: Mapping, fed: ReadonlySet<string>): Mapping {
  const { set, ...rest } = mapping;
  if (typeof set !== 'object' || set === null) return mapping;
  const kept = Object.entries(set).filter(([field]) => !fed.has(field));
  return kept.length > 0 ? { ...rest, set: Object.fromEntries(kept) } : rest;
}

/** Value columns without the fields that another column fills: a description refuses to fill a field twice. */
export function fillOnce(columns: readonly ColumnGuess[]): readonly ColumnGuess[] {
  const fed = fedBy(columns);
  return columns.map((column): ColumnGuess => {
    const { written } = column;
    if (written === null || Array.isArray(written)) return column;
    const mapping = written as Mapping;
    const inner = mapping['value'] as Mapping | undefined;
    const changed: Written = inner
      ? { ...mapping, value: without(inner, fed) }
      : isValue(mapping)
        ? without(mapping, fed)
        : mapping;
    return { ...column, written: changed };
  });
}
