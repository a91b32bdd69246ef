// Rows in memory and the same rows in the engine: what is known of their cells is the same.
import { openEngine } from '@samenbeeld/engine';
import type { ReadTable } from '@samenbeeld/read';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Slot } from '../../src/compile/binding.ts';
import { columnFacts } from '../../src/stage/know-cells.ts';
import { stageRows } from '../../src/stage/stage-rows.ts';
import { distinctTexts } from '../../src/stage/texts.ts';

let engine: Awaited<ReturnType<typeof openEngine>>;
beforeAll(async () => {
  engine = await openEngine({ threads: 1 });
});
afterAll(() => engine.close());

const width = 9;
const columns = Array.from({ length: width }, (_, index) => ({ index, headers: [`c${index}`] }));

function tableOf(rows: readonly (readonly (string | null)[])[]): ReadTable {
  const data = rows.map((cells, at) => ({ line: at * 2 + 3, lines: 1, cells }));
  return { file: 'a.csv', sheet: null, columns, rows: data } as unknown as ReadTable;
}

const blank = fc.constantFrom(...' \u00a0\t\u2009\u3000\ufeff\u200b\u0085'.split(''), '');
const body = fc.oneof(
  fc.constantFrom(
    '',
    '12',
    '1,5',
    '0.12345678901234',
    '3e-7',
    '3E-7',
    '1.2.3',
    'K\u212a',
    'x',
    'ſ',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const cell = fc.option(fc.tuple(blank, body, blank).map((parts) => parts.join('')));
const cells = fc.array(cell, { minLength: width, maxLength: width });

test('texts, blanks and decimals are told alike, whether few columns are asked about or many', async () => {
  let at = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(cells, { minLength: 1, maxLength: 12 }), async (rows) => {
      at += 1;
      const staged = await stageRows(engine, tableOf(rows), `held_${at}`);
      const asked = { ...staged, held: null };
      const indexes = columns.map(({ index }) => index);
      expect(await distinctTexts(engine, staged, indexes)).toEqual(
        await distinctTexts(engine, asked, indexes),
      );
      for (const values of [2, width]) {
        const slots = columns.slice(0, values).map((column) => ({ column }) as unknown as Slot);
        const others = indexes.slice(values);
        expect(await columnFacts(engine, staged, slots, others)).toEqual(
          await columnFacts(engine, asked, slots, others),
        );
      }
      await engine.run(`drop table held_${at}`);
    }),
    { numRuns: 15 },
  );
});

test('halves of pairs and characters beyond the first plane are left to the engine, and so are many rows', async () => {
  const heldOf = async (rows: readonly (readonly string[])[], name: string): Promise<unknown> =>
    (await stageRows(engine, tableOf(rows), name)).held;
  expect(await heldOf([['a']], 'plain')).not.toBeNull();
  for (const [at, odd] of ['\ud800', '\u0000', '\u{1e900}'].entries())
    expect(await heldOf([[odd]], `odd_${at}`)).toBeNull();
  expect(await heldOf(Array(11_200).fill(['a']), 'many')).toBeNull();
});
