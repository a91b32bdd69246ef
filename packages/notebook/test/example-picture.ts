import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DoubleReport } from '@samenbeeld/merge';
import { open, type Picture } from '@samenbeeld/notebook';
import {
  type JointTotal,
  type Observation,
  observationTable,
  observationToRow,
  publicHandling,
  type Seizure,
  type Source,
  seizureTable,
  seizureToRow,
  storedTotal,
  type TableColumn,
  type TableRow,
} from '@samenbeeld/schema';
import { clearance, writePicture } from '@samenbeeld/store';
import { expect } from 'vitest';

/** What stands where an answer would, by its reason. */
export function refusal(reason: string | RegExp) {
  return {
    kind: 'refused',
    reason:
      typeof reason === 'string' ? expect.stringContaining(reason) : expect.stringMatching(reason),
  };
}

/** A whole observation: cocaine seized in the port of Vlissingen in 2022. */
export function observation(changes: Partial<Observation> = {}): Observation {
  const value = changes.value ?? 4157;
  return {
    kind: 'observation',
    id: 'o1',
    source: 'published-claims',
    reference: null,
    publication: null,
    metric: 'quantity',
    stat: 'sum',
    value,
    printed: String(value),
    wording: 'unmarked',
    wordingPrinted: null,
    unit: 'kg',
    missing: null,
    status: 'A',
    extent: 'whole',
    place: 'NLVLI',
    placeNote: null,
    basis: 'seized_in_port',
    containsOwn: null,
    agencies: ['NL_HARC'],
    substance: 'COC',
    offence: null,
    nationalCode: null,
    countUnit: null,
    definition: null,
    level: null,
    periodStart: '2022-01-01',
    periodEnd: '2022-12-31',
    freq: 'A',
    publishedOn: '2023-01',
    confidence: 'high',
    note: null,
    origin: { file: 'claims.csv', sheet: null, line: 2, column: 'K "value"', raw: String(value) },
    ...changes,
  };
}

/** A claim of one year, with the year in its id. */
export function claim(
  year: number,
  value: number,
  changes: Partial<Observation> = {},
): Observation {
  const { place = 'NLVLI', basis = 'seized_in_port' } = changes;
  return observation({
    id: `${place} ${basis} ${year} ${value}`,
    value,
    periodStart: `${year}-01-01`,
    periodEnd: `${year}-12-31`,
    ...changes,
  });
}

/** A whole seizure in the port of Vlissingen. */
export function seizure(changes: Partial<Seizure> = {}): Seizure {
  const quantity = changes.quantity ?? 216;
  return {
    kind: 'seizure',
    id: 's1',
    source: 'exercise-nl-harc',
    reference: null,
    seizingCountry: 'NL',
    creditedTo: ['NL'],
    agencies: ['NL_HARC'],
    date: '2022-03-14',
    datePrecision: 'day',
    dateRole: 'seizure',
    registeredOn: null,
    place: 'NLVLI',
    placeLevel: 'port',
    basis: 'seized_in_port',
    substance: 'COC',
    substancePrinted: null,
    quantity,
    printed: String(quantity),
    wording: 'unmarked',
    wordingPrinted: null,
    unit: 'kg',
    missing: null,
    massBasis: 'unknown',
    estimated: false,
    originCountry: null,
    departureCountry: null,
    destinationCountry: null,
    transportMode: null,
    concealment: null,
    coverLoadHs: null,
    containerKey: null,
    controlledDelivery: 'unknown',
    publicationRestriction: 'none',
    arrests: null,
    definition: null,
    note: null,
    origin: { file: 'harc.csv', sheet: null, line: 2, column: 'D', raw: String(quantity) },
    ...changes,
  };
}

function source(id: string, synthetic: boolean): Source {
  const title = { nl: id, fr: id, de: id, en: id };
  return {
    id,
    title,
    publisher: 'NL_HARC',
    country: 'NL',
    kind: 'claim_sheet',
    language: 'en',
    url: null,
    licence: 'CC-BY-4.0',
    citation: id,
    gradeSource: 'B',
    gradeInfo: '2',
    handling: publicHandling,
    synthetic,
  };
}

function table(name: string, columns: readonly TableColumn[], rows: readonly TableRow[]) {
  return {
    name,
    columns: columns.map((column) => ({ name: column.name, type: column.type })),
    rows: rows.map((row) => columns.map((column) => row[column.name] ?? null)),
  };
}

/** The folder of a picture of these records, and of the pairs that its build weighed, where it has them. */
export async function folderOf(
  observations: readonly Observation[],
  seizures: readonly Seizure[] = [],
  pairs: readonly Omit<DoubleReport, 'reasons' | 'prior'>[] | null = null,
  {
    totals = [],
    details = {},
  }: {
    readonly totals?: readonly JointTotal[];
    readonly details?: Readonly<Record<string, unknown>>;
  } = {},
): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), 'samenbeeld-notebook-')), 'picture');
  const synthetic = seizures.length > 0;
  const ids = [...new Set([...observations, ...seizures].map((record) => record.source))].sort();
  const title = { nl: 'Proef', fr: 'Essai', de: 'Probe', en: 'Trial' };
  await writePicture(
    folder,
    {
      metadata: {
        name: 'trial',
        title,
        asOf: '2026-06-30',
        sources: ids.map((id) => source(id, synthetic)),
        inputs: [],
        details,
      },
      tables: [
        { name: 'decision', columns: [{ name: 'id', type: 'VARCHAR' }], rows: [] },
        ...(observations.length > 0
          ? [table('observation', observationTable, observations.map(observationToRow))]
          : []),
        ...(seizures.length > 0
          ? [table('seizure', seizureTable, seizures.map(seizureToRow))]
          : []),
        {
          name: 'joint_total',
          columns: [{ name: 'detail', type: 'VARCHAR' }],
          rows: totals.map((total) => [JSON.stringify(storedTotal(total))]),
        },
        ...(pairs
          ? [
              {
                name: 'double_report',
                columns: [
                  ...['key', 'a', 'b', 'verdict', 'reasons', 'decision'].map((name) => ({
                    name,
                    type: 'VARCHAR' as const,
                  })),
                  { name: 'probability', type: 'DOUBLE' as const },
                  { name: 'weight', type: 'DOUBLE' as const },
                ],
                rows: pairs.map(({ key, a, b, verdict, decision, probability, weight }) => [
                  ...[key, a, b, verdict, '[]', decision],
                  probability,
                  weight,
                ]),
              },
            ]
          : []),
      ],
    },
    clearance(publicHandling, 'public', { synthetic }),
  );
  return folder;
}

/** A picture of these records, written and opened again. Seizures make it an exercise. */
export async function pictureOf(
  observations: readonly Observation[],
  seizures: readonly Seizure[] = [],
): Promise<Picture> {
  return open(await folderOf(observations, seizures));
}
