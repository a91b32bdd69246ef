import { describe, expect, it } from 'vitest';
import { parseCellName, usualBasis } from '../src/cell-name.ts';

it.each([
  ['NLVLI', 'seized_in_port'],
  ['NSP', 'seized_in_port'],
  ['NLVLI+BEGNE', 'seized_in_port'],
  ['LU', 'seized_in_territory'],
  ['NL34', 'seized_in_territory'],
  ['DEA', 'seized_in_territory'],
  ['LU.COM.Dudelange', 'seized_in_territory'],
  ['NL34+BE25', 'seized_in_territory'],
])('usualBasis(%j) is %s', (place, basis) => {
  expect(usualBasis(place)).toBe(basis);
});

it('the usual basis of a province of which only ports are counted is that of its ports', () => {
  const port = { place: 'NLVLI', basis: 'seized_in_port' };
  expect(usualBasis('NL34', [port])).toBe('seized_in_port');
  expect(usualBasis('NL34', [port, { place: 'NL34', basis: 'seized_in_territory' }])).toBe(
    'seized_in_territory',
  );
  expect(usualBasis('NL', [port])).toBe('seized_in_territory');
});

describe('parseCellName(text)', () => {
  it.each([
    ['NSP cocaine 2022', ['PC_NSP', 'COC', null, 2022, null]],
    ['Vlissingen 2023', ['NLVLI', null, null, 2023, null]],
    [
      'LU cocaine 2019 LU_CUST seized_in_territory',
      ['LU', 'COC', 'seized_in_territory', 2019, ['LU_CUST']],
    ],
    ['LU 2019 LU_POL+LU_CUST', ['LU', null, null, 2019, ['LU_POL', 'LU_CUST']]],
    ['cannabis in the port of Ghent, 2022', ['BEGNE', 'CAN', null, 2022, null]],
    ['cocaïne in de haven van Gent 2022', ['BEGNE', 'COC', null, 2022, null]],
    ['cocaïne dans le port de Flessingue 2022', ['NLVLI', 'COC', null, 2022, null]],
    ['Kokain im Hafen von Vlissingen 2022', ['NLVLI', 'COC', null, 2022, null]],
    ['Zeeland ports 2023', ['PC_ZEELAND', null, null, 2023, null]],
    ['PC_NSP COC 2022', ['PC_NSP', 'COC', null, 2022, null]],
  ] as const)('%s', (text, [place, substance, basis, year, agencies]) => {
    expect(parseCellName(text)).toEqual({ place, substance, basis, year, agencies });
  });

  it('says what is missing', () => {
    expect(() => parseCellName('Vlissingen')).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: "Vlissingen" names no cell: expected PLACE [SUBSTANCE] YEAR, such as "NSP cocaine 2022"; found no year.]`,
    );
    expect(() => parseCellName('cocaine 2022')).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: "cocaine 2022" names no cell: expected PLACE [SUBSTANCE] YEAR, such as "NSP cocaine 2022"; found no place.]`,
    );
    expect(() => parseCellName('Vlissingen rocket 2022')).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: "Vlissingen rocket 2022" names no cell: expected PLACE [SUBSTANCE] YEAR, such as "NSP cocaine 2022"; found "rocket", which is no place, drug or basis.]`,
    );
  });

  it('says all that is missing, and which place may be meant', () => {
    expect(() => parseCellName('cocaine')).toThrow('found no year; no place');
    expect(() => parseCellName('Vlisingen cocaine 2021')).toThrow('Do you mean NLVLI (Vlissingen)');
  });
});
