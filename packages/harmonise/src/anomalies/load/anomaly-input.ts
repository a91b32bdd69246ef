import { basename } from 'node:path';
import type { Engine } from '@samenbeeld/engine';
import {
  type Binding,
  bindFile,
  type Condition,
  cellText,
  type IngestResult,
  meets,
  namedFiles,
  type SourceDescription,
  showable,
} from '@samenbeeld/ingest';
import {
  convertQuantity,
  expectedFound,
  formatNumber,
  freqOf,
  InputError,
  inEach,
  inFour,
  neverSummedAcross,
  type Observation,
  observationFromRow,
  type Seizure,
  seizureFromRow,
  type TableRow,
  type Text,
  units,
} from '@samenbeeld/schema';
import { columnHabit, readByHabit } from '../column-habit.ts';
import { columnIdentities, type NumberColumn } from '../column-identities.ts';
import { said } from '../expectation.ts';
import type { AnomalyInput, EventPoint, FoundIdentity, Point, RowLabels, Whole } from '../point.ts';
import { type FigureColumn, figureColumns, isLabel, tableKey } from './cells.ts';
import { quarantinedLines, type TablePoints, tablePoints } from './table-points.ts';

/** Where the cell of a seizure stands in its table. */
interface EventCell {
  readonly row: string;
  readonly style: string;
  readonly heading: string | null;
}

/** A seizure as the finders look at it; its quantity in the base of its unit. */
function eventPoint(seizure: Seizure, cell: EventCell | undefined): EventPoint {
  const { origin, source, substance, place, basis, quantity, unit } = seizure;
  const base = units.has(unit) ? units.get(unit).base : unit;
  return {
    place: {
      source,
      file: origin.file,
      sheet: origin.sheet,
      line: origin.line,
      column: origin.column,
      heading: cell?.heading ?? null,
      raw: origin.raw,
      record: seizure.id,
    },
    row: cell?.row ?? `${origin.file}\u0000${origin.sheet ?? ''}\u0000${origin.line}`,
    style: cell?.style ?? '',
    scope: {
      substance,
      place,
      basis,
      unit,
      agencies: seizure.agencies.join('+'),
      date: seizure.date,
    },
    source,
    substance,
    at: place,
    basis,
    date: seizure.date,
    registeredOn: seizure.registeredOn,
    container: seizure.containerKey,
    reference: seizure.reference,
    quantity:
      quantity === null || !units.has(unit)
        ? quantity
        : convertQuantity(quantity, unit, base).value,
    base,
    unit,
  };
}

/** Key of a cell as the origin of a record names it: lines of two sheets have the same numbers. */
function cellAt({
  file,
  sheet,
  line,
  column,
}: Pick<Observation['origin'], 'file' | 'sheet' | 'line' | 'column'>): string {
  return [file, sheet ?? '', line, column].join('\u0000');
}

/** The cells of one table of a register. */
interface EventTable {
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
function eventTable(binding: Binding, { source, issues }: IngestResult): EventTable {
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

function fieldOf(point: Point, field: string): string {
  if (field === 'periodStart' || field === 'period') return point.start;
  return field === 'periodEnd' ? point.end : (point.scope[field] ?? '');
}

function words(parts: Condition): string | Text {
  if ('texts' in parts)
    return parts.texts.length > 3
      ? said('zijn {n} delen', 'ses {n} parties', 'ihren {n} Teilen', 'its {n} parts', {
          n: parts.texts.length,
        })
      : parts.texts.join(', ');
  const like =
    parts.match === ''
      ? inFour('alle', 'toutes', 'allen', 'all')
      : said('die als {match}', 'celles comme {match}', 'denen wie {match}', 'those like {match}', {
          match: parts.match,
        });
  return parts.not
    ? said('{like} behalve {not}', '{like} sauf {not}', '{like} außer {not}', '{like} but {not}', {
        like,
        not: words(parts.not),
      })
    : like;
}

/** The totals that the description's checks declare, each beside the parts that the same rows give. */
function declaredWholes(points: readonly Point[], { checks }: SourceDescription): readonly Whole[] {
  return checks.flatMap((check) => {
    if (check.check !== 'total') return [];
    const groups = new Map<string, { total: Point | null; parts: Point[] }>();
    for (const point of points) {
      if (
        !point.counts ||
        !Object.entries(check.where).every(([field, condition]) =>
          meets(fieldOf(point, field), condition),
        )
      )
        continue;
      const own = fieldOf(point, check.field);
      const isTotal = own === check.total;
      if (!isTotal && !meets(own, check.parts)) continue;
      const apart = neverSummedAcross.filter((name) => name !== check.field);
      const key = [...new Set([...check.within, ...apart])]
        .map((field) => fieldOf(point, field))
        .join('\u0000');
      const group = groups.get(key) ?? { total: null, parts: [] };
      if (isTotal) group.total = point;
      else group.parts.push(point);
      groups.set(key, group);
    }
    const says = said(
      'zo beschreven: {field} "{total}" is de som van {parts}',
      'déclaré : {field} « {total} » est la somme de {parts}',
      'so angegeben: {field} „{total}“ ist die Summe von {parts}',
      'declared: {field} "{total}" is the sum of {parts}',
      { field: check.field, total: check.total, parts: words(check.parts) },
    );
    const most = Math.max(0, ...[...groups.values()].map(({ parts }) => parts.length));
    return [...groups.values()].flatMap(({ total, parts }): Whole[] =>
      total && parts.length > 0
        ? [
            {
              total,
              parts,
              complete: parts.length === most,
              tolerance: check.tolerance,
              declared: true,
              says,
            },
          ]
        : [],
    );
  });
}

const parts = [
  [
    'M',
    12,
    inFour(
      'de maanden van een jaar tellen ertoe op',
      'les mois d’une année s’y additionnent',
      'die Monate eines Jahres ergeben es zusammen',
      'the months of a year add up to it',
    ),
  ],
  [
    'Q',
    4,
    inFour(
      'de kwartalen van een jaar tellen ertoe op',
      'les trimestres d’une année s’y additionnent',
      'die Quartale eines Jahres ergeben es zusammen',
      'the quarters of a year add up to it',
    ),
  ],
  [
    'S',
    2,
    inFour(
      'de halfjaren van een jaar tellen ertoe op',
      'les semestres d’une année s’y additionnent',
      'die Halbjahre eines Jahres ergeben es zusammen',
      'the halves of a year add up to it',
    ),
  ],
] as const;

/** Years that stand in a series beside all of their months, quarters or halves, and so are their sum. */
function periodWholes(points: readonly Point[]): readonly Whole[] {
  const series = new Map<string, Point[]>();
  for (const point of points) {
    if (!point.counts || point.start === '') continue;
    const list = series.get(point.series);
    if (list) list.push(point);
    else series.set(point.series, [point]);
  }
  const wholes: Whole[] = [];
  for (const list of series.values()) {
    const [first] = list;
    if (!first?.counts || (first.measure !== 'count' && first.measure !== 'amount')) continue;
    const freqs = list.map((point) => freqOf(point));
    const years = list.filter((_, at) => freqs[at] === 'A');
    if (years.length === 0 || years.length === list.length) continue;
    for (const total of years)
      for (const [freq, count, says] of parts) {
        const inside = list.filter(
          (point, at) => freqs[at] === freq && point.start >= total.start && point.end <= total.end,
        );
        if (inside.length === count)
          wholes.push({
            total,
            parts: inside,
            complete: true,
            tolerance: 0,
            says,
          });
      }
  }
  return wholes;
}

/** The ties between the columns of one table, as its cells are printed; columns of a fold are left aside. */
function tableIdentities(table: TablePoints): readonly FoundIdentity[] {
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
      expectedFound(
        inFour(
          'ten hoogste {n} gegevens om afwijkingen in te zoeken',
          'au plus {n} données où chercher des anomalies',
          'höchstens {n} Angaben, in denen nach Auffälligkeiten gesucht wird',
          'at most {n} items to look for anomalies in',
          { n: mostItems },
        ),
        inEach((language) => formatNumber(items, language)),
      ),
      {
        repair: inFour(
          'bekijk één jaar of één bestand tegelijk',
          'examinez une année ou un fichier à la fois',
          'ein Jahr oder eine Datei auf einmal ansehen',
          'look at one year or one file at a time',
        ),
      },
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
