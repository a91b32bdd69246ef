import { type ClusterMethod, clusterLabels } from '@samenbeeld/harmonise';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phoneticKey } from '../src/evidence/look-alikes.ts';

function clusters(labels: readonly string[], by: ClusterMethod, language?: 'de' | 'en'): string[] {
  return clusterLabels(labels, { by, ...(language && { language }) }).map(
    ({ canonical, labels: found }) =>
      `${canonical} ← ${found.map(({ label, count }) => `${label} ${count}`).join(', ')}`,
  );
}

test('fingerprint: the same words in any order', () => {
  const labels = ['Port de Gand', 'GAND, port de', 'Port de Gand', 'port-de-gand', 'Gand'];
  expect(clusters(labels, 'fingerprint')).toEqual([
    'Port de Gand ← Port de Gand 2, GAND, port de 1, port-de-gand 1',
  ]);
});

test('ngram: blanks and repeated letters do not matter', () => {
  expect(clusters(['Sas van Gent', 'Sasvangent', 'Vlissingen'], 'ngram')).toEqual([
    'Sas van Gent ← Sas van Gent 1, Sasvangent 1',
  ]);
});

test('phonetic: Cologne phonetics in German, Double Metaphone else', () => {
  expect(clusters(['Meyer', 'Maier', 'Müller'], 'phonetic', 'de')).toEqual([
    'Maier ← Maier 1, Meyer 1',
  ]);
  expect(clusters(['amphetamine', 'amfetamine', 'ketamine'], 'phonetic', 'en')).toEqual([
    'amfetamine ← amfetamine 1, amphetamine 1',
  ]);
  // Postel's own examples: "Wikipedia" is 3412, "Müller-Lüdenscheidt" 65752682.
  expect(phoneticKey('Wikipedia', 'de')).toBe('3412');
  expect(phoneticKey('MüllerLüdenscheidt', 'de')).toBe('65752682');
});

test('distance: chains of near labels, never across digits', () => {
  expect(clusters(['Vlissingen', 'Vlisingen', 'Vlissngen', 'Terneuzen'], 'distance')).toEqual([
    'Vlisingen ← Vlisingen 1, Vlissingen 1, Vlissngen 1',
  ]);
  expect(clusters(['district 1', 'district 2'], 'distance')).toEqual([]);
  expect(clusters(['3-MMC', '4-MMC'], 'distance')).toEqual([]);
});

test('counts may be given; the commonest is proposed', () => {
  const labels = [
    { label: 'hasj', count: 2 },
    { label: 'Hasj', count: 9 },
  ];
  expect(clusterLabels(labels, { by: 'fingerprint' })[0]?.canonical).toBe('Hasj');
});

test('another method is refused', () => {
  expect(() => clusterLabels([], { by: 'magic' as ClusterMethod })).toThrow(
    'Labels cluster by fingerprint, ngram, phonetic or distance, not "magic".',
  );
});

test('the order of the labels changes nothing, and no label is in two clusters', () => {
  const label = fc.constantFrom(
    'coke',
    'Coke',
    'cocke',
    'cocaïne',
    'cocaine',
    'COCAINE',
    'hash',
    '',
  );
  const method = fc.constantFrom<ClusterMethod>('fingerprint', 'ngram', 'phonetic', 'distance');
  fc.assert(
    fc.property(fc.array(label, { maxLength: 20 }), method, (labels, by) => {
      const found = clusterLabels(labels, { by });
      expect(clusterLabels([...labels].reverse(), { by })).toEqual(found);
      const members = found.flatMap((cluster) => cluster.labels.map((member) => member.label));
      expect(new Set(members).size).toBe(members.length);
    }),
  );
});
