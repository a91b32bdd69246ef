import { randomOf } from '../sampling/random.ts';

/** Sums over stretches, in all orders drawn together: some hundredths of a second. */
const work = 1e7;

/**
 * The chance that values in an order drawn at random have a stretch which differs as much from the rest as the one that differs most
 * here: `max |Σ(y − ȳ)| √(n/(l(n − l)))` over all stretches of `minLength` values and more, to the end or not, so that a change and
 * a change back both count. By seeded draws, 99 at least; the segmentation alone has no such chance.
 */
export function movementP(values: readonly number[], minLength: number): number {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const about = Float64Array.from(values, (value) => value - mean);
  const weights = Float64Array.from({ length: n + 1 }, (_, l) =>
    l < minLength || l > n - minLength ? 0 : Math.sqrt(n / (l * (n - l))),
  );
  const found = furthest(about, weights) * (1 - 1e-9);
  const draws = Math.max(99, Math.min(1999, Math.floor((2 * work) / (n * n))));
  const random = randomOf(1);
  let reached = 0;
  for (let draw = 0; draw < draws; draw++) {
    random.shuffle(about);
    if (furthest(about, weights) >= found) reached += 1;
  }
  return (reached + 1) / (draws + 1);
}

function furthest(about: Float64Array, weights: Float64Array): number {
  const n = about.length;
  const sums = new Float64Array(n + 1);
  for (let t = 0; t < n; t++) sums[t + 1] = (sums[t] as number) + (about[t] as number);
  let most = 0;
  for (let from = 0; from < n; from++)
    for (let to = from + 1; to <= n; to++) {
      const apart = Math.abs((sums[to] as number) - (sums[from] as number));
      const own = apart * (weights[to - from] as number);
      if (own > most) most = own;
    }
  return most;
}
