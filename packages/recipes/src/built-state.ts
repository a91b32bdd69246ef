import { basename } from 'node:path';
import {
  type Conflict,
  type Conservation,
  type Decision,
  type JointTotal,
  type Observation,
  observationFromRow,
  type Seizure,
  seizureFromRow,
  type TableRow,
  totalFromStored,
} from '@samenbeeld/schema';
import type {
  Picture,
  PictureDescription,
  PictureInput,
  PictureQuery,
  PictureRows,
} from '@samenbeeld/store';

/** What an analysis found, as it is kept. */
export interface FoundValue {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

type Row = Readonly<Record<string, unknown>>;

export interface ConflictRow
  extends Pick<Conflict, 'key' | 'subject' | 'place' | 'substance' | 'basis' | 'state'> {
  readonly period_start: string;
  readonly period_end: string;
  readonly explanation: string;
  readonly decision: string | null;
}

export interface DecisionRow extends Omit<Decision, 'takenOn'> {
  readonly taken_on: string | null;
  readonly in_force: boolean;
  readonly applies: boolean;
  /** Absent in pictures of earlier versions. */
  readonly changed?: string | null;
}

export type FindingRow = FoundValue &
  Record<'kind' | 'subject' | 'unit' | 'method' | 'definition', string>;

export interface CountedInput extends PictureInput {
  readonly records: number | null;
}

type Conserved = Pick<Conservation, 'source' | 'file' | 'records'>;

/** A built picture as far as it is compared. */
export interface BuiltState {
  readonly name: string;
  readonly asOf: string | null;
  readonly inputs: readonly CountedInput[];
  readonly totals: readonly JointTotal[];
  readonly conflicts: readonly ConflictRow[];
  readonly decisions: readonly DecisionRow[];
  readonly findings: readonly FindingRow[];
  /** Subjects of the pairs of records to decide. */
  readonly pairs: ReadonlySet<string>;
  /** The records of these ids, as far as it holds them. */
  records(ids: readonly string[]): Promise<ReadonlyMap<string, Observation | Seizure>>;
}

function stateFrom(
  { name, asOf, inputs }: PictureDescription,
  tables: Readonly<
    Record<'totals' | 'conflicts' | 'decisions' | 'findings' | 'pairs' | 'files', unknown>
  >,
  records: BuiltState['records'],
): BuiltState {
  const pairs = tables.pairs as readonly { readonly key: string; readonly verdict: string }[];
  const files = tables.files as readonly Conserved[];
  return {
    ...{ name, asOf: asOf ?? null, records },
    inputs: inputs.map((input) => {
      const own = files.filter(
        ({ source, file }) => source === input.source && file === basename(input.file),
      );
      return { ...input, records: own.length === 1 ? (own[0] as Conserved).records : null };
    }),
    totals: (tables.totals as readonly { readonly detail: string }[]).map(({ detail }) =>
      totalFromStored(detail),
    ),
    conflicts: tables.conflicts as readonly ConflictRow[],
    decisions: tables.decisions as readonly DecisionRow[],
    findings: tables.findings as readonly FindingRow[],
    pairs: new Set(pairs.filter(({ verdict }) => verdict === 'candidate').map(({ key }) => key)),
  };
}

/** Whether a picture was built, and not only read in: it has joint totals and decisions. */
export function isBuilt(picture: Pick<Picture, 'has'>): boolean {
  return picture.has('joint_total') && picture.has('decision');
}

/** What a stored picture says, for `changesSince`. Records are asked of it later, so it stays open. */
export async function builtState(picture: Picture): Promise<BuiltState> {
  const { engine } = picture;
  const rows = async (table: string, columns = '*'): Promise<readonly Row[]> =>
    picture.has(table) ? engine.rows(`select ${columns} from ${table}`) : [];
  const found = async (table: string, ids: readonly string[]): Promise<readonly TableRow[]> =>
    picture.has(table)
      ? engine.rows<TableRow>(`select * from ${table} where id in (select unnest($1))`, [[...ids]])
      : [];
  return stateFrom(
    picture.metadata,
    {
      totals: await rows('joint_total', 'detail'),
      conflicts: await rows('conflict'),
      decisions: await rows('decision'),
      findings: await rows('finding'),
      pairs: await rows('double_report', 'key, verdict'),
      files: await rows('conservation', 'source, file, records'),
    },
    async (ids) => {
      if (ids.length === 0) return new Map();
      const records = [
        ...(await found('observation', ids)).map(observationFromRow),
        ...(await found('seizure', ids)).map(seizureFromRow),
      ];
      return new Map(records.map((record) => [record.id, record]));
    },
  );
}

/** What a picture says that is about to be written, from its tables. */
export function stateToWrite(
  metadata: PictureDescription,
  tables: readonly (PictureRows | PictureQuery)[],
  {
    observations,
    seizures,
  }: {
    readonly observations: readonly Observation[];
    readonly seizures: readonly Seizure[];
  },
): BuiltState {
  const rows = (name: string): readonly Row[] => {
    const table = tables.find((one) => one.name === name);
    if (!table || !('rows' in table)) return [];
    const columns = table.columns.map((column) => column.name);
    return [...table.rows].map((cells) =>
      Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? null])),
    );
  };
  return stateFrom(
    metadata,
    {
      totals: rows('joint_total'),
      conflicts: rows('conflict'),
      decisions: rows('decision'),
      findings: rows('finding'),
      pairs: rows('double_report'),
      files: rows('conservation'),
    },
    async (ids) => {
      const wanted = new Set(ids);
      const records = [...observations, ...seizures].filter(({ id }) => wanted.has(id));
      return new Map(records.map((record) => [record.id, record]));
    },
  );
}
