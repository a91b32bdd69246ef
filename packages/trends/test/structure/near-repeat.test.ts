import { nearRepeat, type SpaceTimeEvent } from '@samenbeeld/trends';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { permutations } from '../reference.ts';

const at = (x: number, y: number, day: number): SpaceTimeEvent => ({
  x,
  y,
  date: new Date(Date.UTC(2024, 0, day)).toISOString().slice(0, 10),
});

// Forty events drawn in R with seed 11, the last ten close to the first ten in space and time.
const events = [
  [1425, 250, 102],
  [825, 825, 81],
  [1375, 200, 75],
  [600, 1475, 31],
  [375, 975, 52],
  [1200, 150, 59],
  [900, 175, 16],
  [1475, 1375, 62],
  [1325, 600, 47],
  [275, 1475, 115],
  [500, 150, 3],
  [525, 1275, 68],
  [725, 1100, 115],
  [950, 400, 107],
  [725, 100, 71],
  [500, 675, 28],
  [850, 425, 3],
  [700, 900, 92],
  [1050, 475, 56],
  [950, 650, 43],
  [1100, 400, 96],
  [825, 1175, 21],
  [1200, 525, 12],
  [750, 275, 49],
  [975, 1125, 33],
  [1150, 700, 81],
  [950, 1225, 8],
  [125, 950, 18],
  [1125, 800, 116],
  [50, 1200, 107],
  [1450, 250, 105],
  [850, 825, 84],
  [1400, 200, 78],
  [625, 1475, 34],
  [400, 975, 55],
  [1225, 150, 62],
  [925, 175, 19],
  [1500, 1375, 65],
  [1350, 600, 50],
  [300, 1475, 118],
].map(([x = 0, y = 0, day = 1]) => at(x, y, day));

describe('nearRepeat', () => {
  it('pairs and expected pairs of R surveillance 1.20.3 knox, cumulated over the bands', () => {
    const { cells } = nearRepeat(events, { distances: [99, 299], days: [7, 14] });
    const sum = (to: number, days: number, key: 'pairs' | 'expected'): number =>
      cells
        .filter((cell) => cell.distanceTo <= to && cell.daysTo <= days)
        .reduce((total, cell) => total + cell[key], 0);
    expect([
      sum(99, 7, 'pairs'),
      sum(99, 14, 'pairs'),
      sum(299, 7, 'pairs'),
      sum(299, 14, 'pairs'),
    ]).toEqual([10, 10, 10, 18]);
    expect(sum(99, 7, 'expected')).toBeCloseTo(1.36538461538, 10);
    expect(sum(99, 14, 'expected')).toBeCloseTo(3.03846153846, 10);
    expect(sum(299, 7, 'expected')).toBeCloseTo(7.55512820513, 10);
    expect(sum(299, 14, 'expected')).toBeCloseTo(16.8128205128, 10);
  });

  it('p near that of knox with 9,999 permutations: 0.0001 at 99 m and 7 days, 0.419 at 299 m and 14 days', () => {
    const near = nearRepeat(events, { distances: [99], days: [7], draws: 4999, controls: true });
    expect(near.p).toBe(1 / 5000);
    expect(near.details).toMatchObject({ verdict: 'more', pairs: 10, orders: 5000, exact: 'no' });
    expect(near.says.en).toBe(
      'Within 99 m and 7 days of each other lie 7.32 times as many pairs of cases as by chance (10 pairs, 1.37 expected; n\u00a0=\u00a040, p\u00a0<\u00a00.001).',
    );
    const far = nearRepeat(events, { distances: [299], days: [14], draws: 4999 });
    expect(far.p).toBeCloseTo(0.419, 1);
    expect(far.details.verdict).toBe('not_shown');
    expect(nearRepeat(events, { distances: [299], days: [14], seed: 2 }).p).toBe(
      nearRepeat(events, { distances: [299], days: [14], seed: 2 }).p,
    );
  });

  it('few events: counts, mean and p equal those over every order of the days', () => {
    const event = fc.tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(fc.array(event, { minLength: 2, maxLength: 5 }), (list) => {
        const closeOf = (days: readonly number[]): number =>
          list.reduce(
            (sum, [x, y], i) =>
              sum +
              list
                .slice(i + 1)
                .filter(
                  ([u, v], j) =>
                    Math.hypot(x - u, y - v) < 4 &&
                    Math.abs((days[i] ?? 0) - (days[i + 1 + j] ?? 0)) < 5,
                ).length,
            0,
          );
        const days = list.map(([, , day]) => day);
        const all = permutations(days).map(closeOf);
        const { cells, details } = nearRepeat(
          list.map(([x, y, day]) => at(x, y, day)),
          { distances: [4], days: [5] },
        );
        expect(details.exact).toBe('yes');
        expect(cells[0]?.pairs).toBe(closeOf(days));
        expect(cells[0]?.expected).toBeCloseTo(all.reduce((a, b) => a + b, 0) / all.length, 9);
        expect(cells[0]?.p).toBeCloseTo(
          all.filter((count) => count >= closeOf(days)).length / all.length,
          9,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('bands include their lower edge, and count each pair once', () => {
    const three = [at(0, 0, 1), at(10, 0, 1), at(0, 20, 8)];
    const { cells } = nearRepeat(three, { distances: [10, 20, 30], days: [7, 14] });
    expect(cells.map(({ pairs }) => pairs)).toEqual([0, 0, 1, 0, 0, 2]);
  });

  it('measures along a grid, and in metres over the earth by the haversine formula', () => {
    const grid = [at(0, 0, 1), at(3, 4, 1)];
    const pairs = (list: readonly SpaceTimeEvent[], edge: number, separation: 'blocks' | 'earth') =>
      nearRepeat(list, { distances: [edge], days: [2], separation }).cells[0]?.pairs;
    expect([pairs(grid, 7, 'blocks'), pairs(grid, 7.1, 'blocks')]).toEqual([0, 1]);
    const places = [at(3.5709, 51.4425, 1), at(3.8277, 51.3358, 1)];
    // The spherical law of cosines in Python, with the mean radius of the earth.
    const metres = 21407.5726;
    expect([pairs(places, metres - 1, 'earth'), pairs(places, metres + 1, 'earth')]).toEqual([
      0, 1,
    ]);
  });

  it.each([
    ['nothing', []],
    ['one event', [at(0, 0, 1)]],
    ['one place', [at(0, 0, 1), at(0, 0, 2), at(0, 0, 30), at(0, 0, 60)]],
    ['one day', [at(0, 0, 1), at(5, 0, 1), at(900, 0, 1), at(9, 9, 1)]],
    ['far apart', [at(0, 0, 1), at(900, 0, 2), at(0, 900, 3)]],
  ])('concludes nothing from %s', (_, list) => {
    const { estimate, p, details, says } = nearRepeat(list, { distances: [10], days: [7] });
    expect([estimate, p, details.verdict]).toEqual([null, null, 'no_conclusion']);
    expect(says.de).toMatch(/^Keine Aussage möglich/);
  });

  it('says that all places, or all days, are alike, where no order of the days could show anything', () => {
    const at = (x: number, date: string) => ({ x, y: 0, date });
    const near = { distances: [100], days: [7] };
    const place = nearRepeat(
      Array.from({ length: 20 }, (_, i) => at(0, `2024-01-${String(i + 1).padStart(2, '0')}`)),
      near,
    );
    expect(place.details.verdict).toBe('no_conclusion');
    expect(place.says).toMatchObject({
      nl: expect.stringContaining('alle gevallen liggen binnen 100 m van elkaar'),
      fr: expect.stringContaining('tous les cas se trouvent à moins de 100 m l’un de l’autre'),
      de: expect.stringContaining('Alle Fälle liegen innerhalb von 100 m beieinander'),
      en: expect.stringContaining('all cases lie within 100 m of each other, so that every order'),
    });
    const days = nearRepeat(
      Array.from({ length: 20 }, (_, i) => at(500 * i, '2024-01-01')),
      near,
    );
    expect(days.says.en).toContain('all cases lie within 7 days of each other');
    const few = nearRepeat(
      [at(0, '2024-01-01'), at(900, '2024-03-01'), at(1800, '2024-05-01')],
      near,
    );
    expect(few.says.en).toContain('there are too few pairs within 100 m');
  });

  it('refuses what it cannot read', () => {
    const bands = { distances: [10], days: [7] };
    expect(() =>
      nearRepeat([{ x: 0, y: 0, date: '1 March' }], bands),
    ).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected a day such as 2024-03-01 for event 1, found "1 March". Repair: leave out events whose day is not known]`,
    );
    expect(() => nearRepeat([at(Number.NaN, 0, 1)], bands)).toThrowErrorMatchingInlineSnapshot(
      `[InputError: expected finite coordinates for event 1, found NaN, 0. Repair: leave out events whose place is not known]`,
    );
    expect(() =>
      nearRepeat([], { distances: [10, 5], days: [7] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`distances\` must increase from above zero, got 10, 5]`,
    );
    expect(() => nearRepeat([], { distances: [10], days: [] })).toThrowErrorMatchingInlineSnapshot(
      `[UsageError: \`days\` must increase from above zero, got none]`,
    );
  });
});
