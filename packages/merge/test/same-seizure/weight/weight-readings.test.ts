import { type Statement, sizeDensity, weightReadings } from '@samenbeeld/merge';
import { describe, expect, it } from 'vitest';
import { weightStep } from '../../../src/same-seizure/weight/explained-weight.ts';
import { learntHabits } from '../../../src/same-seizure/weight/habits.ts';
import { endsOfWording } from '../../../src/same-seizure/weight/statement.ts';
import { weightRule } from '../../../src/same-seizure/weight/weight-rule.ts';
import { seizure } from '../../seizure.ts';

const said = (kg: number, over: Partial<Statement> = {}): Statement => ({
  records: [String(kg)],
  source: String(kg),
  kg,
  massBasis: 'net',
  own: false,
  estimated: false,
  step: 0.1,
  unit: 0.1,
  ...over,
});
const own = { own: true } as const;
/** Finds of a port: most between ten and a thousand kilograms. */
const usual = sizeDensity(
  [12, 18, 25, 40, 55, 60, 80, 90, 110, 130, 150, 180, 220, 300, 420, 600, 900].map((kg, at) => ({
    id: `other ${at}`,
    kg,
  })),
);
const ends = (...statements: readonly Statement[]) => {
  const { low, leading, high, causes } = weightReadings(statements, usual);
  return [low, leading, high, causes.join()];
};

describe('weightReadings(statements, usual)', () => {
  it('is the figure where one is said, and open where none is', () => {
    expect(ends(said(412.5))).toEqual([412.5, 412.5, 412.5, '']);
    expect(ends()).toEqual([0, null, null, '']);
  });

  it('takes the net weight for the gross one, whoever says it', () => {
    expect(ends(said(425.3, { massBasis: 'gross', ...own }), said(412.5))).toEqual([
      412.5,
      412.5,
      412.5,
      '',
    ]);
  });

  it('takes the exact figure for the rounded one', () => {
    expect(ends(said(1300, { step: 100, ...own }), said(1279, { step: 1 }))).toEqual([
      1279,
      1279,
      1279,
      '',
    ]);
  });

  it('leaves a tenth to packing where only a gross weight is known', () => {
    expect(ends(said(100, { massBasis: 'gross' }))).toEqual([90, 100, 100, 'gross']);
  });

  it('allows half the last digit to an estimate', () => {
    expect(ends(said(400, { estimated: true, step: 100 }))).toEqual([350, 400, 450, 'estimated']);
  });

  it('lets who seized lead where two contradict each other, keeps both, and averages neither', () => {
    const found = weightReadings([said(420, own), said(240)], usual);
    expect(found.leading).toBe(420);
    expect([found.low, found.high]).toEqual([240, 420]);
    expect(found.readings.map(({ kg }) => kg)).toEqual([240, 420]);
    // By the stated probabilities of error 0.97·0.09 to 0.03·0.91, times how usual the weights are.
    expect(found.readings[1]?.probability).toBeGreaterThan(0.6);
    expect(found.readings[1]?.probability).toBeLessThan(0.9);
  });

  it('keeps a zero beside another weight as a conflict', () => {
    expect(ends(said(0, own), said(50))).toEqual([0, 0, 50, 'conflict']);
    expect(ends(said(0), said(50, own))).toEqual([0, 50, 50, 'conflict']);
    // By the stated probabilities of error alone: 0.97·0.09 to 0.03·0.91.
    const { readings } = weightReadings([said(0, own), said(50)], usual);
    expect(readings.map(({ probability }) => probability.toFixed(3))).toEqual(['0.762', '0.238']);
    expect(ends(said(0, own), said(0))).toEqual([0, 0, 0, '']);
  });

  it('lets two that agree outweigh who seized', () => {
    expect(weightReadings([said(420, own), said(240), said(240)], usual).leading).toBe(240);
  });

  it('leaves a weight aside that nobody has ever seen, where another explains it', () => {
    expect(ends(said(412.5, own), said(412_500))).toEqual([412.5, 412.5, 412.5, '']);
    expect(ends(said(412_500, own), said(412.5))[1]).toBe(412.5);
  });

  it('suspects a slip in a weight that stands alone only where it is out of all proportion', () => {
    const odd = weightReadings([said(120_000)], usual);
    expect(odd.causes).toContain('slip');
    expect(odd.low).toBe(120);
    expect(odd.high).toBe(120_000);
    expect(weightReadings([said(1800)], usual).readings).toHaveLength(1);
    expect(weightReadings([said(0.4)], usual).readings).toHaveLength(1);
  });

  it('takes a round weight for one of its readings, and holds the others', () => {
    const round = { step: 1000, unit: 1 } as const;
    const found = weightReadings(
      [
        said(1000, { ...round, source: 'a' }),
        said(1000, { ...round, source: 'b', massBasis: 'unknown' }),
        said(1046.6, { source: 'c', massBasis: 'unknown' }),
      ],
      usual,
    );
    // As itself, with 4.5 % of packing on the third; or as 1,046.6 or less, rounded.
    expect(found.leading).toBe(1000);
    expect(found.low).toBeLessThan(1000);
    expect(found.high).toBe(1046.6);
    const chance = (from: number, to: number): number =>
      found.readings.reduce(
        (sum, { kg, probability }) => sum + (kg >= from && kg <= to ? probability : 0),
        0,
      );
    expect(chance(1000, 1000)).toBeGreaterThan(0.8);
    expect(chance(1000.1, 1046.6)).toBeGreaterThan(0.01);
  });

  it('leaves open whether packing is in a weight whose basis nobody gives', () => {
    const found = weightReadings([said(105.2, { massBasis: 'unknown' })], usual);
    expect([found.low, found.leading, found.high]).toEqual([94.68, 105.2, 105.2]);
    // Half net, half a tenth of packing at most: 2.5 % in the mean, the same for all the finds of the office.
    expect(found.readings).toEqual([{ kg: 105.2 * (1 - 0.025), probability: 1 }]);
    expect(found.packed?.kg).toBe(105.2);
    expect(
      weightReadings([said(105.2, { massBasis: 'unknown' }), said(100.3, own)], usual),
    ).toMatchObject({ low: 100.3, high: 100.3, packed: null });
  });

  it('spans both of two reports of which nothing says that either is net', () => {
    const unknown = { massBasis: 'unknown' } as const;
    const [light, heavy] = [said(290.1, unknown), said(298.8, { ...unknown, ...own })];
    const found = weightReadings([light, heavy], usual);
    expect(found).toMatchObject({ leading: 290.1, low: 261.09, high: 298.8 });
    expect(found.by).toEqual({ low: '290.1', high: '298.8' });
    expect(found.causes).toEqual(['gross', 'conflict']);
    // A rounding of it, or what is said to be gross, is no other weight.
    expect(weightReadings([light, said(300, { ...unknown, step: 100 })], usual).high).toBe(290.1);
    expect(weightReadings([light, said(298.8, { massBasis: 'gross' })], usual).high).toBe(290.1);
  });

  it('tells by which rule one weight counts before another', () => {
    const unknown = { massBasis: 'unknown' } as const;
    const ruleOf = (...statements: readonly [Statement, Statement]) => {
      const { told, ...range } = weightReadings(statements, usual);
      const counts = told[0] as Statement;
      return weightRule(counts, statements.find((one) => one !== counts) as Statement, range);
    };
    expect(ruleOf(said(412.5), said(425.3, { massBasis: 'gross' }))).toBe('net');
    expect(ruleOf(said(412.5, own), said(425.3, unknown))).toBe('said_net');
    expect(ruleOf(said(290.1, unknown), said(298.8, { massBasis: 'gross' }))).toBe('said_gross');
    expect(ruleOf(said(290.1, unknown), said(298.8, unknown))).toBe('packing');
    expect(ruleOf(said(1279, { step: 1 }), said(1300, { step: 100 }))).toBe('exact');
    expect(ruleOf(said(80), said(95.5))).toBe('likeliest');
    expect(ruleOf(said(4.6), said(4600))).toBe('slip');
  });

  it('reads no weight between two gross ones that contradict each other', () => {
    const gross = { massBasis: 'gross' } as const;
    const { readings, causes } = weightReadings(
      [said(433, { ...gross, ...own }), said(240, gross)],
      usual,
    );
    expect(causes).toContain('gross');
    for (const { kg } of readings)
      expect((kg >= 216 && kg <= 240) || (kg >= 389.7 && kg <= 433), String(kg)).toBe(true);
    expect(readings.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
  });

  it('ends where somebody’s figure does, so that each end can be reckoned again', () => {
    const unsaid = said(740, { massBasis: 'unknown' });
    const gross = said(742.5, { massBasis: 'gross', ...own });
    const found = weightReadings([unsaid, gross], usual);
    expect([found.low, found.high, found.by]).toEqual([
      668.25,
      742.5,
      { low: '742.5', high: '742.5' },
    ]);
    const bases = ['net', 'gross', 'unknown'] as const;
    const kinds = bases.flatMap((massBasis) => [
      { massBasis },
      { massBasis, estimated: true, step: 10 },
    ]);
    for (const one of kinds)
      for (const other of kinds)
        for (const kg of [700, 735, 742, 900, 7400, 740_000]) {
          const all = [said(740, { ...one, ...own }), said(kg, other)];
          const { low, high } = weightReadings(all, usual);
          const [first, ...rest] = all as [Statement];
          const steps = [
            weightStep(first, 'lowest', low, rest),
            weightStep(first, 'highest', high ?? 0, rest),
          ];
          for (const step of steps)
            expect(step?.because ?? [], `${JSON.stringify(all)} ${low} ${high}`).not.toContain(
              'open',
            );
        }
  });

  it('leaves packing open in an estimate too', () => {
    const found = weightReadings(
      [said(400, { estimated: true, step: 100, massBasis: 'unknown' })],
      usual,
    );
    expect([found.low, found.high, found.causes.join()]).toEqual([315, 450, 'gross,estimated']);
    expect(found.packed?.kg).toBe(400);
  });

  it('lets a file that rounds be rounded, and no other', () => {
    const file = (weights: readonly number[]) =>
      weights.map((quantity, at) =>
        seizure(`s${at}`, { source: 'x', quantity, printed: String(quantity) }),
      );
    const rounding = file([120, 450, 300, 80, 60, 210, 900, 150, 340, 70, 500, 260]);
    const habits = learntHabits(rounding, usual);
    expect(habits.roundings('x', 450).length).toBeGreaterThan(0);
    const rounded = weightReadings([said(450, { source: 'x', step: 10, unit: 1 })], usual, habits);
    expect(rounded.low).toBeLessThan(450);
    expect(rounded.causes).toContain('rounded');
    const exact = learntHabits(
      file([121.4, 448.9, 301, 79.2, 61.7, 213.3, 897.1, 150, 342.5, 68.8, 503.1, 262.6]),
      usual,
    );
    expect(exact.roundings('x', 150)).toEqual([]);
    // A dozen bales of a hundred kilograms are what they are.
    expect(
      learntHabits(
        file(Array.from({ length: 14 }, (_, at) => (at < 12 ? 100 : 73.4 + at))),
        usual,
      ).roundings('x', 100),
    ).toEqual([]);
  });

  it('does not depend on the order of the statements, and its probabilities sum to 1', () => {
    const all = [said(420, own), said(240), said(4200), said(433, { massBasis: 'gross' })];
    const found = weightReadings(all, usual);
    expect(weightReadings([...all].reverse(), usual)).toEqual(found);
    expect(found.readings.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
  });
});

describe('sizeDensity(weights)', () => {
  it('integrates to nearly one over the sizes that are conceivable', () => {
    const step = 0.01;
    let area = 0;
    for (let log = -4; log < 6; log += step) area += usual(10 ** log) * step;
    expect(area).toBeGreaterThan(0.97);
    expect(area).toBeLessThan(1.01);
  });

  it('is flat where nothing is known, and leaves out the record in question', () => {
    const none = sizeDensity([]);
    expect(none(1)).toBe(none(1e6));
    const one = sizeDensity([{ id: 'x', kg: 100 }]);
    expect(one(100, new Set(['x']))).toBe(none(100));
    expect(one(100)).toBeGreaterThan(none(100));
  });
});

describe('a weight of which several things are unknown', () => {
  it('keeps what packing takes of an estimate when a second estimate agrees', () => {
    const about = (kg: number, id: string) =>
      said(kg, {
        records: [id],
        source: id,
        massBasis: 'gross',
        estimated: true,
        ends: [kg - 5, kg + 5],
      });
    const [alone] = ends(about(1050, 'a'));
    const [low, , high, causes] = ends(about(1050, 'a'), about(1040, 'b'));
    // Packing leaves of the two 940.5 and 931.5 at the least; what both allow begins within a hundredth of that.
    expect(alone).toBeCloseTo(0.9 * 1045, 6);
    expect(low).toBeLessThan(955);
    expect(high).toBeLessThanOrEqual(1055);
    expect(causes).toContain('gross');
  });

  it('reads a gross weight that may be grams with its packing, either way', () => {
    const few = sizeDensity([5, 8, 10, 12, 14, 20, 24].map((kg, at) => ({ id: `f${at}`, kg })));
    const { readings, packed, low, high } = weightReadings(
      [said(9000, { massBasis: 'gross' })],
      few,
    );
    expect([packed, low, high]).toEqual([null, 8.1, 9000]);
    const large = readings.filter(({ kg }) => kg > 100).map(({ kg }) => kg);
    expect([Math.min(...large), Math.max(...large)].map(Math.round)).toEqual([8145, 8955]);
    expect(readings.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
  });
});

describe('learntHabits(seizures, usual)', () => {
  /** Weights lognormal around a hundred kilograms, by their quantiles, every one of `step` twice over rounded to it. */
  const rounded = (n: number, step: number) =>
    Array.from({ length: n }, (_, at) => {
      const u = (at + 0.5) / n;
      // Normal quantile to three digits (Abramowitz and Stegun 26.2.23).
      const t = Math.sqrt(-2 * Math.log(Math.min(u, 1 - u)));
      const z =
        t -
        (2.515517 + 0.802853 * t + 0.010328 * t * t) /
          (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
      const kg = Math.exp(4.6 + (u < 0.5 ? -z : z));
      return kg >= 2 * step ? Math.round(kg / step) * step : Math.round(kg * 10) / 10;
    });
  const habitsOf = (weights: readonly number[]) =>
    learntHabits(
      weights.map((quantity, at) => seizure(`r${at}`, { quantity, source: 'nl' })),
      sizeDensity(weights.map((kg, at) => ({ id: `r${at}`, kg }))),
    );
  const chance = (weights: readonly number[], kg: number): number =>
    habitsOf(weights)
      .roundings('nl', kg)
      .reduce((sum, { probability }) => sum + probability, 0);

  it.each([30, 100, 300, 1000])('believes that a file rounds to fifty, of %i rows as well', (n) => {
    for (const kg of [150, 200, 300])
      expect([kg, chance(rounded(n, 50), kg) > 0.8]).toEqual([kg, true]);
  });

  it('takes bales for what they are', () => {
    const loose = rounded(60, 1000).map((kg) => kg + 0.13);
    const bales = [...loose, ...Array.from({ length: 30 }, () => 100), ...Array(20).fill(200)];
    expect(chance(bales, 100)).toBeLessThan(0.1);
  });

  it('does not depend on the order of the records', () => {
    const weights = rounded(80, 10);
    const [one, other] = [habitsOf(weights), habitsOf([...weights].reverse())];
    expect(one.roundings('nl', 150)).toEqual(other.roundings('nl', 150));
  });
});

it('reads the wording of ounces, of which a kilogram holds no power of ten', () => {
  const [low, high] = endsOfWording(
    seizure('a1', { quantity: 20, printed: '20', unit: 'oz', wording: 'rounded' }),
  );
  // Half a step of ten on either side: 15 and 25 ounces of 28.349523125 g.
  expect(low).toBeCloseTo(0.425242846875, 10);
  expect(high).toBeCloseTo(0.708738078125, 10);
  expect(
    endsOfWording(seizure('a1', { quantity: 500, printed: '500', unit: 'g', wording: 'rounded' })),
  ).toEqual([0.45, 0.55]);
});
