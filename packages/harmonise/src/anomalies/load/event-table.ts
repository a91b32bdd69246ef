import { type Binding, cellText, type IngestResult, showable } from '@samenbeeld/ingest';
import type { Point, RowLabels } from '../point.ts';
import { cellAt } from './cell-at.ts';
import { type FigureColumn, figureColumns, isLabel, tableKey } from './cells.ts';
import type { EventCell } from './event-points.ts';
import { quarantinedLines } from './quarantined-lines.ts';

/** The cells of one table of a register. */
export interface EventTable {
  readonly points: readonly Point[];
  readonly rows: readonly RowLabels[];
  readonly cells: ReadonlyMap<string, EventCell>;
  readonly columns: readonly FigureColumn[];
}

/** Every quantity cell of a register, so that its habit is seen and those that were rejected are looked at too. */
function eventCells(
  binding: Binding,
  source: string,
  columns: readonly FigureColumn[],
  hidden: ReadonlySet<number | null>,
): readonly Point[] {
  const { file, sheet, rows } = binding.table;
  const table = tableKey(binding);
  return rows.flatMap((row) =>
    columns.flatMap(({ index, key, style, shown, heading }): Point[] => {
      const raw = showable(cellText(row.cells[index]));
      if (raw === null || hidden.has(row.line)) return [];
      return [
        {
          place: { source, file, sheet, line: row.line, column: shown, heading, raw, record: null },
          table,
          row: `${table}\u0000${row.line}`,
          column: key,
          style,
          series: '',
          scope: {},
          start: '',
          end: '',
          value: null,
          unit: '',
          measure: 'amount',
          counts: true,
        },
      ];
    }),
  );
}

/** Rows, cells and columns of a table of seizures; rows that look like personal data are left out. */
export function eventTable(binding: Binding, { source, issues }: IngestResult): EventTable {
  const { table } = binding;
  const { file, sheet } = table;
  const columns = figureColumns(binding, source).filter(({ slot }) => slot !== null);
  const labelled = binding.columns.filter((bound) => isLabel(bound, source));
  const hidden = quarantinedLines(issues, binding);
  const cells = new Map<string, EventCell>();
  const rows = table.rows.flatMap((row): RowLabels[] => {
    if (hidden.has(row.line)) return [];
    const key = `${tableKey(binding)}\u0000${row.line}`;
    const labels = Object.fromEntries(
      labelled.map(({ column, rule }) => [rule.header, cellText(row.cells[column.index]) ?? '']),
    );
    const figures = Object.fromEntries(
      columns.flatMap(({ heading, index }) =>
        heading === null ? [] : [[heading, cellText(row.cells[index]) ?? '']],
      ),
    );
    for (const { heading, style, shown } of columns) {
      cells.set(cellAt({ file, sheet, line: row.line, column: shown }), {
        row: key,
        style,
        heading,
      });
    }
    return [{ row: key, labels, figures }];
  });
  return { rows, cells, columns, points: eventCells(binding, source.id, columns, hidden) };
}
