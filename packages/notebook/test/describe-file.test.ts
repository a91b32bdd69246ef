import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeFile } from '../src/describe-file.ts';

test('a described file shows its columns, what is open and its handling', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'notebook-')), 'vondsten.csv');
  writeFileSync(
    path,
    'Haven;Jaar;Drug;Kilo\nVlissingen;2022;cocaïne;4157\nGent;2022;cocaïne;619\nGent;2023;<b>;7\n',
  );
  const found = await describeFile(path, { language: 'nl' });
  const [output] = found.outputs();
  expect(output?.['text/plain']).toContain('TLP:AMBER+STRICT');
  expect(output?.['text/plain']).toMatch(/Haven +place/);
  expect(output?.['text/plain']).toContain('handling: who may see it?');
  expect(output?.['text/html']).not.toContain('<b>');
  expect(found.description.yaml).toContain('Haven:');
});
