import { expect, test } from 'vitest';
import { describedLines } from '../table-of.ts';

const finds = [
  'Nr;Datum;Ort;Stoff;Menge',
  '1;13.01.2024;Bremerhaven;Kokain;120,5 kg',
  '2;11.02.2024;Bremerhaven;Kokain;1,2 t',
  '3;12.03.2024;Bremerhaven;Heroin;400 g',
];

test.each([[';;;Kokain gesamt;1.320,5 kg'], ['Summe;;;;1320,9 kg'], [';Summe;;;1.320,9 kg']])(
  'a total below single finds is left out, and added up: %s',
  async (row) => {
    const { yaml, crosswalks, trial, decisions } = await describedLines('funde.csv', [
      ...finds,
      row,
    ]);
    const label = /[^;]*(?:gesamt|Summe)/u.exec(row)?.[0] ?? '';
    expect(yaml).toMatch(
      new RegExp(`where: \\{ \\w+: ${label} \\}, reason: "the sum of the finds above`),
    );
    expect(crosswalks.map(({ text }) => text).join()).not.toContain(label);
    expect(trial).toMatchObject({ conservation: { accepted: 3, excluded: 1 } });
    expect(decisions.map(({ question }) => question.en).join()).not.toContain(label);
  },
);

test('a total that the finds do not add up to is left out, and asked', async () => {
  const { trial, decisions } = await describedLines('saisies.csv', [
    'Date;Lieu;Produit;Quantité;Unité',
    '13/01/2024;Anvers;cocaïne;120,5;kg',
    '11/02/2024;Anvers;cocaïne;80;kg',
    '12/03/2024;Anvers;héroïne;10;kg',
    ';;Total cocaïne;250;kg',
    ';;Total héroïne;10;kg',
  ]);
  expect(trial).toMatchObject({ conservation: { accepted: 3, excluded: 2 } });
  const asked = decisions.map(({ question }) => question.en).join();
  expect(asked).toContain('is "Total cocaïne" the sum of the finds above?');
  // One find is no proof either.
  expect(asked).toContain('is "Total héroïne" the sum of the finds above?');
});

test('a note that says how a find was summed up leaves it a find', async () => {
  const { trial } = await describedLines('funde.csv', [
    'Datum;Ort;Stoff;Menge in kg;Bemerkung',
    '13.01.2024;Bremerhaven;Kokain;120,5;Summe aus zwei Behältern',
    '14.02.2024;Bremerhaven;Kokain;12;',
  ]);
  expect(trial).toMatchObject({ conservation: { accepted: 2, excluded: 0 } });
});

test('a total proves itself where a figure among words is read in thousands', async () => {
  const { decisions } = await describedLines('vondsten.csv', [
    'Datum;Haven;Middel;Gewicht (kg)',
    '13-01-2024;Vlissingen;cocaïne;120.5',
    '11-02-2024;Vlissingen;cocaïne;ca. 1.200',
    '12-03-2024;Terneuzen;cocaïne;10.25',
    'Totaal;;;1330.75',
  ]);
  expect(decisions.map(({ question }) => question.en).join()).not.toContain('do not add up');
});
