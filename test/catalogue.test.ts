import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { ingest, loadSource } from '@samenbeeld/ingest';
import { catalogue, catalogueFolder, sampleFile } from '@samenbeeld/sources';
import { describe, expect, it } from 'vitest';

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** What a sample must become: REGEN=1 writes it anew, for a person to read before it is committed. */
async function resultOf(id: string): Promise<Readonly<Record<string, unknown>>> {
  const engine = await openEngine();
  try {
    const source = loadSource(catalogueFolder(id));
    const { conservation, issues } = await ingest(engine, source, [sampleFile(id)]);
    const rows = await engine.rows<Row>(
      `select * from ${source.record} order by origin_line, origin_column`,
    );
    const [counted] = conservation;
    return {
      file: basename(sampleFile(id)),
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
    await engine.close();
  }
}

const allowed =
  /^(?:source\.yaml|expected\.json|sample(?:_\d{4})?\.(?:csv|tsv|xlsx|json)|[a-z-]+\.csv)$/;

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

  describe.each(catalogue())('%s', (id) => {
    const folder = catalogueFolder(id);

    it('holds a description, its crosswalks, one sample and what becomes of it, and nothing else', () => {
      const files = readdirSync(folder);
      expect(files.filter((name) => !allowed.test(name))).toEqual([]);
      expect(files.filter((name) => name.startsWith('sample'))).toHaveLength(1);
      const used = readFileSync(`${folder}/source.yaml`, 'utf8');
      const idle = files.filter(
        (name) => name.endsWith('.csv') && !name.startsWith('sample') && !used.includes(name),
      );
      expect(idle).toEqual([]);
    });

    it('is described under the name of its folder, with a licence, a citation and a counting rule', () => {
      const { id: name, source, definitions } = loadSource(folder);
      expect(name).toBe(id);
      expect(source.licence).not.toBe('');
      expect(source.citation).not.toBe('');
      for (const { countingRule } of definitions)
        for (const text of Object.values(countingRule)) expect(text.length).toBeGreaterThan(20);
    });

    it('makes of its sample what is expected', async () => {
      const path = `${folder}/expected.json`;
      const result = await resultOf(id);
      if (process.env['REGEN'] === '1') writeFileSync(path, `${JSON.stringify(result, null, 1)}\n`);
      expect(existsSync(path)).toBe(true);
      expect(JSON.parse(JSON.stringify(result))).toEqual(JSON.parse(readFileSync(path, 'utf8')));
    });
  });
});
