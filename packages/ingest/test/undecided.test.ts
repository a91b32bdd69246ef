import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFile } from '@samenbeeld/describe';
import { openEngine } from '@samenbeeld/engine';
import { ingest, loadSource, type SourceDescription } from '@samenbeeld/ingest';
import { catalogue, catalogueFolder } from '@samenbeeld/sources';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'undecided-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const data = join(folder, 'delicten.csv');
let yaml = '';
let crosswalks: readonly { readonly name: string; readonly text: string }[] = [];

beforeAll(async () => {
  const places = ['Vlissingen', 'Terneusen', 'Roterdam', 'Antwerpn', 'Moerdyk', 'Borsele', 'Gent'];
  const rows = places.flatMap((place) =>
    [2022, 2023].map((year) => `${place};${year};cocaïne;${place.length},5`),
  );
  writeFileSync(data, `${['Haven;Jaar;Drug;Kilo', ...rows].join('\n')}\n`);
  ({ yaml, crosswalks } = await describeFile(data));
});

/** The proposal with its list of questions deleted, and changed as a person would. */
function finished(
  change: (text: string) => string,
  note: (text: string) => string = (text) => text,
): SourceDescription {
  for (const { name, text } of crosswalks) writeFileSync(join(folder, name), note(text));
  const path = join(folder, 'delicten.source.yaml');
  writeFileSync(path, change(yaml.replace(/\n\nopen:[\s\S]*$/u, '\n')));
  return loadSource(path);
}

const answered = (text: string): string =>
  text
    .replace('publisher: UNSPECIFIED', 'publisher: NL_CUST')
    .replace('licence: not stated in the file', 'licence: internal')
    .replace('citation: publisher not stated', 'citation: Douane')
    .replaceAll('Not stated in the file', 'Every find counts once');
const confirmed = (text: string): string => text.replaceAll('decide: ', '');

describe('a proposal whose list of questions was deleted', () => {
  test('is a draft all the same, and what is left is named', async () => {
    const source = finished((text) => text);
    expect(source.open.map(({ en }) => en)).toEqual([
      expect.stringMatching(/^publisher: publisher UNSPECIFIED, licence .*, citation /),
      'counting rule: that of "as-delivered" is not stated',
      expect.stringMatching(
        /^crosswalk delicten\.places\.csv: \d notes begin with "decide" \("\w+", "\w+", "\w+"(?:, …)?\)$/,
      ),
    ]);
    const engine = await openEngine({ threads: 1 });
    try {
      await expect(ingest(engine, source, [data])).rejects.toThrow(/publisher UNSPECIFIED/);
      const { issues } = await ingest(engine, source, [data], { draft: true });
      expect(issues.filter(({ rule }) => rule === 'description.open')).toHaveLength(3);
    } finally {
      await engine.close();
    }
  });

  test('is none once each is answered', () => {
    expect(finished(answered, confirmed).open).toEqual([]);
  });

  test.each([
    ['publisher', (text: string) => answered(text).replace('NL_CUST', 'UNSPECIFIED')],
    [
      'publisher',
      (text: string) =>
        answered(text).replace('licence: internal', 'licence: not stated in the file'),
    ],
    [
      'counting rule',
      (text: string) =>
        answered(text).replaceAll('Every find counts once', 'Not stated in the file'),
    ],
  ])('is one while the %s is not answered', (about, change) => {
    expect(finished(change, confirmed).open.map(({ en }) => en)).toEqual([
      expect.stringMatching(new RegExp(`^${about}: `)),
    ]);
  });

  test('is one while a label is to confirm', () => {
    expect(finished(answered).open.map(({ en }) => en)).toEqual([
      expect.stringMatching(/^crosswalk /),
    ]);
  });
});

test.each(catalogue())('%s of the catalogue is no draft', (name) => {
  expect(loadSource(catalogueFolder(name)).open).toEqual([]);
});
