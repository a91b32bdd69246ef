import type { Development } from './chain-ladder.ts';
import type { Triangle } from './triangle.ts';

/** What a period is expected to come to. */
export interface Projection {
  readonly known: number;
  readonly ultimate: number;
  /** Standard error of the ultimate: of the process and of the factors; null where no variance could be estimated. */
  readonly standardError: number | null;
}

/** All periods, and their sum. */
export interface Projections {
  readonly periods: readonly Projection[];
  readonly totalError: number | null;
}

/**
 * Chain ladder with the standard errors of Mack 1993: `mse = U² Σ σ²/f² (1/Ĉ + 1/S)` over the ages to come, and for the sum the
 * covariance of periods that share a factor.
 */
export function mackProjections({ rows }: Triangle, steps: readonly Development[]): Projections {
  const periods = rows.map(({ values, last }): Projection => {
    const known = values[last] as number;
    let projected = known;
    let relative: number | null = 0;
    for (const { factor, sigma2, base } of steps.slice(last)) {
      relative =
        relative === null || sigma2 === null
          ? null
          : relative + (projected === 0 ? 0 : (sigma2 / factor ** 2) * (1 / projected + 1 / base));
      projected *= factor;
    }
    return {
      known,
      ultimate: projected,
      standardError: relative === null ? null : projected * Math.sqrt(relative),
    };
  });
  return {
    periods,
    totalError: totalError(
      rows.map(({ last }) => last),
      periods,
      steps,
    ),
  };
}

function totalError(
  lasts: readonly number[],
  periods: readonly Projection[],
  steps: readonly Development[],
): number | null {
  let sum = 0;
  for (const [i, one] of periods.entries()) {
    if (one.ultimate === 0) continue;
    if (one.standardError === null) return null;
    sum += one.standardError ** 2;
    for (const [j, other] of periods.entries()) {
      if (j <= i) continue;
      const shared = Math.max(lasts[i] as number, lasts[j] as number);
      for (const { sigma2, factor, base } of steps.slice(shared))
        sum += (2 * one.ultimate * other.ultimate * (sigma2 ?? 0)) / (factor ** 2 * base);
    }
  }
  return Math.sqrt(sum);
}
