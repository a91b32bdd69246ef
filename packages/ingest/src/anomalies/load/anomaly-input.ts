import { basename } from 'node:path';
import type { Engine } from '@samenbeeld/engine';
import {
  type Observation,
  observationFromRow,
  type Seizure,
  seizureFromRow,
  type TableRow,
} from '@samenbeeld/schema';
import { bindFile } from '../../bind-file.ts';
import type { Binding } from '../../compile/binding.ts';
import { cellText } from '../../compile/cell-text.ts';
import type { IngestResult } from '../../ingest.ts';
import { columnHabit, readByHabit } from '../column-habit.ts';
import { columnIdentities, type NumberColumn } from '../column-identities.ts';
import type { AnomalyInput, EventPoint, FoundIdentity, Point, RowLabels } from '../point.ts';
import { type FigureColumn, figureColumns, isLabel, tableKey } from './cells.ts';
import { declaredWholes } from './declared-wholes.ts';
import { type EventCell, eventPoint } from './event-points.ts';
import { periodWholes } from './period-wholes.ts';
import { type TablePoints, tablePoints } from './table-points.ts';

/** An ingest, and the paths of its files. */
export interface IngestedFiles {
  readonly result: IngestResult;
  readonly files: readonly string[];
}

async function tableRows(engine: Engine, table: string): Promise<readonly TableRow[]> {
  const [known] = await engine.rows<{ n: number }>(
    `select count(*) as n from information_schema.tables where table_name = '${table}'`,
  );
  return known && known.n > 0 ? engine.rows<TableRow>(`select * from ${table} order by id`) : [];
}

function identitiesOf(table: TablePoints): readonly FoundIdentity[] {
  const columns = table.columns.filter(({ heading }) => heading !== null);
  const rows = [...new Set(table.points.map(({ row }) => row))];
  if (columns.length < 2 || columns.length > 24 || rows.length === 0) return [];
  const at = new Map(rows.map((row, index) => [row, index]));
  const periods: string[] = rows.map(() => '');
  const texts = new Map(columns.map(({ key }) => [key, rows.map((): string | null => null)]));
  for (const { row, column, start, place } of table.points) {
    const index = at.get(row) ?? 0;
    if (start !== '') periods[index] = start;
    const list = texts.get(column);
    if (list) list[index] = place.raw.trim();
  }
  const numbers = columns.map(({ key }): NumberColumn => {
    const cells = texts.get(key) ?? [];
    const habit = columnHabit(cells.filter((cell) => cell !== null));
    const decimals = habit.grouped
      ? 0
      : Math.max(
          0,
          ...cells.map(
            (cell) => /[.,](\d{1,2})$/u.exec(cell ?? '')?.[1]?.replace(/0+$/u, '').length ?? 0,
          ),
        );
    return {
      key,
      decimals,
      values: cells.map((cell) => (cell === null ? null : readByHabit(cell, habit))),
    };
  });
  return columnIdentities(numbers, periods);
}

function spanOf(file: string): { readonly from: string; readonly to: string } | null {
  const years = [...file.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/gu)]
    .map(([, year]) => year ?? '')
    .sort();
  const [first, last] = [years[0], years.at(-1)];
  return first && last ? { from: `${first}-01-01`, to: `${last}-12-31` } : null;
}

interface EventTable {
  readonly rows: readonly RowLabels[];
  readonly cells: ReadonlyMap<string, EventCell>;
  readonly columns: readonly FigureColumn[];
}

function eventTable(binding: Binding, { source, issues }: IngestResult): EventTable {
  const { table } = binding;
  const columns = figureColumns(binding, source).filter(({ slot }) => slot !== null);
  const labelled = binding.columns.filter((bound) => isLabel(bound, source));
  const hidden = new Set(
    issues
      .filter(({ file, rule }) => file === table.file && rule.startsWith('personal-data.'))
      .map(({ line }) => line),
  );
  const cells = new Map<string, EventCell>();
  const rows = table.rows.flatMap((row): RowLabels[] => {
    if (hidden.has(row.line)) return [];
    const key = `${tableKey(binding)}\u0000${row.line}`;
    const labels: Record<string, string> = {};
    for (const { column, rule } of labelled)
      labels[rule.header] = cellText(row.cells[column.index]) ?? '';
    const figures: Record<string, string> = {};
    for (const { heading, index, style, shown } of columns) {
      if (heading !== null) figures[heading] = cellText(row.cells[index]) ?? '';
      cells.set(`${table.file}\u0000${row.line}\u0000${shown}`, { row: key, style, heading });
    }
    return [{ row: key, labels, figures }];
  });
  return { rows, cells, columns };
}

async function bindingsOf({ result, files }: IngestedFiles): Promise<readonly Binding[]> {
  const bindings: Binding[] = [];
  for (const path of [...files].sort((a, b) => (basename(a) < basename(b) ? -1 : 1)))
    bindings.push(...(await bindFile(path, result.source, () => [])));
  return bindings;
}

/**
 * What `findAnomalies` looks at, from one or more ingests into one engine: the records with their cells, and the cells that
 * were rejected, read again from the files. `against` are ingests of other sources whose figures are only compared with
 * (published figures by agency).
 *
 * Holds every figure of the files in memory: meant for the tables an office publishes, up to some hundred thousand cells.
 */
export async function loadAnomalyInput(
  engine: Engine,
  ingested: readonly IngestedFiles[],
  against: readonly IngestResult[] = [],
): Promise<AnomalyInput> {
  const observations = (await tableRows(engine, 'observation')).map(observationFromRow);
  const seizures = (await tableRows(engine, 'seizure')).map(seizureFromRow);
  const compared = new Set(against.map(({ source }) => source.id));
  const at = new Map(
    observations.map((record) => [`${record.source}\u0000${originKey(record)}`, record]),
  );
  const tables: TablePoints[] = [];
  const eventTables: EventTable[] = [];
  const perSource: (readonly Point[])[] = [];
  const wholes: AnomalyInput['wholes'][] = [];
  for (const one of ingested) {
    const { source, issues } = one.result;
    const ownTables: TablePoints[] = [];
    for (const binding of await bindingsOf(one)) {
      if (source.record === 'seizure') {
        eventTables.push(eventTable(binding, one.result));
        continue;
      }
      const table = tablePoints(binding, source, issues, (file, sheet, line, column) =>
        at.get(`${source.id}\u0000${file}\u0000${sheet ?? ''}\u0000${line}\u0000${column}`),
      );
      tables.push(table);
      ownTables.push(table);
    }
    const own = ownTables.flatMap((table) => table.points);
    perSource.push(own);
    wholes.push(declaredWholes(own, source));
  }
  const points = perSource.flat();
  const cells = new Map(eventTables.flatMap((table) => [...table.cells]));
  const sources = new Set(ingested.map(({ result }) => result.source.id));
  return {
    points,
    events: seizures
      .filter(({ source }) => sources.has(source))
      .map((seizure) => eventOf(seizure, cells)),
    wholes: [...wholes.flat(), ...periodWholes(points)],
    identities: tables.flatMap(identitiesOf),
    rows: [...tables, ...eventTables].flatMap(({ rows }) => rows),
    breaks: ingested.flatMap(({ result }) => result.source.breaks),
    others: observations.filter(({ source }) => compared.has(source)),
    marks: new Map(
      [...tables, ...eventTables].flatMap(({ columns }) =>
        columns.map(({ style, marks }) => [style, marks] as const),
      ),
    ),
    spans: new Map(
      ingested.flatMap(({ files }) =>
        files.flatMap((path) => {
          const span = spanOf(basename(path));
          return span ? [[basename(path), span] as const] : [];
        }),
      ),
    ),
  };
}

function originKey({ origin }: Observation): string {
  return `${origin.file}\u0000${origin.sheet ?? ''}\u0000${origin.line}\u0000${origin.column}`;
}

function eventOf(seizure: Seizure, cells: ReadonlyMap<string, EventCell>): EventPoint {
  const { file, line, column } = seizure.origin;
  return eventPoint(seizure, cells.get(`${file}\u0000${line}\u0000${column}`));
}
