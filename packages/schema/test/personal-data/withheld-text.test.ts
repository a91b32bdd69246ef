import {
  InputError,
  RefusalError,
  shownFile,
  UsageError,
  wherePersonal,
  withheldText,
} from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { forms, kinds, plainKinds, planted, randomOf } from './forms.ts';

test.each([
  ['Zaken 2021, vragen aan jan.persoon@geheim.example', 'Zaken 2021, vragen aan (not shown)'],
  ['jan.persoon@geheim.example', '(not shown)'],
  ['BSN123456782 2023', '(not shown) 2023'],
  ['kolom 85.07.30-033.28 (oud)', 'kolom (not shown) (oud)'],
  ['rekening NL91 ABNA 0417 1643 00, 2023', 'rekening (not shown), 2023'],
  ['Aantal zaken 2018-2025', 'Aantal zaken 2018-2025'],
])('%s is shown as %s', (text, shown) => {
  expect(withheldText(text)).toBe(shown);
  expect(withheldText(shown)).toBe(shown);
});

test('what is withheld sets no detector off, and keeps no digits of it', () => {
  const random = randomOf(4711);
  const makes = [
    ...Object.values(forms).flatMap((form) =>
      kinds.map((kind) => () => planted(kind, form, random)),
    ),
    ...Object.values(plainKinds).map((make) => () => make(random)),
  ];
  for (const make of makes)
    for (let at = 0; at < 10; at += 1) {
      const shown = withheldText(make());
      expect(withheldText(shown)).toBe(shown);
    }
});

test('a file keeps its kind', () => {
  expect(shownFile('/data/RRN85073003328.csv')).toBe('(not shown).csv');
  expect(shownFile('C:\\data\\pks 2023.xlsx')).toBe('pks 2023.xlsx');
  expect(shownFile('jan@geheim.example')).toBe('(not shown)');
});

test('errors tell no data of persons', () => {
  const mail = 'jan.persoon@geheim.example';
  const input = new InputError(`found "${mail}"`, {
    place: { file: `${mail}.csv`, sheet: mail, line: 3, column: mail },
    repair: `ask ${mail}`,
  });
  const errors = [
    input,
    new UsageError(`no ${mail}`),
    new RefusalError(`not ${mail}.`, { dimension: 'x', remedy: `ask ${mail}` }),
  ];
  expect(JSON.stringify(errors.map((error) => ({ ...error, message: error.message })))).not.toMatch(
    /persoon|geheim/,
  );
  expect(input.message).toContain('line 3');
});

test('a key that is one is named without it', () => {
  expect(wherePersonal({ columns: { 'jan@geheim.example': 1 } })).toBe('columns › (not shown)');
});
