import { medianSorted } from 'simple-statistics';

export type QuantityStatistic = 'median' | 'geometric_mean' | 'total';

/** A statistic of an increasing sample, and its values with each entry left out in turn. */
export interface SampleStatistic {
  of(sorted: Float64Array): number;
  without(sorted: Float64Array): Float64Array;
}

const sum = (list: Float64Array): number => list.reduce((total, value) => total + value, 0);

export const statisticOf: Readonly<Record<QuantityStatistic, SampleStatistic>> = {
  median: {
    of: (sorted) => medianSorted(sorted as unknown as number[]),
    without: (sorted) => {
      const left = sorted.length - 1;
      const places = [Math.floor((left - 1) / 2), Math.floor(left / 2)];
      return sorted.map((_, out) => {
        const [low = 0, high = low] = places.map((place) => sorted[place + (out <= place ? 1 : 0)]);
        return (low + high) / 2;
      });
    },
  },
  geometric_mean: {
    of: (sorted) => Math.exp(sum(sorted.map(Math.log)) / sorted.length),
    without: (sorted) => {
      const logs = sorted.map(Math.log);
      const total = sum(logs);
      return logs.map((log) => Math.exp((total - log) / (sorted.length - 1)));
    },
  },
  total: {
    of: sum,
    without: (sorted) => {
      const total = sum(sorted);
      return sorted.map((value) => total - value);
    },
  },
};
