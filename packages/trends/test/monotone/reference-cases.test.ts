import { mannKendall, senSlope } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';
import { airPassengers, gapped, lakeHuron, nile, shampoo } from './series.ts';

const series = { nile, lakeHuron, shampoo, airPassengers, gapped };

describe('mannKendall and senSlope on published series', () => {
  // pyMannKendall 1.4.3, original_test and sens_slope; R 4.2.2 gives the same S, Var and Sen for Nile and LakeHuron.
  it.each([
    ['nile', -1387, 112728.33333333333, -4.128066522844101, 3.658262921657496e-5, -2.6, 1022.2],
    [
      'lakeHuron',
      -1682,
      106136.66666666667,
      -5.159825226030389,
      2.471804838588554e-7,
      -0.025125,
      580.3385625,
    ],
    ['shampoo', 440, 5390, 5.979572523983071, 2.237239504765398e-9, 11.509375, 78.7359375],
    [
      'airPassengers',
      8327,
      335164.3333333333,
      14.381610025544802,
      0,
      2.451216287678477,
      90.23803543098887,
    ],
    [
      'gapped',
      226,
      85000,
      0.7717436331412898,
      0.4402662823371424,
      0.1836734693877551,
      93.18367346938776,
    ],
  ] as const)('%s: equals pyMannKendall 1.4.3', (name, s, variance, z, p, slope, intercept) => {
    const test = mannKendall(series[name]);
    expect(test.details.s).toBe(s);
    expect(test.details.variance).toBeCloseTo(variance, 8);
    expect(test.details.z).toBeCloseTo(z, 10);
    expect(test.p).toBeCloseTo(p, 12);
    const line = senSlope(series[name]);
    expect(line.estimate).toBeCloseTo(slope, 10);
    expect(line.details.intercept).toBeCloseTo(intercept, 8);
  });

  it('the intercept is the level at time zero', () => {
    const times = nile.map((_, i) => 1871 + i);
    expect(senSlope(nile, { times }).details.intercept).toBeCloseTo(1022.2 + 2.6 * 1871, 6);
  });
});
