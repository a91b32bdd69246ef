import { type CellKind, cellForm, cellKind, isPeriodCell } from './cell-kind.ts';
import type { SampledCells } from './sample-row.ts';

/** What the cells of one column of the body have in common. */
export interface ColumnShape {
  /** Rows with a value that is no missing mark. */
  readonly values: number;
  /** `number` or `date` where at least four fifths are; `code` where nearly all have one of a few forms; else `text`. */
  readonly kind: 'number' | 'date' | 'code' | 'text' | 'empty';
  /** Share of the numbers that are also years. */
  readonly years: number;
  readonly forms: ReadonlySet<string>;
  /** The values, where they repeat; null where they do not. */
  readonly repeated: ReadonlySet<string> | null;
}

const most = 500;

function profileOf(cells: readonly (string | null)[]): ColumnShape {
  const counts: Record<CellKind, number> = { blank: 0, missing: 0, number: 0, date: 0, text: 0 };
  const forms = new Map<string, number>();
  const distinct = new Map<string, number>();
  let years = 0;
  for (const cell of cells) {
    const kind = cellKind(cell);
    counts[kind]++;
    if (kind === 'blank' || kind === 'missing') continue;
    const text = (cell ?? '').trim();
    const form = cellForm(text);
    forms.set(form, (forms.get(form) ?? 0) + 1);
    distinct.set(text, (distinct.get(text) ?? 0) + 1);
    if (isPeriodCell(text)) years++;
  }
  const values = counts.number + counts.date + counts.text;
  const base = { values, years: values > 0 ? years / values : 0, forms: new Set(forms.keys()) };
  const repeats = values >= 6 && distinct.size <= values / 2;
  const repeated = repeats ? new Set(distinct.keys()) : null;
  if (values === 0) return { ...base, kind: 'empty', repeated };
  if (counts.number >= 0.8 * values) return { ...base, kind: 'number', repeated };
  if (counts.date >= 0.8 * values) return { ...base, kind: 'date', repeated };
  const [top = 0, second = 0] = [...forms.values()].sort((a, b) => b - a);
  const [form = ''] = [...forms].sort((a, b) => b[1] - a[1])[0] ?? [];
  const marked = /9/.test(form) || (/^A{1,4}$/.test(form) && distinct.size > 1);
  const isCode = values >= 4 && marked && form.length <= 24 && top + second >= 0.9 * values;
  return { ...base, kind: isCode ? 'code' : 'text', repeated };
}

/** One profile a column, from rows of the body. */
export function columnProfiles(
  rows: readonly SampledCells[],
  width: number,
): readonly ColumnShape[] {
  const step = Math.max(1, Math.floor(rows.length / most));
  const some = rows.filter((_, at) => at % step === 0);
  return Array.from({ length: width }, (_, column) =>
    profileOf(some.map(({ cells }) => cells[column] ?? null)),
  );
}
