import { expect, test } from 'vitest';
import { methodName } from '../src/method-names.ts';

test('a method is named in the language of the reader, with its numbers; one that has no name keeps its own, in quotes', () => {
  const simulated = methodName(
    'Monte Carlo, 20000 draws, seed 1234, at 6 assumed interception rates',
  );
  expect(simulated).toEqual({
    nl: 'Monte Carlo, 20.000 trekkingen, startgetal 1234, bij 6 aangenomen onderschepte aandelen',
    fr: 'Monte-Carlo, 20 000 tirages, graine 1234, pour 6 parts interceptées supposées',
    de: 'Monte Carlo, 20.000 Ziehungen, Startwert 1234, bei 6 angenommenen abgefangenen Anteilen',
    en: 'Monte Carlo, 20,000 draws, seed 1234, at 6 assumed interception rates',
  });
  expect(methodName('Mann-Kendall, exact, with Sen slope').de).toBe(
    'Mann-Kendall, exakt, mit Sen-Steigung',
  );
  expect(methodName('Knox test, every order of the days').de).toMatch(/^„Knox test/u);
});
