import {
  formatInterval,
  formatNumber,
  formatPeriod,
  formatQuantity,
  languages,
  parseNumber,
  parsePeriod,
} from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';

/** One line a language, spaces made visible. */
const inAll = (print: (language: (typeof languages)[number]) => string) =>
  languages.map((language) => print(language).replaceAll('\u00a0', '_').replaceAll('\u202f', '~'));

test('formatNumber(value, language) keeps every decimal', () => {
  expect(inAll((language) => formatNumber(1234567.891, language))).toMatchInlineSnapshot(`
    [
      "1.234.567,891",
      "1~234~567,891",
      "1.234.567,891",
      "1,234,567.891",
    ]
  `);
  expect(inAll((language) => formatNumber(-0.0005, language))).toMatchInlineSnapshot(`
    [
      "-0,0005",
      "-0,0005",
      "-0,0005",
      "-0.0005",
    ]
  `);
  expect(inAll((language) => formatNumber(4157.456, language, 1))).toMatchInlineSnapshot(`
    [
      "4.157,5",
      "4~157,5",
      "4.157,5",
      "4,157.5",
    ]
  `);
});

test('formatNumber is read back by parseNumber', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 12 }),
      fc.constantFrom(...languages),
      (digits, language) => {
        const decimal = language === 'en' ? 'point' : 'comma';
        const value = digits / 1000;
        expect(parseNumber(formatNumber(value, language), { decimal }).value).toBe(value);
      },
    ),
  );
});

test('formatQuantity(value, unit, language) prints the sign or the word', () => {
  expect(inAll((language) => formatQuantity(4157, 'kg', language))).toMatchInlineSnapshot(`
    [
      "4.157_kg",
      "4~157_kg",
      "4.157_kg",
      "4,157_kg",
    ]
  `);
  expect(inAll((language) => formatQuantity(1, 'seizure', language))).toMatchInlineSnapshot(`
    [
      "1_inbeslagname",
      "1_saisie",
      "1_Sicherstellung",
      "1_seizure",
    ]
  `);
  expect(inAll((language) => formatQuantity(15, 'seizure', language))).toMatchInlineSnapshot(`
    [
      "15_inbeslagnames",
      "15_saisies",
      "15_Sicherstellungen",
      "15_seizures",
    ]
  `);
  expect(inAll((language) => formatQuantity(1.5, 'piece', language))).toMatchInlineSnapshot(`
    [
      "1,5_stuks",
      "1,5_pièce",
      "1,5_Stück",
      "1.5_pieces",
    ]
  `);
  expect(inAll((language) => formatQuantity(2000, 'EUR', language))).toMatchInlineSnapshot(`
    [
      "€_2.000",
      "2~000_€",
      "2.000_€",
      "€2,000",
    ]
  `);
  expect(inAll((language) => formatQuantity(69.5, 'pct', language))).toMatchInlineSnapshot(`
    [
      "69,5%",
      "69,5_%",
      "69,5_%",
      "69.5%",
    ]
  `);
  expect(inAll((language) => formatQuantity(50, 'EUR/g', language))).toMatchInlineSnapshot(`
    [
      "50_€/g",
      "50_€/g",
      "50_€/g",
      "50_€/g",
    ]
  `);
});

test('formatInterval(interval, unit, language) says whether the upper end belongs', () => {
  const print = (low: number, high: number | null, closed: boolean) =>
    inAll((language) => formatInterval({ low, high, closed }, 'kg', language));
  expect(print(4157, 4157, true)).toMatchInlineSnapshot(`
    [
      "4.157_kg",
      "4~157_kg",
      "4.157_kg",
      "4,157_kg",
    ]
  `);
  expect(print(3900, null, false)).toMatchInlineSnapshot(`
    [
      "minstens 3.900_kg",
      "au moins 3~900_kg",
      "mindestens 3.900_kg",
      "at least 3,900_kg",
    ]
  `);
  expect(print(6500, 7500, false)).toMatchInlineSnapshot(`
    [
      "6.500 tot 7.500_kg",
      "de 6~500 à moins de 7~500_kg",
      "6.500 bis unter 7.500_kg",
      "6,500 to under 7,500_kg",
    ]
  `);
  expect(print(4157, 4776, true)).toMatchInlineSnapshot(`
    [
      "4.157 tot en met 4.776_kg",
      "de 4~157 à 4~776_kg",
      "4.157 bis 4.776_kg",
      "4,157 to 4,776_kg",
    ]
  `);
});

test('formatPeriod(span, language) names what it is', () => {
  const print = (text: string) => inAll((language) => formatPeriod(parsePeriod(text), language));
  expect(print('2023')).toMatchInlineSnapshot(`
    [
      "2023",
      "2023",
      "2023",
      "2023",
    ]
  `);
  expect(print('2023-S2')).toMatchInlineSnapshot(`
    [
      "tweede halfjaar 2023",
      "second semestre 2023",
      "2. Halbjahr 2023",
      "second half of 2023",
    ]
  `);
  expect(print('2023-Q1')).toMatchInlineSnapshot(`
    [
      "eerste kwartaal 2023",
      "premier trimestre 2023",
      "1. Quartal 2023",
      "first quarter of 2023",
    ]
  `);
  expect(print('2023-03')).toMatchInlineSnapshot(`
    [
      "maart 2023",
      "mars 2023",
      "März 2023",
      "March 2023",
    ]
  `);
  expect(print('2020-W53')).toMatchInlineSnapshot(`
    [
      "week 53 van 2020",
      "semaine 53 de 2020",
      "Kalenderwoche 53/2020",
      "week 53 of 2020",
    ]
  `);
  expect(print('2018-08-01')).toMatchInlineSnapshot(`
    [
      "1 augustus 2018",
      "1er août 2018",
      "1. August 2018",
      "1 August 2018",
    ]
  `);
  expect(print('2018..2022')).toMatchInlineSnapshot(`
    [
      "2018–2022",
      "2018–2022",
      "2018–2022",
      "2018–2022",
    ]
  `);
  expect(print('2018-05..2022-05')).toMatchInlineSnapshot(`
    [
      "mei 2018 – mei 2022",
      "mai 2018 – mai 2022",
      "Mai 2018 – Mai 2022",
      "May 2018 – May 2022",
    ]
  `);
  expect(print('2021-01-01..2021-12-25')).toMatchInlineSnapshot(`
    [
      "1 januari 2021 – 25 december 2021",
      "1er janvier 2021 – 25 décembre 2021",
      "1. Januar 2021 – 25. Dezember 2021",
      "1 January 2021 – 25 December 2021",
    ]
  `);
});

test('formatInterval(interval, unit, language) says a currency once, where the language puts it', () => {
  const euros = { low: 2250000, high: 2350000, closed: true };
  expect(inAll((language) => formatInterval(euros, 'EUR', language))).toMatchInlineSnapshot(`
    [
      "€_2.250.000 tot en met 2.350.000",
      "de 2~250~000 à 2~350~000_€",
      "2.250.000 bis 2.350.000_€",
      "€2,250,000 to 2,350,000",
    ]
  `);
});
