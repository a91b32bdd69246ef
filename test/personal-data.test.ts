import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { openPicture } from '@samenbeeld/store';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from './command.ts';
import { samenbeeld } from './one-process.ts';
import { exercise, exerciseFile, pictures, published, startFrom, temporary } from './pictures.ts';

interface Truth {
  readonly defects: readonly {
    readonly kind: string;
    readonly file: string;
    readonly line: number;
    readonly rule: string | null;
    readonly value: string | null;
    readonly detector: string | null;
  }[];
}

const truth = JSON.parse(readFileSync(`${root}/fixtures/exercise/truth.json`, 'utf8')) as Truth;
const planted = truth.defects.filter(({ kind }) => kind === 'personal-data');

/** The value as planted, and without the marks that print it, in case an output prints it otherwise. */
const spellings = planted.flatMap(({ value }) => {
  const bare = (value ?? '').replace(/[\s.\-+/]/g, '');
  return bare === value ? [value] : [value ?? '', bare];
});

/** The texts in a zip file (a workbook), each part inflated. */
function unzipped(bytes: Buffer): readonly string[] {
  const parts: string[] = [];
  let at = bytes.indexOf('PK\x01\x02', 0, 'latin1');
  while (at >= 0) {
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(start, start + size);
    parts.push((method === 8 ? inflateRawSync(body) : body).toString('utf8'));
    at = bytes.indexOf('PK\x01\x02', at + 46, 'latin1');
  }
  return parts;
}

function textsOf(path: string): readonly string[] {
  const bytes = readFileSync(path);
  if (path.endsWith('.xlsx')) return unzipped(bytes);
  return [bytes.toString('latin1'), bytes.toString('utf8')];
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** Where a planted value is found. */
function found(texts: readonly (readonly [string, readonly string[]])[]): readonly string[] {
  return texts.flatMap(([name, parts]) =>
    spellings
      .filter((value) => value && parts.some((text) => text.includes(value)))
      .map((value) => `${name}: a ${value?.length}-character planted value`),
  );
}

const texts = (folder: string) => filesUnder(folder).map((path) => [path, textsOf(path)] as const);

test('the exercise plants every kind of personal data, and its files do hold them', () => {
  expect([...new Set(planted.map(({ detector }) => detector))].sort()).toEqual([
    'be-national-number',
    'bsn',
    'e-mail',
    'iban',
    'lu-matricule',
    'phone',
    'plate',
  ]);
  expect(planted.every(({ value }) => value !== null && value.length > 5)).toBe(true);
  const files = [...new Set(planted.map(({ file }) => file))];
  for (const file of files) {
    const hits = found([[file, textsOf(`${root}/fixtures/exercise/${file}`)]]);
    const own = planted.filter((defect) => defect.file === file);
    expect(hits.length, file).toBeGreaterThanOrEqual(own.length);
  }
});

describe('planted personal data are nowhere', () => {
  test.each([
    ['exercise', exercise],
    ['published', published],
  ])('in a file of the %s picture: page, tables, Parquet, workbooks', (_, folder) => {
    const all = texts(folder);
    expect(all.length).toBeGreaterThan(20);
    expect(found(all)).toEqual([]);
  });

  test('in a value of a Parquet table, however it is encoded', async () => {
    const picture = await openPicture(exercise);
    const tables = readdirSync(`${exercise}/data`)
      .filter((name) => name.endsWith('.parquet'))
      .map((name) => name.replace('.parquet', ''));
    const all: (readonly [string, readonly string[]])[] = [];
    for (const table of tables) all.push([table, [JSON.stringify(await picture.rows(table))]]);
    await picture.close();
    expect(all.length).toBeGreaterThan(5);
    expect(found(all)).toEqual([]);
  });

  test('in what a build printed, or keeps between builds', () => {
    const log = readFileSync(`${exercise}.log`, 'utf8');
    expect(log).toContain('EXERCISE');
    expect(found([['log', [log]]])).toEqual([]);
    const kept = `${pictures}/.samenbeeld-cache`;
    expect(found(existsSync(kept) ? texts(kept) : [])).toEqual([]);
  });

  describe('in what other commands print', () => {
    const printed: (readonly [string, readonly string[]])[] = [];

    beforeAll(async () => {
      const out = `${temporary('personal')}/out`;
      const fixtures = `${root}/fixtures/exercise`;
      startFrom(exercise, `${out}-again`);
      const commands: readonly (readonly string[])[] = [
        ['build', exerciseFile, '--out', `${out}-again`, '--json'],
        ['decide', exerciseFile, '--json'],
        ['why', exercise, 'NSP cocaine 2022', '--json'],
        ['why', exercise, 'NSP cocaine 2024'],
        [
          'ingest',
          'exercise-be-customs',
          `${fixtures}/be-douane-2018-2025.xlsx`,
          '--out',
          `${out}-be`,
        ],
        [
          'ingest',
          'exercise-nl-harc',
          `${fixtures}/nl-harc-2018-2025.csv`,
          '--out',
          `${out}-nl`,
          '--json',
        ],
        // A file under another source's name fails, and its message quotes the file.
        ['ingest', 'exercise-fr', `${fixtures}/nl-harc-2018-2025.csv`, '--out', `${out}-wrong`],
        [
          'ingest',
          'published-claims',
          `${fixtures}/lu-police-2018-2025.csv`,
          '--out',
          `${out}-wrong`,
        ],
      ];
      for (const args of commands) {
        const { stdout, stderr } = await samenbeeld(args);
        printed.push([args.slice(0, 2).join(' '), [stdout, stderr]]);
      }
      for (const folder of [`${out}-be`, `${out}-nl`]) printed.push(...texts(folder));
    });

    test('build, decide, why and ingest, with --json and without', () => {
      expect(printed.every(([, parts]) => parts.join('').length > 0)).toBe(true);
      expect(found(printed)).toEqual([]);
    });

    test('while the issues name the place and the detector', async () => {
      const picture = await openPicture(exercise);
      const issues = await picture.rows<Record<string, unknown>>('issue');
      await picture.close();
      const quarantined = issues.filter(({ rule }) => String(rule).startsWith('personal-data.'));
      const places = (list: readonly { file?: unknown; line?: unknown; rule?: unknown }[]) =>
        list.map(({ file, line, rule }) => `${file}:${line} ${rule}`).sort();
      expect(places(quarantined)).toEqual(places(planted));
      expect(quarantined.every(({ value }) => value === null)).toBe(true);
    });
  });
});
