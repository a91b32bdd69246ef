import type { BaseCounts } from './arrow-step.ts';
import { type BaseModel, fitBase } from './base-model.ts';

/**
 * The model of a base in which past outbreaks count for less: fitted once, then again with weights by Anscombe residuals
 * `s = 1.5 (y^⅔ μ^−⅙ − μ^½) / √(φ(1−h))`, where `ω = γ s⁻²` above `limit` and γ otherwise, Σω = n. Farrington 1996, 3.6.
 */
export function downWeighted(base: BaseCounts, limit: number, withTrend: boolean): BaseModel {
  const { counts } = base;
  const plain = fitBase(
    base,
    counts.map(() => 1),
    withTrend,
  );
  if (!plain.converged) return plain;
  const dispersion = Math.max(1, plain.dispersion);
  const raw = counts.map((count, i) => {
    const mean = plain.means[i] as number;
    if (mean === 0) return 1;
    const residual = 1.5 * (Math.cbrt(count * count) * mean ** (-1 / 6) - Math.sqrt(mean));
    const scaled = residual / Math.sqrt(dispersion * (1 - (plain.leverages[i] as number)));
    return scaled > limit ? scaled ** -2 : 1;
  });
  const scale = counts.length / raw.reduce((sum, weight) => sum + weight, 0);
  return fitBase(
    base,
    raw.map((weight) => weight * scale),
    withTrend,
  );
}
