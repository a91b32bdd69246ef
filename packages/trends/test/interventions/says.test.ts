import { differenceInDifferences, interruptedSeries, syntheticControl } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWhole, liesOn, type Marks, speaksOf } from '../signs.ts';
import { monthly } from './seatbelts.ts';

const none: Marks[string] = [
  /Geen conclusie/,
  /Aucune conclusion/,
  /Keine Aussage/,
  /No conclusion/,
];
const steps: Marks = {
  higher: [/ hoger dan/, /supérieur de/, / höher, als/, / higher than/],
  lower: [/ lager dan/, /inférieur de/, / niedriger, als/, / lower than/],
  not_shown: [/niet aantoonbaar/, /ne peut être démontré/, /nicht nachweisen/, /can be shown/],
  no_conclusion: none,
};
const differences: Marks = {
  ...steps,
  higher: [/ hoger dan/, /supérieur de/, / höher als/, / higher than/],
  lower: [/ lager dan/, /inférieur de/, / niedriger als/, / lower than/],
  not_shown: [/geen ander niveau/, /aucun changement/, /kein anderes Niveau/, /no other level/],
};
const mixtures: Marks = {
  higher: [/ boven een/, /au-dessus/, / über einer/, / above a/],
  lower: [/ onder een/, /au-dessous/, / unter einer/, / below a/],
  departs: [/nu eens/, /tantôt/, /bald nach/, /now upwards/],
  not_shown: [/geen ander verloop/, /aucun écart/, /kein anderer Verlauf/, /no other course/],
  no_conclusion: none,
};
const sides = { higher: 1, lower: -1, not_shown: 0 } as const;

describe('a sentence, its sign and its interval never contradict', () => {
  it('interruptedSeries', () => {
    const shape = fc.record({
      before: fc.array(fc.nat(30), { minLength: 6, maxLength: 16 }),
      after: fc.array(fc.nat(30), { minLength: 6, maxLength: 16 }),
      step: fc.constantFrom(0, 0, 15, 60),
      counts: fc.boolean(),
      course: fc.boolean(),
    });
    fc.assert(
      fc.property(shape, ({ before, after, step, counts, course }) => {
        const plus = counts ? 0 : 1;
        const values = [...before.map((v) => v + plus), ...after.map((v) => v + plus + step)];
        const series = { ...monthly(values, counts ? 'seizure' : 'kg'), controls: false };
        const from = series.points[before.length]?.period as string;
        const change = course ? 'level_and_course' : 'level';
        const result = interruptedSeries(series, { from, change });
        const { verdict, courseVerdict, courseLow, courseHigh } = result.details;
        speaksOf(result, verdict, steps);
        isWhole(result);
        if (verdict === 'no_conclusion') {
          expect([result.estimate, result.interval, result.p]).toEqual([null, null, null]);
          expect(['no_conclusion', null]).toContain(courseVerdict);
          return;
        }
        liesOn(result, sides[verdict], 1);
        expect((result.p as number) <= 0.05).toBe(verdict !== 'not_shown');
        expect(courseVerdict === null).toBe(!course);
        if (courseVerdict === 'higher') expect(courseLow).toBeGreaterThan(1);
        if (courseVerdict === 'lower') expect(courseHigh).toBeLessThan(1);
        expect(/No other yearly growth/.test(result.says.en)).toBe(courseVerdict === 'not_shown');
        expect(/growth factor is .* higher/.test(result.says.en)).toBe(courseVerdict === 'higher');
        expect(/Wachstumsfaktor um .* niedriger/.test(result.says.de)).toBe(
          courseVerdict === 'lower',
        );
      }),
      { numRuns: 80 },
    );
  });

  it('differenceInDifferences', () => {
    const unit = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 2, maxLength: 9 }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(-1, 0, 60),
        fc.boolean(),
        (units, treated, push, linear) => {
          fc.pre(treated < units.length);
          const rows = units.map((values, i) => ({
            name: `s${i}`,
            values: values.map((v, t) =>
              i < treated && t > 2 ? Math.max(1, v + push * (push < 0 ? v : 1)) : v,
            ),
          }));
          const result = differenceInDifferences(
            {
              periods: ['2018', '2019', '2020', '2021', '2022'],
              units: rows,
              treated: rows.slice(0, treated).map(({ name }) => name),
              from: '2021',
            },
            { scale: linear ? 'linear' : 'log', level: 0.85, unit: 'kg' },
          );
          const { verdict, smallestP, because } = result.details;
          speaksOf(result, verdict, differences);
          isWhole(result);
          if (verdict === 'no_conclusion') {
            expect([result.estimate, result.interval]).toEqual([null, null]);
            expect(because).not.toBeNull();
            return;
          }
          expect(smallestP).toBeLessThanOrEqual(0.15 + 1e-9);
          liesOn(result, sides[verdict], linear ? 0 : 1);
          expect((result.p as number) <= 0.15 + 1e-9).toBe(verdict !== 'not_shown');
        },
      ),
      { numRuns: 120 },
    );
  });

  it('syntheticControl', () => {
    const unit = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(
        fc.array(unit, { minLength: 3, maxLength: 8 }),
        fc.constantFrom(-80, 0, 80),
        (units, push) => {
          const rows = units.map((values, i) => ({
            name: `s${i}`,
            values: values.map((v, t) => v + (i === 0 && t > 6 ? push : 0)),
          }));
          const result = syntheticControl(
            {
              periods: units[0]?.map((_, t) => String(2010 + t)) ?? [],
              units: rows,
              treated: ['s0'],
              from: '2017',
            },
            { alpha: 0.34 },
          );
          const { verdict, rank } = result.details;
          speaksOf(result, verdict, mixtures);
          isWhole(result);
          if (verdict === 'no_conclusion') {
            expect([result.estimate, result.p]).toEqual([null, null]);
            return;
          }
          expect(result.p).toBeCloseTo(rank / rows.length, 12);
          expect((result.p as number) <= 0.34).toBe(verdict !== 'not_shown');
          if (verdict === 'higher' || verdict === 'lower') liesOn(result, sides[verdict], 0);
        },
      ),
      { numRuns: 60 },
    );
  });
});
