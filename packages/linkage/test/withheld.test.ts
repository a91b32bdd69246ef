import { type Engine, openEngine } from '@samenbeeld/engine';
import { exact, type Links, linkRecords, sharedItems, stateWeights } from '@samenbeeld/linkage';
import { afterAll, beforeAll, expect, test } from 'vitest';

let engine: Engine;
let links: Links;
beforeAll(async () => {
  engine = await openEngine();
  await engine.run(
    `create table person as select * from (values ('1', 'Zwin', 'x;y', 'a'), ('2', 'Zwin', 'x', 'b')) v("Id", "Name", "Goods", "note")`,
  );
  const derived = {
    name: 'first letter',
    columns: ['start'],
    derive: { start: 'substr(name, 1, 1)' },
    levels: [{ name: 'same', holds: 'l.start = r.start' }],
  };
  links = await linkRecords(engine, {
    tables: [{ table: 'person', id: 'Id' }],
    blocking: ['true'],
    prior: 0.1,
    comparisons: [
      stateWeights(exact('Name'), { m: [0.9, 0.1], u: [0.1, 0.9] }),
      sharedItems('Goods', { separator: ';' }),
      derived,
    ],
  });
});
afterAll(() => engine.close());

const shown = async (withhold: boolean | readonly string[]): Promise<readonly unknown[]> =>
  (await links.explain('1', '2', { withhold })).reasons.map(({ left }) => left[0]);

test.each([
  [false, ['Zwin', 'x;y', 'Z']],
  [[], ['Zwin', 'x;y', 'Z']],
  [['Name'], [null, 'x;y', null]],
  [['name'], [null, 'x;y', null]],
  [
    ['NAME', 'goods'],
    [null, null, null],
  ],
  [['start'], ['Zwin', 'x;y', null]],
  // In the table, though no comparison reads them.
  [
    ['NOTE', 'id'],
    ['Zwin', 'x;y', 'Z'],
  ],
  [true, [null, null, null]],
] as const)('withhold %j', async (withhold, expected) => {
  expect(await shown(withhold)).toEqual(expected);
});

test('a column that is not there hides nothing, and is refused', async () => {
  await expect(shown(['Name', 'nmae'])).rejects.toThrowError(
    new TypeError(
      '`withhold` names the column "nmae", which no linked table has; there are Id, Name, Goods, note',
    ),
  );
  await expect(links.explainAll([], { withhold: ['nmae'] })).rejects.toThrow(TypeError);
  await expect(shown('Name' as unknown as readonly string[])).rejects.toThrow(
    '`withhold` must be true, false or a list of columns, such as [\'name\']; found "Name"',
  );
});
