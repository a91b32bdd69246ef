import { observationTable, ownValue, seizureTable } from '@samenbeeld/schema';
import type { Parser } from './description/description.ts';

/** What a field of a record may hold, and which columns of its table it fills. */
export interface Field {
  readonly kind: 'value' | 'code' | 'text' | 'time' | 'number' | 'boolean';
  /** Columns of the record's table, in the order a parser yields them. */
  readonly columns: readonly string[];
  /** Schema's code list, where every code must be in one. */
  readonly list: string | null;
  /** Part of what tells one record from another of the same source. */
  readonly dimension: boolean;
  readonly required: boolean;
}

type Row = readonly [
  kind: Field['kind'],
  columns: readonly string[],
  list?: string | null,
  ...marks: readonly ('dimension' | 'required')[],
];

const shared: Readonly<Record<string, Row>> = {
  unit: ['code', ['unit'], 'units', 'dimension', 'required'],
  place: ['code', ['place'], 'places', 'dimension', 'required'],
  basis: ['code', ['basis'], 'bases', 'dimension', 'required'],
  agencies: ['code', ['agencies'], 'agencies', 'dimension'],
  definition: ['text', ['definition']],
  note: ['text', ['note']],
  missing: ['code', ['missing'], 'missingReasons'],
};

const observation: Readonly<Record<string, Row>> = {
  ...shared,
  value: ['value', ['value', 'printed', 'wording', 'wording_printed', 'unit']],
  period: ['time', ['period_start', 'period_end', 'freq'], null, 'dimension', 'required'],
  // A month, quarter or half of the year that `period` gives: no column of the record, it narrows those of the period.
  periodPart: ['time', ['part_start', 'part_end', 'part_freq'], null, 'dimension'],
  periodStart: ['time', ['period_start'], null, 'dimension', 'required'],
  periodEnd: ['time', ['period_end'], null, 'dimension', 'required'],
  metric: ['code', ['metric'], 'metrics', 'dimension', 'required'],
  stat: ['code', ['stat'], 'stats', 'dimension'],
  substance: ['code', ['substance'], 'substances', 'dimension'],
  offence: ['code', ['offence'], 'offences', 'dimension'],
  nationalCode: ['code', ['national_code'], null, 'dimension'],
  countUnit: ['code', ['count_unit'], 'countUnits', 'dimension'],
  level: ['code', ['level'], 'marketLevels', 'dimension'],
  extent: ['code', ['extent'], 'extents', 'dimension'],
  containsOwn: ['boolean', ['contains_own']],
  placeNote: ['text', ['place_note']],
  reference: ['text', ['reference']],
  publication: ['text', ['publication']],
  wording: ['code', ['wording'], 'wordings'],
  wordingPrinted: ['text', ['wording_printed']],
  status: ['code', ['status'], null],
  publishedOn: ['text', ['published_on']],
  confidence: ['code', ['confidence'], 'confidences'],
};

const seizure: Readonly<Record<string, Row>> = {
  ...shared,
  value: ['value', ['quantity', 'printed', 'unit']],
  date: ['time', ['date', 'date_precision'], null, 'dimension', 'required'],
  dateRole: ['code', ['date_role'], 'dateRoles'],
  registeredOn: ['time', ['registered_on']],
  reference: ['text', ['reference'], null, 'dimension'],
  seizingCountry: ['code', ['seizing_country'], 'countries', 'dimension', 'required'],
  creditedTo: ['code', ['credited_to'], 'countries'],
  placeLevel: ['code', ['place_level'], 'placeLevels', 'required'],
  substance: ['code', ['substance'], 'substances', 'dimension', 'required'],
  substancePrinted: ['text', ['substance_printed']],
  massBasis: ['code', ['mass_basis'], 'massBases'],
  estimated: ['boolean', ['estimated']],
  originCountry: ['code', ['origin_country'], 'countries'],
  departureCountry: ['code', ['departure_country'], 'countries'],
  destinationCountry: ['code', ['destination_country'], 'countries'],
  transportMode: ['code', ['transport_mode'], 'transportModes'],
  concealment: ['code', ['concealment'], 'concealments'],
  coverLoadHs: ['text', ['cover_load_hs']],
  containerKey: ['text', ['container_key']],
  caseKey: ['text', ['case_key']],
  controlledDelivery: ['code', ['controlled_delivery'], null],
  publicationRestriction: ['code', ['publication_restriction'], null],
  arrests: ['number', ['arrests']],
};

function fieldsOf(rows: Readonly<Record<string, Row>>): Readonly<Record<string, Field>> {
  return Object.fromEntries(
    Object.entries(rows).map(([name, [kind, columns, list, ...marks]]) => [
      name,
      {
        kind,
        columns,
        list: list ?? null,
        dimension: marks.includes('dimension'),
        required: marks.includes('required'),
      },
    ]),
  );
}

/** The fields a description may map to, for each kind of record. */
export const fields: Readonly<Record<'observation' | 'seizure', Readonly<Record<string, Field>>>> =
  { observation: fieldsOf(observation), seizure: fieldsOf(seizure) };

/**
 * Whether a record may lack what a column fills: a mark that `missingValues` declares says there that nothing is known, and elsewhere
 * is no code.
 */
export function mayBeUnknown(
  field: Field,
  { to, required }: { readonly to: string; readonly required: boolean },
): boolean {
  return !required && (!field.required || to === 'unit');
}

/** The table of each kind of record, and its column that holds the value. */
export const recordTables: Readonly<
  Record<
    'observation' | 'seizure',
    {
      readonly table: string;
      readonly value: string;
      readonly columns: typeof observationTable;
      readonly defaults: Readonly<Record<string, string>>;
    }
  >
> = {
  observation: {
    table: 'observation',
    value: 'value',
    columns: observationTable,
    defaults: { extent: 'whole' },
  },
  seizure: {
    table: 'seizure',
    value: 'quantity',
    columns: seizureTable,
    defaults: {
      date_role: 'seizure',
      mass_basis: 'unknown',
      estimated: 'false',
      controlled_delivery: 'unknown',
      publication_restriction: 'none',
    },
  },
};

/** The column by which a record tells a field; a part of a year by the period that it narrows. */
export function tellingColumn(record: 'observation' | 'seizure', field: string): string {
  if (field === 'periodPart') return 'period_start';
  return ownValue(fields[record], field)?.columns[0] ?? field;
}

/** The parser of a field where the description names none. */
export function defaultParser(field: Field): Parser {
  if (field.kind === 'value') return 'number';
  if (field.kind === 'time') return 'period';
  if (field.kind === 'number') return 'integer';
  if (field.kind === 'boolean') return 'boolean';
  return field.kind === 'code' ? 'code' : 'string';
}
