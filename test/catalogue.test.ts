import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Engine, openEngine } from '@samenbeeld/engine';
import { checkedDescription, ingest, loadSource } from '@samenbeeld/ingest';
import { catalogue, catalogueFolder, checkedSources, sampleFiles } from '@samenbeeld/sources';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Row = Readonly<Record<string, string | number | boolean | null>>;

interface Result {
  readonly file: string;
  readonly conservation: Readonly<Record<string, unknown>>;
  readonly issues: readonly string[];
  readonly records: readonly Row[];
}

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ threads: 1 });
});
afterAll(() => engine.close());

/** What a sample must become: REGEN=1 writes it anew, for a person to read before it is committed. */
async function resultOf(id: string, sample: string): Promise<Result> {
  try {
    const source = loadSource(catalogueFolder(id));
    const { conservation, issues } = await ingest(engine, source, [sample]);
    const rows = await engine.rows<Row>(
      `select * from ${source.record} order by origin_line, origin_column, origin_sheet`,
    );
    const [counted] = conservation;
    return {
      file: basename(sample),
      conservation: { ...counted, file: undefined, source: undefined, sha256: undefined },
      issues: issues.map(
        ({ severity, rule, line, column }) =>
          `${severity} ${rule} line ${line ?? '-'} ${column ?? '-'}`,
      ),
      records: rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).filter(
            ([name, value]) => value !== null && !['source', 'origin_file'].includes(name),
          ),
        ),
      ),
    };
  } finally {
    for (const table of await engine.tables()) await engine.run(`drop table "${table}"`);
  }
}

/** `sample.csv` and `sample.json` are one table in two formats; `sample_2014.xlsx` is another edition. */
const stemOf = (file: string): string => basename(file).replace(/\.[^.]+$/, '');

/** A record without what depends on the format: its id, and where it stood. */
function meaningOf(record: Row): string {
  const told = Object.entries(record).filter(([name]) => name !== 'id' && !/^origin_/.test(name));
  return JSON.stringify(told.sort());
}

const ending = '(?:csv|tsv|xlsx|json|ndjson|parquet)';
const allowed = new RegExp(
  `^(?:source\\.yaml|expected\\.json|sample(?:_[a-z0-9-]+)?\\.${ending}|[a-z-]+\\.csv)$`,
);

describe('the catalogue', () => {
  it('has the sources that the pictures need', () => {
    expect(catalogue()).toEqual(
      expect.arrayContaining([
        'bka-pks-laender',
        'bka-pks-zeitreihe',
        'eurostat-crim-off-cat',
        'exercise-be-customs',
        'exercise-fr',
        'exercise-lu-customs',
        'exercise-lu-police',
        'exercise-nl-harc',
        'exercise-nrw',
        'politie-47013ned',
        'politie-47022ned',
        'published-claims',
        'ssmsi-regions',
        'statbel-population',
        'unodc-prices',
        'unodc-seizures',
      ]),
    );
  });

  it('has more than twenty sources of real figures', () => {
    const real = catalogue().filter((id) => !loadSource(catalogueFolder(id)).source.synthetic);
    expect(real.length).toBeGreaterThan(20);
  });

  describe.each(catalogue())('%s', (id) => {
    const folder = catalogueFolder(id);
    const samples = sampleFiles(id);

    it('holds a description, its crosswalks, samples and what becomes of them, and nothing else', () => {
      const files = readdirSync(folder);
      expect(files.filter((name) => !allowed.test(name))).toEqual([]);
      expect(samples.length).toBeGreaterThan(0);
      const used = readFileSync(`${folder}/source.yaml`, 'utf8');
      const idle = files.filter(
        (name) => name.endsWith('.csv') && !name.startsWith('sample') && !used.includes(name),
      );
      expect(idle).toEqual([]);
    });

    it('makes of its samples what is expected', async () => {
      const path = `${folder}/expected.json`;
      const results: Result[] = [];
      for (const sample of samples) results.push(await resultOf(id, sample));
      const result = results.length === 1 ? results[0] : { samples: results };
      if (process.env['REGEN'] === '1') writeFileSync(path, `${JSON.stringify(result, null, 1)}\n`);
      expect(existsSync(path)).toBe(true);
      expect(JSON.parse(JSON.stringify(result))).toEqual(JSON.parse(readFileSync(path, 'utf8')));
      for (const { records, conservation } of results) {
        expect(records.length).toBeGreaterThan(0);
        expect((conservation['lines'] as { total: number }).total).toBeLessThanOrEqual(60);
      }
    });

    it('makes the same records of a table in each of its formats', () => {
      const { samples: all = [] } = JSON.parse(readFileSync(`${folder}/expected.json`, 'utf8')) as {
        readonly samples?: readonly Result[];
      };
      for (const { file, records } of all) {
        const twin = all.find((other) => stemOf(other.file) === stemOf(file));
        expect(records.map(meaningOf).sort()).toEqual(twin?.records.map(meaningOf).sort());
      }
      expect(new Set(samples).size).toBe(samples.length);
    });
  });
});

describe('checkedSources()', () => {
  it('is what a check gives of each description of the catalogue', () => {
    const checked = checkedSources();
    expect(checked.size).toBe(catalogue().length);
    for (const id of catalogue()) {
      const text = readFileSync(`${catalogueFolder(id)}/source.yaml`, 'utf8');
      const kept = checked.get(createHash('sha256').update(text).digest('hex'));
      expect(kept, id).toEqual(checkedDescription(text, id));
    }
  });

  it('says nothing of a text that was changed since: it is checked again', () => {
    const folder = mkdtempSync(join(tmpdir(), 'checked-'));
    try {
      const text = readFileSync(`${catalogueFolder('unodc-prices')}/source.yaml`, 'utf8');
      const load = (changed: string): unknown => {
        writeFileSync(join(folder, 'source.yaml'), changed);
        return loadSource(folder, checkedSources());
      };
      expect(() => load(`${text}\nunknownKey: 1\n`)).toThrow('unknownKey');
      expect(() => load(text.replace(/^citation: .*$/mu, 'citation: jan@example.org'))).toThrow(
        'looks like data of a person',
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
