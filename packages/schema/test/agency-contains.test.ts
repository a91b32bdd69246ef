import { agencies, agencyContains, places } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';

describe('agencies', () => {
  test('name known countries and known members', () => {
    for (const { country, contains } of agencies) {
      expect(country === null || places.has(country)).toBe(true);
      expect(contains.every((code) => agencies.has(code))).toBe(true);
    }
  });

  test('newspapers and compilers do not count their own work', () => {
    const compiling = agencies.filter(({ kind }) => kind === 'press' || kind === 'international');
    expect(compiling.length).toBeGreaterThan(5);
    expect(compiling.filter(({ counts }) => counts)).toEqual([]);
    expect(agencies.get('BE_CUST').counts).toBe(true);
  });

  test.each([
    ['HARC', 'NL_HARC'],
    ['Zeehavenpolitie', 'NL_ZHP'],
    ['ZHP', 'NL_ZHP'],
    ['AAD&A', 'BE_CUST'],
    ['AGD&A', 'BE_CUST'],
    ['CTIF-CFI', 'CTIF_CFI'],
    ['ADA', 'LU_CUST'],
    ['Police grand-ducale', 'LU_POL'],
    ['FIU-Nederland', 'FIU_NL'],
    ['EMCDDA', 'EUDA'],
    ['SSMSI', 'FR_SSMSI'],
  ])('%s is %s', (name, code) => {
    expect(agencies.lookup(name)).toMatchObject({ kind: 'exact', entry: { code } });
  });
});

describe('agencyContains', () => {
  test.each([
    ['NL_HARC', 'NL_CUST', true],
    ['NL_HARC', 'NL_FIOD', true],
    ['NL_HARC', 'NL_ZHP', true],
    ['NL_HARC', 'NL_OM', true],
    ['NL_HARC', 'NL_POL', false],
    ['NL_POL', 'NL_ZHP', true],
    ['NL_CUST', 'NL_HARC', false],
    ['BE_POL', 'BE_FGP', true],
    ['BE_CUST', 'BE_CUST', true],
    ['BE_CUST', 'NL_CUST', false],
  ])('%s contains %s: %s', (whole, part, expected) => {
    expect(agencyContains(whole, part)).toBe(expected);
  });

  test('an unknown agency is a wrong call', () => {
    expect(() => agencyContains('HARC', 'NL_CUST')).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: agencies has no code "HARC". Nearest: NL_HARC (HARC team).]`,
    );
  });
});
