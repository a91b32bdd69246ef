import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chart, comparable, joint, type Picture, recordOverride } from '@samenbeeld/notebook';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pictureOf, seizure } from './example-picture.ts';

type Bundle = Readonly<Record<string, unknown>>;

let shown: Bundle[] = [];
const internal = Symbol('internal');

/** What Deno gives in a notebook; at the end of a cell its kernel awaits `broadcastResult` with the value of the last line. */
const kernel = {
  async broadcastResult(_: number, result: unknown): Promise<void> {
    if (result === undefined) return;
    const own = (result as Readonly<Record<symbol, () => Bundle>>)[Symbol.for('Jupyter.display')];
    shown.push(own?.call(result) ?? { 'text/plain': 'nothing of its own' });
  },
};
const jupyter = {
  broadcast: async (_: string, { data }: { readonly data: Bundle }) => void shown.push(data),
};
const endCell = (result: unknown): Promise<void> => kernel.broadcastResult(1, result);

let picture: Picture;
beforeAll(async () => {
  Object.assign(globalThis, { Deno: { internal, jupyter, [internal]: { jupyter: kernel } } });
  picture = await pictureOf(
    [],
    [seizure(), seizure({ id: 's2', source: 'exercise-be', agencies: ['BE_CUST'] })],
  );
});
beforeEach(() => {
  shown = [];
});
afterAll(async () => {
  Reflect.deleteProperty(globalThis, 'Deno');
  await picture.close();
});

test('a chart at the end of a cell is its drawing, then its numbers', async () => {
  const finds = picture.seizures.where({ place: 'NLVLI', substance: 'COC' });
  const drawn = await chart.total(joint(finds));
  await endCell(drawn);
  expect(shown).toEqual(drawn.outputs());
  expect(shown.map((bundle) => Object.keys(bundle))).toEqual([
    ['text/plain', 'image/svg+xml', 'application/vnd.vegalite.v5+json'],
    ['text/html', 'text/plain'],
  ]);
});

test('a receipt is shown once in its cell, also as its last line, and again in another', async () => {
  const refusal = comparable(picture.seizures);
  if (refusal.kind !== 'refused') throw new Error('not refused');
  const decisions = join(mkdtempSync(join(tmpdir(), 'samenbeeld-deno-')), 'd.jsonl');
  const word = { decisions, role: 'analyst', reason: 'lists compared' };
  const receipt = await recordOverride(picture, refusal, word);
  expect(shown).toEqual(receipt.outputs());
  await endCell(receipt);
  expect(shown).toHaveLength(1);
  await endCell(receipt);
  expect(shown).toHaveLength(2);
});

test('a cell is done when its outputs have had time to arrive', async () => {
  const start = performance.now();
  await endCell(undefined);
  expect(performance.now() - start).toBeGreaterThan(90);
});

test('an error has no stack, which Deno would print', () => {
  try {
    picture.seizures.where({ place: 'Nergens' });
  } catch (error) {
    expect((error as Error).stack).toMatch(/^UsageError: places has no code "Nergens"\..*\.$/);
  }
  expect.assertions(1);
});
