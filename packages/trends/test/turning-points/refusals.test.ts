import { changePoints, joinpoint } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';
import { nile, years } from './series.ts';

function message(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return 'no refusal';
}

const ten = nile.slice(0, 10);

describe('refusals', () => {
  it('changePoints says what was found and what to do', () => {
    const all = [
      () => changePoints([]),
      () => changePoints([1, Number.NaN, 2]),
      () => changePoints([1, 2, Number.POSITIVE_INFINITY]),
      () => changePoints([1, 2, 1e200]),
      () => changePoints(ten, { periods: years(2010, 9) }),
      () => changePoints([1, 2, 3], { periods: ['2010', '2012', '2011'] }),
      () => changePoints([1, 2], { periods: ['2010', '2011-01'] }),
      () => changePoints([1, 2], { periods: ['2010', '2011'], times: [1, 2] }),
      () => changePoints(ten, { cost: 'median' as never }),
      () => changePoints([3, 0, 2, 1, 4, 6], { cost: 'log_mean' }),
      () => changePoints([3.5, 1, 2, 1, 4, 6], { cost: 'poisson' }),
      () => changePoints([-3, 1, 2, 1, 4, 6], { cost: 'poisson' }),
      () => changePoints(ten, { cost: 'mean', exposures: ten }),
      () => changePoints(ten, { cost: 'poisson', sigma: 3 }),
      () => changePoints(ten, { cost: 'mean', sigma: 0 }),
      () => changePoints(ten, { exposures: [1, 2] }),
      () => changePoints(ten, { exposures: ten.map((_, i) => i) }),
      () => changePoints(ten, { penalty: -1 }),
      () => changePoints(ten, { minLength: 0 }),
      () => changePoints(ten, { level: 1 }),
    ];
    expect(all.map(message)).toMatchInlineSnapshot(`
      [
        "InputError: a series needs at least one value, found none. Repair: pass the values in time order, null where a period is missing",
        "InputError: expected a finite number or null, found NaN at position 2. Repair: use null where a period is missing, and say why in the source",
        "InputError: expected a finite number or null, found Infinity at position 3. Repair: use null where a period is missing, and say why in the source",
        "InputError: expected values up to 1e+150 in size, found 1e+200. Repair: check the figure; no count or quantity is of that size",
        "UsageError: \`periods\` must have one entry per value: got 9 for 10",
        "InputError: times must increase, found 2011 after 2012 at position 3. Repair: sort the series by time and keep one value per time",
        "RefusalError: The series mixes frequencies: 2010 and 2011-01. Compare like periods: whole years with whole years, first halves with first halves.",
        "UsageError: pass \`periods\` or \`times\`, not both: a period says its time",
        "UsageError: \`cost\` must be one of auto, mean, log_mean, poisson, variance, mean_variance, got median",
        "InputError: expected values above zero for their logarithm, found 0 at position 2. Repair: use the Poisson form for counts with zeros; nothing is added to a zero",
        "InputError: expected the count of position 1 to be a whole number of events, found 3.5. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them",
        "InputError: expected the count of position 1 to be a whole number of events, found -3. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them",
        "UsageError: \`exposures\` and \`dispersion\` need cost: 'poisson', got mean",
        "UsageError: \`sigma\` needs cost: 'mean' or 'log_mean', got poisson",
        "UsageError: \`sigma\` must be above zero, got 0",
        "UsageError: \`exposures\` must have one entry per count: got 2 for 10",
        "InputError: expected the exposure of position 1 to be above zero, found 0. Repair: pass the population, the days or the controls that the count stands against",
        "UsageError: \`penalty\` must be above zero, got -1",
        "UsageError: \`minLength\` must be a whole number of at least 1, got 0",
        "UsageError: \`level\` must lie between 0 and 1, got 1",
      ]
    `);
  });

  it('joinpoint says what was found and what to do', () => {
    const all = [
      () => joinpoint([]),
      () => joinpoint([1, Number.NaN, 2]),
      () => joinpoint([5, 3, 0, 2, 6, 7, 8]),
      () => joinpoint([5, 3, 1.5, 2, 6, 7, 8], { model: 'poisson' }),
      () => joinpoint(ten, { model: 'logit' as never }),
      () => joinpoint(ten, { errors: [1, 2] }),
      () => joinpoint(ten, { errors: ten.map(() => 0) }),
      () => joinpoint(ten, { exposures: ten }),
      () => joinpoint(ten, { model: 'poisson', errors: ten }),
      () => joinpoint(ten, { maxJoinpoints: 0 }),
      () => joinpoint(ten, { maxJoinpoints: 3 }),
      () => joinpoint(nile, { maxJoinpoints: 5 }),
      () => joinpoint(ten, { minEnd: 0 }),
      () => joinpoint(ten, { permutations: 1.5 }),
      () => joinpoint(ten, { permutations: 0, choose: 'permutation' }),
      () => joinpoint(ten, { choose: 'aic' as never }),
      () => joinpoint(ten, { meanQuantile: 'z' as never }),
      () => joinpoint(ten, { periods: ten.map(() => '2020') }),
    ];
    expect(all.map(message)).toMatchInlineSnapshot(`
      [
        "InputError: a series needs at least one value, found none. Repair: pass the values in time order, null where a period is missing",
        "InputError: expected a finite number or null, found NaN at position 2. Repair: use null where a period is missing, and say why in the source",
        "InputError: expected values above zero for their logarithm, found 0 at position 3. Repair: use the Poisson form for counts with zeros; nothing is added to a zero",
        "InputError: expected the count of position 3 to be a whole number of events, found 1.5. Repair: count events; kilograms follow no Poisson law, use sizeBands and largestShare for them",
        "UsageError: \`model\` must be log or poisson, got logit",
        "UsageError: \`errors\` must have one entry per value: got 2 for 10",
        "InputError: expected the standard error at position 1 to be above zero, found 0. Repair: give every value its standard error, or leave \`errors\` out",
        "UsageError: \`exposures\` need model: 'poisson', got log",
        "UsageError: \`errors\` need model: 'log', got poisson",
        "UsageError: \`maxJoinpoints\` must be a whole number of at least 1, got 0",
        "UsageError: \`maxJoinpoints: 3\` needs at least 11 values, got 10",
        "UsageError: \`maxJoinpoints: 5\` of 100 values has 39175752 placements, more than 5000000; ask for fewer, or sum the values over longer periods",
        "UsageError: \`minEnd\` must be a whole number of at least 1, got 0",
        "UsageError: \`permutations\` must be a whole number of at least 0, got 1.5",
        "UsageError: \`choose: 'permutation'\` needs \`permutations\` above 0, got 0",
        "UsageError: \`choose\` must be one of permutation, bic, bic3, wbic, got aic",
        "UsageError: \`meanQuantile\` must be t or normal, got z",
        "InputError: times must increase, found 2020 after 2020 at position 2. Repair: sort the series by time and keep one value per time",
      ]
    `);
  });

  it('one value, equal values, zeros and missing ones give no conclusion, never NaN', () => {
    const odd: readonly (readonly (number | null)[])[] = [
      [3],
      [3, 4],
      [0, 0, 0, 0, 0, 0, 0, 0],
      [7, 7, 7, 7, 7, 7, 7, 7, 7],
      [null, 5, null],
      [1e140, 1e-300, 1e140, 1e-300, 1e140, 1e-300, 1e140, 1e-300],
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
    ];
    for (const values of odd) {
      const found = [
        changePoints(values),
        ...(values.includes(0) ? [] : [joinpoint(values, { permutations: 9 })]),
      ];
      for (const result of found) expect(JSON.stringify(result)).not.toMatch(/NaN/);
    }
    for (const values of odd.slice(0, 5)) {
      expect(changePoints(values).details.verdict).toBe('no_conclusion');
      const counts = values.every((value) => value === null || Number.isSafeInteger(value));
      if (counts)
        expect(joinpoint(values, { model: 'poisson' }).details.verdict).toBe('no_conclusion');
    }
  });
});
