import { type PersonalKind, personalValue, randomOf } from '@samenbeeld/exercise';
import { detectPersonalData } from '@samenbeeld/schema';
import { expect, test } from 'vitest';

const kinds: readonly PersonalKind[] = [
  'bsn',
  'be-national-number',
  'lu-matricule',
  'iban',
  'e-mail',
  'phone',
  'plate',
];

test.each(kinds)(
  'a made-up %s passes its own check and is found, and no other detector fires',
  (kind) => {
    const random = randomOf(7, kind);
    const values = Array.from({ length: 200 }, () => personalValue(kind, random));
    const fired = values.map((value) => detectPersonalData(`contact ${value}`));
    expect(fired.filter(([first]) => first?.detector !== kind)).toEqual([]);
    expect(fired.filter((found) => found.length !== 1)).toEqual([]);
  },
);

test('the values lie where nothing is issued', () => {
  const random = randomOf(8, 'ranges');
  expect(personalValue('bsn', random)).toMatch(/^000\d{6}$/);
  expect(personalValue('be-national-number', random)).toMatch(/^00\.01\.01-99\d\.\d\d$/);
  expect(personalValue('lu-matricule', random)).toMatch(/^1900010199\d{3}$/);
  expect(personalValue('iban', random)).toMatch(/^(?:NL\d\dTEST|BE\d\d00|LU\d\d000)/);
  expect(personalValue('e-mail', random)).toMatch(/\.example$/);
});
