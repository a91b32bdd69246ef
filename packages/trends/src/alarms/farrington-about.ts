import type { AlarmMethod } from './alarm-chart.ts';
import type { FarringtonSettings } from './farrington-settings.ts';

const bounds: Readonly<Record<FarringtonSettings['thresholdMethod'], string>> = {
  delta: 'normal quantile of the transformed count',
  nbPlugin: 'quantile of the negative binomial around the estimate',
  muan: 'quantile of the negative binomial around the upper bound of the estimate',
};

/** What the method says of itself under these settings. */
export function aboutFarrington(settings: FarringtonSettings): Omit<AlarmMethod, 'byChance'> {
  const { method, yearsBack, halfWindow, seasons, recentLeftOut, thresholdMethod } = settings;
  const transformed = thresholdMethod === 'delta' ? `, power ${settings.powerTransform}` : '';
  const base = seasons === 1 ? `same time of year ±${halfWindow}` : `${seasons} seasons`;
  return {
    kind: 'farrington',
    method:
      method === 'farrington'
        ? 'Farrington, quasi-Poisson regression on earlier years'
        : 'Farrington as improved by Noufaily, quasi-Poisson regression on earlier years',
    definition: `${yearsBack} years back, ${base}, last ${recentLeftOut} left out; ${bounds[thresholdMethod]}${transformed} (Farrington et al. 1996${method === 'farrington' ? '' : ', Noufaily et al. 2012'})`,
    assumptions: [
      'what was counted, and how, is the same in all years of the base',
      'counts of different periods do not depend on each other, given season and trend',
    ],
    together: false,
    nominalRate: settings.alpha / settings.sides,
    warnings: warningsOf(settings),
  };
}

function warningsOf(settings: FarringtonSettings): readonly string[] {
  const { standardError, reweight, thresholdMethod, trend, pThresholdTrend } = settings;
  const matters =
    thresholdMethod !== 'nbPlugin' || (trend && pThresholdTrend > 0 && pThresholdTrend < 1);
  return standardError === 'surveillance' && reweight && matters
    ? [
        "standard errors are those of R surveillance, which leave the mean out of the dispersion after reweighting; `standardError: 'published'` has the published ones",
      ]
    : [];
}
