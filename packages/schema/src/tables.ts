import type { Observation } from './observation.ts';
import type { Seizure } from './seizure.ts';

/** One column of a picture's table: its name in SQL and Parquet, its SQL type, and the field it holds. */
export interface TableColumn {
  readonly name: string;
  readonly type: 'VARCHAR' | 'INTEGER' | 'BOOLEAN' | 'DATE' | 'DECIMAL(38,12)';
  /** Path of the field in the record ("origin.line"); lists are joined by `+`. */
  readonly field: string;
}

function columns(...lines: readonly string[]): readonly TableColumn[] {
  return lines.map((line) => {
    const [name = '', type = 'VARCHAR', field = name] = line.split(' ');
    return { name, type: type as TableColumn['type'], field };
  });
}

const origin = [
  'origin_file VARCHAR origin.file',
  'origin_sheet VARCHAR origin.sheet',
  'origin_line INTEGER origin.line',
  'origin_column VARCHAR origin.column',
  'origin_raw VARCHAR origin.raw',
];

/** The table of observations, in the order of its columns. */
export const observationTable: readonly TableColumn[] = columns(
  'id',
  'source',
  'reference',
  'publication',
  'metric',
  'stat',
  'value DECIMAL(38,12)',
  'printed',
  'wording',
  'wording_printed VARCHAR wordingPrinted',
  'unit',
  'missing',
  'status',
  'extent',
  'place',
  'place_note VARCHAR placeNote',
  'basis',
  'contains_own BOOLEAN containsOwn',
  'agencies',
  'substance',
  'offence',
  'national_code VARCHAR nationalCode',
  'count_unit VARCHAR countUnit',
  'definition',
  'level',
  'period_start VARCHAR periodStart',
  'period_end VARCHAR periodEnd',
  'freq',
  'published_on VARCHAR publishedOn',
  'confidence',
  'note',
  ...origin,
);

/** The table of seizures, in the order of its columns. */
export const seizureTable: readonly TableColumn[] = columns(
  'id',
  'source',
  'reference',
  'seizing_country VARCHAR seizingCountry',
  'credited_to VARCHAR creditedTo',
  'agencies',
  'date',
  'date_precision VARCHAR datePrecision',
  'date_role VARCHAR dateRole',
  'registered_on VARCHAR registeredOn',
  'place',
  'place_level VARCHAR placeLevel',
  'basis',
  'substance',
  'substance_printed VARCHAR substancePrinted',
  'quantity DECIMAL(38,12)',
  'printed',
  'wording',
  'wording_printed VARCHAR wordingPrinted',
  'unit',
  'missing',
  'mass_basis VARCHAR massBasis',
  'estimated BOOLEAN',
  'origin_country VARCHAR originCountry',
  'departure_country VARCHAR departureCountry',
  'destination_country VARCHAR destinationCountry',
  'transport_mode VARCHAR transportMode',
  'concealment',
  'cover_load_hs VARCHAR coverLoadHs',
  'container_key VARCHAR containerKey',
  'controlled_delivery VARCHAR controlledDelivery',
  'publication_restriction VARCHAR publicationRestriction',
  'arrests INTEGER',
  'definition',
  'note',
  ...origin,
);

/** Fields that hold lists, joined by `+` in a table. */
const lists: ReadonlySet<string> = new Set(['agencies', 'creditedTo']);

/** A row of a table as SQL gives it: a scalar per column name. */
export type TableRow = Readonly<Record<string, string | number | boolean | null>>;

/** The path of each field, taken apart once: pictures have millions of rows. */
const paths: ReadonlyMap<string, readonly string[]> = new Map(
  [...observationTable, ...seizureTable].map(({ field }) => [field, field.split('.')]),
);

function recordOf(row: TableRow, table: readonly TableColumn[], kind: string): unknown {
  const record: Record<string, unknown> = { kind };
  const nested: Record<string, unknown> = {};
  for (const { name, field } of table) {
    const value = row[name] ?? null;
    const [head = '', tail] = paths.get(field) ?? [];
    if (tail) nested[tail] = value;
    else if (lists.has(head)) record[head] = value === null ? [] : String(value).split('+');
    else record[head] = value;
  }
  return { ...record, origin: nested };
}

function rowOf(record: Observation | Seizure, table: readonly TableColumn[]): TableRow {
  const fields: Readonly<Record<string, unknown>> = { ...record };
  const nested: Readonly<Record<string, unknown>> = { ...record.origin };
  return Object.fromEntries(
    table.map(({ name, field }) => {
      const [head = '', tail] = field.split('.');
      const value = tail ? nested[tail] : fields[head];
      return [name, Array.isArray(value) ? value.join('+') || null : (value ?? null)];
    }),
  ) as TableRow;
}

/** The observation a row of the observation table holds. */
export function observationFromRow(row: TableRow): Observation {
  return recordOf(row, observationTable, 'observation') as Observation;
}

/** The row of the observation table that holds an observation. */
export function observationToRow(observation: Observation): TableRow {
  return rowOf(observation, observationTable);
}

/** The seizure a row of the seizure table holds. */
export function seizureFromRow(row: TableRow): Seizure {
  return recordOf(row, seizureTable, 'seizure') as Seizure;
}

/** The row of the seizure table that holds a seizure. */
export function seizureToRow(seizure: Seizure): TableRow {
  return rowOf(seizure, seizureTable);
}
