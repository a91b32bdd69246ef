import { type Engine, openEngine } from '@samenbeeld/engine';
import { exact, linkRecords, type NewRecords } from '@samenbeeld/linkage';
import { afterAll, beforeAll, expect, test } from 'vitest';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
  await engine.run(
    "create table be as select * from (values ('1', 'x'), ('2', 'x')) v(id, name); create table nl as select * from (values ('1', 'x'), ('3', 'x')) v(id, name)",
  );
});
afterAll(() => engine.close());

async function pairs(only: NewRecords): Promise<readonly string[]> {
  const links = await linkRecords(engine, {
    tables: [
      { table: 'be', id: 'id', name: 'police' },
      { table: 'nl', id: 'id' },
    ],
    link: 'all',
    blocking: [['name']],
    comparisons: [exact('name')],
    prior: 0.2,
    threshold: 1e-9,
    only,
  });
  const found = (await links.pairs()).map((p) => `${p.tableA} ${p.a} ${p.tableB} ${p.b}`).sort();
  await links.drop();
  return found;
}

test('an id is new in whatever table it stands, a record with its table only there', async () => {
  expect(await pairs(['1'])).toEqual([
    'nl 1 nl 3',
    'police 1 nl 1',
    'police 1 nl 3',
    'police 1 police 2',
    'police 2 nl 1',
  ]);
  const here = ['nl 1 nl 3', 'police 1 nl 1', 'police 2 nl 1'];
  expect(await pairs([{ table: 'nl', id: '1' }])).toEqual(here);
  expect(await pairs(['3', { table: 'nl', id: '1' }, '3'])).toEqual([
    ...here.slice(0, 2),
    'police 1 nl 3',
    here[2],
    'police 2 nl 3',
  ]);
  expect(await pairs([])).toEqual([]);
  expect(await pairs("id = '3'")).toEqual(['nl 1 nl 3', 'police 1 nl 3', 'police 2 nl 3']);
});

test.each<readonly [NewRecords, string]>([
  [['nope'], '`only` names a record that is not there: "nope" is in no linked table'],
  [['1', 'nope', '9'], '`only` names 2 records that are not there: "nope" is in no linked table'],
  [[{ table: 'nl', id: '2' }], '`only` names a record that is not there: "2" is not in "nl"'],
  [[{ table: 'be', id: '1' }], '`only` names a record of the table "be"; linked are police, nl'],
  [
    'l.id = 1',
    '`only` must be a condition over one record, or a list of ids: l.id = 1, over the table "be": ',
  ],
  [
    'id =',
    '`only` must be a condition over one record, or a list of ids: id =, over the table "be": ',
  ],
  [
    'length(name)',
    '`only` must be a condition over one record that holds or not; length(name) is of type BIGINT',
  ],
])('%j is refused by name', async (only, message) => {
  await expect(pairs(only)).rejects.toThrow(message);
});
