import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { besidePicture, readPictureFile } from '@samenbeeld/recipes';
import { InputError } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';
import { recipeNames } from '../src/own-files.ts';
import { readRecipe, reportFor } from '../src/picture-file.ts';

const labels = { nl: 'A', fr: 'B', de: 'C', en: 'D' };
const folder = mkdtempSync(join(tmpdir(), 'picture-file-'));
const path = join(folder, 'a.picture.yaml');

const lines = [
  'picture: a',
  'title: { nl: A, fr: B, de: C, en: D }',
  'recipe: north-sea-port',
  'asOf: 2026-06-30',
  'audience: public',
  'inputs:',
  '  - { source: published-claims, file: claims.csv }',
];

/** The file with some lines in place of others; null takes a line out. */
function written(changes: Readonly<Record<string, string | null>> = {}): string {
  const text = lines
    .map((line) => {
      const key = Object.keys(changes).find((start) => line.startsWith(start));
      return key === undefined ? line : changes[key];
    })
    .filter((line) => line !== null)
    .join('\n');
  writeFileSync(path, `${text}\n`);
  return path;
}

function refusal(changes: Readonly<Record<string, string | null>>): string {
  try {
    readPictureFile(written(changes));
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as Error).message.replace(`${folder}/`, '');
  }
  return 'accepted';
}

describe('readPictureFile', () => {
  test('gives what is written, with a seed and a decisions file where none are named', () => {
    expect(readPictureFile(written())).toEqual({
      picture: 'a',
      title: { nl: 'A', fr: 'B', de: 'C', en: 'D' },
      recipe: 'north-sea-port',
      asOf: '2026-06-30',
      seed: 1,
      audience: 'public',
      purpose: null,
      decisions: 'decisions.jsonl',
      twoPersons: false,
      deciding: [],
      inputs: [{ source: 'published-claims', file: 'claims.csv', sha256: null, rejected: {} }],
      money: null,
      law: [],
      hypotheses: [],
      barriers: [],
      remarks: [],
      priorities: null,
      sheets: {},
      key: null,
      questions: readRecipe('north-sea-port').questions,
      report: reportFor(readRecipe('north-sea-port'), ['claims.csv']),
      folder,
      path,
    });
  });

  test('a recipe says of other files than its own only what holds of any, and its own report is said whole', () => {
    for (const name of recipeNames()) {
      const recipe = readRecipe(name);
      expect(reportFor(recipe, recipe.about)).toBe(recipe.report);
      if (recipe.about.length === 0) continue;
      const { title, front = [], chapters = [] } = reportFor(recipe, ['eigen.csv']) ?? {};
      expect(title?.en ?? '').not.toMatch(/\d{4}/u);
      const blocks = [...front, ...chapters.flatMap((chapter) => chapter.blocks)];
      const said = blocks.filter(({ says }) => says !== undefined);
      expect(blocks.length).toBeGreaterThan(said.length);
      // What always holds names no figure and no year.
      for (const { says } of said)
        if (name !== 'north-sea-port') expect(says?.en).not.toMatch(/\d/u);
    }
    const own = {
      about: ['a.csv'],
      questions: [],
      report: { chapters: [], front: [{ says: labels }] },
    };
    expect(reportFor(own, ['map/a.csv'])).toBe(own.report);
    expect(reportFor(own, ['b.csv'])?.front).toEqual([]);
  });

  test('keeps the names of the questions about money and of the hypotheses', () => {
    const { money, hypotheses } = readPictureFile(
      written({ 'audience:': 'audience: public\nmoney: m.yaml\nhypotheses: [a.yaml, b.yaml]' }),
    );
    expect({ money, hypotheses }).toEqual({ money: 'm.yaml', hypotheses: ['a.yaml', 'b.yaml'] });
  });

  test('keeps hash and expected rejections of an input', () => {
    const hash = 'ab'.repeat(32);
    const file = written({
      '  -': `  - { source: s, file: f.csv, sha256: ${hash}, rejected: { number.ambiguous: 2 } }`,
    });
    expect(readPictureFile(file).inputs).toEqual([
      { source: 's', file: 'f.csv', sha256: hash, rejected: { 'number.ambiguous': 2 } },
    ]);
  });

  test.each([
    [
      { 'title:': 'title: { nl: A, fr: B, de: C }' },
      'a.picture.yaml, line 2: expected title as words in nl, fr, de and en, found none in en. Repair: write `title: { nl: …, fr: …, de: …, en: … }`',
    ],
    [
      { 'recipe:': null },
      'a.picture.yaml: expected questions, or a recipe that asks them, found neither. Repair: write `questions: [{ place: BEANR, substance: HER, basis: seized_in_port, metric: quantity, unit: kg, by: year }]`',
    ],
    [
      { 'audience:': null },
      'a.picture.yaml: expected audience as text, found none. Repair: write `audience: public`',
    ],
    [
      { '  -': null },
      'a.picture.yaml, line 6: expected inputs as a list of 1 or more, found none. Repair: write `inputs: [{ source: published-claims, file: claims.csv }]`',
    ],
    [
      { 'audience:': 'audience: public\ntwoPersons: 2' },
      'a.picture.yaml, line 6: expected twoPersons as true or false, found 2. Repair: write `twoPersons: true`, or leave it out',
    ],
    [
      { 'audience:': 'audience: public\ndeciding: [analyst, Jan Peeters]' },
      'a.picture.yaml, line 6: deciding: "role" looks like the name of a person or says what is no role (word 1 of 2); expected what somebody does and where, in words for functions, services and places ("analyst, port desk"), and the service by --agency. Repair: name a function ("analyst, port desk") or a code of `samenbeeld codes agencies`, never a person',
    ],
    [
      { 'audience:': 'audience: public\nreaders: all' },
      'a.picture.yaml: expected `picture, title, recipe, questions, report, asOf, seed, audience, purpose, decisions, twoPersons, deciding, remarks, barriers, priorities, inputs, money, law, hypotheses, assessments, listings, measures, reports, key`, found "readers". Repair: remove the key',
    ],
    [
      { 'audience:': 'audience: public\nhypotheses: h.yaml' },
      'a.picture.yaml, line 6: expected hypotheses as a list of files, found "h.yaml". Repair: write `hypotheses: [hypotheses/h1-abroad.yaml]`, or leave it out',
    ],
    [
      { '  -': '  - { source: s, file: f, encoding: latin1 }' },
      'a.picture.yaml, line 7: expected `source, file, sha256, rejected` in inputs[0], found "encoding". Repair: remove the key',
    ],
    [
      { '  -': '  - { source: s, file: f, rejected: { a: some } }' },
      'a.picture.yaml, line 7: expected inputs[0].rejected.a as a number of rejected items, found "some". Repair: write `a: 1`',
    ],
    [
      { '  -': '  - { source: s }' },
      'a.picture.yaml, line 7: expected inputs[0].file as text, found none. Repair: write `file: …`',
    ],
    [
      { 'title:': 'title: { nl: A' },
      'a.picture.yaml, line 3: expected YAML, found Flow map in block collection must be sufficiently indented and end with a } (character 1). Repair: mend the line; fixtures/published/north-sea-port.picture.yaml shows how it is written',
    ],
  ] as const)('refuses %j', (changes, message) => {
    expect(refusal(changes)).toBe(message);
  });

  test('names a file that is not there', () => {
    expect(() => readPictureFile(join(folder, 'none.picture.yaml'))).toThrow(
      'expected a picture file, found none',
    );
  });
});

describe('besidePicture', () => {
  test('starts at the folder of the picture, unless the path is absolute', () => {
    const picture = readPictureFile(written());
    expect(besidePicture(picture, 'excerpts/a.csv')).toBe(join(folder, 'excerpts/a.csv'));
    expect(besidePicture(picture, '../a.csv')).toBe(join(folder, '../a.csv'));
    expect(besidePicture(picture, '/data/a.csv')).toBe('/data/a.csv');
  });
});
