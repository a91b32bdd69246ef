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

test('national words mean the same offence, and those of a wider or narrower act mean none', () => {
  const meant = (word: string, language: 'nl' | 'fr' | 'de' | 'en'): string | null => {
    const match = offences.lookup(word, language);
    return match.kind === 'exact' ? match.entry.code : null;
  };
  expect(meant('Kinderporno', 'nl')).toBe('ICCS030221');
  expect(meant('Cambriolages de logement', 'fr')).toBe('ICCS05012');
  expect(meant('Raubdelikte', 'de')).toBe('ICCS0401');
  expect(meant('drug offences', 'en')).toBe('ICCS0601');
  // The Opium Act leaves precursors out; PKS 891000 takes in more than drug offences; ILS are of one act alone.
  expect(meant('Opiumwetdelicten', 'nl')).toBeNull();
  expect(meant('Rauschgiftkriminalität', 'de')).toBeNull();
  expect(meant('Usage de stupéfiants', 'fr')).toBeNull();
});

test('classifications carry the national words', () => {
  expect(classifications.get('restricted').national.NL).toEqual(['Dep. VERTROUWELIJK']);
  expect(classifications.get('none').national).toEqual({ BE: [], NL: [], LU: [] });
});
