import { headingsOf } from '@samenbeeld/ingest';
import type { ReadTable } from '@samenbeeld/read';

/** The texts of a column without blanks around, each once; null where the table has no such heading. */
export function labelsUnder(
  table: ReadTable,
  heading: string | undefined,
): readonly string[] | null {
  const [found] = [...headingsOf(table)].find(([, name]) => name === heading) ?? [];
  if (!found) return null;
  return [...new Set(table.rows.flatMap(({ cells }) => cells[found.index]?.trim() || []))];
}
