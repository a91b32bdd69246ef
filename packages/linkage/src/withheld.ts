import type { Comparison } from './comparison.ts';
import type { ExplainOptions } from './links.ts';
import { namesIn } from './split-condition.ts';

/**
 * Which columns an explanation may not show: those named, however they are spelt, and what is derived from them. A name
 * that no column has is refused: what it was meant to hide would be shown.
 */
export function withheldColumns(
  { withhold = false }: ExplainOptions,
  {
    comparisons,
    columns,
  }: { readonly comparisons: readonly Comparison[]; readonly columns: readonly string[] },
): (column: string) => boolean {
  if (typeof withhold === 'boolean') return () => withhold;
  if (!Array.isArray(withhold))
    throw new TypeError(
      `\`withhold\` must be true, false or a list of columns, such as ['name']; found ${JSON.stringify(withhold)}`,
    );
  const derived = comparisons.flatMap(({ derive = {} }) => Object.entries(derive));
  const known = new Set(
    [
      ...columns,
      ...comparisons.flatMap((one) => one.columns),
      ...derived.map(([column]) => column),
    ].map((column) => column.toLowerCase()),
  );
  const hidden = new Set<string>();
  for (const column of withhold) {
    const name = String(column).toLowerCase();
    if (!known.has(name))
      throw new TypeError(
        `\`withhold\` names the column "${column}", which no linked table has; there are ${columns.join(', ')}`,
      );
    hidden.add(name);
  }
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size;
    for (const [column, sql] of derived)
      if ([...namesIn(sql)].some((name) => hidden.has(name.toLowerCase())))
        hidden.add(column.toLowerCase());
  }
  return (column) => hidden.has(column.toLowerCase());
}
