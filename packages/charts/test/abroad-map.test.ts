import { type AbroadRow, abroadMap } from '@samenbeeld/charts';
import { describe, expect, test } from 'vitest';

const said = (words: string) => ({ nl: words, fr: words, de: words, en: words });
const row = (country: string, ...kilograms: number[]): AbroadRow => ({
  country,
  kilograms,
  says: [said(`${kilograms.join(' and ') || 'named'}`)],
});
const map = (...rows: AbroadRow[]) =>
  abroadMap(rows, { language: 'en', width: 680, scope: said('2025'), home: ['BE'] });

interface Drawn {
  readonly size?: number;
  readonly geometry?: { readonly coordinates: readonly (readonly [number, number])[][] };
}
interface Layer {
  readonly mark: { readonly type: string; readonly filled?: boolean };
  readonly data: { readonly values: readonly Drawn[] };
}
const layersOf = (chart: ReturnType<typeof map>) =>
  (chart.spec as unknown as { readonly layer: readonly Layer[] }).layer;

/** Ends of the stripes, in pixels. */
const stripesOf = (chart: ReturnType<typeof map>): readonly (readonly [number, number])[] =>
  layersOf(chart)
    .filter(({ mark }) => mark.type === 'geoshape' && mark.filled === false)
    .flatMap(({ data }) => data.values)
    .flatMap(({ geometry }) => geometry?.coordinates ?? [])
    .flat();

const sizesOf = (chart: ReturnType<typeof map>): readonly number[] =>
  layersOf(chart)
    .filter(({ mark }) => mark.type === 'point')
    .flatMap(({ data }) => data.values.flatMap(({ size }) => size ?? []));

describe('a map of countries abroad', () => {
  test('each amount has a circle of its own, whose area follows the kilograms', () => {
    const sizes = sizesOf(map(row('EC', 1000, 4000), row('CR', 2000)));
    expect(sizes).toHaveLength(3);
    const [largest = 0, quarter = 0, half = 0] = sizes;
    expect(quarter / largest).toBeCloseTo(1 / 4, 10);
    expect(half / largest).toBeCloseTo(1 / 2, 10);
  });

  test('a country without an amount is hatched, inside its outline alone', () => {
    expect(stripesOf(map(row('EC', 5)))).toEqual([]);
    const stripes = stripesOf(map(row('EC')));
    expect(stripes.length).toBeGreaterThan(6);
    // Ecuador lies from 81.0° to 75.2° W and from 5.0° S to 1.4° N; the map is 162° wide from 140° W, and begins at 58° N.
    const perDegree = 680 / 162;
    for (const [x, y] of stripes) {
      expect(x).toBeGreaterThan((140 - 81.5) * perDegree);
      expect(x).toBeLessThan((140 - 74.5) * perDegree);
      expect(y).toBeGreaterThan((58 - 2) * perDegree);
      expect(y).toBeLessThan((58 + 5.5) * perDegree);
    }
  });

  test('the whole world is drawn where the Atlantic does not hold what is named', () => {
    const heightOf = (chart: ReturnType<typeof map>) =>
      (chart.spec as unknown as { height: number }).height;
    expect(heightOf(map(row('EC', 1), row('CN', 1)))).toBeLessThan(heightOf(map(row('EC', 1))));
  });

  test('what is too small to draw is said and stands in the table', () => {
    const { caption, table } = map(row('AW', 12), row('EC'));
    expect(caption).toContain('Too small for this map: Aruba.');
    expect(table.rows).toEqual([
      ['Aruba', 12, '12'],
      ['Ecuador', null, 'named'],
    ]);
  });
});
