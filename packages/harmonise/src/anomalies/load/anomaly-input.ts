import { basename } from 'node:path';
import type { Engine } from '@samenbeeld/engine';
import { type Binding, bindFile, type IngestResult, namedFiles } from '@samenbeeld/ingest';
import { InputError, observationFromRow, seizureFromRow, type TableRow } from '@samenbeeld/schema';
import type { AnomalyInput, Point } from '../point.ts';
import { cellAt } from './cell-at.ts';
import { declaredWholes } from './declared-wholes.ts';
import { eventPoint } from './event-points.ts';
import { type EventTable, eventTable } from './event-table.ts';
import { periodWholes } from './period-wholes.ts';
import { tableIdentities } from './table-identities.ts';
import { type TablePoints, tablePoints } from './table-points.ts';

const mostItems = 1_000_000;

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

function spanOf(file: string): { readonly from: string; readonly to: string } | null {
  const years = [...file.matchAll(/(?<!\d)((?:19|20)\d\d)(?!\d)/gu)]
    .map(([, year]) => year ?? '')
    .sort();
  const [first, last] = [years[0], years.at(-1)];
  return first && last ? { from: `${first}-01-01`, to: `${last}-12-31` } : null;
}

async function bindingsOf({ result, files }: IngestedFiles): Promise<readonly Binding[]> {
  const bindings: Binding[] = [];
  for (const file of namedFiles(files))
    bindings.push(...(await bindFile(file, result.source, () => [])));
  return bindings;
}

/**
 * What `findAnomalies` looks at, from one or more ingests into one engine: the records with their cells, and the cells that
 * were rejected, read again from the files. `against` are ingests of other sources whose figures are only compared with
 * (published figures by agency).
 *
 * Holds every figure of the files in memory, with what surrounds it: meant for the tables that an office publishes. Throws
 * an InputError for more than a million items.
 */
export async function loadAnomalyInput(
  engine: Engine,
  ingested: readonly IngestedFiles[],
  against: readonly IngestResult[] = [],
): Promise<AnomalyInput> {
  const items = ingested
    .flatMap(({ result }) => result.conservation)
    .reduce((sum, file) => sum + file.items, 0);
  if (items > mostItems)
    throw new InputError(
      `expected at most ${mostItems.toLocaleString('en')} items to look for anomalies in, found ${items.toLocaleString('en')}`,
      { repair: 'look at one year or one file at a time' },
    );
  const observations = (await tableRows(engine, 'observation')).map(observationFromRow);
  const seizures = (await tableRows(engine, 'seizure')).map(seizureFromRow);
  const compared = new Set(against.map(({ source }) => source.id));
  const at = new Map(
    observations.map((record) => [`${record.source}\u0000${cellAt(record.origin)}`, record]),
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
        at.get(`${source.id}\u0000${cellAt({ file, sheet, line, column })}`),
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
    points: [...points, ...eventTables.flatMap((table) => table.points)],
    events: seizures
      .filter(({ source }) => sources.has(source))
      .map((seizure) => eventPoint(seizure, cells.get(cellAt(seizure.origin)))),
    wholes: [...wholes.flat(), ...periodWholes(points)],
    identities: tables.flatMap(tableIdentities),
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
        namedFiles(files).flatMap(({ path, name }) => {
          const span = spanOf(basename(path));
          return span ? [[name, span] as const] : [];
        }),
      ),
    ),
  };
}
