import { type Issue, languages } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { issueLines } from '../src/issue-lines.ts';

const issue = (line: number, more: Partial<Issue> = {}): Issue => ({
  file: 'a.csv',
  sheet: null,
  line,
  column: 'B "Aantal"',
  value: '35*',
  rule: 'number.invalid',
  severity: 'rejection',
  message: '"35*" is no number',
  repair: 'explain the mark',
  ...more,
});

test('issues with the same rule, column and text are one line with a count and the first lines', () => {
  const many = Array.from({ length: 240 }, (_, at) => issue(at + 2));
  expect(
    issueLines([...many, issue(500, { value: '36*', message: '"36*" is no number' })], 'en'),
  ).toEqual([
    'rejection × 240: a.csv, lines 2, 3, 4 and 237 more, column B "Aantal": "35*" is no number [number.invalid]. Repair: explain the mark',
    'rejection: a.csv, line 500, column B "Aantal": "36*" is no number [number.invalid]. Repair: explain the mark',
  ]);
});

test('by rule, issues of one file are one line with the first as an example', () => {
  const alike = { value: null, rule: 'check.total', severity: 'warning', repair: 'ask' } as const;
  const some = [
    issue(7, { ...alike, message: 'NL is 8' }),
    issue(9, { ...alike, message: 'BE is 8', column: 'C' }),
    issue(3, { ...alike, message: 'BE is 9', file: 'b.csv' }),
  ];
  expect(issueLines(some, 'en', { byRule: true })).toEqual([
    'warning × 2: a.csv, lines 7, 9: for example: NL is 8 [check.total]. Repair: ask',
    'warning: b.csv, line 3, column B "Aantal": BE is 9 [check.total]. Repair: ask',
  ]);
});

test('issues without a text are told apart by what they say, and a line is named once', () => {
  const broken = { value: null, rule: 'check.total', severity: 'warning' } as const;
  expect(
    issueLines(
      [
        issue(7, { ...broken, message: 'NL is 8' }),
        issue(7, { ...broken, message: 'NL is 8' }),
        issue(7, { ...broken, message: 'BE is 8' }),
      ],
      'en',
    ).map((line) => line.slice(0, 62)),
  ).toEqual([
    'warning × 2: a.csv, line 7, column B "Aantal": NL is 8 [check.',
    'warning: a.csv, line 7, column B "Aantal": BE is 8 [check.tota',
  ]);
});

test('what is not shown is counted, by issue and by kind', () => {
  const kinds = Array.from({ length: 23 }, (_, at) => issue(at + 2, { value: `x${at}` }));
  const lines = issueLines([...kinds, issue(90, { value: 'x22' })], 'en');
  expect(lines).toHaveLength(21);
  expect(lines.at(-1)).toBe('… and 4 more of 3 kinds, in the table "issue" of the picture');
});

test('the questions of a draft are one line with one repair', () => {
  const open = ['metric: which?', 'unit: which?'].map((question) =>
    issue(1, {
      line: null,
      column: null,
      value: null,
      rule: 'description.open',
      severity: 'warning',
      message: `draft, not decided: ${question}`,
      repair: 'answer each',
    }),
  );
  expect(issueLines(open, 'en')).toEqual([
    'warning × 2: a.csv: draft, not decided: metric: which?; unit: which? [description.open]. Repair: answer each',
  ]);
});

test('what is said in English only stands apart for a reader of another language', () => {
  const remarks = [2, 3].map((line) => issue(line, { rule: 'a.rule' }));
  expect(issueLines(remarks, 'nl')).toEqual([
    'geweigerd × 2: a.csv, regels 2, 3, kolom B "Aantal": [a.rule] (en: “"35*" is no number. Repair: explain the mark”)',
  ]);
});

test('what its rule says is told in the language of the reader, with the cell', () => {
  expect(issueLines([issue(2), issue(3)], 'nl')).toEqual([
    'geweigerd × 2: a.csv, regels 2, 3, kolom B "Aantal": "35*" is geen getal zoals de beschrijving het verwacht [number.invalid]. Herstel: verbeter de cel, of zet haar met de reden onder missingValues',
  ]);
});

test('an end of the table that no row is, is said in the language of the reader', () => {
  const endless = issue(1, {
    ...{ line: null, column: null, value: null, rule: 'until.absent', severity: 'warning' },
    ...{ message: 'no row matches until "^T 2"', repair: 'correct until' },
  });
  const said = (['nl', 'fr', 'de', 'en'] as const).flatMap((each) => issueLines([endless], each));
  expect(said.map((line) => line.slice(0, 76))).toMatchInlineSnapshot(`
    [
      "waarschuwing: a.csv: geen rij past bij until in de bronbeschrijving: alle ri",
      "avertissement: a.csv: aucune ligne ne correspond à until dans la description",
      "Warnung: a.csv: keine Zeile passt zu until in der Quellenbeschreibung: Alle ",
      "warning: a.csv: no row matches until "^T 2" [until.absent]. Repair: correct ",
    ]
  `);
});

test('an empty cell of a claim sheet names how its proposals are confirmed, in the language of the reader', () => {
  const blank = issue(2, {
    column: 'U "url"',
    value: null,
    rule: 'claim.blank',
    message: 'the cell is empty, and publication may not be',
    repair: 'fill the cell; confirm it with `samenbeeld claims TEXT --review --out SHEET.csv`',
  });
  expect(issueLines([blank], 'fr')).toEqual([
    'rejet: a.csv, ligne 2, colonne U "url": la cellule est vide et ne peut pas l’être [claim.blank]. Correction : remplissez-la ; une ligne proposée par `samenbeeld claims` n’est encore l’affirmation de personne : confirmez-la par `samenbeeld claims TEXTE --review --out FEUILLE.csv`',
  ]);
  for (const language of languages) {
    const [line] = issueLines([blank], language);
    expect(line).toContain('--review');
    expect(line).not.toContain('(en:');
  }
});
