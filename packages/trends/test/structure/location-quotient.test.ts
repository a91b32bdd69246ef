import { type LocationBase, locationQuotient } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';

const events: LocationBase = { name: 'all seizures', here: 40, everywhere: 400, kind: 'events' };
const tonnes: LocationBase = { name: 'tonnes', here: 10, everywhere: 100, kind: 'activity' };
const reefers: LocationBase = { name: 'reefer TEU', here: 2, everywhere: 200, kind: 'activity' };
const seizures = { unit: 'seizure' };

describe('locationQuotient', () => {
  it('against all events: SE² = 1/20 − 1/40 + 1/100 − 1/400 = 0.0325 (by hand)', () => {
    const { estimate, interval, details } = locationQuotient(
      { here: 20, everywhere: 100 },
      [events],
      seizures,
    );
    expect(estimate).toBe(2);
    expect(interval?.low).toBeCloseTo(2 * Math.exp(-1.9599639845 * Math.sqrt(0.0325)), 8);
    expect(interval?.high).toBeCloseTo(2 * Math.exp(1.9599639845 * Math.sqrt(0.0325)), 8);
    expect(details.verdict).toBe('higher');
  });

  it('against activity: Clopper-Pearson of 20 among 100 over 0.1 (SciPy 1.17.1 beta): 1.26656 to 2.91843', () => {
    const { estimate, interval } = locationQuotient(
      { here: 20, everywhere: 100 },
      [tonnes],
      seizures,
    );
    expect(estimate).toBeCloseTo(2, 12);
    expect(interval?.low).toBeCloseTo(1.2665555210195583, 8);
    expect(interval?.high).toBeCloseTo(2.918426890886281, 8);
  });

  it('gives both bases, an order of magnitude apart, and says that the outcome depends on them', () => {
    const { bases, details, warnings, says } = locationQuotient(
      { here: 8, everywhere: 100 },
      [tonnes, reefers],
      { ...seizures, controls: true },
    );
    expect(bases.map(({ quotient }) => quotient?.toFixed(2))).toEqual(['0.80', '8.00']);
    expect(bases.map(({ verdict }) => verdict)).toEqual(['not_shown', 'higher']);
    expect(details).toEqual({ verdict: 'not_shown', because: null, agree: 'no' });
    expect(warnings.map(({ en }) => en)).toContain('the outcome depends on the base');
    expect(says.en).toBe(
      'Measured against tonnes no difference from the general level can be shown (0.80 times, 95% interval 0.35 to 1.52). Measured against reefer TEU it is higher here than overall: 8.00 times (95% interval 3.5 to 15.2). So the outcome depends on the base.',
    );
  });

  it('no event here: quotient 0 with an upper end, 1 − 0.025^(1/40) over 0.25', () => {
    const none = locationQuotient({ here: 0, everywhere: 100 }, [events], seizures);
    expect(none.estimate).toBe(0);
    expect(none.interval?.low).toBe(0);
    expect(none.interval?.high).toBeCloseTo(0.3523892115152094, 8);
    expect(none.details.verdict).toBe('lower');
    expect(locationQuotient({ here: 0, everywhere: 3 }, [tonnes], seizures).details.verdict).toBe(
      'not_shown',
    );
  });

  it('concludes nothing over an empty base, and says why', () => {
    const because = (figure: { here: number; everywhere: number }, base: LocationBase) =>
      locationQuotient(figure, [base], seizures).details.because;
    expect(because({ here: 0, everywhere: 0 }, events)).toBe('nothing_anywhere');
    expect(because({ here: 1, everywhere: 3 }, { ...tonnes, here: 0 })).toBe('no_base_here');
    expect(because({ here: 1, everywhere: 3 }, { ...tonnes, here: 100 })).toBe('only_place');
    const { says } = locationQuotient({ here: 0, everywhere: 0 }, [events], seizures);
    expect(says.de).toMatch(
      /^Gemessen an all seizures ist keine Aussage möglich: Nirgends wurde etwas gezählt\./,
    );
  });

  it('describes kilograms, and whatever has no unit, without an interval', () => {
    for (const unit of ['kg', undefined]) {
      const { estimate, interval, details } = locationQuotient(
        { here: 200.5, everywhere: 1000 },
        [tonnes],
        unit ? { unit } : {},
      );
      expect(estimate).toBeCloseTo(2.005, 12);
      expect([interval, details.verdict]).toEqual([null, 'described']);
    }
  });

  it('refuses what cannot be', () => {
    expect(() =>
      locationQuotient({ here: 3, everywhere: 2 }, [events], seizures),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected at most 2 of the figure here, found 3. Repair: pass as everywhere the sum over all places, this one included]`,
    );
    expect(() =>
      locationQuotient({ here: 50, everywhere: 90 }, [events], seizures),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected the figure to be part of all seizures, found 50 of 40 here and 90 of 400 everywhere. Repair: pass all events as the base, or call it \`kind: 'activity'\`]`,
    );
    expect(() =>
      locationQuotient({ here: 1, everywhere: 2 }, []),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: a location quotient needs at least one base, got none]`,
    );
    expect(() =>
      locationQuotient({ here: 1, everywhere: 2 }, [{ ...tonnes, here: Number.NaN }]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected zero or more for tonnes here, found NaN. Repair: leave out a base that is not known]`,
    );
  });
});
