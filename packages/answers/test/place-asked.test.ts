import { expect, test } from 'vitest';
import { type Counted, questionsOf } from '../src/questions.ts';

const of = (place: string): Counted => ({
  ...{ place, substance: 'COC', basis: 'seized_in_territory', metric: 'quantity', unit: 'kg' },
  ...{ offence: null, code: null, level: null, countUnit: null },
});
const asked = (...places: readonly string[]) =>
  questionsOf({}, places.map(of), (name) => `--${name}`);

test('a place that is not named is the one that the picture alone holds, else one of them is the example', () => {
  expect(asked('ZZ', 'ZZ').map(({ place }) => place)).toEqual(['ZZ']);
  expect(() => asked('NL', 'LU')).toThrow('Name a place: --place LU. This picture holds: LU (');
});
