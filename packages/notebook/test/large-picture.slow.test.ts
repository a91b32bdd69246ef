// A picture of more rows than are at hand without waiting, and the parts of it that answer a question.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settle } from '@samenbeeld/merge';
import { isRefused, joint, open, type Picture } from '@samenbeeld/notebook';
import { RefusalError } from '@samenbeeld/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePicture } from '../../../test/bench/million/make-picture.ts';

const cell = { place: 'NLVLI', substance: 'heroïne', basis: 'seized_in_territory' } as const;

describe('a picture of 120,000 seizures', () => {
  const parent = mkdtempSync(join(tmpdir(), 'samenbeeld-large-'));
  let picture: Picture;
  beforeAll(async () => {
    const folder = join(parent, 'picture');
    await makePicture(folder, { observations: 500, seizures: 120_000 });
    // A file this large is not read to open it.
    writeFileSync(join(folder, 'data/seizure.csv'), 'not what was written');
    picture = await open(folder);
  }, 120_000);
  afterAll(async () => {
    await picture.close();
    rmSync(parent, { recursive: true });
  });

  const refusal = (ask: () => unknown): string => {
    try {
      ask();
    } catch (error) {
      if (error instanceof RefusalError) return error.message;
    }
    return 'no refusal';
  };

  test('is views of its files, and no table', async () => {
    const { engine } = picture.stored;
    expect(await engine.rows('select table_name from duckdb_tables()')).toEqual([]);
    expect(await engine.tables()).toEqual(['decision', 'double_report', 'observation', 'seizure']);
  });

  test('says by name what must be waited for', () => {
    const chosen = picture.seizures.where(cell);
    expect(refusal(() => chosen.rows)).toBe(
      'This picture holds 120,000 seizures; without waiting at most 100,000 are at hand. Write `await ….async.rows()`; for tables, totals and trends, `const part = await ….load()`.',
    );
    expect(refusal(() => chosen.size)).toContain('`await ….async.size()`');
    expect(refusal(() => chosen.arquero())).toContain('`await ….async.arquero()`');
    expect(refusal(() => chosen.table())).toContain('`(await ….load()).table()`');
    expect(refusal(() => picture.doubleReports)).toContain('….load()');
    expect(isRefused(joint(chosen))).toBe(true);
    expect(() => picture.seizures.where({ place: 'Nowhere' })).toThrow('Nowhere');
  });

  test('has the other kind at hand, and says how much there is of each', () => {
    expect(picture.observations.size).toBe(500);
    expect(picture.extent.seizures.size).toBe(120_000);
    const [output] = picture.outputs();
    expect(output?.['text/plain']).toContain('120,500 rows');
  });

  test('answers what is awaited as a test of every row does', async () => {
    const all = await picture.stored.engine.rows<Record<string, string>>(
      'select id, place, substance, basis, date, agencies, source from seizure',
    );
    expect(await picture.seizures.async.size()).toBe(all.length);
    const chosen = picture.seizures
      .where(cell)
      .where({ from: '2020-03', to: 2021, agency: 'NL_OM' });
    const expected = all
      .filter(
        (row) =>
          row['place'] === 'NLVLI' &&
          row['substance'] === 'HER' &&
          row['basis'] === 'seized_in_territory' &&
          String(row['date']) >= '2020-03-01' &&
          String(row['date']) <= '2021-12-31' &&
          row['agencies'] === 'NL_OM',
      )
      .map(({ id }) => id)
      .sort();
    const rows = await chosen.async.rows();
    expect(rows.map(({ id }) => id).sort()).toEqual(expected);
    expect(expected.length).toBeGreaterThan(5);
    expect(rows.map(({ date }) => date)).toEqual(rows.map(({ date }) => date).sort());
    expect(await chosen.async.size()).toBe(expected.length);
    expect((await chosen.async.arquero()).numRows()).toBe(expected.length);
    const heavy = chosen.filter(({ quantity }) => (quantity ?? 0) > 2000);
    expect(await heavy.async.size()).toBe(
      rows.filter(({ quantity }) => (quantity ?? 0) > 2000).length,
    );
    const wide = picture.seizures.where({ place: 'NL', substance: 'CAN', year: [2012, 2013] });
    expect(await wide.async.size()).toBe(
      all.filter(
        ({ place, substance, date }) =>
          place?.startsWith('NL') && substance?.startsWith('CAN') && /^201[23]/.test(String(date)),
      ).length,
    );
    expect(
      await picture.seizures.where({ agencies: 'BE_POL', source: 'office-a' }).async.size(),
    ).toBe(
      all.filter(({ agencies, source }) => source === 'office-a' && agencies === 'BE_POL').length,
    );
  });

  test('totals a part as the same rows in a picture of their own are totalled', async () => {
    const part = await picture.seizures.where(cell).load();
    expect(part.size).toBe(await picture.seizures.where(cell).async.size());
    const found = joint(part);
    if (isRefused(found)) throw new Error(found.reason);
    const where = "substance = 'HER' and basis = 'seized_in_territory'";
    const seizures = await picture.stored.seizures({ where });
    const question = { ...cell, substance: 'HER', metric: 'quantity', unit: 'kg' };
    const observations = picture.observations.rows;
    const whole = settle({ observations, seizures, pairs: [], seed: 1 }, question);
    expect(found.totals.map(({ period, reported }) => [period, reported])).toEqual(
      whole.totals.map(({ period, reported }) => [period, reported]),
    );
    expect(refusal(() => part.table())).toBe('no refusal');
  }, 120_000);

  test('refuses to load what nobody can hold, and stops when it is told to', async () => {
    await expect(picture.seizures.where({ place: 'NLVLI' }).load()).rejects.toThrow(
      '120,000 seizures may speak about this, and at most 100,000 are read at once. Name the place, the drug, the basis and the measure.',
    );
    await expect(picture.seizures.load()).rejects.toThrow('Name it');
    const stop = new AbortController();
    const asked = picture.seizures.async.rows({ signal: stop.signal });
    stop.abort();
    await expect(asked).rejects.toThrow('cancelled before it was done');
    expect(await picture.seizures.where({ ...cell, year: 2020 }).async.size()).toBeGreaterThan(0);
  });
});
