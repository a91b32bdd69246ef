import { overrideSubject, parseOverrideSubject } from '@samenbeeld/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

it('the values of an override are told in words, also one that nobody stated', () => {
  const { says } = parseOverrideSubject('sum across agencies: NL_HARC, not stated') ?? {};
  expect(says).toMatchObject({ nl: 'HARC-team, niet vermeld', en: 'NL_HARC, not stated' });
  expect(says?.fr).toContain('non indiqué');
});

describe('overrideSubject(purpose, plural, values)', () => {
  it('writes plain values as they are', () => {
    expect(overrideSubject('sum', 'agencies', ['NL_KMAR', 'NL_HARC+NL_CUST'])).toBe(
      'sum across agencies: NL_HARC+NL_CUST, NL_KMAR',
    );
  });

  it('tells one value with a comma from two, and a value from none', () => {
    expect(overrideSubject('sum', 'definitions', ['A, B'])).toBe("sum across definitions: 'A, B'");
    expect(overrideSubject('sum', 'definitions', ['A', 'B'])).toBe('sum across definitions: A, B');
    expect(overrideSubject('sum', 'agencies', [null, 'X'])).toBe(
      'sum across agencies: X, not stated',
    );
    expect(overrideSubject('sum', 'agencies', ['not stated', 'X'])).toBe(
      "sum across agencies: 'not stated', X",
    );
  });

  const value = fc.oneof(
    fc.constant(null),
    fc.constantFrom('not stated', 'A, B', "l'office", "'A'", '', ' A', 'A ', ', ', "'", "a', 'b"),
    fc.string(),
  );

  it('is read back as the values it was made of', () => {
    fc.assert(
      fc.property(fc.uniqueArray(value, { minLength: 1, maxLength: 5 }), (values) => {
        const subject = overrideSubject('sum', 'definitions', values);
        const found = parseOverrideSubject(subject);
        expect(new Set(found?.values)).toEqual(new Set(values));
        expect(overrideSubject('sum', 'definitions', found?.values ?? [])).toBe(subject);
      }),
      { seed: 20260630, numRuns: 500 },
    );
  });

  it('reads no subject of which a quote does not close', () => {
    expect(parseOverrideSubject("sum across definitions: 'A, B")).toBeNull();
    expect(parseOverrideSubject('sum across definitions: A,')).toBeNull();
  });
});
