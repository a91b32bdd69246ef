import { type DecomposeOptions, decompose } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';
import { co2, co2Earlier } from './co2.ts';
import { accidentalDeaths, airPassengers, maleDeaths } from './series.ts';

/** Season, trend and weight of some positions, the first being 0. */
function partsAt(values: readonly number[], options: DecomposeOptions, places: readonly number[]) {
  const { seasons, trend, weights } = decompose(values, { test: 'kruskal_wallis', ...options });
  return places.map((t) => [
    ...seasons.map((season) => season.values[t] as number),
    trend[t] as number,
    weights[t] as number,
  ]);
}

function close(found: readonly number[][], expected: readonly number[][], digits: number): void {
  expect(found.length).toBe(expected.length);
  for (const [i, row] of expected.entries())
    for (const [j, value] of row.entries())
      expect(found[i]?.[j], `row ${i}, column ${j}`).toBeCloseTo(value, digits);
}

/** Interquartile range with the quantiles of R type 7. */
function interquartile(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const [low, high] = [sorted[Math.floor(place)] as number, sorted[Math.ceil(place)] as number];
    return low + (place % 1) * (high - low);
  };
  return at(0.75) - at(0.25);
}

describe('STL equals R 4.2.2 `stl`', () => {
  it('log(co2), s.window = 21 (stats-Ex.Rout.save, and more digits by running it)', () => {
    const { seasons, trend, remainder } = decompose(co2.map(Math.log), {
      period: 12,
      seasonal: 21,
    });
    close(
      [0, 233, 467].map((t) => [
        seasons[0]?.values[t] as number,
        trend[t] as number,
        remainder[t] as number,
      ]),
      [
        [-0.0001849333809, 5.753541058, 0.0005489595493],
        [0.0070264793079, 5.814956609, 0.0002340613273],
        [-0.0024361970161, 5.898750335, 0.0017733594368],
      ],
      9,
    );
    expect(interquartile(seasons[0]?.values ?? [])).toBeCloseTo(0.0095342817233, 12);
    expect(interquartile(trend)).toBeCloseTo(0.0812503949751, 12);
    expect(interquartile(remainder)).toBeCloseTo(0.0008610261033, 12);
  });

  it('mdeaths, periodic', () => {
    close(
      partsAt(maleDeaths, { period: 12 }, [0, 29, 71]),
      [
        [622.399104849, 1489.80602407, 1],
        [-310.203808126, 1545.43183583, 1],
        [317.022228406, 1284.91076541, 1],
      ],
      6,
    );
  });

  it('mdeaths, periodic and robust, with the median selected as the original program does', () => {
    const { details, weights, seasons, trend } = decompose(maleDeaths, {
      period: 12,
      robust: true,
      asOriginal: true,
    });
    expect(details.outliers).toBe('24 26 27 28 36 37 50 52 59 61');
    expect(weights.reduce((sum, w) => sum + w, 0) / 72).toBeCloseTo(0.731218591751, 11);
    expect(seasons[0]?.values[0]).toBeCloseTo(544.790381901, 6);
    expect(trend[71]).toBeCloseTo(1318.64960669, 6);
  });

  it('USAccDeaths, robust, s.window = 7', () => {
    const options = { period: 12, seasonal: 7, robust: true, asOriginal: true } as const;
    close(
      partsAt(accidentalDeaths, options, [0, 29, 71]).map((row) => row.slice(0, 2)),
      [
        [-697.508343163, 9768.79827491],
        [697.926871813, 8646.46011728],
        [219.334273546, 8969.11474951],
      ],
      5,
    );
  });
});

describe('STL equals statsmodels 0.15.0 `STL`', () => {
  const fixture = {
    period: 12,
    seasonal: 35,
    trend: 19,
    lowPass: 13,
    degrees: { seasonal: 1 },
    jumps: { seasonal: 4, trend: 2, lowPass: 2 },
    inner: 1,
    outer: 2,
  } as const;

  it('co2, windows 35, 19, 13, two robust rounds (stl_test_results.csv, "baseline")', () => {
    close(
      partsAt(co2Earlier, fixture, [0, 173, 346]),
      [
        [-0.13125464336066284, 315.55193972532356, 0.94748803176461716],
        [2.3134382853658821, 329.76563186819999, 0.94639391088725133],
        [-2.1426375825597082, 349.4952143730211, 0.98284553390023988],
      ],
      9,
    );
  });

  it('the same without the last value ("short")', () => {
    close(
      partsAt(co2Earlier.slice(0, -1), fixture, [0, 173, 346]),
      [
        [-0.13067815441960376, 315.55181144155489, 0.94873692098817231],
        [2.3135412183973707, 329.76443685983315, 0.94592578561376439],
        [-2.1439626087705559, 349.49737580784608, 0.98257179446393594],
      ],
      9,
    );
  });

  it('mdeaths, periodic and robust: by the true median fewer weights are lost than in R', () => {
    const { weights, details } = decompose(maleDeaths, { period: 12, robust: true });
    // STL(seasonal=721, trend=19, low_pass=13, seasonal_deg=0, jumps 73, 2, 2, robust=True).fit(1, 15)
    expect(weights.reduce((sum, w) => sum + w, 0) / 72).toBeCloseTo(0.7350672010869697, 11);
    expect(details.outliers).toBe('24 26 27 28 36 37 50 52 59 61');
  });

  it('log(AirPassengers), seasonal 7, robust, no jumps', () => {
    // STL(np.log(y), period=12, seasonal=7, robust=True).fit()
    const options = {
      period: 12,
      seasonal: 7,
      degrees: { seasonal: 1 },
      jumps: { seasonal: 1, trend: 1, lowPass: 1 },
      robust: true,
      inner: 2,
    } as const;
    close(
      partsAt(airPassengers.map(Math.log), options, [0, 71, 143]),
      [
        [-0.07523286647889942, 4.798486307495564, 0.9861965583774184],
        [-0.10296960549832034, 5.54524478854266, 0.955713755944583],
        [-0.11601284814405911, 6.192487599283156, 0.9607764030962713],
      ],
      9,
    );
  });

  it('log(AirPassengers), 131 values, every setting by hand', () => {
    const options = {
      period: 12,
      seasonal: 13,
      trend: 23,
      lowPass: 15,
      degrees: { seasonal: 1, trend: 0, lowPass: 0 },
      jumps: { seasonal: 3, trend: 4, lowPass: 2 },
      inner: 3,
    } as const;
    close(
      partsAt(airPassengers.slice(0, 131).map(Math.log), options, [0, 71, 130]),
      [
        [-0.09953213117520744, 4.842121816575585, 1],
        [-0.10553104017839876, 5.544940029665293, 1],
        [-0.1921836388812418, 6.016792246423159, 1],
      ],
      9,
    );
  });
});

describe('MSTL equals statsmodels 0.15.0 `MSTL`', () => {
  const values = Array.from(
    { length: 168 },
    (_, i) =>
      20 +
      0.1 * i +
      ((i * 7) % 5) +
      6 * Math.sin((2 * Math.PI * i) / 6) +
      10 * Math.cos((2 * Math.PI * i) / 28) +
      ((i * 7919) % 13) / 3,
  );
  const jumps = { seasonal: 1, trend: 1, lowPass: 1 };

  it('default windows, constant local fits', () => {
    // MSTL(y, periods=(6, 28), stl_kwargs=dict(seasonal_deg=0, inner_iter=2, outer_iter=0)).fit()
    close(
      partsAt(values, { periods: [28, 6], jumps }, [0, 83, 167]),
      [
        [0.7847085459683931, 9.355680559231407, 23.582490911670508, 1.0],
        [-4.488404362079371, 10.041510303108332, 32.30354119169357, 1.0],
        [-4.871959320745976, 10.189300352563945, 40.75642788647598, 1.0],
      ],
      9,
    );
  });

  it('own windows, local lines, robust', () => {
    // MSTL(y, periods=(6, 28), windows=(9, 13), stl_kwargs=dict(seasonal_deg=1, inner_iter=2, outer_iter=5, robust=True)).fit()
    const options = {
      periods: [6, 28],
      windows: [9, 13],
      degrees: { seasonal: 1 },
      jumps,
      robust: true,
      inner: 2,
      outer: 5,
    } as const;
    close(
      partsAt(values, options, [0, 83, 167]),
      [
        [0.31027708509950386, 7.06332570269605, 23.09282973771973, 0.9747092300178877],
        [-3.7874197272001573, 9.304158627806746, 32.24232816439965, 0.9631137556877769],
        [-2.499814652818512, 9.708642887224482, 41.14845400620891, 0.9998857441526416],
      ],
      9,
    );
  });
});
