import { type Scale, scales } from './projection.ts';

/** A scale is left only for one that is more likely by this. */
const margin = 1;

/**
 * The scale on which a series is a line, and a season where it has one, with errors that are alike from beginning to end: by the
 * likelihood of each. Logarithms stand first, since figures grow by percentages and one that is taken for a line is overtaken by
 * its own growth; then roots; values as they are where both are clearly less likely.
 */
export function chooseScale(values: Float64Array, period: number): Scale {
  const least = values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  if (least < 0) return 'linear';
  const tried: readonly Scale[] = least > 0 ? ['log', 'sqrt', 'linear'] : ['linear', 'sqrt'];
  const [first = 'linear', ...others] = tried;
  let best = { scale: first, likelihood: likelihoodOn(first, values, period) + margin };
  for (const scale of others) {
    const likelihood = likelihoodOn(scale, values, period);
    if (likelihood > best.likelihood) best = { scale, likelihood };
  }
  return best.scale;
}

/** Log-likelihood of normal errors about a line with a level per season, of the values whatever the scale. */
function likelihoodOn(scale: Scale, values: Float64Array, period: number): number {
  const n = values.length;
  const scaled = values.map(scales[scale].to);
  const [sums, times, counts] = [0, 1, 2].map(() => new Float64Array(period)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let t = 0; t < n; t++) {
    const season = t % period;
    sums[season] = (sums[season] as number) + (scaled[t] as number);
    times[season] = (times[season] as number) + t;
    counts[season] = (counts[season] as number) + 1;
  }
  const own = (totals: Float64Array, t: number): number =>
    (totals[t % period] as number) / (counts[t % period] as number);
  let [products, squares] = [0, 0];
  for (let t = 0; t < n; t++) {
    products += (t - own(times, t)) * ((scaled[t] as number) - own(sums, t));
    squares += (t - own(times, t)) ** 2;
  }
  const slope = squares > 0 ? products / squares : 0;
  let [errors, jacobian] = [0, 0];
  for (let t = 0; t < n; t++) {
    errors += ((scaled[t] as number) - own(sums, t) - slope * (t - own(times, t))) ** 2;
    // A count of zero stands for anything up to a half.
    const value = Math.max(0.5, values[t] as number);
    jacobian +=
      scale === 'log' ? -Math.log(value) : scale === 'sqrt' ? -Math.log(4 * value) / 2 : 0;
  }
  return jacobian - (n / 2) * Math.log(Math.max(errors / n, 1e-300));
}
