import type { SiteTable } from './site-table.ts';

/** How much counts vary from period to period, in parts of what chance alone would give. */
export interface Dispersion {
  /** Pearson's χ² over its degrees of freedom; null where there is nothing to estimate it from. */
  readonly estimate: number | null;
  readonly degreesOfFreedom: number;
}

/**
 * Over-dispersion of shares: within each phase, how unlike its periods are beyond a multinomial draw.
 * McCullagh and Nelder 1989, section 4.5.
 */
export function shareDispersion({ rows, before, periods }: SiteTable): Dispersion {
  const phases = [
    rows.map((row) => row.slice(0, before)),
    rows.map((row) => row.slice(before, periods.length)),
  ];
  return pooled(
    phases.map((phase) => {
      const totals = (phase[0] ?? []).map((_, t) => add(phase.map((row) => row[t] as number)));
      const all = add(totals);
      const sites = phase.filter((row) => add(row) > 0);
      const statistic = add(
        sites.flatMap((row) =>
          row.map((count, t) => {
            const expected = ((totals[t] as number) * add(row)) / all;
            return expected > 0 ? (count - expected) ** 2 / expected : 0;
          }),
        ),
      );
      const filled = totals.filter((total) => total > 0).length;
      return { statistic, freedom: Math.max(0, sites.length - 1) * Math.max(0, filled - 1) };
    }),
  );
}

/** Over-dispersion of totals: within each phase, how unlike its periods are beyond a Poisson draw. */
export function totalDispersion({ rows, before, periods }: SiteTable): Dispersion {
  const totals = periods.map((_, t) => add(rows.map((row) => row[t] as number)));
  return pooled(
    [totals.slice(0, before), totals.slice(before)].map((phase) => {
      const mean = add(phase) / phase.length;
      return {
        statistic: mean > 0 ? add(phase.map((total) => (total - mean) ** 2 / mean)) : 0,
        freedom: mean > 0 ? phase.length - 1 : 0,
      };
    }),
  );
}

function pooled(
  parts: readonly { readonly statistic: number; readonly freedom: number }[],
): Dispersion {
  const degreesOfFreedom = add(parts.map(({ freedom }) => freedom));
  const statistic = add(parts.map((part) => part.statistic));
  return {
    estimate: degreesOfFreedom > 0 ? statistic / degreesOfFreedom : null,
    degreesOfFreedom,
  };
}

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
