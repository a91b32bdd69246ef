import type { Written } from '@samenbeeld/ingest';
import type { Language } from '@samenbeeld/schema';
import type { ColumnGuess } from '../column-guess.ts';
import { codesOf } from '../mapped-codes.ts';
import { conditionFor } from './condition-for.ts';
import type { FoundTotal } from './find-totals.ts';

/** A check as a description writes it. */
export type WrittenCheck = NonNullable<Written['checks']>[number];

/** What is known of the table around a total. */
export interface TotalContext {
  readonly record: 'observation' | 'seizure';
  readonly language: Language;
  readonly columns: readonly ColumnGuess[];
}

function fieldsWithin(found: FoundTotal, { columns, record }: TotalContext): readonly string[] {
  const time = record === 'seizure' ? 'date' : 'periodStart';
  const fed = columns.flatMap(({ kind, to, headings, written }) => {
    if (kind === 'fold') {
      const groups = (
        written as { readonly groups?: Readonly<Record<string, { to?: string }>> } | null
      )?.groups;
      return Object.values(groups ?? {}).flatMap((group) => group.to ?? []);
    }
    return to !== null && headings.some((heading) => found.within.includes(heading)) ? [to] : [];
  });
  const named = fed.map((to) => (to === 'period' || to === 'periodEnd' ? time : to));
  return [...new Set([...named, time])].filter(
    (to) => to !== found.column.guess.to && to !== 'status' && to !== 'unit',
  );
}

/** What the records of some columns of figures have in common, where the others do not add up. */
function whereFigures(
  { figures, everyFigure }: FoundTotal,
  { columns }: TotalContext,
): { readonly where?: Readonly<Record<string, string>> } {
  if (everyFigure) return {};
  const metricOf = ({ headings, written }: ColumnGuess): string | null => {
    const all = (Array.isArray(written) ? written : [written]) as readonly ({
      readonly set?: { readonly metric?: unknown };
    } | null)[];
    const metric = headings.length === 1 ? all[0]?.set?.metric : undefined;
    return typeof metric === 'string' ? metric : null;
  };
  const values = columns.filter(({ to }) => to === 'value');
  const chosen = new Set(
    values.filter(({ headings }) => figures.includes(headings[0] ?? '')).map(metricOf),
  );
  const rest = new Set(
    values.filter(({ headings }) => !figures.includes(headings[0] ?? '')).map(metricOf),
  );
  const [metric] = chosen;
  return chosen.size === 1 && metric && !rest.has(metric) ? { where: { metric } } : {};
}

/** The check that a total is the sum of its parts, on the codes of both; null where these cannot be told in short. */
export function totalCheck(found: FoundTotal, context: TotalContext): WrittenCheck | null {
  const { column, label, parts } = found;
  const { to } = column.guess;
  const codes = codesOf(column.labels, column.guess, context.record, context.language);
  const total = codes.get(label);
  const wanted = [...new Set(parts.labels.flatMap((part) => codes.get(part) ?? []))];
  const all = [...new Set([...codes.values()].flatMap((code) => code ?? []))];
  if (!to || !total || wanted.length < 2 || wanted.includes(total)) return null;
  const condition = conditionFor(wanted, all);
  if (condition === null) return null;
  return {
    check: 'total',
    field: to,
    total,
    parts: condition,
    within: fieldsWithin(found, context),
    ...whereFigures(found, context),
  };
}
