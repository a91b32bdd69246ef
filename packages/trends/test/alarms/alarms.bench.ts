import { ears, farrington, nowcast, poissonCusum } from '@samenbeeld/trends';
import { bench, describe } from 'vitest';

/** Ten years of weekly counts with a season, without randomness. */
const weeks = Array.from(
  { length: 520 },
  (_, i) => 20 + ((i * 37) % 13) + Math.round(5 * Math.sin(i / 8.3)),
);
const base = { frequency: 52, examine: 52 } as const;

// R 4.2.2, surveillance 1.20.3, same counts and options, user time of one call on a machine of two cores:
// farrington 0.27 s, farringtonFlexible 0.56 s.
describe('520 weeks, the last 52 examined', () => {
  bench('farrington 1996', () => {
    farrington(weeks, base);
  });
  bench('noufaily', () => {
    farrington(weeks, { ...base, method: 'noufaily' });
  });
  bench('noufaily, with false alarms by 20 simulations', () => {
    farrington(weeks, { ...base, method: 'noufaily', simulate: { runs: 20, seed: 1 } });
  });
  bench('EARS C1, all weeks', () => {
    ears(weeks);
  });
  bench('EARS C3, all weeks', () => {
    ears(weeks, { method: 'C3' });
  });
  bench('Poisson CUSUM, threshold sought', () => {
    poissonCusum(weeks, { expected: 25 });
  });
});

describe('nowcast of ten periods', () => {
  const triangle = Array.from({ length: 10 }, (_, i) =>
    Array.from({ length: 10 - i }, (_, age) => Math.round((900 + 37 * i) * (1 - 0.5 ** (age + 1)))),
  );
  bench('Mack', () => {
    nowcast(triangle);
  });
  bench('over-dispersed Poisson', () => {
    nowcast(triangle, { method: 'odp' });
  });
});
