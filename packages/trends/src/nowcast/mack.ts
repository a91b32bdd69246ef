import type { Development } from './chain-ladder.ts';
import type { Triangle } from './triangle.ts';

/** What a period is expected to come to. */
export interface MackProjection {
  readonly known: number;
  readonly ultimate: number;
  /** Standard error of the ultimate: of the process and of the factors; null where no variance could be estimated. */
  readonly standardError: number | null;
}

/** All periods, and their sum. */
export interface Projections {
  readonly periods: readonly MackProjection[];
  readonly totalError: number | null;
}

/**
 * Chain ladder with the standard errors of Mack 1993: `mse = U² Σ σ²/f² (1/Ĉ + 1/S)` over the ages to come, and for the sum the
 * covariance of periods that share a factor.
 */
export function mackProjections({ rows }: Triangle, steps: readonly Development[]): Projections {
  const periods = rows.map(({ values, last }): MackProjection => {
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
  periods: readonly MackProjection[],
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

/** How figures scatter as they grow, by all ages together. */
export interface PooledScatter {
  /** Variance of what came in late over that of events which come in independently of each other. */
  readonly dispersion: number;
  readonly degreesOfFreedom: number;
}

/** The variance parameter of events that come in independently of each other; half an event stands for none. */
function ofEvents({ factor, base }: Development): number {
  const late = Math.max(Math.abs(factor - 1), 0.5 / base);
  return late * (1 + late);
}

/**
 * Each age has few periods, the last one only, and where nothing came in late it has no scatter: so what came in between two ages is
 * taken to vary by one factor φ of all ages, `σ² = φ f (f − 1)`, which is that of independent events at φ = 1.
 */
export function pooledScatter(steps: readonly Development[]): PooledScatter {
  let [sum, freedom] = [0, 0];
  for (const step of steps) {
    if (step.carried || step.sigma2 === null) continue;
    sum += ((step.periods - 1) * step.sigma2) / ofEvents(step);
    freedom += step.periods - 1;
  }
  return { dispersion: freedom > 0 ? sum / freedom : 0, degreesOfFreedom: freedom };
}

/** The same ages with the scatter of events that vary by a factor φ. */
export function scattered(
  steps: readonly Development[],
  dispersion: number,
): readonly Development[] {
  return steps.map((step) => ({ ...step, sigma2: dispersion * ofEvents(step) }));
}
