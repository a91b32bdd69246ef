import { units } from '@samenbeeld/schema';
import { describe, expect, test } from 'vitest';

describe('units', () => {
  test('have a plural in four languages and a base that is a unit or a number', () => {
    for (const { code, plural, base } of units) {
      expect(Object.values(plural).every((word) => word !== '')).toBe(true);
      expect(units.has(base) || ['per_1', 'pct'].includes(base), code).toBe(true);
    }
  });

  test.each([
    ['KG', undefined, 'kg'],
    ['kilo', 'nl', 'kg'],
    ['kg.', undefined, 'kg'],
    ['ltr', 'nl', 'l'],
    ['st.', 'nl', 'piece'],
    ['stuks', 'nl', 'piece'],
    ['comprimés', 'fr', 'tablet'],
    ['Pillen', 'de', 'tablet'],
    ['tonne', 'en', 't'],
    ['ton', 'nl', 't'],
    ['€', undefined, 'EUR'],
    ['€/g', undefined, 'EUR/g'],
    ['g', undefined, 'g'],
    ['%', undefined, 'pct'],
    ['inbeslagnames', 'nl', 'seizure'],
    ['Sicherstellungen', 'de', 'seizure'],
    ['Blotting paper', 'en', 'dose'],
  ] as const)('%s in %s is %s', (name, language, code) => {
    expect(units.lookup(name, language)).toMatchObject({ kind: 'exact', entry: { code } });
  });

  test('an English ton is one of three', () => {
    const match = units.lookup('ton', 'en');
    expect(match.kind === 'ambiguous' && match.entries.map(({ code }) => code)).toEqual([
      't',
      'short_ton',
      'long_ton',
    ]);
  });
});
