import { filled, inFour, languages } from '@samenbeeld/schema';
import { expect, test } from 'vitest';

const french = (words: string, of: string): string => filled(words, 'fr', { of }, String);

test.each([
  ['le total de {of}', 'les 4 autres libellés', 'le total des 4 autres libellés'],
  ['le total de {of}', 'le port', 'le total du port'],
  ['se rapporte à {of}', 'les saisies', 'se rapporte aux saisies'],
  ['jusqu’à {of}', 'le 3 juin 2026', 'jusqu’au 3 juin 2026'],
  ['De {of}, rien', 'les ports', 'Des ports, rien'],
  ['À {of}', 'le port', 'Au port'],
  // What is no article, or stands behind another word.
  ['le total de {of}', 'la douane', 'le total de la douane'],
  ['le total de {of}', 'l’an', 'le total de l’an'],
  ['le total de {of}', 'Le Havre', 'le total de Le Havre'],
  ['le total de {of}', '« les autres »', 'le total de « les autres »'],
  ['le total de {of}', 'lest', 'le total de lest'],
  ['une bande {of}', 'les suit', 'une bande les suit'],
  ['coude {of}', 'les', 'coude les'],
])('French %s with %s: %s', (words, of, says) => {
  expect(french(words, of)).toBe(says);
});

test('forms of a number are contracted as words are, and other languages say what they said', () => {
  const of = (n: number): string =>
    inFour('', 'la somme de {n:le chiffre|les # chiffres}', '', '', { n }).fr;
  expect([of(1), of(4)]).toEqual(['la somme du chiffre', 'la somme des 4 chiffres']);
  for (const language of languages.filter((each) => each !== 'fr'))
    expect(filled('de {of}', language, { of: 'les autres' }, String)).toBe('de les autres');
});
