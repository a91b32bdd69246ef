import { checkObservation, checkSeizure, InputError } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import { observation, seizure } from './example-records.ts';

test('a correct record is returned as it is', () => {
  expect(checkObservation(observation())).toEqual(observation());
  expect(checkSeizure(seizure())).toEqual(seizure());
});

test('every wrong field is named, with what was expected and found, and the cell', () => {
  const wrong = { ...observation(), unit: 'kilo', basis: 'port', value: '4157', freq: undefined };
  expect(() => checkObservation(wrong)).toThrowErrorMatchingInlineSnapshot(
    `[InputError: claims.csv, line 2, column value: value: expected a number, or null, found "4157"; unit: expected a code of units, found "kilo"; basis: expected one of seized_in_port, seized_in_territory, seized_in_post, seized_in_action, entered_via_port, destined_for_port, destined_for_country, seized_or_destined, seized_abroad, at_sea, recorded, not_applicable, found "port"; freq: expected one of A, S, Q, M, W, D, O, found nothing. Repair: correct the source description or the code that makes the record]`,
  );
});

test('a field too many and a wrong origin are named', () => {
  const wrong = { ...seizure(), suspect: 'x', origin: { file: 'a.csv' } };
  expect(() => checkSeizure(wrong)).toThrowErrorMatchingInlineSnapshot(
    `[InputError: origin: expected the cell it was made from (file, sheet, line, column, raw), found {"file":"a.csv"}; suspect: no field of a seizure. Repair: correct the source description or the code that makes the record]`,
  );
});

test.each([
  [{ value: null }, /value is null and missing gives no reason/],
  [{ missing: 'pending' as const }, /missing says pending/],
  [{ value: Number.NaN }, /value: expected a number/],
  [{ periodEnd: '2021-12-31' }, /ends on 2021-12-31, before it starts/],
  [{ periodEnd: '2022-02-30' }, /periodEnd: expected an ISO day/],
  [{ periodEnd: '2022-06-30' }, /freq is A, but 2022-01-01..2022-06-30 is S/],
  [{ periodEnd: '2022-12-25' }, /provisional \(P\) or another window/],
  [{ printed: '4.157,0' }, /printed: expected digits/],
  [{ publishedOn: 'January' }, /publishedOn: expected/],
  [{ substance: 'coke' }, /substance: expected a code of substances/],
])('an observation with %j is refused', (changes, message) => {
  expect(() => checkObservation(observation(changes))).toThrow(InputError);
  expect(() => checkObservation(observation(changes))).toThrow(message);
});

test.each([
  [{ quantity: -1 }, /quantity: expected a number, zero or more, or null, found -1/],
  [{ quantity: null }, /quantity is null/],
  [{ agencies: 'NL_HARC' as unknown as string[] }, /agencies: expected a list/],
  [{ arrests: 1.5 }, /arrests: expected a whole number/],
  [{ date: '14-3-2022' }, /date: expected an ISO day/],
])('a seizure with %j is refused', (changes, message) => {
  expect(() => checkSeizure(seizure(changes))).toThrow(message);
});

test('part of a year is allowed where it is said', () => {
  const partial = observation({ periodEnd: '2022-12-25', status: 'P' });
  expect(checkObservation(partial)).toEqual(partial);
  expect(checkObservation({ ...partial, status: 'A', freq: 'O' }).freq).toBe('O');
});

test('what is no record is refused', () => {
  expect(() => checkObservation(null)).toThrowErrorMatchingInlineSnapshot(
    `[InputError: expected an observation, found null. Repair: pass one record]`,
  );
  expect(() => checkSeizure([])).toThrow('expected a seizure, found []');
});
