import { detectPersonalData, type PersonalDataDetector } from '@samenbeeld/schema';
import { expect, test } from 'vitest';
import {
  forms,
  kinds,
  lookAlikes,
  plainKinds,
  planted,
  plantedByName,
  plantedBySureName,
  plantedGlued,
  randomOf,
  sureKinds,
} from './forms.ts';

const found = (text: string): readonly PersonalDataDetector[] =>
  detectPersonalData(text).map(({ detector }) => detector);

/** How many of some generated texts set off a detector. */
function share(kind: string, make: () => string, tries: number): number {
  const texts = Array.from({ length: tries }, make);
  return texts.filter((text) => found(text).some((name) => name === kind)).length / tries;
}

test.each(Object.entries(forms))('identifiers are found in the form %s', (name, form) => {
  const random = randomOf(name.length * 7919);
  for (const kind of kinds)
    expect(
      share(kind, () => planted(kind, form, random), 200),
      kind,
    ).toBeGreaterThanOrEqual(0.97);
});

test.each(kinds)('a %s is found behind its name, glued to it or not', (kind) => {
  const random = randomOf(kind.length * 104_729);
  expect(share(kind, () => plantedByName(kind, random), 400)).toBeGreaterThanOrEqual(0.99);
});

test.each(sureKinds)('a %s behind its own name is found with any signs, also mistyped', (kind) => {
  const random = randomOf(kind.length * 611_953);
  expect(share(kind, () => plantedBySureName(kind, random), 400)).toBeGreaterThanOrEqual(0.97);
});

test.each(['bsn', 'iban'])('a %s is found where a word is glued to it', (kind) => {
  const random = randomOf(kind.length * 350_377);
  expect(share(kind, () => plantedGlued(kind, random), 400)).toBeGreaterThanOrEqual(0.99);
});

test.each(Object.entries(plainKinds))('a %s is found as people write it', (kind, make) => {
  const random = randomOf(kind.length * 1_299_709);
  expect(share(kind, () => make(random), 600)).toBeGreaterThanOrEqual(0.97);
});

test.each(Object.entries(lookAlikes))('no %s is taken for a person', (name, make) => {
  const random = randomOf(name.length * 15_485_863);
  const texts = Array.from({ length: 2000 }, () => make(random));
  expect(texts.filter((text) => found(text).length > 0)).toEqual([]);
});

// A unit or a currency excuses a figure only as a whole word.
test.each([
  'chauffeur 123456782',
  'directeur 123456782',
  'importeur 123456782',
  'acteur: 123456782',
  '123456782 staat vast',
  '123456782 stond erbij',
  '123456782 tonen',
  '123456782 eurocheque',
  '123456782 grammatica',
  '123456782 literatuur',
  '123456782 pilootproject',
  '123456782 tabak',
  '123456782 St. Niklaas',
  '123456782 L. Janssens',
  '123456782 Ton de Vries',
  '123456782 gérant',
])('%s: a number of a person', (text) => {
  expect(found(text)).toEqual(['bsn']);
});

test.each([
  '123456782 kg',
  '123456782 t',
  '123456782 g.',
  '123456782 St.',
  '123456782 stuks',
  '123456782 euro',
  '123456782 €',
  'EUR 123456782',
  'bedrag 123456782',
  'MMSI 123456782',
  'zaaknr. 123456782',
])('%s: no number of a person', (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  'verdachten 123456782/111222333',
  '123456782,111222333',
  '123456782; 111222333',
  '(123456782)',
  '„123456782“',
  'https://dienst.example/?bsn=123456782',
  'https://dienst.example/p/NL91ABNA0417164300',
  'tel:+31612345678',
])('%s: found amid other signs', (text) => {
  expect(found(text).length).toBeGreaterThan(0);
});

test('a long text says what its parts say, wherever in it they stand', () => {
  const random = randomOf(32_452_843);
  const word = 'cocaine in the port of Ghent, ';
  const around = (text: string, before: number): string =>
    `${word.repeat(700).slice(0, before)}; ${text}; ${word.repeat(700).slice(0, 20_000 - before)}`;
  // Ends of parts are at 4,096 and what lies 512 and 1,024 beside: all places near one are tried.
  const places = [4096, 8192].flatMap((end) =>
    [-1024, -512, 0, 512, 1024].flatMap((aside) => [-90, -3].map((n) => end + aside + n)),
  );
  const makes = [...Object.entries(plainKinds), ...Object.entries(lookAlikes)];
  for (const [name, make] of makes)
    for (const place of places) {
      const text = make(random);
      expect(found(around(text, place)), `${name}: ${text} at ${place}`).toEqual(
        found(`in the port of Ghent, ; ${text}; ${word}`),
      );
    }
});
