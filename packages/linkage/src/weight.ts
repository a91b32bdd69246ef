/** Weights are added as whole hundred-thousandths of a bit, so that no sum depends on its order. */
export const unitsPerBit = 100_000;

/** log2(m / u), rounded to the unit of weights. */
export function weightOf(m: number, u: number): number {
  return Math.round(Math.log2(m / u) * unitsPerBit) / unitsPerBit;
}

export const toUnits = (bits: number): number => Math.round(bits * unitsPerBit);

/** Posterior probability of a weight, which is log2 of the posterior odds. */
export const probabilityOf = (weight: number): number => 1 / (1 + 2 ** -weight);

/** The weight of a probability: log2 of its odds. */
export const weightOfProbability = (probability: number): number =>
  Math.log2(probability / (1 - probability));
