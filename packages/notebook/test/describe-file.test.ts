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
  expect(output?.['text/plain']).toMatch(/uitgever +van wie zijn deze cijfers\?/);
  expect(output?.['text/html']).not.toContain('<b>');
  expect(found.description.yaml).toContain('Haven:');
});

test('a row is shown before and after, without the cells of columns that look like persons', async () => {
  const harc = join(import.meta.dirname, '../../../fixtures/exercise/nl-harc-2018-2025.csv');
  const [output] = (await describeFile(harc, { known: [] })).outputs();
  const plain = output?.['text/plain'] ?? '';
  expect(plain).toMatch(/Tried: 174 items = \d+ accepted/);
  expect(plain).toMatch(/Haven = .*place = NL.*Behandeld door = \(not shown\)/s);
  expect(plain).not.toMatch(/note =/);
  expect(plain).not.toMatch(/@[a-z]+\.[a-z]+/);
});

test('a file of the catalogue is recognised; what is no file is said in one line', async () => {
  const root = join(import.meta.dirname, '../../..');
  const known = await describeFile(`${root}/fixtures/published/excerpts/estat_crim_off_cat.tsv`);
  expect(known.outputs()[0]?.['text/plain']).toContain(
    'A file of eurostat-crim-off-cat, which is described already.',
  );
  await expect(describeFile('gone.csv')).rejects.toThrow(/gone\.csv/);
});

test('what is to be copied into a description is set as no language has it', async () => {
  const harc = join(import.meta.dirname, '../../../fixtures/exercise/nl-harc-2018-2025.csv');
  const [output] = (await describeFile(harc, { known: [], language: 'fr' })).outputs();
  const code = output?.['text/plain']?.match(/`\{ .*? \}`/gu) ?? [];
  expect(code.length).toBeGreaterThan(1);
  expect(code.filter((one) => /\s:|[\u00a0\u202f]/u.test(one))).toEqual([]);
});
