import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { inspect } from 'node:util';
import { comparable, type Picture, recordOverride } from '@samenbeeld/notebook';
import type { Decision } from '@samenbeeld/schema';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { recordedView } from '../src/record-decision.ts';
import { pictureOf, seizure } from './example-picture.ts';

const kernel = ['', 'x', 'tslab', 'dist', 'jupyter.js'].join(sep);
const { cache } = createRequire(import.meta.url);
let shown: string[] = [];

/** A cell begins: the kernel has a writer of its own for each. */
function newCell(): void {
  const lastWriteDisplayData = ({ data }: { data: { 'text/plain': string } }) =>
    shown.push(data['text/plain']);
  cache[kernel] = { exports: { lastWriteDisplayData } } as unknown as NodeJS.Module;
}

let picture: Picture;
beforeAll(async () => {
  picture = await pictureOf(
    [],
    [seizure(), seizure({ id: 's2', source: 'exercise-be', agencies: ['BE_CUST'] })],
  );
});
beforeEach(() => {
  shown = [];
});
afterAll(async () => {
  delete cache[kernel];
  await picture.close();
});

test('an override leaves its receipt in the cell, once, also inside an `if`', async () => {
  const refusal = comparable(picture.seizures);
  if (refusal.kind !== 'refused') throw new Error('not refused');
  const decisions = join(mkdtempSync(join(tmpdir(), 'samenbeeld-override-')), 'd.jsonl');
  const word = { decisions, role: 'analyst', reason: 'lists compared' };
  newCell();
  const receipt = await recordOverride(picture, refusal, word);
  expect(shown).toHaveLength(1);
  expect(shown[0]).toMatch(/^EXERCISE[\s\S]*\nRecorded: accept\n/);
  // As the last line of the same cell it is there already; in another cell it is shown again.
  inspect(receipt);
  expect(shown).toHaveLength(1);
  newCell();
  inspect(receipt);
  expect(shown).toHaveLength(2);
});

test('a receipt tells the verdict in the words of the reader', () => {
  const made = { id: 'd1', kind: 'override', subject: 's', verdict: 'accept', role: 'analyst' };
  const decision = { ...made, reason: 'r', time: '2026-01-01', evidence: null, supersedes: null };
  const marking = { ...picture, language: 'fr' } as unknown as Parameters<typeof recordedView>[1];
  expect(JSON.stringify(recordedView(decision as Decision, marking).outputs())).toContain(
    'accepter',
  );
});
