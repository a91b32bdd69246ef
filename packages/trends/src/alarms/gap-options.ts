import { InputError, UsageError } from '@samenbeeld/schema';
import type { About } from '../about.ts';
import type { PeriodUnit } from '../words/period-units.ts';
import type { GapBasis } from './gap-law.ts';

/** Options of `gapChart`. */
export interface GapChartOptions extends About {
  /** What gaps are measured in; 'day'. */
  readonly gapUnit?: PeriodUnit;
  /** Name of the event that ends each gap (its date); positions where left out. */
  readonly names?: readonly string[];
  /** Mean gap where nothing changes; by default learned from the first gaps. */
  readonly expectedGap?: number;
  /** How many of the first gaps are learned from, and not examined; half of them. */
  readonly learnFrom?: number;
  /**
   * - `geometric` (default): whole days between events, zero where two fall on one day
   * - `exponential`: time measured finely
   */
  readonly law?: 'geometric' | 'exponential';
  /** How many gaps are judged together, the last ones at each event; 1. One gap alone is seldom short enough. */
  readonly gapsTogether?: number;
  /** Chance of a false alarm at each event; 0.005. */
  readonly alpha?: number;
  /** Time since the last event, without another. */
  readonly open?: number;
}

/** Refuses what are no gaps, and options that do not fit them. */
export function checkGaps(gaps: readonly number[], options: GapChartOptions): void {
  const { law = 'geometric', gapsTogether: together = 1, names, open } = options;
  if (law !== 'geometric' && law !== 'exponential')
    throw new UsageError(`\`law\` must be geometric or exponential, got ${law}`);
  if (!Number.isSafeInteger(together) || together < 1)
    throw new UsageError(`\`gapsTogether\` must be a whole number above zero, got ${together}`);
  if (names && names.length !== gaps.length)
    throw new UsageError(
      `\`names\` must have one entry per gap: got ${names.length} for ${gaps.length} gaps`,
    );
  if (gaps.length === 0)
    throw new InputError('expected gaps between events, found none', {
      repair: 'pass the days between successive events; two events make one gap',
    });
  const fits = (gap: number): boolean =>
    gap >= 0 && (law === 'geometric' ? Number.isSafeInteger(gap) : Number.isFinite(gap));
  for (const [i, gap] of [...gaps, ...(open === undefined ? [] : [open])].entries())
    if (!fits(gap))
      throw new InputError(
        `expected ${i < gaps.length ? `gap ${i + 1}` : '`open`'} to be ${law === 'geometric' ? 'whole days' : 'a time'} at or above zero, found ${gap}`,
        {
          repair:
            'sort the events by time and take differences; for parts of a day use `law: exponential`',
        },
      );
}

/** How many of the first gaps are learned from. */
export function learnedFrom(
  gaps: readonly number[],
  { learnFrom = Math.floor(gaps.length / 2), gapsTogether: together = 1 }: GapChartOptions,
): number {
  if (!Number.isSafeInteger(learnFrom) || learnFrom < 0)
    throw new UsageError(`\`learnFrom\` must be a whole number, got ${learnFrom}`);
  if (learnFrom < 3 || learnFrom + together > gaps.length)
    throw new InputError(
      `expected at least 3 gaps to learn from and ${together} to judge, found ${learnFrom} and ${gaps.length - learnFrom}`,
      { repair: 'wait for more events, or pass the usual gap as `expectedGap`' },
    );
  return learnFrom;
}

/** What is known of the gaps before. */
export function basisOf(
  gaps: readonly number[],
  learned: number,
  { expectedGap }: GapChartOptions,
): GapBasis {
  if (expectedGap !== undefined) {
    if (Number.isFinite(expectedGap) && expectedGap > 0) return { mean: expectedGap };
    throw new InputError(`\`expectedGap\` must be above zero, found ${expectedGap}`, {
      repair: 'pass the mean gap of a time when nothing changed, or leave it out to learn it',
    });
  }
  const sum = gaps.slice(0, learned).reduce((total, gap) => total + gap, 0);
  if (sum === 0)
    throw new InputError(`the first ${learned} gaps are all zero, found no time between events`, {
      repair: 'learn from gaps of a time when events were apart, or measure more finely',
    });
  return { gaps: learned, sum };
}
