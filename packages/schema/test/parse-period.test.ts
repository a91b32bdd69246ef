import { type Language, parsePeriod } from '@samenbeeld/schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';

test.each<[string, Language | undefined, string, string, string]>([
  ['2024', undefined, '2024-01-01', '2024-12-31', 'A'],
  ['2023JJ00', undefined, '2023-01-01', '2023-12-31', 'A'],
  ['2023K1', undefined, '2023-01-01', '2023-03-31', 'Q'],
  ['K1 2023', undefined, '2023-01-01', '2023-03-31', 'Q'],
  ['HJ2-2023', undefined, '2023-07-01', '2023-12-31', 'S'],
  ['M07/2023', undefined, '2023-07-01', '2023-07-31', 'M'],
  ['KW 2 2023', 'nl', '2023-04-01', '2023-06-30', 'Q'],
  ['KW 12/2023', 'de', '2023-03-20', '2023-03-26', 'W'],
  ['2024-S1', undefined, '2024-01-01', '2024-06-30', 'S'],
  ['2024H2', undefined, '2024-07-01', '2024-12-31', 'S'],
  ['2023HJ01', undefined, '2023-01-01', '2023-06-30', 'S'],
  ['2024-Q3', undefined, '2024-07-01', '2024-09-30', 'Q'],
  ['Q3 2024', undefined, '2024-07-01', '2024-09-30', 'Q'],
  ['2023-T4', 'fr', '2023-10-01', '2023-12-31', 'Q'],
  ['2023KW02', 'nl', '2023-04-01', '2023-06-30', 'Q'],
  ['2023KW02', 'de', '2023-01-09', '2023-01-15', 'W'],
  ['2024-02', undefined, '2024-02-01', '2024-02-29', 'M'],
  ['2023MM11', undefined, '2023-11-01', '2023-11-30', 'M'],
  ['2023M05', undefined, '2023-05-01', '2023-05-31', 'M'],
  ['2024-W05', undefined, '2024-01-29', '2024-02-04', 'W'],
  ['2020-W53', undefined, '2020-12-28', '2021-01-03', 'W'],
  ['1. Hj. 2024', 'de', '2024-01-01', '2024-06-30', 'S'],
  ['2024/H1', 'en', '2024-01-01', '2024-06-30', 'S'],
  ['1H2024', 'en', '2024-01-01', '2024-06-30', 'S'],
  ['1ste helft 2024', 'nl', '2024-01-01', '2024-06-30', 'S'],
  ['2024, maart', 'nl', '2024-03-01', '2024-03-31', 'M'],
  ['eerste zes maanden van 2024', 'nl', '2024-01-01', '2024-06-30', 'S'],
  ['2024 (trois premiers mois)', 'fr', '2024-01-01', '2024-03-31', 'Q'],
  ['2022 TRIM 1', 'fr', '2022-01-01', '2022-03-31', 'Q'],
  ['2023 (1e semester)', 'nl', '2023-01-01', '2023-06-30', 'S'],
  ['2024, eerste halfjaar', 'nl', '2024-01-01', '2024-06-30', 'S'],
  ['2024 – 2. Halbjahr', 'de', '2024-07-01', '2024-12-31', 'S'],
  ['1. Halbjahr (2024)', 'de', '2024-01-01', '2024-06-30', 'S'],
  ['2024: premier semestre', 'fr', '2024-01-01', '2024-06-30', 'S'],
  ['first half, 2024', 'en', '2024-01-01', '2024-06-30', 'S'],
  ['2024, H1', 'en', '2024-01-01', '2024-06-30', 'S'],
  ['2023 – mei 2024', 'nl', '2023-01-01', '2024-05-31', 'O'],
  ['2023 (T3)', 'fr', '2023-07-01', '2023-09-30', 'Q'],
  ['2. Sem. 2023', 'de', '2023-07-01', '2023-12-31', 'S'],
  ['kwartaal 3 2022', 'nl', '2022-07-01', '2022-09-30', 'Q'],
  ['Halbjahr 2 2022', 'de', '2022-07-01', '2022-12-31', 'S'],
  ['Year ending March 2023', 'en', '2022-04-01', '2023-03-31', 'O'],
  ['year ended 31 December 2023', 'en', '2023-01-01', '2023-12-31', 'A'],
  ['12 months to Feb 2024', 'en', '2023-03-01', '2024-02-29', 'O'],
  ['12 months to 29 February 2024', 'en', '2023-03-01', '2024-02-29', 'O'],
  ['year to 28 Feb 2023', 'en', '2022-03-01', '2023-02-28', 'O'],
  ['ye 30th June 2023', 'en', '2022-07-01', '2023-06-30', 'O'],
  ['2018-05..2022-05', undefined, '2018-05-01', '2022-05-31', 'O'],
  ['2023-01..2023-12', undefined, '2023-01-01', '2023-12-31', 'A'],
  ['2018-2022', undefined, '2018-01-01', '2022-12-31', 'O'],
  ['2021-01-01/2021-12-25', undefined, '2021-01-01', '2021-12-25', 'O'],
  ['januari t/m juni 2023', 'nl', '2023-01-01', '2023-06-30', 'S'],
  ['2024 TRIM 1-3', 'fr', '2024-01-01', '2024-09-30', 'O'],
  ['T1-T3 2024', 'fr', '2024-01-01', '2024-09-30', 'O'],
  ['2024 Q1-Q3', 'en', '2024-01-01', '2024-09-30', 'O'],
  ['2024 (Q1–Q2)', 'en', '2024-01-01', '2024-06-30', 'S'],
  ['1.-3. Quartal 2024', 'de', '2024-01-01', '2024-09-30', 'O'],
  ['1. bis 3. Quartal 2024', 'de', '2024-01-01', '2024-09-30', 'O'],
  ['1e t/m 3e kwartaal 2024', 'nl', '2024-01-01', '2024-09-30', 'O'],
  ['jan.-sept. 2024', 'fr', '2024-01-01', '2024-09-30', 'O'],
  ['de janvier à septembre 2024', 'fr', '2024-01-01', '2024-09-30', 'O'],
  ['Januar bis September 2024', 'de', '2024-01-01', '2024-09-30', 'O'],
  ['2024 jan-sep', 'nl', '2024-01-01', '2024-09-30', 'O'],
  ['Januar bis März 2023', 'de', '2023-01-01', '2023-03-31', 'Q'],
  ['janvier à juin 2023', 'fr', '2023-01-01', '2023-06-30', 'S'],
  ['2018-08-21', undefined, '2018-08-21', '2018-08-21', 'D'],
  ['2018-08-21T00:00:00', undefined, '2018-08-21', '2018-08-21', 'D'],
  ['21-8-2018', undefined, '2018-08-21', '2018-08-21', 'D'],
  ['21/08/2018', undefined, '2018-08-21', '2018-08-21', 'D'],
  ['21.08.2018', undefined, '2018-08-21', '2018-08-21', 'D'],
  ['1. 2. 2018', 'de', '2018-02-01', '2018-02-01', 'D'],
  ['08/09/2020', 'fr', '2020-09-08', '2020-09-08', 'D'],
  ['08/08/2020', 'en', '2020-08-08', '2020-08-08', 'D'],
  ['08/21/2018', 'en', '2018-08-21', '2018-08-21', 'D'],
  ['23 août 2018', 'fr', '2018-08-23', '2018-08-23', 'D'],
  ['1er mars 2022', 'fr', '2022-03-01', '2022-03-01', 'D'],
  ['1 mrt 2022', 'nl', '2022-03-01', '2022-03-01', 'D'],
  ['1-mrt-2022', 'nl', '2022-03-01', '2022-03-01', 'D'],
  ['3. Oktober 2022', 'de', '2022-10-03', '2022-10-03', 'D'],
  ['August 21st, 2018', 'en', '2018-08-21', '2018-08-21', 'D'],
  ['Januar 2020', 'de', '2020-01-01', '2020-01-31', 'M'],
  ['Jänner 2020', 'de', '2020-01-01', '2020-01-31', 'M'],
  ['FEVRIER 2020', 'fr', '2020-02-01', '2020-02-29', 'M'],
  ['févr. 2020', 'fr', '2020-02-01', '2020-02-29', 'M'],
  ['premier semestre 2023', 'fr', '2023-01-01', '2023-06-30', 'S'],
  ['eerste helft 2023', 'nl', '2023-01-01', '2023-06-30', 'S'],
  ['de tweede helft van 2023', 'nl', '2023-07-01', '2023-12-31', 'S'],
  ['erstes Halbjahr 2023', 'de', '2023-01-01', '2023-06-30', 'S'],
  ['2. Halbjahr 2023', 'de', '2023-07-01', '2023-12-31', 'S'],
  ['first half of 2023', 'en', '2023-01-01', '2023-06-30', 'S'],
  ['third quarter of 2023', 'en', '2023-07-01', '2023-09-30', 'Q'],
  ['3e kwartaal 2023', 'nl', '2023-07-01', '2023-09-30', 'Q'],
  ['2022 1e kwartaal', 'nl', '2022-01-01', '2022-03-31', 'Q'],
  ['2022 januari', 'nl', '2022-01-01', '2022-01-31', 'M'],
  ['deuxième trimestre 2023', 'fr', '2023-04-01', '2023-06-30', 'Q'],
])('parsePeriod(%j, %j) is %s to %s, %s', (text, language, start, end, freq) => {
  expect(parsePeriod(text, language)).toEqual({ start, end, freq });
});

test('two-digit years need a pivot', () => {
  expect(parsePeriod('16', 'fr', { pivot: 50 }).start).toBe('2016-01-01');
  expect(parsePeriod('21-8-87', 'nl', { pivot: 50 }).start).toBe('1987-08-21');
  expect(parsePeriod('49', 'fr', { pivot: 50 }).start).toBe('2049-01-01');
  expect(() => parsePeriod('21-8-18', 'nl')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: "21-8-18": the year 18 is either 1918 or 2018. Repair: declare the pivot: with pivot: 50, 49 is 2049 and 50 is 1950]`,
  );
  expect(() => parsePeriod('16', 'fr', { pivot: 1950 })).toThrowErrorMatchingInlineSnapshot(
    `[UsageError: pivot must be from 0 to 100, found 1950]`,
  );
});

test('an order of day and month that nothing shows is refused', () => {
  expect(parsePeriod('08/09/2020', 'en', { order: 'm-d' }).start).toBe('2020-08-09');
  expect(parsePeriod('08/09/2020', undefined, { order: 'd-m' }).start).toBe('2020-09-08');
  expect(() => parsePeriod('08/09/2020', 'en')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: "08/09/2020": day and month can be either way round. Repair: declare the order: order: 'd-m' or order: 'm-d', or name the language if it is nl, fr or de]`,
  );
  expect(() => parsePeriod('08/09/2020')).toThrow('either way round');
  expect(() => parsePeriod('2023KW02')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: "2023KW02": KW is a quarter in Dutch and a week in German. Repair: name the language]`,
  );
});

test('days, months, quarters and weeks that do not exist are refused', () => {
  expect(() => parsePeriod('31-02-2020', 'nl')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: "31-02-2020": the calendar has no such day. Repair: correct the date]`,
  );
  expect(() => parsePeriod('29-02-2023', 'nl')).toThrow('no such day');
  expect(() => parsePeriod('08/21/2018', 'nl')).toThrow('no such day');
  expect(() => parsePeriod('2023-13')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: "2023-13": there is no month 13. Repair: use month 1 to 12]`,
  );
  expect(() => parsePeriod('2023-Q5')).toThrow('there is no quarter 5');
  const german = (said: string) =>
    expect.objectContaining({
      says: expect.objectContaining({ de: expect.stringContaining(said) }),
    });
  expect(() => parsePeriod('2023-13')).toThrow(german('es gibt keinen Monat 13'));
  expect(() => parsePeriod('2023-Q5')).toThrow(german('es gibt kein Quartal 5'));
  expect(() => parsePeriod('2021-W53')).toThrow('2021 has no ISO week 53');
  expect(() => parsePeriod('4157')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: "4157": expected a year from 1800 to 2199, found 4157. Repair: check the column]`,
  );
  expect(() => parsePeriod('2022-05..2018-05')).toThrow('ends before it starts');
});

test.each([
  'year ending 28 March 2023',
  'ye 29 January 2023',
  'year ended 30 December 2023',
  'year to 28 Feb 2024',
  'twelve months to 5 April 2023',
])('%s ends on no last day of a month and is refused', (text) => {
  expect(() => parsePeriod(text, 'en')).toThrow('expected the last day of the month');
});

test('a year that ends on no day of the calendar is refused', () => {
  expect(() => parsePeriod('12 months to 31 Feb 2023', 'en')).toThrow('no such day');
  expect(() => parsePeriod('year ending 28 March 2023', 'en')).toThrowErrorMatchingInlineSnapshot(
    `[InputError: "year ending 28 March 2023": expected the last day of the month, 2023-03-31, found day 28. Repair: give the first and the last day as a range]`,
  );
});

test.each(['', 'onbekend', 'augustus', '2023-', '2023-1-2-3', '12', 'half 2023', '202'])(
  'parsePeriod(%j) is refused',
  (text) => {
    expect(() => parsePeriod(text, 'nl')).toThrow(/expected|19/);
  },
);

test('where the text stands is named', () => {
  const place = { file: 'extract.csv', line: 12, column: 'Datum' };
  expect(() => parsePeriod('?', 'nl', { place })).toThrowErrorMatchingInlineSnapshot(
    `[InputError: extract.csv, line 12, column Datum: "?": expected a year, half, quarter, month, week, day or range. Repair: correct the cell, or describe how the file writes its periods]`,
  );
});

test('every day of the calendar is read back, in any of its notations', () => {
  const min = new Date('1900-01-01T00:00:00Z');
  const max = new Date('2099-12-31T00:00:00Z');
  fc.assert(
    fc.property(fc.date({ min, max, noInvalidDate: true }), (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, day] = iso.split('-');
      const expected = { start: iso, end: iso, freq: 'D' };
      expect(parsePeriod(iso)).toEqual(expected);
      expect(parsePeriod(`${Number(day)}-${Number(month)}-${year}`, 'nl')).toEqual(expected);
      expect(parsePeriod(`${day}.${month}.${year}`)).toEqual(expected);
    }),
  );
});
