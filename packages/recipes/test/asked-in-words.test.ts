import { expect, test } from 'vitest';
import { askedInWords } from '../src/compose.ts';

const asked = (...places: readonly string[]) =>
  askedInWords(
    places.map((place) => ({
      question: {
        ...{ place, substance: 'COC', basis: 'seized_in_port', metric: 'quantity', unit: 'kg' },
        agencies: null,
      },
    })),
  ).en;

test('one or two questions stand under the title in full; of more it says how many, and of where', () => {
  expect(asked('NLVLI')).toBe('Vlissingen, cocaine, seized in the port, kg');
  expect(asked('NLVLI', 'NLVLI', 'BEGNE')).toBe('3 questions: Vlissingen, Ghent');
});
