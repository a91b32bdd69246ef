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
      'publisher: publisher UNSPECIFIED',
      expect.stringMatching(
        /^crosswalk delicten\.places\.csv: \d notes begin with "decide" \("\w+", "\w+", "\w+"(?:, …)?\)$/,
      ),
    ]);
    const engine = await openEngine({ threads: 1 });
    try {
      await expect(ingest(engine, source, [data])).rejects.toThrow(/publisher UNSPECIFIED/);
      const { issues } = await ingest(engine, source, [data], { draft: true });
      expect(issues.filter(({ rule }) => rule === 'description.open')).toHaveLength(2);
      expect(issues.find(({ rule }) => rule === 'description.unsaid')).toMatchObject({
        severity: 'warning',
        message: 'not said: "publisher, licence, citation, definitions"',
      });
    } finally {
      await engine.close();
    }
  });

  test('is none once each is answered', () => {
    expect(finished(answered, confirmed).open).toEqual([]);
  });

  test('is one while nobody says whose figures they are, or who counted each', () => {
    const nobody = (text: string): string => answered(text).replace('NL_CUST', 'UNSPECIFIED');
    expect(finished(nobody, confirmed).open.map(({ en }) => en)).toEqual([
      'publisher: publisher UNSPECIFIED',
    ]);
    const counted = (text: string): string =>
      nobody(text).replace('\nconstants:', '\nconstants:\n  agencies: NL_CUST');
    expect(finished(counted, confirmed)).toMatchObject({ open: [], unsaid: ['publisher'] });
  });

  test.each([
    [
      'licence',
      (text: string) => text.replace('licence: internal', 'licence: not stated in the file'),
    ],
    [
      'definitions',
      (text: string) => text.replaceAll('Every find counts once', 'Not stated in the file'),
    ],
  ])('is none for want of %s, which is named', (key, change) => {
    const source = finished((text) => change(answered(text)), confirmed);
    expect(source).toMatchObject({ open: [], unsaid: [key] });
  });

  test('is one where an unstated rule alone would say what is counted', () => {
    const counts = (text: string): string =>
      answered(text)
        .replaceAll('Every find counts once', 'Not stated in the file')
        .replaceAll('metric: quantity', 'metric: seizures')
        .replaceAll('unit: kg', 'unit: seizure');
    expect(finished(counts, confirmed).open.map(({ en }) => en)).toEqual([
      expect.stringMatching(/^counting rule: /),
    ]);
  });

  test('is one while a label is to confirm', () => {
    expect(finished(answered).open.map(({ en }) => en)).toEqual([
      expect.stringMatching(/^crosswalk /),
    ]);
  });
});

test.each(catalogue())('%s of the catalogue is no draft', (name) => {
  expect(loadSource(catalogueFolder(name))).toMatchObject({ open: [], unsaid: [] });
});
