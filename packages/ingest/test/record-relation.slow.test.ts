// Records as a table and as a view of what is kept of them: the same columns, types and cells, whatever the source.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { appendRecords, ingest, loadSource, removeRecords } from '@samenbeeld/ingest';
import { InputError } from '@samenbeeld/schema';
import { describe, expect, it } from 'vitest';

const catalogue = join(import.meta.dirname, '../../sources/catalogue');
const samples = readdirSync(catalogue, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) =>
    readdirSync(join(catalogue, name))
      .filter((file) => file.startsWith('sample'))
      .map((file) => [name, file] as const),
  );

async function told(id: string, file: string, records: 'table' | 'view') {
  const engine = await openEngine({ threads: 1 });
  try {
    const source = loadSource(join(catalogue, id));
    const result = await ingest(engine, source, [join(catalogue, id, file)], {
      draft: true,
      records,
    });
    return {
      issues: result.issues,
      conservation: result.conservation,
      columns: await engine.columns(`select * from ${source.record}`),
      rows: await engine.rows(`select * from ${source.record} order by id`),
      tables: await engine.tables(),
    };
  } finally {
    await engine.close();
  }
}

describe('records', () => {
  it('are the same as a view and as a table, for each sample of the catalogue', async () => {
    let rows = 0;
    for (const [id, file] of samples) {
      const view = await told(id, file, 'view');
      expect(view, `${id}/${file}`).toEqual(await told(id, file, 'table'));
      rows += view.rows.length;
    }
    expect(samples.length).toBeGreaterThan(40);
    expect(rows).toBeGreaterThan(500);
  }, 240_000);

  const politie = join(catalogue, 'politie-47022ned');
  const eurostat = join(catalogue, 'eurostat-crim-off-cat');

  it('of a table become the first part of a view, and later ones are added to it', async () => {
    const engine = await openEngine({ threads: 1 });
    const plain = await openEngine({ threads: 1 });
    const crf = join(catalogue, 'crf-lu');
    const [crfFile = ''] = readdirSync(crf).filter((name) => name.startsWith('sample'));
    const files = [
      [politie, 'sample.csv', 'table'],
      [eurostat, 'sample.tsv', 'view'],
      [crf, crfFile, 'table'],
    ] as const;
    for (const [folder, file, records] of files) {
      await ingest(engine, loadSource(folder), [join(folder, file)], { records });
      await ingest(plain, loadSource(folder), [join(folder, file)]);
    }
    const all = 'select * from observation order by id';
    expect(await engine.rows(all)).toEqual(await plain.rows(all));
    expect(await engine.columns(all)).toEqual(await plain.columns(all));
    expect(await engine.tables()).toEqual(['observation']);

    const known = (await plain.rows<Record<string, string>>(all)).map((row) => ({
      ...row,
      id: `again-${row['id']}`,
    }));
    for (const one of [engine, plain]) await appendRecords(one, 'observation', known);
    expect(await engine.rows(all)).toEqual(await plain.rows(all));
    await engine.close();
    await plain.close();
  });

  it('of a view stay as they are where an ingest fails', async () => {
    const engine = await openEngine({ threads: 1 });
    const sample = [join(politie, 'sample.csv')];
    await ingest(engine, loadSource(politie), sample, { records: 'view' });
    const all = 'select * from observation order by id';
    const before = await engine.rows(all);
    await expect(ingest(engine, loadSource(politie), sample)).rejects.toThrow(InputError);
    expect(await engine.rows(all)).toEqual(before);
    expect(await engine.tables()).toEqual(['observation']);
    await engine.close();
  });

  it('are removed with all that is kept for them, be they a table or a view', async () => {
    const engine = await openEngine({ threads: 1 });
    const sample = [join(politie, 'sample.csv')];
    for (const records of ['table', 'view'] as const) {
      const { records: count } = await ingest(engine, loadSource(politie), sample, { records });
      expect(count).toBeGreaterThan(0);
      await removeRecords(engine, 'observation');
      expect(await engine.tables()).toEqual([]);
    }
    const left = await engine.rows(
      "select table_name from information_schema.tables where table_schema = 'kept'",
    );
    expect(left).toEqual([]);
    await removeRecords(engine, 'observation');
    await engine.close();
  });

  it('of a view that was removed do not come back', async () => {
    const engine = await openEngine({ threads: 1 });
    const source = loadSource(politie);
    const sample = [join(politie, 'sample.csv')];
    const { records } = await ingest(engine, source, sample, { records: 'view' });
    await engine.run('drop view observation');
    await ingest(engine, source, sample, { records: 'view' });
    const [found] = await engine.rows<{ n: number }>('select count(*) as n from observation');
    expect(found?.n).toBe(records);
    await engine.close();
  });
});
