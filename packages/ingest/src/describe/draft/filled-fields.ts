import { type ColumnRuleDraft, fieldsOf, isOne } from './settle-columns.ts';

/** Whether any column of a draft holds figures. */
export function hasFigures(settled: readonly ColumnRuleDraft[]): boolean {
  return settled.some(({ written }) => {
    if ('headers' in written) return true;
    return fieldsOf(written).some((field) => field === 'value' || field === 'quantity');
  });
}

/** Fields that the columns of a draft fill. */
export function filledBy(settled: readonly ColumnRuleDraft[]): ReadonlySet<string> {
  const filled = new Set<string>();
  for (const { written } of settled) {
    if (isOne(written) && 'headers' in written) {
      const groups = written['groups'] as Readonly<
        Record<string, Readonly<Record<string, unknown>>>
      >;
      for (const { to } of Object.values(groups)) if (typeof to === 'string') filled.add(to);
      continue;
    }
    for (const field of fieldsOf(written)) filled.add(field);
  }
  return filled;
}

/** Fields that every value column of a draft sets by itself. */
export function setByValues(settled: readonly ColumnRuleDraft[]): ReadonlySet<string> {
  const sets = settled.flatMap(({ written }) => {
    const all: readonly Readonly<Record<string, unknown>>[] = isOne(written)
      ? [
          'value' in written && 'headers' in written
            ? (written['value'] as Readonly<Record<string, unknown>>)
            : written,
        ]
      : written;
    return all
      .filter(({ to }) => to === 'value' || to === 'quantity')
      .map(
        ({ set, as }) =>
          new Set([
            ...Object.keys((set as object | undefined) ?? {}),
            ...(as === 'quantity' ? ['unit'] : []),
          ]),
      );
  });
  const [first, ...others] = sets;
  return new Set([...(first ?? [])].filter((name) => others.every((set) => set.has(name))));
}
