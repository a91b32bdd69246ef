import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '@samenbeeld/engine';
import { ingest, loadSource } from '@samenbeeld/ingest';
import { expect, it, onTestFinished } from 'vitest';

const folder = join(import.meta.dirname, '../../sources/catalogue/fr-etat-4001');

it('a heading of two million letters is refused in a line that can be read', async () => {
  const made = mkdtempSync(join(tmpdir(), 'heading-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  const path = join(made, 'sample_juin-2012.csv');
  const text = readFileSync(join(folder, 'sample_juin-2012.csv'), 'latin1');
  writeFileSync(path, text.replace("Val-d'Oise", `Val-d'Oise ${'x'.repeat(2e6)}`), 'latin1');
  const engine = await openEngine({ threads: 1 });
  onTestFinished(() => engine.close());
  const refusal = await ingest(engine, loadSource(folder), [path]).catch((error: Error) => error);
  const message = (refusal as Error).message.replace(/x{9,}/g, 'x…x');
  expect((refusal as Error).message.length).toBeLessThan(700);
  expect(message).toMatchInlineSnapshot(
    `"sample_juin-2012.csv, line 3, column O: the heading "Val-d'Oise x…x…x…x" is no known code of departments.csv for place; nearest: "Val-d'Oise", "Oise". Repair: correct the cell, add the code to the crosswalk, or exclude it by name"`,
  );
});
