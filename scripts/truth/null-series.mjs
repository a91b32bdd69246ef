// Series whose truth is known: how they were drawn. Seeded; the same seed gives the same series on every machine.

/** A stream of numbers below one, by splitmix32. */
export function streamOf(seed) {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return { uniform, normal, gamma, poisson, count };

  /** Gamma with a shape and scale 1 (Marsaglia and Tsang 2000). */
  function gamma(shape) {
    if (shape < 1) return gamma(shape + 1) * (1 - uniform()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v))
        return d * v;
    }
  }

  /** Poisson; a large mean in halves, since sums of Poisson counts are Poisson. */
  function poisson(mean) {
    if (mean > 30) return poisson(mean / 2) + poisson(mean / 2);
    const least = Math.exp(-mean);
    let product = uniform();
    let k = 0;
    while (product > least) {
      product *= uniform();
      k += 1;
    }
    return k;
  }

  /** A count with a mean and a variance φ times as large: Poisson at 1, negative binomial above. */
  function count(mean, dispersion) {
    return dispersion === 1
      ? poisson(mean)
      : poisson(gamma(mean / (dispersion - 1)) * (dispersion - 1));
  }
}

/** `n` counts of one mean. */
export function level({ count }, n, mean, dispersion) {
  return Array.from({ length: n }, () => count(mean, dispersion));
}
