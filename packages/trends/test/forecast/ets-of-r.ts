import {
  accidentalDeaths,
  airPassengers,
  gasUse,
  lakeHuron,
  maleDeaths,
  nileFlow,
  ringWidths,
  shareEarnings,
} from '../season/series.ts';

const logPassengers = airPassengers.map(Math.log);
/**
 * Log-likelihoods of R 4.2.2, forecast 8.20: ets(y, model, damped)$loglik; the search there may stop short of the top. AAA and
 * AAdA of UKgas are those of R at alpha = 0.0194756, beta = 0.0194755, gamma = 0.9725776, and alpha = 0.0300336,
 * beta = 0.0300335, gamma = 0.952075, phi = 0.98: its own searches stop at -646.1857 and -647.5841.
 */
export const ofR: readonly (readonly [
  string,
  readonly number[],
  number,
  Readonly<Record<string, number>>,
])[] = [
  ['Nile', nileFlow, 1, { ANN: -726.3905, AAN: -725.9561, AAdN: -726.502 }],
  ['LakeHuron', lakeHuron, 1, { ANN: -195.3389, AAN: -195.3458, AAdN: -195.3482 }],
  [
    'log(AirPassengers)',
    logPassengers,
    12,
    { ANN: -34.9614, AAN: -34.7137, AAdN: -34.5058, ANA: 103.5342, AAA: 120.5847, AAdA: 116.3333 },
  ],
  [
    'USAccDeaths',
    accidentalDeaths,
    12,
    {
      ANN: -628.1714,
      AAN: -630.1292,
      AAdN: -628.2762,
      ANA: -555.0723,
      AAA: -555.9249,
      AAdA: -552.5026,
    },
  ],
  [
    'mdeaths',
    maleDeaths,
    12,
    {
      ANN: -562.1107,
      AAN: -562.1081,
      AAdN: -562.0174,
      ANA: -520.5744,
      AAA: -516.9531,
      AAdA: -519.5482,
    },
  ],
  [
    'log(JohnsonJohnson)',
    shareEarnings.map(Math.log),
    4,
    { ANN: -42.8429, AAN: -28.5557, AAdN: -26.8016, ANA: 0.7585, AAA: 19.2794, AAdA: 16.4856 },
  ],
  [
    'JohnsonJohnson',
    shareEarnings,
    4,
    {
      ANN: -198.5132,
      AAN: -184.5633,
      AAdN: -184.3098,
      ANA: -144.2678,
      AAA: -116.4414,
      AAdA: -118.0706,
    },
  ],
  [
    'UKgas',
    gasUse,
    4,
    {
      ANN: -812.8666,
      AAN: -804.911,
      AAdN: -804.8773,
      ANA: -652.6516,
      AAA: -633.5607,
      AAdA: -634.8031,
    },
  ],
  [
    'log(UKgas)',
    gasUse.map(Math.log),
    4,
    { ANN: -162.5362, AAN: -154.3601, AAdN: -154.2699, ANA: -19.5298, AAA: -5.5927, AAdA: -6.6256 },
  ],
  ['treering[1:80]', ringWidths, 1, { ANN: -87.6009, AAN: -86.5403, AAdN: -81.7182 }],
];
