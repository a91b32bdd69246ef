import { findAnomalies } from '@samenbeeld/harmonise';
import { describe, expect, it } from 'vitest';
import { chanceOfEqual, significant } from '../../src/anomalies/copied-years.ts';
import { seeded } from './lose-zeros.ts';
import { inputOf, type Line } from './series-input.ts';

const copied = (lines: readonly Line[]) =>
  findAnomalies(inputOf(lines)).filter(({ kind }) => kind === 'copied_year');

/** A series of a place by offence or drug; figures of successive years from 2001 on. */
const line = (place: string, series: string, figures: readonly number[]): Line => ({
  series: `${place} ${series}`,
  scope: { place, offence: series },
  cells: figures.map(String),
});

/** Other places with figures of the same sizes, which repeat nothing. */
function others(seed: number, years: number): readonly Line[] {
  const random = seeded(seed);
  return ['BE', 'DE', 'FR', 'AT'].flatMap((place) =>
    ['cannabis', 'cocaine', 'heroin'].map((series, at) =>
      line(
        place,
        series,
        Array.from({ length: years }, () => Math.round((at + 1) * 900 * (0.7 + 0.6 * random()))),
      ),
    ),
  );
}

describe('the chance that two years are equal', () => {
  // By hand: σ = 0.02 × 72,808 = 1,456.16; 1 ÷ (2 × √3.14159 × 1,456.16) = 1.937e-4.
  it('is the size of the last significant digit over the spread of a difference of two draws', () => {
    expect(chanceOfEqual(72808, null)).toBeCloseTo(1.937e-4, 7);
    expect(chanceOfEqual(72808, 0.2)).toBeCloseTo(1.937e-5, 8);
  });

  // σ = √9 = 3: 1 ÷ (2 × 1.77245 × 3) = 0.094; 12,000 is in thousands: 1,000 ÷ (3.5449 × 240) is more than one.
  it('is large for figures of one digit, and certain for round ones', () => {
    expect(chanceOfEqual(9, null)).toBeCloseTo(0.094, 3);
    expect(chanceOfEqual(12000, null)).toBe(1);
    expect(significant(12000)).toEqual({ digits: 2, step: 1000 });
    expect(significant(72.808).digits).toBe(5);
  });
});

describe('findAnomalies(input) on copied years', () => {
  it('names two rows a year of four digits that equal the year before, as NL 2016 did 2015', () => {
    const years = [9180, 8420, 10210, 9655, 8893, 9741, 9741, 9312];
    const second = [18712, 15203, 20411, 17866, 19254, 16927, 16927, 18133];
    const [found, ...rest] = copied([
      line('NL', 'offences', years),
      line('NL', 'suspects', second),
      ...others(1, 8),
    ]);
    expect(rest).toEqual([]);
    expect(found?.evidence.map(({ en }) => en)).toEqual([
      '2 of 2 figures from five on are equal in 2006 and 2007 (NL)',
      expect.stringMatching(/^9 significant digits together; by chance about one in 10\^\d+$/),
    ]);
    expect(found?.correction).toBeNull();
    expect(found?.open?.en).toMatch(/ask its publisher$/);
  });

  it('names many small rows a year as a set, as LU 2012 was 2011', () => {
    const random = seeded(4);
    const lines = Array.from({ length: 9 }, (_, at) => {
      const figures = Array.from({ length: 9 }, () => Math.round((9 + 14 * at) * (0.6 + random())));
      figures[4] = figures[3] ?? 0;
      return line('LU', `offence ${at}`, figures);
    });
    const [found, ...rest] = copied([...lines, ...others(2, 9)]);
    expect(rest).toEqual([]);
    expect(found?.evidence[0]?.en).toMatch(/equal in 2004 and 2005 \(LU\)$/);
  });

  it('compares several rows a year that nothing read tells apart as a set, in any order', () => {
    const figures = [
      [4127, 3318, 2951, 3704, 3704, 4413, 3127],
      [918, 1204, 867, 1033, 2217, 702, 991],
      [2214, 1875, 2432, 2217, 1033, 1987, 2301],
    ];
    const base = inputOf(
      figures.map((cells, at) => ({
        series: `row ${at}`,
        scope: { place: 'NL' },
        cells: cells.map(String),
      })),
    );
    const points = base.points.map((point) => ({
      ...point,
      series: 'NL',
      scope: { place: 'NL' },
    }));
    const found = findAnomalies({ ...base, points }).filter(({ kind }) => kind === 'copied_year');
    expect(found.map(({ evidence }) => evidence[0]?.en)).toEqual([
      '3 of 3 figures from five on are equal in 2004 and 2005 (NL)',
    ]);
  });

  it('does not cry wolf on small constant counts, on caps, on round figures or on one equal figure', () => {
    const years = [0, 1, 2, 3, 4, 5, 6, 7];
    const at = (place: string, name: string, make: (year: number) => number) =>
      line(place, name, years.map(make));
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const small = names.map((name, n) => at('LU', name, () => 5 + n));
    const capped = names.map((name) => at('LU', name, (year) => (year % 3 === 0 ? 9871 : 9999)));
    const round = names.map((name, n) => at('LU', name, (year) => 1000 * (5 + n + (year >> 1))));
    const single = names.map((name, n) =>
      at('LU', name, (year) => 4127 + 811 * n + 37 * year * (n + 1)),
    );
    single[0] = at('LU', 'a', (year) => 4127 + 97 * Math.max(year, 1));
    for (const lines of [small, capped, round, single])
      expect(copied([...lines, ...others(3, 8)])).toEqual([]);
  });

  // One in a million a block: in 300 files of 12 series and 12 years none may be accused by chance.
  it('accuses none of 300 files of independent Poisson-like counts', () => {
    const alarms = Array.from({ length: 300 }, (_, seed) => copied(others(100 + seed, 12)).length);
    expect(alarms.filter((n) => n > 0)).toEqual([]);
  });
});
