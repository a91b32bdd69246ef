import { InputError, RefusalError, UsageError } from '@samenbeeld/schema';
import { checkPeriod } from '../season/stl-settings.ts';
import { refuseNegative } from './demand/intermittent-demand.ts';
import { longestCycle } from './ets/fit-ets.ts';
import { type ForecastMethod, forecastMethods, isBenchmark, isDemand } from './method.ts';

import { type Scale, scales } from './projection.ts';

/** Below this many values only the simplest forecasts are made. */
export const fewestForModel = 15;

/** Refuses a method that does not fit the series or the period. */
export function checkMethod(
  method: ForecastMethod | 'auto',
  values: Float64Array,
  period: number,
): void {
  if (period !== 1) checkPeriod(values.length, period);
  if (method === 'auto') return;
  if (!forecastMethods.includes(method))
    throw new UsageError(
      `\`method\` must be auto or one of ${forecastMethods.join(', ')}, got ${method}`,
    );
  if ((method === 'seasonal_naive' || method === 'stl_ets') && period === 1)
    throw new UsageError(`\`method: '${method}'\` needs a \`period\``);
  if (method === 'ets' && period > longestCycle)
    throw new UsageError(
      `\`method: 'ets'\` takes a period of up to ${longestCycle}, got ${period}; use 'stl_ets'`,
    );
  if (isDemand(method)) refuseNegative(values);
  if (!isBenchmark(method) && values.length < fewestForModel)
    throw new RefusalError(
      `${values.length} values are too few for \`method: '${method}'\`: it would fit chance.`,
      {
        dimension: 'length',
        remedy: `Use at least ${fewestForModel} values, or leave the method out.`,
      },
    );
}

/** Refuses values that a shape does not allow. */
export function checkShape(values: Float64Array, counts: boolean, scale: 'auto' | Scale): void {
  if (scale !== 'auto' && !Object.hasOwn(scales, scale))
    throw new UsageError(`\`scale\` must be auto, linear, sqrt or log, got ${scale}`);

  const odd = counts
    ? values.find((value) => !Number.isSafeInteger(value) || value < 0)
    : undefined;
  if (odd !== undefined)
    throw new InputError(`expected whole numbers at or above zero, found ${odd}`, {
      repair: 'leave `counts` out for kilograms and rates',
    });
  if (scale === 'sqrt' && values.some((value) => value < 0))
    throw new RefusalError('The square root of a value below zero cannot be taken.', {
      dimension: 'sign',
      remedy: "Leave `scale: 'sqrt'` out.",
    });
  const low = scale === 'log' ? values.find((value) => value <= 0) : undefined;
  if (low !== undefined)
    throw new RefusalError(`The logarithm of ${low} cannot be taken.`, {
      dimension: 'sign',
      remedy: "Leave `scale: 'log'` out, or use a coarser period without zeros.",
    });
}

/** Values that the first forecast of the back-test sees, where enough remain to test the whole horizon. */
export function firstOrigin(
  values: Float64Array,
  horizon: number,
  period: number,
  origins: number,
  zeros: boolean,
): number {
  const n = values.length;
  const least = n < fewestForModel ? Math.max(4, Math.ceil(n / 2)) : 10;
  const places = [...values.keys()].filter((t) => values[t] !== 0);
  const [, second] = places;
  if (zeros && second === undefined)
    throw new RefusalError(`Only one of ${n} values is above zero.`, {
      dimension: 'variation',
      remedy:
        'How often something occurs cannot be learnt from one time: use poissonRate for its level, or a longer series.',
    });
  const start = Math.max(least, period > 1 ? 2 * period : 0, zeros ? (second as number) + 1 : 0);
  const room = n - start;
  if (room < Math.max(3, horizon))
    throw new RefusalError(
      `A forecast of ${horizon} ${horizon === 1 ? 'period' : 'periods'} ahead cannot be tested on ${n} values: the first ${start} are needed to begin with.`,
      {
        dimension: 'length',
        remedy: `Use at least ${start + Math.max(3, horizon)} values${room >= 3 ? `, or a horizon of at most ${room}` : ''}.`,
      },
    );
  return Math.max(start, n - Math.max(origins, horizon));
}

/** A whole number of at least `least`, or a UsageError. */
export function checkWholeOption(name: string, value: number, least: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new UsageError(`\`${name}\` must be a whole number of at least ${least}, got ${value}`);
}
