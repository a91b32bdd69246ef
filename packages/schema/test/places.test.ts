import {
  countries,
  expandPlace,
  membersOf,
  type PlaceEntry,
  placeContains,
  places,
} from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';

function found(name: string): readonly string[] {
  const match = places.lookup(name);
  if (match.kind === 'exact') return [match.entry.code];
  return match.kind === 'ambiguous' ? match.entries.map(({ code }) => code) : [];
}

describe('places', () => {
  test('every code a place names is a place', () => {
    const named = (place: PlaceEntry): readonly string[] => [
      ...place.members,
      ...place.within,
      ...(place.country === null ? [] : [place.country]),
    ];
    const unknown = places.flatMap(named).filter((code) => !places.has(code));
    expect(unknown).toEqual([]);
  });

  test('regions carry their edition of NUTS, other places none', () => {
    for (const { kind, nutsVersion } of places)
      expect(nutsVersion).toBe(kind === 'region' ? '2021' : null);
  });

  test('the regions of France and the Länder carry their national codes', () => {
    const codes = (country: string) =>
      places
        .filter((place) => place.country === country && place.nationalCode !== null)
        .map(({ nationalCode }) => nationalCode)
        .sort()
        .join(' ');
    expect(codes('FR')).toBe('01 02 03 04 06 11 24 27 28 32 44 52 53 75 76 84 93 94');
    expect(codes('DE')).toBe('01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16');
  });

  test.each([
    ['Vlissingen-Oost', ['NLVLI']],
    ['Borsele', ['NLVLI']],
    ['Sloe', ['NLVLI']],
    ['Vlissingen', ['NLVLI']],
    ['Flessingue', ['NLVLI']],
    ['Gand', ['BEGNE']],
    ['North Sea Port Flanders', ['BEGNE']],
    ['Waaslandhaven', ['BEANR']],
    ['linkeroever', ['BEANR']],
    ['Anvers', ['BEANR']],
    ['Zeeuwse havens', ['PC_ZEELAND']],
    ['Zeeland', ['NL34']],
    ['Zeeland-West-Brabant', ['PC_ZWB']],
    ['North Sea Port', ['PC_NSP']],
    ['Dünkirchen', ['FRDKK']],
    ['Lüttich', ['BELGG']],
    ['Turkey', ['TR']],
    ['Luxembourg', ['LULUX', 'LU', 'BE34']],
    ['Hamburg', ['DEHAM', 'DE6']],
    ['Guadeloupe', ['FRY1']],
    ['Hazeldonk', ['NLHZK', 'HAZELDONK']],
    ['coopération Hazeldonk', ['HAZELDONK']],
    ['NRW', ['DEA']],
    ['Land NRW', ['DEA']],
    ['Bund', ['DE']],
  ])('%s is %j', (name, codes) => {
    expect(found(name)).toEqual(codes);
  });

  test('aliases lead to the code in use', () => {
    const codes = ['NSP', 'NLTER', 'EL', 'UK', 'EU', 'FR10', 'GP'].map(
      (code) => places.get(code).code,
    );
    expect(codes).toEqual(['PC_NSP', 'NLTNZ', 'GR', 'GB', 'EU27_2020', 'FR1', 'FRY1']);
    expect(places.get('NLTER').note).toContain('Terheijden');
  });

  test('among countries Luxembourg is only one thing', () => {
    expect(countries.lookup('Luxembourg')).toMatchObject({ kind: 'exact', entry: { code: 'LU' } });
  });

  test('a misspelt code names its neighbours', () => {
    expect(() => places.get('NLVIL')).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: places has no code "NLVIL". Nearest: NLVLI (Vlissingen).]`,
    );
  });
});

describe('members', () => {
  test('complexes consist of what the ports agreed on', () => {
    expect(membersOf('PC_NSP')).toEqual(['BEGNE', 'NLTNZ', 'NLVLI']);
    expect(membersOf('PC_ZEELAND')).toEqual(['NLTNZ', 'NLVLI']);
    expect(membersOf('PC_ZWB')).toEqual(['NLMOE', 'NLTNZ', 'NLVLI']);
    expect(membersOf('PC_ANTWERP_BRUGES')).toEqual(['BEANR', 'BEZEE']);
    expect(membersOf('PC_HARC_ELSEWHERE')).toEqual(['NLMOE', 'NLTNZ', 'NLVLI']);
    expect(membersOf('BEANR')).toEqual([]);
  });

  test('expanding resolves aliases and sets, and leaves open sets whole', () => {
    expect(expandPlace('NLTER+NSP')).toEqual(['BEGNE', 'NLTNZ', 'NLVLI']);
    expect(expandPlace('NLRTM + PC_HARC_ELSEWHERE')).toEqual(['NLRTM', 'PC_HARC_ELSEWHERE']);
    expect(expandPlace('HAZELDONK')).toEqual(['HAZELDONK']);
    expect(() => expandPlace('NLVLI+')).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: places has no code "". All codes: \`samenbeeld codes places\`.]`,
    );
  });
});

describe('placeContains', () => {
  test.each([
    ['PC_NSP', 'PC_ZEELAND', true],
    ['PC_NSP', 'NLMOE', false],
    ['PC_NSP', 'PC_ZWB', false],
    ['PC_ZWB', 'PC_NSP', false],
    ['PC_ZWB', 'PC_ZEELAND', true],
    ['PC_ZEELAND', 'NLVLI+NLTNZ', true],
    ['NLVLI+NLTNZ', 'PC_ZEELAND', true],
    ['BEGNE+PC_ZEELAND', 'PC_NSP', true],
    ['NLVLI', 'PC_ZEELAND', false],
    ['PC_HARC', 'NLRTM', true],
    ['PC_HARC', 'PC_ZWB', true],
    ['NLRTM+PC_ZWB', 'PC_HARC', false],
    ['PC_HARC_ELSEWHERE', 'NLRTM', false],
    ['NL', 'PC_HARC', true],
    ['NL', 'PC_NSP', false],
    ['BE+NL', 'PC_NSP', true],
    ['BENELUX', 'PC_NSP', true],
    ['BENELUX', 'BENELUX', true],
    ['EU', 'BEANR', true],
    ['NL34', 'NLTNZ', true],
    ['NL34', 'PC_ZEELAND', true],
    ['NL34', 'NLMOE', false],
    ['BE23', 'BEGNE', true],
    ['BE23', 'BEANR', false],
    ['BE21', 'BEANR', false],
    ['BE', 'BEANR', true],
    ['FR', 'FRY1', true],
    ['GB', 'UKM', true],
    ['HAZELDONK', 'NL', false],
    ['HAZELDONK', 'NLHZK', false],
    ['NL', 'NLHZK', true],
    ['BE', 'HAZELDONK', false],
    ['NLVLI', 'NL', false],
  ])('%s contains %s: %s', (whole, part, expected) => {
    expect(placeContains(whole, part)).toBe(expected);
  });

  test('every place contains itself, and no two different places contain each other', () => {
    const complexes = places.filter(({ kind }) => kind !== 'country');
    for (const a of complexes) {
      expect(placeContains(a.code, a.code)).toBe(true);
      const twins = complexes.filter(
        (b) => a !== b && placeContains(a.code, b.code) && placeContains(b.code, a.code),
      );
      expect(twins).toEqual([]);
    }
  });
});
