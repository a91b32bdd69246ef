import { classifications, offences } from '@samenbeeld/schema';
import { expect, test } from 'vitest';

test('each offence lies in the nearest wider one', () => {
  const parents = ['ICCS060111', 'ICCS06011', 'ICCS0601', 'ICCS07041', 'ICCS03011'].map(
    (code) => offences.get(code).parent,
  );
  expect(parents).toEqual(['ICCS06011', 'ICCS0601', null, 'ICCS0704', 'ICCS0301']);
});

test('the bare number is an alias', () => {
  expect(offences.get('07041').label.nl).toBe('witwassen');
});

test('classifications carry the national words', () => {
  expect(classifications.get('restricted').national.NL).toEqual(['Dep. VERTROUWELIJK']);
  expect(classifications.get('none').national).toEqual({ BE: [], NL: [], LU: [] });
});
