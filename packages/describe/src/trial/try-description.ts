import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Engine, removeTemporaryFolder, temporaryFolder } from '@samenbeeld/engine';
import {
  headingsOf,
  ingest,
  loadSource,
  openRule,
  recordTables,
  type SourceDescription,
  unsaidRule,
} from '@samenbeeld/ingest';
import type { TableReader } from '@samenbeeld/read';
import {
  type Conservation,
  InputError,
  type Issue,
  inEach,
  inFour,
  type Language,
  notShown,
  ownValue,
  RefusalError,
  type TableColumn,
  type TableRow,
  UsageError,
} from '@samenbeeld/schema';
import type { TimedDraft } from '../draft/build-draft.ts';
import type { CrosswalkFile, SampleRow, Trial } from '../file-description.ts';
import type { Persons } from '../persons/persons.ts';
import { askTrialEngine } from './trial-engine.ts';

/** Records shown of one row. */
const recordsShown = 2;

/** Fields that are the same on all records of a source, or say where a record stands. */
const silent: ReadonlySet<string> = new Set(['id', 'source', 'definition', 'printed']);

function recordOf(
  row: TableRow,
  columns: readonly TableColumn[],
  shows: (text: string) => boolean,
): Readonly<Record<string, string | number | boolean>> {
  return Object.fromEntries(
    columns.flatMap(({ name, field }) => {
      const value = ownValue(row, name);
      if (value === null || value === undefined || silent.has(field) || field.includes('.'))
        return [];
      return [[field, typeof value === 'string' && shows(value) ? notShown : value] as const];
    }),
  );
}

/** A few raw rows, from the beginning, the middle and the end, and the records that they became. */
function sampleRows(
  chosen: readonly number[],
  rows: readonly TableRow[],
  columns: readonly TableColumn[],
  { table, shows }: Persons,
): readonly SampleRow[] {
  const headings = [...headingsOf(table)];
  const byLine = new Map(
    table.rows.filter(({ line }) => chosen.includes(line)).map((row) => [row.line, row]),
  );
  return chosen.flatMap((line) => {
    const row = byLine.get(line);
    if (!row) return [];
    const own = rows.filter((record) => Number(record['origin_line']) === line);
    return [
      {
        line,
        before: Object.fromEntries(
          headings.map(([column, heading]) => [heading, row.cells[column.index] ?? null]),
        ),
        records: own.length,
        after: own
          .slice(0, recordsShown)
          .map((record) => recordOf(record, columns, (text) => shows(text, line))),
      },
    ];
  });
}

/** A file on which descriptions are tried. */
export interface TriedFile {
  readonly path: string;
  readonly reader: TableReader;
  readonly persons: Persons;
}

/** A file, and the description that is tried on it. */
export interface TrialInput extends TriedFile {
  readonly yaml: string;
  readonly crosswalks: readonly CrosswalkFile[];
}

/** What a description that is tried is called where it is named; a person reads "the proposal" for it. */
export const triedFile = 'draft/source.yaml';

/** Kinds of issues, each with how many there are; of rejections how many items, as a cell that is wrong rejects every figure of its row. */
function summed(
  issues: readonly Issue[],
  { rejections }: Conservation,
): (Trial & { kind: 'ingested' })['issues'] {
  const found = new Map<
    string,
    { rule: string; column: string | null; count: number; example: Issue }
  >();
  for (const issue of issues) {
    if (issue.severity === 'note' || [openRule, unsaidRule].includes(issue.rule)) continue;
    const whole = issue.rule.startsWith('check.');
    const key = `${issue.rule}\u0000${whole ? '' : issue.column}`;
    const before = found.get(key);
    if (before) before.count += 1;
    else
      found.set(key, {
        rule: issue.rule,
        column: whole ? null : issue.column,
        count: 1,
        example: issue,
      });
  }
  const kinds = [...found.values()];
  const told = (rule: string): number =>
    kinds.reduce((sum, kind) => sum + (kind.rule === rule ? kind.count : 0), 0);
  return kinds
    .map((kind) => {
      const items = kind.example.severity === 'rejection' ? ownValue(rejections, kind.rule) : null;
      const each = items ? items / told(kind.rule) : 1;
      return Number.isInteger(each) ? { ...kind, count: kind.count * each } : kind;
    })
    .sort((a, b) => b.count - a.count);
}

async function run(
  engine: Engine,
  source: SourceDescription,
  { path, reader, persons }: TriedFile,
): Promise<Trial> {
  const { conservation, issues, records } = await ingest(engine, source, [path], {
    draft: true,
    reader: () => reader,
  });
  const [own] = conservation;
  if (!own) {
    const says = inFour(
      'er is niets gelezen',
      'rien n’a été lu',
      'nichts wurde gelesen',
      'nothing was read',
    );
    return { kind: 'refused', problem: says.en, says };
  }
  const { table: name, columns, value } = recordTables[source.record];
  const list = columns.map((column) => column.name).join(', ');
  // Of several sheets, the lines of the one that was looked at.
  const { sheet } = persons.table;
  const ofSheet = sheet === null ? '' : ` and origin_sheet = '${sheet.replaceAll("'", "''")}'`;
  // The lines to show: one from the beginning, the middle and the end.
  const lines = await engine.rows<{ line: number }>(
    `with told as (select distinct origin_line as line from ${name} where ${value} is not null${ofSheet}), placed as (select line, row_number() over (order by line) - 1 as place, count(*) over () as n from told) select line from placed where place in (0, n // 2, n - 1) order by line`,
  );
  const chosen = lines.map(({ line }) => line);
  const rows = await engine.rows<TableRow>(
    `select ${list} from ${name} where origin_line in (${[...chosen, -1].join(', ')})${ofSheet} order by origin_line, origin_column, id`,
  );
  const time = source.record === 'seizure' ? ['date', 'date'] : ['period_start', 'period_end'];
  const [span] = await engine.rows<{ start: string | null; end: string | null }>(
    `select min(${time[0]}) as start, max(${time[1]}) as end from ${name}`,
  );
  return {
    kind: 'ingested',
    records,
    conservation: own,
    issues: summed(issues, own),
    samples: sampleRows(chosen, rows, columns, persons),
    period: span?.start && span.end ? { start: String(span.start), end: String(span.end) } : null,
  };
}

/** Fields of a record that a time which stands in would fill. */
const times: ReadonlySet<string> = new Set(['periodStart', 'periodEnd', 'date', 'datePrecision']);

/** The trial of a description that lacks its time: refused, with what becomes of the file once it is given, where it lacks nothing else. */
export async function tryTimed(input: TrialInput, timed: TimedDraft | null): Promise<Trial> {
  const tried = await tryDescription({ ...input, yaml: timed?.yaml ?? input.yaml });
  if (timed === null || tried.kind === 'refused') return tried;
  const says = inFour(
    'geen kolom, titel of bestandsnaam zegt welke periode de cijfers beslaan. Schrijf die achter `{field}:` onder `constants` (bijvoorbeeld {example})',
    'ni colonne, ni titre, ni nom de fichier ne dit quelle période les chiffres couvrent. Écrivez-la après `{field}:` sous `constants` (par exemple {example})',
    'keine Spalte, kein Titel und kein Dateiname sagt, welchen Zeitraum die Zahlen abdecken. Schreiben Sie ihn hinter `{field}:` unter `constants` (etwa {example})',
    'no column, title or file name says which period the figures cover. Write it behind `{field}:` under `constants` (such as {example})',
    { field: timed.field, example: timed.field === 'date' ? '2024-05-31' : '2024' },
  );
  const samples = tried.samples.map((sample) => ({
    ...sample,
    after: sample.after.map((record) =>
      Object.fromEntries(Object.entries(record).filter(([field]) => !times.has(field))),
    ),
  }));
  return { kind: 'refused', problem: says.en, says, once: { ...tried, samples, period: null } };
}

/** What became of a file, where what refuses it is an answer. */
async function refusedOr(trial: () => Promise<Trial>): Promise<Trial> {
  try {
    return await trial();
  } catch (error) {
    if (
      error instanceof InputError ||
      error instanceof RefusalError ||
      error instanceof UsageError
    ) {
      const own = inFour('het voorstel', 'la proposition', 'der Vorschlag', 'the proposal');
      const told = (words: string, language: Language): string =>
        words.replaceAll(triedFile, own[language]);
      const says = error instanceof RefusalError ? null : error.says;
      return {
        kind: 'refused',
        problem: told(error.message, 'en'),
        says: says && inEach((language) => told(says[language], language)),
      };
    }
    throw error;
  }
}

/** Ingests the file as a source, in an engine of its own, and says what became of it. */
export const trySource = (source: SourceDescription, input: TriedFile): Promise<Trial> =>
  refusedOr(() => askTrialEngine(input.path, (engine) => run(engine, source, input)));

/**
 * Ingests the file with a description that was only proposed, in an engine and a folder of its own, and says what
 * became of it. Nothing is left behind.
 */
export async function tryDescription(input: TrialInput): Promise<Trial> {
  const folder = temporaryFolder('trial');
  const yaml = join(folder, triedFile);
  const own = dirname(yaml);
  try {
    mkdirSync(own);
    writeFileSync(yaml, input.yaml);
    for (const { name, text } of input.crosswalks) writeFileSync(join(own, name), text);
    return await refusedOr(() =>
      askTrialEngine(input.path, (engine) => run(engine, loadSource(yaml), input)),
    );
  } finally {
    removeTemporaryFolder(folder);
  }
}
