import { bases } from './codes/bases.ts';
import { confidences } from './codes/confidences.ts';
import { dateRoles } from './codes/date-roles.ts';
import { extents } from './codes/extents.ts';
import { massBases } from './codes/mass-bases.ts';
import { metrics } from './codes/metrics.ts';
import { missingReasons } from './codes/missing-reasons.ts';
import { placeLevels } from './codes/place-levels.ts';
import { stats } from './codes/stats.ts';
import { wordings } from './codes/wordings.ts';
import type { Observation } from './observation.ts';
import type { Seizure } from './seizure.ts';

/** One column of a picture's table: its name in SQL and Parquet, its SQL type, and the field it holds. */
export interface TableColumn {
  readonly name: string;
  readonly type: 'VARCHAR' | 'INTEGER' | 'BOOLEAN' | 'DATE' | 'DECIMAL(38,12)';
  /** Path of the field in the record ("origin.line"); lists are joined by `+`. */
  readonly field: string;
  readonly title: string;
  readonly description: string;
  /** Never empty. */
  readonly required: boolean;
  /** The codes it may hold, where their list is closed. */
  readonly codes?: readonly string[];
}

/** Fields whose codes stand in a list that is closed. */
const closed: Readonly<Record<string, readonly { readonly code: string }[]>> = {
  ...{ metric: metrics, stat: stats, basis: bases, extent: extents, wording: wordings },
  ...{ missing: missingReasons, confidence: confidences },
  ...{ dateRole: dateRoles, placeLevel: placeLevels, massBasis: massBases },
};

/** Columns from lines of "name TYPE field | title | description"; an asterisk at a title says that no cell is empty. */
function columns(...lines: readonly string[]): readonly TableColumn[] {
  return lines.map((line) => {
    const [column = '', title = '', description = ''] = line.split(' | ');
    const [name = '', type = 'VARCHAR', field = name] = column.split(' ');
    const list = closed[field];
    return {
      name,
      type: type as TableColumn['type'],
      field,
      title: title.replace(/\*$/u, ''),
      description,
      required: title.endsWith('*'),
      ...(list && { codes: list.map(({ code }) => code) }),
    };
  });
}

const origin = [
  'origin_file VARCHAR origin.file | File* | File the record was made from.',
  'origin_sheet VARCHAR origin.sheet | Sheet | Sheet of a workbook, or path in a JSON file.',
  'origin_line INTEGER origin.line | Line* | Physical line (from 1), row of a sheet, or index (from 0) in JSON.',
  'origin_column VARCHAR origin.column | Column* | Letter or header of the column.',
  'origin_raw VARCHAR origin.raw | Cell | The cell, letter for letter.',
];

/** The table of observations, in the order of its columns. */
export const observationTable: readonly TableColumn[] = columns(
  'id | Record* | Hash of the stable raw key; cleaning never changes it.',
  'source | Source* | Id of the source in the catalogue.',
  "reference | Reference | The source's own number of the row, by which people name it.",
  'publication | Publication | URL or document the figure was read in.',
  'metric | Metric* | What is measured: seizures, quantity, price, offences, …',
  'stat | Statistic* | Which statistic of it: sum, count, mean, median, rate, …',
  'value DECIMAL(38,12) | Value | The figure, in the unit of `unit`; empty exactly when `missing` is set.',
  'printed | Printed digits | The digits as the source prints them.',
  'wording | Wording* | How the figure is worded, which decides its interval: exact, rounded, floor ("over"), just_under ("almost") or unmarked.',
  'wording_printed VARCHAR wordingPrinted | Printed wording | The words as the source prints them.',
  'unit | Unit* | Unit of the figure: kg, g, l, tablet, plant, piece, EUR, …',
  'missing | Missing | Why there is no figure; zero is a figure and is never here.',
  'status | Status* | Observation status as published (SDMX CL_OBS_STATUS).',
  'extent | Extent* | Part of the scope covered: whole, one_find, some_finds, part (the note of the place says which), one_agency.',
  'place | Place* | UN/LOCODE port, country, NUTS region or complex; several joined by +.',
  'place_note VARCHAR placeNote | Place note | What the source adds about the place.',
  'basis | Basis* | On what footing it was counted; different bases are never summed.',
  'contains_own BOOLEAN containsOwn | Contains own | Whether an "entered via" figure contains the port\'s own seizures.',
  'agencies | Agencies | Agencies whose work is counted, joined by +.',
  'substance | Substance | Code of the drug.',
  "offence | Offence | ICCS code, where the source's own code maps exactly.",
  "national_code VARCHAR nationalCode | National code | The source's own code.",
  'count_unit VARCHAR countUnit | Counting unit | What is counted: offence, case, suspect, seizure, …',
  "definition | Definition | Id of the definition in the source's folder.",
  'level | Market level | Market level of a price, as the source says.',
  'period_start VARCHAR periodStart | From* | First day of the period, ISO.',
  'period_end VARCHAR periodEnd | To* | Last day of the period, ISO.',
  'freq | Frequency* | A year, S half, Q quarter, M month, W week, D day, O other.',
  'published_on VARCHAR publishedOn | Published on | Day, month or year of publication as far as known.',
  'confidence | Confidence | How sure the transcription is that the source says this.',
  'note | Note | Remark of the source or the transcriber.',
  ...origin,
);

/** The table of seizures, in the order of its columns. */
export const seizureTable: readonly TableColumn[] = columns(
  'id | Record* | Hash of the stable raw key; cleaning never changes it.',
  'source | Source* | Id of the source in the catalogue.',
  "reference | Reference | The office's own reference, as a hash.",
  'seizing_country VARCHAR seizingCountry | Seizing country* | Country whose agency seized it.',
  'credited_to VARCHAR creditedTo | Credited to | Countries that also count it, joined by +.',
  'agencies | Agencies | Agencies whose work is counted, joined by +.',
  'date | Date* | Day of the seizure, or first day of the period, ISO.',
  'date_precision VARCHAR datePrecision | Date precision* | day, week, month, quarter, half or year.',
  'date_role VARCHAR dateRole | Date role* | What the date is of: seizure, registration, judgment, …',
  'registered_on VARCHAR registeredOn | Registered on | Day it was registered.',
  'place | Place* | UN/LOCODE port, country, NUTS region or complex.',
  'place_level VARCHAR placeLevel | Place level* | terminal, port, municipality, NUTS region, country, sea, …',
  'basis | Basis* | On what footing it was counted; different bases are never summed.',
  'substance | Substance* | Code of the drug.',
  'substance_printed VARCHAR substancePrinted | Printed substance | The substance as the source prints it.',
  'quantity DECIMAL(38,12) | Quantity | Amount, in the unit of `unit`; empty exactly when `missing` is set.',
  'printed | Printed digits | The digits as the source prints them.',
  'wording | Wording | How the quantity is worded: exact, rounded, floor ("over"), just_under ("almost") or unmarked.',
  'wording_printed VARCHAR wordingPrinted | Printed wording | The words as the source prints them.',
  'unit | Unit* | Unit of the quantity.',
  'missing | Missing | Why there is no quantity; zero is a quantity and is never here.',
  'mass_basis VARCHAR massBasis | Mass basis* | net, gross or unknown.',
  'estimated BOOLEAN | Estimated* | Whether the amount is an estimate.',
  'origin_country VARCHAR originCountry | Origin | Country the goods come from.',
  'departure_country VARCHAR departureCountry | Departure | Country of the last departure.',
  'destination_country VARCHAR destinationCountry | Destination | Country the goods were bound for.',
  'transport_mode VARCHAR transportMode | Transport | Means of transport.',
  'concealment | Concealment | How it was hidden.',
  'cover_load_hs VARCHAR coverLoadHs | Cover load | Harmonised System code of the cover load.',
  'container_key VARCHAR containerKey | Container | Salted hash of the container, to compare two files.',
  'case_key VARCHAR caseKey | Case | Salted hash of the case, by which records of one case are found; never the same under another salt.',
  'controlled_delivery VARCHAR controlledDelivery | Controlled delivery* | no, yes or unknown.',
  'publication_restriction VARCHAR publicationRestriction | Restriction* | none, embargo or secret.',
  'arrests INTEGER | Arrests | Number of arrests.',
  "definition | Definition | Id of the definition in the source's folder.",
  'note | Note | Remark of the source.',
  ...origin,
);

/** Fields that hold lists, joined by `+` in a table. */
const lists: ReadonlySet<string> = new Set(['agencies', 'creditedTo']);

/** A row of a table as SQL gives it: a scalar per column name. */
export type TableRow = Readonly<Record<string, string | number | boolean | null>>;

/** How rows of a table become records. */
interface Shape {
  /** A record without values, and its origin: a copy of one is made at once, where forty keys set one by one take three times as long. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly origin: Readonly<Record<string, unknown>>;
  readonly cells: readonly {
    readonly name: string;
    readonly key: string;
    readonly of: 'record' | 'list' | 'origin';
  }[];
}

/** Taken apart once: pictures have millions of rows. */
function shapeOf(table: readonly TableColumn[], kind: string): Shape {
  const cells = table.map(({ name, field }): Shape['cells'][number] => {
    const [head = '', tail] = field.split('.');
    if (tail) return { name, key: tail, of: 'origin' };
    return { name, key: head, of: lists.has(head) ? 'list' : 'record' };
  });
  const isOfOrigin = ({ of }: Shape['cells'][number]): boolean => of === 'origin';
  const empty = (some: Shape['cells']) => some.map(({ key }) => [key, null] as const);
  const own = cells.filter((cell) => !isOfOrigin(cell));
  return {
    record: Object.fromEntries([['kind', kind], ...empty(own), ['origin', null]]),
    origin: Object.fromEntries(empty(cells.filter(isOfOrigin))),
    cells,
  };
}

const shapes = {
  observation: shapeOf(observationTable, 'observation'),
  seizure: shapeOf(seizureTable, 'seizure'),
};

function recordOf(row: TableRow, shape: Shape): unknown {
  const record = { ...shape.record };
  const origin = { ...shape.origin };
  for (const { name, key, of } of shape.cells) {
    const value = row[name] ?? null;
    if (of === 'record') record[key] = value;
    else if (of === 'origin') origin[key] = value;
    else record[key] = value === null ? [] : String(value).split('+');
  }
  record['origin'] = origin;
  return record;
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
  return recordOf(row, shapes.observation) as Observation;
}

/** The row of the observation table that holds an observation. */
export function observationToRow(observation: Observation): TableRow {
  return rowOf(observation, observationTable);
}

/** The seizure a row of the seizure table holds. */
export function seizureFromRow(row: TableRow): Seizure {
  return recordOf(row, shapes.seizure) as Seizure;
}

/** The row of the seizure table that holds a seizure. */
export function seizureToRow(seizure: Seizure): TableRow {
  return rowOf(seizure, seizureTable);
}
