/** A method for series full of zeros. */
export type DemandMethod = 'croston' | 'sba' | 'tsb' | 'adida';

/** How often something occurs and how much, as smoothed up to the last value. */
export interface DemandState {
  readonly method: DemandMethod;
  readonly smoothing: number;
  /** Smoothed size where something occurs. */
  readonly size: number;
  /** Smoothed number of periods from one to the next; of TSB, the inverse of the chance. */
  readonly interval: number;
  /** Periods since the last value above zero, that one included. */
  readonly waiting: number;
  /** Expected value of one period. */
  readonly rate: number;
}

/** State of one method after all values; each smoothed part starts from the first of its values. */
export function demandState(
  values: Float64Array,
  method: DemandMethod,
  smoothing: number,
): DemandState {
  let size = 0;
  let interval = 0;
  let chance = (values[0] as number) > 0 ? 1 : 0;
  let waiting = 1;
  for (const [t, value] of values.entries()) {
    if (t > 0) chance += smoothing * ((value > 0 ? 1 : 0) - chance);
    if (value > 0) {
      const first = size === 0;
      size = first ? value : size + smoothing * (value - size);
      interval = first ? waiting : interval + smoothing * (waiting - interval);
      waiting = 1;
    } else waiting += 1;
  }
  const own = method === 'tsb' ? 1 / chance : interval;
  const state = { method, smoothing, size, interval: own, waiting, rate: 0 };
  return {
    ...state,
    rate: method === 'adida' ? adidaRate(values, smoothing) : rateOf(state),
  };
}

/** Expected value of one period in a state: size over interval, which Syntetos and Boylan reduce by half the smoothing. */
export function rateOf({
  method,
  smoothing,
  size,
  interval,
}: Pick<DemandState, 'method' | 'smoothing' | 'size' | 'interval'>): number {
  return ((method === 'sba' ? 1 - smoothing / 2 : 1) * size) / interval;
}

/** Sums over blocks as long as the mean interval, the oldest incomplete one left out, smoothed, and spread evenly. */
function adidaRate(values: Float64Array, smoothing: number): number {
  const places = [...values.keys()].filter((t) => (values[t] as number) > 0);
  const width = Math.max(1, Math.round(((places.at(-1) as number) + 1) / places.length));
  let level: number | null = null;
  for (let from = values.length % width; from < values.length; from += width) {
    const sum = values.subarray(from, from + width).reduce((total, value) => total + value, 0);
    level = level === null ? sum : level + smoothing * (sum - level);
  }
  return (level as number) / width;
}
