import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ChangepointDetector, initSync } from '@bsull/augurs/changepoint';
import { changePoints, joinpoint, leastSquares } from '@samenbeeld/trends';
import { bench, describe } from 'vitest';
import { drugOffences, nile, normals } from './series.ts';

const peer = createRequire(import.meta.url).resolve('@bsull/augurs/changepoint');
initSync({ module: readFileSync(peer.replace(/\.js$/, '_bg.wasm')) });

const noise = normals(100_000);
const stepped = noise.map((value, i) => value + 3 * (Math.floor(i / 200) % 2));
const counts = noise.map((value) => Math.max(0, Math.round(20 + 4.5 * value)));
const steppedCounts = counts.map((count, i) => count + 15 * (Math.floor(i / 200) % 2));

/** PELT as it is printed in Killick et al. 2012, for the mean. */
function plainPelt(values: readonly number[], penalty: number): number {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) as number) + value);
  const squares = [0];
  for (const value of values) squares.push((squares.at(-1) as number) + value * value);
  const cost = (from: number, to: number): number =>
    (squares[to] as number) -
    (squares[from] as number) -
    ((sums[to] as number) - (sums[from] as number)) ** 2 / (to - from);
  const best = [-penalty];
  let places = [0];
  for (let t = 1; t <= values.length; t++) {
    const found = places.map((place) => (best[place] as number) + cost(place, t));
    best[t] = Math.min(...found) + penalty;
    places = [...places.filter((_, i) => (found[i] as number) <= (best[t] as number)), t];
  }
  return best.at(-1) as number;
}

const once = { iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 };

describe.each([
  ['without changes', noise],
  ['with a change every 200 values', stepped],
] as const)('segmentation by mean of 5,000 values %s', (_, series) => {
  const values = series.slice(0, 5000);
  bench(
    'changePoints',
    () => {
      changePoints(values, { cost: 'mean' });
    },
    once,
  );
  bench(
    'plain PELT',
    () => {
      plainPelt(values, 3 * Math.log(values.length));
    },
    once,
  );
});

describe('segmentation of 100,000 values without changes (each to be under two seconds)', () => {
  bench(
    'mean',
    () => {
      changePoints(noise, { cost: 'mean' });
    },
    once,
  );
  bench(
    'Poisson rate',
    () => {
      changePoints(counts, { cost: 'poisson' });
    },
    once,
  );
  bench(
    'variance',
    () => {
      changePoints(noise, { cost: 'variance' });
    },
    once,
  );
});

// Without changes plain PELT is quadratic: it is measured on 5,000 values above.
describe('segmentation of 100,000 values with 499 changes (each to be under two seconds)', () => {
  bench(
    'mean',
    () => {
      changePoints(stepped, { cost: 'mean' });
    },
    once,
  );
  bench(
    'mean, plain PELT',
    () => {
      plainPelt(stepped, 3 * Math.log(stepped.length));
    },
    once,
  );
  bench(
    'Poisson rate',
    () => {
      changePoints(steppedCounts, { cost: 'poisson' });
    },
    once,
  );
});

describe('mean and variance of 10,000 values without changes', () => {
  bench(
    'changePoints',
    () => {
      changePoints(noise.slice(0, 10_000), { cost: 'mean_variance' });
    },
    once,
  );
});

// augurs finds changes online with a Bayesian prior: another question, the nearest peer in JavaScript.
describe('changes in 2,000 values', () => {
  const values = stepped.slice(0, 2000);
  bench('changePoints, without path', () => {
    changePoints(values, { cost: 'mean', path: false });
  });
  bench(
    'augurs, Bayesian online',
    () => {
      const detector = ChangepointDetector.normalGamma();
      detector.detectChangepoints(Float64Array.from(values));
      detector.free();
    },
    once,
  );
});

/** Two joinpoints by one least-squares fit a placement. */
function plainGrid(values: readonly number[]): number {
  const logs = values.map(Math.log);
  let least = Number.POSITIVE_INFINITY;
  for (let a = 2; a < values.length - 5; a++)
    for (let b = a + 3; b < values.length - 2; b++) {
      const design = logs.map((_, t) => [1, t, Math.max(0, t - a), Math.max(0, t - b)]);
      least = Math.min(least, leastSquares(design, logs).rss);
    }
  return least;
}

describe('joinpoints in 15 years', () => {
  bench('joinpoint, all criteria but the permutation test', () => {
    joinpoint(drugOffences.DE, { permutations: 0 });
  });
  bench('one fit a placement, two joinpoints only', () => {
    plainGrid(drugOffences.DE);
  });
  bench(
    'joinpoint, 4,499 permutations a test',
    () => {
      joinpoint(drugOffences.DE);
    },
    once,
  );
});

describe('joinpoints in 40 years', () => {
  const values = nile.slice(0, 40);
  bench(
    'up to four, all 32,000 placements',
    () => {
      joinpoint(values, { permutations: 0 });
    },
    once,
  );
  bench(
    'up to five, all 130,000 placements',
    () => {
      joinpoint(values, { permutations: 0, maxJoinpoints: 5 });
    },
    once,
  );
});
