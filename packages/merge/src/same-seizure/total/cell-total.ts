import type { Range90 } from '@samenbeeld/schema';
import { toMilligram } from '../milligram.ts';
import { type ComponentTotal, type CountedComponent, componentTotal } from './component-total.ts';
import type { InCell } from './counted-find.ts';
import { middle90, packedSums, packingOutcomes, sumOf, varianceOf } from './spread.ts';

/** The total of a cell, every find once. */
export interface CellTotal {
  readonly lowest: number;
  readonly likely: number;
  readonly highest: number | null;
  readonly interval90: Range90;
  /** Variance of the total, in square kilograms, from double reports and weights in conflict. */
  readonly variance: number;
}

/** A mean is printed no finer than a tenth of its standard deviation tells, from the milligram to the kilogram. */
function rounded(mean: number, variance: number): number {
  const deviation = Math.sqrt(variance);
  if (deviation < 1e-6) return toMilligram(mean);
  const power = Math.min(0, Math.max(-6, Math.floor(Math.log10(deviation / 10))));
  return Number(mean.toFixed(-power));
}

/** An end of an interval is no finer than the gram, and lies outside what it holds. */
function toGram(kg: number, round: (grams: number) => number): number {
  return round(Number((kg * 1000).toFixed(6))) / 1000;
}

/**
 * Sums independent components. The 90 % interval is that of their convolution: every combination of partitions and of
 * credible weights, with its probability. It always holds the likely value, and is held within lowest and highest. `said` is the
 * likely value where it is given already, as the sum of the members'.
 */
export function sumComponents(parts: readonly ComponentTotal[], said?: number): CellTotal {
  const offices = packedSums(
    parts.map(({ packed }) => ({ packed: packed.values(), probability: 1 })),
  );
  const independent = [
    ...parts.map((part) => part.outcomes),
    ...[...offices.values()].map(packingOutcomes),
  ];
  const outcomes = sumOf(independent.sort((a, b) => a.length - b.length));
  const variance = independent.reduce((sum, each) => sum + varianceOf(each), 0);
  const open = 1 - parts.reduce((closed, part) => closed * (1 - part.open), 1);
  const uncertain = parts.reduce((sum, part) => sum + part.uncertain, 0);
  const mean = parts.reduce((sum, { likely }) => sum + likely, 0);
  const lows = parts.reduce((sum, { lowest }) => sum + lowest, 0);
  const highs = parts.map(({ highest }) => highest);
  const most = highs.includes(null) ? null : highs.reduce<number>((sum, kg) => sum + (kg ?? 0), 0);
  const within = (kg: number): number =>
    toMilligram(Math.min(Math.max(kg, lows), most ?? Number.POSITIVE_INFINITY));
  const likely = said ?? within(rounded(mean, uncertain));
  const middle = middle90(outcomes, open);
  const end =
    middle.high === null ? most : Math.max(within(toGram(middle.high, Math.ceil)), likely);
  return {
    lowest: toMilligram(lows),
    likely,
    highest: most === null ? null : toMilligram(most),
    interval90: {
      low: Math.min(within(toGram(middle.low, Math.floor)), likely),
      high: end === null ? null : toMilligram(end),
    },
    variance,
  };
}

/** The total of the finds of a cell. */
export function cellTotal(
  components: readonly CountedComponent[],
  inCell: InCell,
  said?: number,
): CellTotal {
  return sumComponents(
    components.flatMap((counted) => componentTotal(counted, inCell) ?? []),
    said,
  );
}
