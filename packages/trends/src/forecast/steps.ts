import type { Projection } from './projection.ts';

/** What to expect in one period to come. */
export interface ForecastStep {
  /** Its name where given, otherwise empty. */
  readonly period: string;
  /** Periods ahead, the next being 1. */
  readonly step: number;
  /** The middle: as likely above as below. */
  readonly value: number;
  /** The mean, which differs where large values are rare. */
  readonly average: number;
  readonly low: number;
  readonly high: number;
  /** Ends of the intervals of 50 and 95%, for a fan. */
  readonly low50: number;
  readonly high50: number;
  readonly low95: number;
  readonly high95: number;
}

/** Every step of a projection with its intervals. */
export function stepsOf(
  projection: Projection,
  level: number,
  periods: readonly string[],
): readonly ForecastStep[] {
  return Array.from({ length: projection.horizon }, (_, step) => {
    const end = (chance: number): number => projection.quantile(step, chance);
    return {
      period: periods[step] ?? '',
      step: step + 1,
      value: end(0.5),
      average: projection.average(step),
      low: end((1 - level) / 2),
      high: end((1 + level) / 2),
      low50: end(0.25),
      high50: end(0.75),
      low95: end(0.025),
      high95: end(0.975),
    };
  });
}
