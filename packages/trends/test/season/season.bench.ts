import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ets, initSync } from '@bsull/augurs/mstl';
import { decompose, fitEts, forecast } from '@samenbeeld/trends';
import { bench, describe } from 'vitest';
import { airPassengers } from './series.ts';

const peer = createRequire(import.meta.url).resolve('@bsull/augurs/mstl');
initSync({ module: readFileSync(peer.replace(/\.js$/, '_bg.wasm')) });
const months = airPassengers.slice(0, 120);
const weeks = Array.from(
  { length: 520 },
  (_, i) => 50 + 20 * Math.sin((2 * Math.PI * i) / 52) + ((i * 7919) % 23),
);
const days = Array.from(
  { length: 730 },
  (_, i) => 40 + 9 * (i % 7) + 20 * Math.sin((2 * Math.PI * i) / 91) + ((i * 7919) % 23),
);

// augurs fits exponential smoothing to the trend besides, and gives no components; it tests no season.
describe('season of 120 months', () => {
  bench('decompose, screened by Kruskal-Wallis', () => {
    decompose(months, { period: 12, test: 'kruskal_wallis' });
  });
  bench('decompose, tested by 999 rotations', () => {
    decompose(months, { period: 12 });
  });
  bench('decompose, robust', () => {
    decompose(months, { period: 12, robust: true, test: 'kruskal_wallis' });
  });
  bench('augurs, MSTL with ETS', () => {
    ets([12]).fit(months);
  });
});

describe('seasons of 730 days, 7 and 91', () => {
  bench('decompose, screened by Kruskal-Wallis', () => {
    decompose(days, { periods: [7, 91], test: 'kruskal_wallis' });
  });
  bench('augurs, MSTL with ETS', () => {
    ets([7, 91]).fit(days);
  });
});

describe('forecast', () => {
  bench('fitEts, 120 months, six models', () => {
    fitEts(months, { period: 12 });
  });
  bench('forecast, 120 months, a year ahead, with its back-test', () => {
    forecast(months, { period: 12, horizon: 12 });
  });
  bench('forecast, 520 weeks, a quarter ahead, with its back-test', () => {
    forecast(weeks, { period: 52, horizon: 13 });
  });
});
