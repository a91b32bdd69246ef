import { concentration, locationQuotient, nearRepeat, sizeClassShift } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWhole, liesOn, type Marks, speaksOf } from '../signs.ts';

const none: Marks[string] = [
  /[Gg]een conclusie/,
  /[Aa]ucune conclusion/,
  /[Kk]eine Aussage/,
  /[Nn]o conclusion/,
];

describe('a sentence, its sign and its interval never contradict', () => {
  it('concentration', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(3), fc.nat(80)), { maxLength: 9 }),
        fc.constantFrom('seizure', 'kg'),
        (values, unit) => {
          const result = concentration(values, { unit });
          const { verdict, holders } = result.details;
          isWhole(result, false);
          expect(/is ruled out/.test(result.says.en)).toBe(verdict === 'uneven');
          expect(/nicht ausschließen/.test(result.says.de)).toBe(verdict === 'even_possible');
          expect(/alleen beschreven/i.test(result.says.nl)).toBe(verdict === 'described');
          expect(/^Aucune conclusion/.test(result.says.fr)).toBe(verdict === 'no_conclusion');
          if (result.estimate === null) return;
          expect(result.estimate).toBeGreaterThanOrEqual(1 / holders - 1e-12);
          expect(result.estimate).toBeLessThanOrEqual(1 + 1e-12);
          liesOn(
            { estimate: null, interval: result.interval },
            verdict === 'uneven' ? 1 : 0,
            1 / holders,
          );
          if (result.interval) {
            expect(result.estimate).toBeGreaterThanOrEqual(result.interval.low);
            expect(result.estimate).toBeLessThanOrEqual(result.interval.high);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('locationQuotient', () => {
    const marks: Marks = {
      higher: [/ hoger dan/, /plus élevé/, / höher als/, / higher here/],
      lower: [/ lager dan/, /plus bas/, / niedriger als/, / lower here/],
      not_shown: [/geen verschil/, /aucune différence/, /kein Unterschied/, /no difference/],
      described: [/alleen beschreven/, /descriptif/, /nur beschrieben/, /described only/],
      no_conclusion: none,
    };
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(60),
        fc.nat(100),
        fc.nat(100),
        fc.boolean(),
        fc.constantFrom('seizure', 'kg'),
        (here, rest, more, others, activity, unit) => {
          const kind = activity ? 'activity' : 'events';
          const base = {
            name: 'X',
            kind,
            here: here + more,
            everywhere: here + rest + more + others,
          } as const;
          const result = locationQuotient({ here, everywhere: here + rest }, [base], { unit });
          const { verdict } = result.details;
          speaksOf(result, verdict, marks);
          isWhole(result);
          if (verdict === 'higher' || verdict === 'lower' || verdict === 'not_shown')
            liesOn(result, verdict === 'higher' ? 1 : verdict === 'lower' ? -1 : 0, 1);
          else expect(result.interval).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('sizeClassShift', () => {
    const marks: Marks = {
      larger: [/ grotere /, /plus grandes/, / höheren /, / larger /],
      smaller: [/ kleinere /, /plus petites/, / niedrigeren /, / smaller /],
      not_shown: [/geen verschuiving/, /Aucun glissement/, /lässt sich nicht/, /No shift/],
      no_conclusion: none,
    };
    const quantity = fc.oneof(fc.constantFrom(0.5, 5, 50, 500, 5000), fc.constant(null));
    fc.assert(
      fc.property(
        fc.array(quantity, { maxLength: 40 }),
        fc.array(quantity, { maxLength: 40 }),
        fc.constantFrom(1, 10, 100),
        (before, after, times) => {
          const result = sizeClassShift(
            before,
            after.map((q) => q && q * times),
          );
          const { verdict } = result.details;
          speaksOf(result, verdict, marks);
          isWhole(result);
          liesOn(result, verdict === 'larger' ? 1 : verdict === 'smaller' ? -1 : 0, 0);
          expect(result.p === null).toBe(verdict === 'no_conclusion');
          if (result.p !== null) expect(result.p <= 0.05 + 1e-9).toBe(verdict !== 'not_shown');
        },
      ),
      { numRuns: 150 },
    );
  });

  it('nearRepeat', () => {
    const marks: Marks = {
      more: [/keer zoveel paren/, /fois plus de paires/, /-mal so viele/, /times as many/],
      not_shown: [/niet aantoonbaar/, /ne peut démontrer/, /nicht nachweisen/, /cannot be shown/],
      no_conclusion: none,
    };
    const event = fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 28 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (list) => {
        const events = list.map(([x, day, tied]) => ({
          x,
          y: 0,
          date: `2024-03-${String(tied ? Math.max(1, x) : day).padStart(2, '0')}`,
        }));
        const result = nearRepeat(events, { distances: [3], days: [3], draws: 99 });
        const { verdict } = result.details;
        speaksOf(result, verdict, marks);
        isWhole(result);
        expect(result.estimate === null).toBe(verdict === 'no_conclusion');
        if (verdict === 'more') {
          expect(result.p).toBeLessThanOrEqual(0.05);
          expect(result.estimate).toBeGreaterThan(1);
        }
        if (verdict === 'not_shown') expect(result.p).toBeGreaterThan(0.05);
      }),
      { numRuns: 60 },
    );
  });
});
