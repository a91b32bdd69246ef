import { type Binding, cellText, type SourceDescription, showable } from '@samenbeeld/ingest';
import { dimensionText, figureDimensions, type Issue, type Observation } from '@samenbeeld/schema';
import { correctedCells } from '../../replay/corrected-cells.ts';
import type { Measure, Point, RowLabels } from '../point.ts';
import {
  type FigureColumn,
  figureColumns,
  isDimension,
  isLabel,
  isTime,
  tableKey,
} from './cells.ts';

/** What tells series of one dimension apart in an edition of a publication. */
const printed = ['placeNote', 'publication', 'publishedOn'] as const;

/** What a record is about, by field; without its period and value. */
function scopeOf(record: Observation): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [
      ...figureDimensions.map((name) => [name, dimensionText(record, name)] as const),
      ...printed.map((name) => [name, record[name] ?? ''] as const),
    ].filter(([, text]) => text !== ''),
  );
}

/** Key of a scope. */
function scopeKey(scope: Readonly<Record<string, string>>): string {
  return Object.entries(scope)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
}

/** How a figure of this statistic is noisy. */
function measureOf({ stat, metric }: Pick<Observation, 'stat' | 'metric'>): Measure {
  if (metric === 'price') return 'price';
  return stat === 'count' ? 'count' : stat === 'sum' ? 'amount' : 'rate';
}

/** Lines of a table that are kept out because something in them looks like personal data: nothing of them is shown. */
export function quarantinedLines(
  issues: readonly Issue[],
  { table }: Binding,
): ReadonlySet<number | null> {
  return new Set(
    issues
      .filter(
        ({ file, sheet, rule, severity }) =>
          file === table.file &&
          sheet === table.sheet &&
          severity === 'rejection' &&
          rule.startsWith('personal-data.'),
      )
      .map(({ line }) => line),
  );
}

/** The cells of one table. */
export interface TablePoints {
  readonly points: readonly Point[];
  readonly rows: readonly RowLabels[];
  readonly columns: readonly FigureColumn[];
}

/** Records by file, sheet, line and column as shown. */
export type RecordAt = (
  file: string,
  sheet: string | null,
  line: number,
  column: string,
) => Observation | undefined;

interface Known {
  readonly scope: Readonly<Record<string, string>>;
  readonly measure: Point['measure'];
}

/** Lines with an item that was rejected for what stands in it. */
function rejectedLines(issues: readonly Issue[], { table }: Binding): ReadonlySet<number | null> {
  return new Set(
    issues
      .filter(
        ({ file, sheet, severity }) =>
          file === table.file && sheet === table.sheet && severity === 'rejection',
      )
      .map(({ line }) => line),
  );
}

/**
 * Every figure of a table as a point: accepted cells with their record; rejected ones with the scope and period that the
 * same labels have in other rows; cells of ignored columns beside them. Rows that a rule leaves out are left out, and so
 * are rows that look like personal data.
 */
export function tablePoints(
  binding: Binding,
  source: SourceDescription,
  issues: readonly Issue[],
  recordAt: RecordAt,
): TablePoints {
  const { table } = binding;
  const key = tableKey(binding);
  const columns = figureColumns(binding, source);
  const slots = columns.filter(({ slot }) => slot !== null);
  const correct = correctedCells(binding, source);
  const hidden = quarantinedLines(issues, binding);
  const rejected = rejectedLines(issues, binding);
  const labelled = binding.columns.filter((bound) => isLabel(bound, source));
  const dimensions = binding.columns.filter((bound) => isDimension(bound, source));
  const times = binding.columns.filter((bound) => isTime(bound, source));
  const scopes = new Map<string, Known>();
  const periods = new Map<string, { readonly start: string; readonly end: string }>();
  const words = (cells: readonly (string | null)[], of: typeof dimensions): string =>
    of.map(({ column }) => cellText(cells[column.index]) ?? '').join('\u0000');
  const setWords = (column: FigureColumn, time: boolean): string =>
    Object.entries(column.slot?.sets ?? {})
      .filter(([name]) => /^(period_|freq$)/u.test(name) === time)
      .map(([name, value]) => `${name}=${value}`)
      .join(' ');
  const rawScope = (cells: readonly (string | null)[], column: FigureColumn): string =>
    `${column.slot?.header ?? ''} ${setWords(column, false)} ${words(cells, dimensions)}`;
  const rawPeriod = (cells: readonly (string | null)[], column: FigureColumn | undefined): string =>
    `${column ? setWords(column, true) : ''} ${words(cells, times)}`;
  const live = table.rows.flatMap((row) => {
    if (hidden.has(row.line)) return [];
    const records = slots.map((column) =>
      recordAt(table.file, table.sheet, row.line, column.shown),
    );
    records.forEach((record, at) => {
      const column = slots[at];
      if (!record || !column) return;
      scopes.set(rawScope(row.cells, column), {
        scope: scopeOf(record),
        measure: measureOf(record),
      });
      periods.set(rawPeriod(row.cells, column), {
        start: record.periodStart,
        end: record.periodEnd,
      });
    });
    return records.some(Boolean) || rejected.has(row.line) ? [{ row, records }] : [];
  });
  const points: Point[] = [];
  const rows: RowLabels[] = [];
  for (const { row, records } of live) {
    const rowKey = `${key}\u0000${row.line}`;
    const labels = Object.fromEntries(
      labelled.map(({ column, rule }) => [rule.header, cellText(row.cells[column.index]) ?? '']),
    );
    const figures = Object.fromEntries(
      columns.flatMap(({ heading, index }) =>
        heading === null ? [] : [[heading, cellText(row.cells[index]) ?? '']],
      ),
    );
    rows.push({ row: rowKey, labels, figures });
    for (const column of columns) {
      const raw = row.cells[column.index];
      const shown = showable(cellText(raw));
      const text =
        shown === null || column.heading === null ? shown : correct(row, column.heading, shown);
      if (raw === null || raw === undefined || text === null) continue;
      const at = slots.indexOf(column);
      const record = at < 0 ? undefined : records[at];
      const first = slots[0];
      const known = scopes.get(rawScope(row.cells, column.slot ? column : (first ?? column)));
      const period = record
        ? { start: record.periodStart, end: record.periodEnd }
        : periods.get(rawPeriod(row.cells, column.slot ? column : first));
      const scope = record
        ? scopeOf(record)
        : (known?.scope ?? { row: words(row.cells, dimensions) });
      points.push({
        place: {
          source: source.id,
          file: table.file,
          sheet: table.sheet,
          line: row.line,
          column: column.shown,
          heading: column.heading,
          raw: text === shown ? raw : text,
          record: record?.id ?? null,
        },
        table: key,
        row: rowKey,
        column: column.key,
        style: column.style,
        series: `${column.slot?.header === null ? 'folded' : column.heading} ${scopeKey(scope)}`,
        scope,
        start: period?.start ?? '',
        end: period?.end ?? '',
        value: record?.value ?? null,
        unit: record?.unit ?? (column.slot ? (scope['unit'] ?? '') : ''),
        measure: record ? measureOf(record) : column.slot ? (known?.measure ?? 'count') : 'count',
        counts: column.slot !== null,
      });
    }
  }
  return { points, rows, columns };
}
