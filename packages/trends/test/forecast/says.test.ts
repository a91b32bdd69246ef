import { type Language, languages } from '@samenbeeld/schema';
import { type Forecast, forecast } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const verdicts: Readonly<Record<Language, Readonly<Record<string, RegExp>>>> = {
  nl: {
    better: /beter dan .* kleiner/,
    no_better: /niet beter dan/,
    only_benchmarks: /zonder model/,
  },
  fr: {
    better: /ainsi fait mieux que/,
    no_better: /pas fait mieux que/,
    only_benchmarks: /sans modèle/,
  },
  de: {
    better: /war dieses Verfahren besser/,
    no_better: /nicht besser/,
    only_benchmarks: /ohne Modell/,
  },
  en: {
    better: /was better than/,
    no_better: /no better than/,
    only_benchmarks: /without a model/,
  },
};

describe('a sentence and its forecast', () => {
  const value = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 40 }) },
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 200, max: 5000 }) },
  );

  it('never contradict', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 9, maxLength: 34 }),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        (values, horizon, counts) => {
          const present = values.filter((one) => one > 0).length;
          fc.pre(new Set(values).size > 1 && present > 4 && values.slice(0, 6).some((v) => v > 0));
          fc.pre(values.filter((one, i) => one > 0 && i < values.length - 4).length > 2);
          let result: Forecast;
          try {
            result = forecast(values, { horizon, counts, origins: 6 });
          } catch (error) {
            expect((error as Error).message).toMatch(/cannot be tested/);
            return;
          }
          const { says, steps, interval, estimate, details } = result;
          for (const step of steps) {
            expect(step.low95).toBeLessThanOrEqual(step.low);
            expect(step.low).toBeLessThanOrEqual(step.low50);
            expect(step.low50).toBeLessThanOrEqual(step.value);
            expect(step.value).toBeLessThanOrEqual(step.high50);
            expect(step.high50).toBeLessThanOrEqual(step.high);
            expect(step.high).toBeLessThanOrEqual(step.high95);
            expect(step.low95).toBeGreaterThanOrEqual(0);
            if (counts)
              expect([step.low, step.value, step.high].every(Number.isInteger)).toBe(true);
          }
          expect(estimate).toBe(steps[horizon - 1]?.value);
          expect(interval?.low).toBe(steps[horizon - 1]?.low);
          for (const language of languages) {
            const found = Object.entries(verdicts[language])
              .filter(([, mark]) => mark.test(says[language]))
              .map(([name]) => name);
            expect(found, says[language]).toEqual([details.verdict]);
            expect(says[language]).not.toMatch(/undefined|NaN|\$\{| {2}/);
          }
          const [, middle = '', low = '', high = ''] =
            /value of ([\d,.]+) is .*?interval ([\d,.]+) to ([\d,.]+);/.exec(says.en) ?? [];
          const [m, l, h] = [middle, low, high].map((text) => Number(text.replaceAll(',', '')));
          expect(l, says.en).toBeLessThanOrEqual(m as number);
          expect(m, says.en).toBeLessThanOrEqual(h as number);
        },
      ),
      { numRuns: 60 },
    );
  });
});
