import type { ColumnGuess, ConstantGuess, Written } from '../column-guess.ts';

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

/**
 * Constants that only some value columns lack, moved into the `set` of those that lack them: as a constant they would
 * fill the field twice for the others. What has no value is left to a question on the column.
 */
export function intoSets(
  columns: readonly ColumnGuess[],
  constants: Readonly<Record<string, ConstantGuess>>,
): {
  readonly columns: readonly ColumnGuess[];
  readonly constants: Readonly<Record<string, ConstantGuess>>;
} {
  const setOf = ({ written }: ColumnGuess): Mapping | null => {
    if (written === null || Array.isArray(written)) return null;
    const mapping = written as Mapping;
    const value = (mapping['value'] as Mapping | undefined) ?? mapping;
    return isValue(value) ? ((value['set'] as Mapping | undefined) ?? {}) : null;
  };
  const sets = columns.map(setOf).filter((set): set is Mapping => set !== null);
  const partial = Object.keys(constants).filter((field) => sets.some((set) => field in set));
  if (partial.length === 0) return { columns, constants };
  const moved = columns.map((column): ColumnGuess => {
    const set = setOf(column);
    const lacking = set ? partial.filter((field) => !(field in set)) : [];
    if (lacking.length === 0) return column;
    const mapping = column.written as Mapping;
    const added = Object.fromEntries(
      lacking.flatMap((field) =>
        constants[field]?.value ? [[field, constants[field].value]] : [],
      ),
    );
    const more = Object.keys(added).length > 0 ? { set: { ...set, ...added } } : {};
    const inner = mapping['value'] as Mapping | undefined;
    const written: Written = inner
      ? { ...mapping, value: { ...inner, ...more } }
      : { ...mapping, ...more };
    return {
      ...column,
      written,
      confidence: Math.min(column.confidence, 0.85),
      decide: [
        ...column.decide,
        `The heading does not say the ${lacking.join(' and the ')} of these figures${Object.keys(added).length > 0 ? `: is it ${Object.values(added).join(', ')}?` : '.'}`,
      ],
    };
  });
  return {
    columns: moved,
    constants: Object.fromEntries(
      Object.entries(constants).filter(([field]) => !partial.includes(field)),
    ),
  };
}
