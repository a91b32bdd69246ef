import { type ForecastOptions, fitEts, forecast } from '@samenbeeld/trends';
import { expect, it } from 'vitest';

const messageOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return 'no error';
};
const rising = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + (i % 3));

it('forecast says what the data lack', () => {
  const of = (values: readonly (number | null)[], options: ForecastOptions = {}): string =>
    messageOf(() => forecast(values, options));
  expect([
    of([]),
    of([4]),
    of([1, 2, 3]),
    of([1, 2, Number.NaN, 4]),
    of([1, 2, Number.NEGATIVE_INFINITY, 4]),
    of([1, 2, null, 4, 5, 6, 7, 8]),
    of(new Array<number>(20).fill(0)),
    of(new Array<number>(20).fill(3)),
    of(rising(20), { period: 12 }),
    of(rising(30), { period: 12, horizon: 12 }),
    of([...rising(20), 0.5], { counts: true }),
    of([...rising(20), -1], { counts: true }),
    of(rising(20), { scale: 'log' }),
    of(rising(12), { method: 'ets' }),
    of([...rising(20), -4], { method: 'sba' }),
    of([...new Array<number>(20).fill(0), 3]),
  ]).toMatchInlineSnapshot(`
    [
      "InputError: a series needs at least one value, found none. Repair: pass the values in time order, null where a period is missing",
      "RefusalError: One value does not show what varies. Give the values of several periods.",
      "RefusalError: A forecast of 1 period ahead cannot be tested on 3 values: the first 4 are needed to begin with. Use at least 7 values.",
      "InputError: expected a finite number or null, found NaN at position 3. Repair: use null where a period is missing, and say why in the source",
      "InputError: expected a finite number or null, found -Infinity at position 3. Repair: use null where a period is missing, and say why in the source",
      "InputError: expected a value in every period, found none at position 3. Repair: say zero where zero was reported; otherwise use the stretch without gaps, or a coarser period",
      "RefusalError: All values are zero. Use poissonRate, which says what level a count of zero does not rule out, or a longer series.",
      "RefusalError: All values are 3. Check that the figure is counted anew in each period, or use a longer or finer series.",
      "RefusalError: A season of 12 periods cannot be told from chance in 20 values: it is not seen twice. Use at least 24 values, or a coarser period (quarters instead of months).",
      "RefusalError: A forecast of 12 periods ahead cannot be tested on 30 values: the first 24 are needed to begin with. Use at least 36 values, or a horizon of at most 6.",
      "InputError: expected whole numbers at or above zero, found 0.5. Repair: leave \`counts\` out for kilograms and rates",
      "InputError: expected whole numbers at or above zero, found -1. Repair: leave \`counts\` out for kilograms and rates",
      "RefusalError: The logarithm of 0 cannot be taken. Leave \`scale: 'log'\` out, or use a coarser period without zeros.",
      "RefusalError: 12 values are too few for \`method: 'ets'\`: it would fit chance. Use at least 15 values, or leave the method out.",
      "RefusalError: A method for series full of zeros met -4, a value below zero. Give counts or quantities; for differences use naive, drift or ets.",
      "RefusalError: Only one of 21 values is above zero. How often something occurs cannot be learnt from one time: use poissonRate for its level, or a longer series.",
    ]
  `);
});

it('forecast says how a call is wrong', () => {
  const of = (options: object): string => messageOf(() => forecast(rising(60), options));
  expect([
    of({ horizon: 0 }),
    of({ horizon: 1.5 }),
    of({ level: 80 }),
    of({ smoothing: 0 }),
    of({ origins: 1 }),
    of({ period: 0 }),
    of({ method: 'arima' }),
    of({ method: 'seasonal_naive' }),
    of({ method: 'ets', period: 26 }),
  ]).toMatchInlineSnapshot(`
    [
      "UsageError: \`horizon\` must be a whole number of at least 1, got 0",
      "UsageError: \`horizon\` must be a whole number of at least 1, got 1.5",
      "UsageError: \`level\` must lie between 0 and 1, got 80",
      "UsageError: \`smoothing\` must lie between 0 and 1, got 0",
      "UsageError: \`origins\` must be a whole number of at least 3, got 1",
      "UsageError: \`period\` must be a whole number of at least 2, got 0",
      "UsageError: \`method\` must be auto or one of naive, seasonal_naive, drift, ets, stl_ets, croston, sba, tsb, adida, got arima",
      "UsageError: \`method: 'seasonal_naive'\` needs a \`period\`",
      "UsageError: \`method: 'ets'\` takes a period of up to 24, got 26; use 'stl_ets'",
    ]
  `);
});

it('fitEts says what it lacks', () => {
  const of = (values: readonly number[], options: object = {}): string =>
    messageOf(() => fitEts(values, options));
  expect([
    of([1, 2, 3]),
    of([2, 2, 2, 2, 2, 2, 2]),
    of(rising(26), { period: 26 }),
    of(rising(20), { period: 12 }),
    of(rising(14), { period: 7, model: 'AAdA' }),
    of(rising(30), { model: 'ANA' }),
    of(rising(30), { model: 'MNN' }),
  ]).toMatchInlineSnapshot(`
    [
      "RefusalError: 3 values are too few for a model of 2 parameters. Use at least 5 values, or a simpler model.",
      "RefusalError: All values are 2. Check that the figure is counted anew in each period, or use a longer or finer series.",
      "UsageError: \`period\` must be at most 24 for exponential smoothing, got 26; use forecast, which takes the season out first",
      "RefusalError: A season of 12 periods cannot be told from chance in 20 values: it is not seen twice. Use at least 24 values, or a coarser period (quarters instead of months).",
      "RefusalError: 14 values are too few for a model of 12 parameters. Use at least 15 values, or a simpler model.",
      "UsageError: \`model\` must be ANN, AAN, AAdN, or with a \`period\` ANA, AAA, AAdA, got ANA",
      "UsageError: \`model\` must be ANN, AAN, AAdN, or with a \`period\` ANA, AAA, AAdA, got MNN",
    ]
  `);
});
