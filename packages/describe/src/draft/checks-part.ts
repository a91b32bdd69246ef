import type { ColumnGuess, TableRecord } from '../column.ts';
import type { ProposedTotals } from '../totals/propose-totals.ts';
import { isFigureField } from '../written.ts';

/** Checks that the file itself suggests: totals, one record a combination of its dimensions, nothing below nought. */
export function checksOf(
  totals: ProposedTotals,
  filled: ReadonlySet<string>,
  set: ReadonlySet<string>,
  columns: readonly ColumnGuess[],
  record: TableRecord['record']['value'],
): readonly Readonly<Record<string, unknown>>[] {
  const nonNegative = columns.some(
    ({ to, samples }) => isFigureField(to) && samples.every((cell) => !/^[-−]/.test(cell)),
  );
  const dimensions = [
    'place',
    'nationalCode',
    'offence',
    'substance',
    'agencies',
    'basis',
    'level',
    'metric',
    'stat',
    'unit',
    'countUnit',
  ];
  const time =
    record === 'observation' && (filled.has('period') || filled.has('periodStart'))
      ? ['periodStart', 'periodEnd']
      : [];
  const own = dimensions.filter((name) => filled.has(name) || set.has(name));
  return [
    ...totals.checks,
    ...(time.length > 0 && own.length > 0 ? [{ check: 'unique', fields: [...own, ...time] }] : []),
    ...(nonNegative ? [{ check: 'range', min: 0 }] : []),
  ] as unknown as readonly Readonly<Record<string, unknown>>[];
}

/** A check in words. */
export function checkWords(check: Readonly<Record<string, unknown>>): string {
  if (check['check'] === 'unique')
    return `one record a ${(check['fields'] as readonly string[]).join(' × ')}`;
  if (check['check'] === 'range') return 'no figure below 0';
  return `${String(check['field'])} ${String(check['total'])} is the sum of its parts`;
}
