import { expect, test } from 'vitest';
import { breaksPart } from '../../src/draft/breaks-part.ts';
import { describedLines } from '../table-of.ts';

const daysIn = (line: string): unknown =>
  (
    breaksPart([line]).written['breaks'] as readonly { on: string; kind: string }[] | undefined
  )?.map(({ on, kind }) => `${on} ${kind}`) ?? [];

test.each([
  ['(1) À partir de 2022, la détention est comptée : rupture de série.', ['2022-01-01 definition']],
  [
    'Anm.: Seit 1.4.2024 Teillegalisierung; Vergleich mit Vorjahren eingeschränkt.',
    ['2024-04-01 legal'],
  ],
  ['* Trendbreuk in 2019 door een nieuw registratiesysteem', ['2019-01-01 definition']],
  ['Figures from 2018 are not directly comparable with earlier years', ['2018-01-01 definition']],
  ['Zeitreihenbruch ab 2021: geänderte Erfassung', ['2021-01-01 definition']],
  ['Depuis le 1er avril 2021, nouvelle définition', ['2021-04-01 definition']],
  ['Ab Juli 2023 nicht vergleichbar', ['2023-07-01 definition']],
  ['Not comparable from 4/13/2024', ['2024-04-13 definition']],
])('a line of a break in a series: %s', (line, breaks) => {
  expect(daysIn(line)).toEqual(breaks);
});

test.each([
  'Bron: politie, sinds 2012 elk jaar bijgewerkt',
  'Nicht vergleichbar mit den Angaben der Länder',
  'Ruptures de série en 2012 et en 2019',
  'Stand: 31.12.2024',
  'Trendbreuk vanaf 31.2.2024',
  'Not comparable from 4/5/2024',
])('no break whose day is not known: %s', (line) => {
  expect(daysIn(line)).toEqual([]);
});

test('a break that a footnote tells stands in the draft, and is asked', async () => {
  const { yaml, decisions } = await describedLines('faits.csv', [
    'Faits enregistrés, vols',
    'Arrondissement;2020;2021;2022 (1);2023',
    'Gand;120;131;250;262',
    'Liège;80;82;160;171',
    '(1) À partir de 2022, les tentatives sont comptées : rupture de série.',
  ]);
  expect(yaml).toContain('on: 2022-01-01');
  expect(yaml).toContain('severity: block_trend');
  expect(decisions.map(({ question }) => question.en).join()).toContain('rupture de série');
});
