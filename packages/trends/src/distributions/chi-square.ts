import libraryCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import libraryQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

/** Degrees of freedom up to which the library is exact; its incomplete gamma function errs from about 2,000 on. */
const libraryUpTo = 800;

/** Chance that a chi-square variable is at most x; by Wilson and Hilferty 1931, to five digits, beyond 800 degrees. */
export function chiSquareCumulative(x: number, freedom: number): number {
  if (freedom <= libraryUpTo) return libraryCdf(x, freedom);
  const width = 2 / (9 * freedom);
  return normalCdf((Math.cbrt(x / freedom) - (1 - width)) / Math.sqrt(width), 0, 1);
}

/** The value that a chi-square variable is below with a chance of p. */
export function chiSquareQuantile(p: number, freedom: number): number {
  if (freedom <= libraryUpTo) return libraryQuantile(p, freedom);
  const width = 2 / (9 * freedom);
  return freedom * (1 - width + normalQuantile(p, 0, 1) * Math.sqrt(width)) ** 3;
}
