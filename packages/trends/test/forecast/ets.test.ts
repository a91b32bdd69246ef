import { type EtsFit, type EtsOptions, etsAhead, fitEts } from '@samenbeeld/trends';
import { describe, expect, it } from 'vitest';
import { lakeHuron } from '../season/series.ts';
import { ofR } from './ets-of-r.ts';

type Model = NonNullable<EtsOptions['model']>;

describe('exponential smoothing against R forecast 8.20', () => {
  it.each(ofR)('%s: every model is at least as likely', (_, values, period, likelihoods) => {
    for (const [model, logLikelihood] of Object.entries(likelihoods)) {
      const fit = fitEts(values, { period, model: model as Model });
      expect(fit.logLikelihood, model).toBeGreaterThan(logLikelihood - 5e-4);
      expect(fit.logLikelihood, model).toBeLessThan(logLikelihood + 12);
    }
  });

  it('LakeHuron, simple smoothing: likelihood, AICc, variance and intervals to six digits', () => {
    const fit = fitEts(lakeHuron, { model: 'ANN' });
    expect(fit.logLikelihood).toBeCloseTo(-195.338867356, 4);
    expect(fit.aicc).toBeCloseTo(396.933053861, 4);
    expect(fit.variance).toBeCloseTo(0.561108664474, 6);
    const ahead = etsAhead(fit, 14);
    const low = ({ mean, variance }: { mean: number; variance: number }): number =>
      mean - 1.2815515655446 * Math.sqrt(variance);
    expect(ahead[0]?.mean).toBeCloseTo(579.959992977, 5);
    expect([0, 1, 13].map((i) => low(ahead[i] as { mean: number; variance: number }))).toEqual([
      expect.closeTo(579.000018751, 4),
      expect.closeTo(578.602452456, 4),
      expect.closeTo(576.368432692, 3),
    ]);
  });

  it('LakeHuron, damped: statsmodels 0.15.0 `ETSModel` ends at the same top, -195.2570', () => {
    expect(fitEts(lakeHuron, { model: 'AAdN' }).logLikelihood).toBeCloseTo(-195.257, 3);
    expect(fitEts(lakeHuron, { model: 'AAN' }).logLikelihood).toBeCloseTo(-195.3421, 3);
  });

  it('an exact line leaves nothing to be smoothed', () => {
    const fit = fitEts(
      Array.from({ length: 20 }, (_, i) => 3 + 2 * i),
      { model: 'AAN' },
    );
    const [next] = etsAhead(fit, 1);
    expect(next?.mean).toBeCloseTo(43, 6);
    expect(next?.variance).toBeLessThan(1e-9);
  });
});

describe('etsAhead, with the parameters and last states that R forecast 8.20 prints for log(AirPassengers)', () => {
  const z = 1.2815515655446;

  function upper(fit: Pick<EtsFit, 'form' | 'parameters' | 'variance'>, last: readonly number[]) {
    const ahead = etsAhead(
      {
        ...fit,
        last: Float64Array.from(last),
        initial: Float64Array.from(last),
        n: 144,
        name: '',
        logLikelihood: 0,
        aicc: 0,
        at: [],
      },
      14,
    );
    return [0, 1, 11, 13].map((i) => {
      const { mean, variance } = ahead[i] as { mean: number; variance: number };
      return [mean, mean + z * Math.sqrt(variance)];
    });
  }

  function expectEach(
    found: readonly number[][],
    mean: readonly number[],
    high: readonly number[],
  ) {
    for (const [i, [m, h]] of found.entries()) {
      expect(m).toBeCloseTo(mean[i] as number, 10);
      expect(h).toBeCloseTo(high[i] as number, 9);
    }
  }

  it('ETS(A,A,A)', () => {
    const season = [
      -0.084118903978097, -0.11124991680294, 0.022497133645464, -0.0059358227340372,
      -0.0080697090206213, 0.11459247262148, 0.21490001134882, 0.20489786658817, 0.056248053091052,
      -0.078744742100087, -0.22058936302371, -0.10445695108165,
    ];
    expectEach(
      upper(
        {
          form: { trend: 'additive', period: 12 },
          parameters: {
            alpha: 0.69748041159476,
            beta: 0.003058346736612,
            gamma: 0.00011331315749382,
            phi: 1,
          },
          variance: 0.0014636557389019,
        },
        [6.1831166952422, 0.010337483178616, ...season],
      ),
      [6.1093352744427, 6.0925417447965, 6.2027095423039, 6.2165915429399],
      [6.1583645589384, 6.1524047654783, 6.3290260993275, 6.3528213650155],
    );
  });

  it('ETS(A,Ad,A)', () => {
    const season = [
      -0.083756314082725, -0.11240987977383, 0.020053822186856, -0.0099281049817458,
      -0.011293737963237, 0.11080749947649, 0.22087120222195, 0.20888744546894, 0.057977785857259,
      -0.077840496849787, -0.21674549596973, -0.10638956058182,
    ];
    expectEach(
      upper(
        {
          form: { trend: 'damped', period: 12 },
          parameters: {
            alpha: 0.6449632910847,
            beta: 0.0033875072917348,
            gamma: 0.00044222420815928,
            phi: 0.97997669527486,
          },
          variance: 0.0015649083049623,
        },
        [6.1812076485143, 0.0022674937152735, ...season],
      ),
      [6.0996734254292, 6.0731974571306, 6.0987340480709, 6.096165252845],
      [6.1503702237712, 6.1336154249567, 6.2213022317103, 6.2281325553011],
    );
  });
});
