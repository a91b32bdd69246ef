import { InputError, inFour, wrongUse } from '@samenbeeld/schema';
import { expect, test } from 'vitest';

const problem = inFour('geen {n}', 'pas de {n}', 'kein {n}', 'no {n}', { n: 'kg' });
const repair = inFour('geef kg', 'donnez des kg', 'kg angeben', 'give kg');

test('an InputError takes its repair alone, and says the same as with it by name', () => {
  const alone = new InputError(problem, repair);
  expect(alone.says).toEqual(new InputError(problem, { repair }).says);
  expect(alone.says?.de).toBe('kein kg. Abhilfe: kg angeben');
  expect(new InputError('no kg', 'give kg').message).toBe('no kg. Repair: give kg');
});

test('wrongUse is a UsageError in four languages', () => {
  expect(wrongUse('geen', 'pas', 'kein', 'no').says?.fr).toBe('pas');
});
