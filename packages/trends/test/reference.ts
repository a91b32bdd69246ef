// Where the expected values of the tests were obtained.
// SciPy 1.17.1, pyMannKendall 1.4.3 and statsmodels 0.15.0 were run under Python 3 on the inputs that stand in the tests.

/** Cocaine seized in the port of Rotterdam 2016-2025, kg, as published by the HARC team. */
export const rotterdam: readonly number[] = [
  13312, 5264, 18947, 33732, 40641, 70571, 46789, 45506, 25900, 11466,
];

/** A short series with ties. */
export const tied: readonly number[] = [3, 5, 5, 7, 6, 9, 9, 12];

/** Flow of the Nile at Aswan 1871-1900 (public domain), with ties. */
export const nile: readonly number[] = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
  799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840,
];

/** Every ordering of some values, repeats included. */
export function permutations(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((value, i) =>
    permutations(values.toSpliced(i, 1)).map((rest) => [value, ...rest]),
  );
}

/** Kendall's S by its definition. */
export function scoreByDefinition(values: readonly number[]): number {
  return values.reduce(
    (sum, earlier, i) =>
      sum + values.slice(i + 1).reduce((s, later) => s + Math.sign(later - earlier), 0),
    0,
  );
}
