import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import {
  type IngestOptions,
  type IngestResult,
  ingest,
  loadSource,
  type SourceDescription,
} from '@samenbeeld/ingest';
import { stringify } from 'yaml';

/** A row of the table of records. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A text of four languages. */
export const text = {
  nl: 'Elke rij telt.',
  fr: 'Chaque ligne compte.',
  de: 'Jede Zeile zählt.',
  en: 'Each row counts.',
};

/** The least a description says; a test adds what it is about. */
const least = {
  source: 'test-source',
  title: text,
  publisher: 'NL_POL',
  country: 'NL',
  kind: 'register',
  language: 'nl',
  licence: 'CC0-1.0',
  citation: 'Made for a test',
  grade: 'A1',
  handling: 'public',
  record: 'observation',
  file: { format: 'csv', encoding: 'utf-8', delimiter: ';' },
  definitions: [{ id: 'test', countUnit: 'offence', dateRole: 'registration', rule: text }],
  constants: { metric: 'offences', unit: 'offence', basis: 'recorded' },
  columns: {
    Plaats: { to: 'place' },
    Jaar: { to: 'period', as: 'year' },
    Aantal: { to: 'value', as: 'integer' },
  },
};

/** Something that a test lays out on disk. */
export interface Fixture {
  /** Keys of the description that differ from the least. */
  readonly description?: Readonly<Record<string, unknown>>;
  /** Crosswalks by name. */
  readonly beside?: Readonly<Record<string, string>>;
  /** Files by name; a text is the one file `test.csv`. */
  readonly files?: string | Readonly<Record<string, string>>;
  /** Other descriptions that the file might fit. */
  readonly catalogue?: readonly Readonly<Record<string, unknown>>[];
}

async function inFolder<Result>(
  use: (folder: string) => Promise<Result> | Result,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function write(folder: string, { description = {}, beside = {} }: Fixture): SourceDescription {
  for (const [name, content] of Object.entries(beside)) writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, 'source.yaml'), stringify({ ...least, ...description }));
  return loadSource(join(folder, 'source.yaml'));
}

/** Loads a description. */
export function described(fixture: Fixture): Promise<SourceDescription> {
  return inFolder((folder) => write(folder, fixture));
}

/** Ingests the files of a fixture and returns what came of them. */
export function ingested(
  fixture: Fixture,
  options: Pick<IngestOptions, 'records'> = {},
): Promise<IngestResult & { readonly rows: readonly Row[] }> {
  return inFolder(async (folder) => {
    const source = write(folder, fixture);
    const files =
      typeof fixture.files === 'string' ? { 'test.csv': fixture.files } : (fixture.files ?? {});
    const paths = Object.entries(files).map(([name, content]) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    });
    const others = (fixture.catalogue ?? []).map((description) => write(folder, { description }));
    const engine = await openEngine({ threads: 1 });
    try {
      const result = await ingest(engine, source, paths, {
        ...options,
        catalogue: () => others,
      });
      const rows = await engine.rows<Row>(
        `select * from ${source.record} order by origin_file, origin_line, origin_column`,
      );
      return { ...result, rows };
    } finally {
      await engine.close();
    }
  });
}

/** Ingests files laid out in folders; they are given in the order of their paths, or turned round. */
export async function together(
  files: Readonly<Record<string, string>>,
  { description, turned = false }: Fixture & { readonly turned?: boolean } = {},
): Promise<IngestResult & { readonly rows: readonly Row[] }> {
  const source = await described({ description: description ?? {} });
  const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
  const engine = await openEngine({ threads: 1 });
  try {
    const paths = Object.entries(files).map(([name, content]) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    });
    const result = await ingest(engine, source, turned ? paths.toReversed() : paths);
    const rows = await engine.rows<Row>(
      `select * from ${source.record} order by origin_file, origin_line, origin_column`,
    );
    return { ...result, rows };
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true });
  }
}

/** Some columns of the rows, as a table to read. */
export function table(rows: readonly Row[], ...columns: readonly string[]): readonly string[] {
  return rows.map((row) => columns.map((column) => String(row[column])).join(' | '));
}

/** The message of an error that is thrown. */
export async function messageOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return error instanceof Error
      ? error.message.replace(/ingest-\w{6}/g, 'FOLDER')
      : String(error);
  }
  return 'nothing was thrown';
}
