// What is measured, method by method: how often a sentence is false where nothing changed, or an interval holds the truth.
import { level } from './null-series.mjs';

const dispersions = [1, 2, 5];

/** A method's claims are false in null series: at most as often as stated. One row a mean or length, one column a dispersion. */
function falseClaims(page, title, rows, trial, stated = 0.05) {
  return {
    page,
    title,
    kind: 'false',
    rows: rows.map((row) => ({ ...row, stated, dispersions })),
    trial,
  };
}

const means = [10, 30, 100, 300].map((mean) => ({ name: `mean ${mean}`, mean }));
const claims = ({ details: { verdict } }) => verdict === 'higher' || verdict === 'lower';
const yearOf = (at) => String(2000 + at);

export function experimentsOf(trends) {
  const { cochranArmitage, displacementDifference, eTest, growth, rateRatio, waterbed } = trends;
  return [
    falseClaims(
      'rate-ratio',
      'Two equal rates called higher or lower, nothing known of the dispersion',
      means,
      (draw, { mean }, phi) => {
        const [a, b] = level(draw, 2, mean, phi);
        return claims(rateRatio(a, b));
      },
    ),
    falseClaims(
      'rate-ratio',
      'The same with the series around: other counts than the two',
      [3, 6, 10, 20].map((others) => ({ name: `${others} others, mean 50`, mean: 50, others })),
      (draw, { mean, others }, phi) => {
        const [a, b, ...series] = level(draw, others + 2, mean, phi);
        return claims(rateRatio(a, b, { series }));
      },
    ),
    falseClaims(
      'displacement',
      'E-test: two equal rates called higher or lower',
      means,
      (draw, { mean }, phi) => {
        const [a, b] = level(draw, 2, mean, phi);
        return claims(eTest(a, b));
      },
    ),
    falseClaims(
      'like-periods',
      'Growth between two years of one level',
      means,
      (draw, { mean }, phi) => {
        const [a, b] = level(draw, 2, mean, phi);
        return claims(growth({ period: '2023', value: a }, { period: '2024', value: b }));
      },
    ),
    falseClaims(
      'like-periods',
      'The same with the years around',
      [5, 8, 12].map((n) => ({ name: `${n} years, mean 50`, mean: 50, n })),
      (draw, { mean, n }, phi) => {
        const series = level(draw, n, mean, phi).map((value, at) => ({
          period: yearOf(at),
          value,
        }));
        const [earlier, later] = series.slice(-2);
        return claims(growth(earlier, later, { series }));
      },
    ),
    falseClaims(
      'displacement',
      'Difference: areas that did not change called up or down',
      means,
      (draw, { mean }, phi) => {
        const [before, after, other, same] = level(draw, 4, mean, phi);
        const { verdict } = displacementDifference({
          treated: { before, after },
          control: { before: other, after: same },
        }).details;
        return verdict === 'up' || verdict === 'down';
      },
    ),
    falseClaims(
      'cochran-armitage',
      'A share of 20 to 40 % that varies about no trend called rising or falling',
      [3, 4, 6, 10].map((n) => ({ name: `${n} groups of about 80`, n })),
      (draw, { n }, phi) => {
        const successes = level(draw, n, 25, phi);
        const rest = level(draw, n, 55, phi);
        const { verdict } = cochranArmitage(
          successes,
          successes.map((count, at) => count + rest[at]),
        ).details;
        return verdict === 'rising' || verdict === 'falling';
      },
    ),
    falseClaims(
      'waterbed',
      'Shares of a network that did not move called moved',
      [
        { name: 'one period a side, 3 sites', periods: 2, sites: 3 },
        { name: 'one period a side, 8 sites', periods: 2, sites: 8 },
        { name: 'three periods a side, 4 sites', periods: 6, sites: 4 },
        { name: 'six periods a side, 4 sites', periods: 12, sites: 4 },
      ],
      (draw, { periods, sites }, phi) => {
        const { verdict } = waterbed(
          {
            unit: 'seizure',
            periods: Array.from({ length: periods }, (_, at) => yearOf(at)),
            from: yearOf(periods / 2),
            sites: Array.from({ length: sites }, (_, at) => ({
              site: `S${at}`,
              values: level(draw, periods, 30 + 10 * at, phi),
            })),
          },
          { draws: 199 },
        ).details;
        return verdict === 'moved' || verdict === 'moved_somewhere';
      },
    ),
    falseClaims(
      'waterbed',
      'The total that did not change called higher or lower',
      [
        { name: 'one period a side, 3 sites', periods: 2, sites: 3 },
        { name: 'three periods a side, 4 sites', periods: 6, sites: 4 },
        { name: 'six periods a side, 4 sites', periods: 12, sites: 4 },
      ],
      (draw, { periods, sites }, phi) => {
        const { totalVerdict } = waterbed(
          {
            unit: 'seizure',
            periods: Array.from({ length: periods }, (_, at) => yearOf(at)),
            from: yearOf(periods / 2),
            sites: Array.from({ length: sites }, (_, at) => ({
              site: `S${at}`,
              values: level(draw, periods, 30 + 10 * at, phi),
            })),
          },
          { draws: 49 },
        ).details;
        return totalVerdict === 'higher' || totalVerdict === 'lower';
      },
    ),
  ];
}
