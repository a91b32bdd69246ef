// What is measured, method by method: how often a sentence is false where nothing changed, or an interval holds the truth.
import { level } from './null-series.mjs';

const dispersions = [1, 2, 5];

/** A method's claims are false in null series: at most as often as stated. One row a mean or length, one column a dispersion. */
function falseClaims(page, title, rows, trial, options = {}) {
  return {
    page,
    title,
    kind: 'false',
    rows: rows.map((row) => ({ dispersions, ...row, stated: 0.05 })),
    trial,
    ...options,
  };
}

/** An interval holds the truth as often as stated. */
function coverage(page, title, rows, trial, options = {}) {
  return {
    page,
    title,
    kind: 'holds',
    rows: rows.map((row) => ({ dispersions, ...row, stated: options.stated ?? 0.9 })),
    trial,
    ...options,
  };
}

/** Alarms in null series, as many as the method states itself, series by series; and how often it calls them clearly more: a trial gives all three. */
function alarmsOf(page, title, rows, trial, options = {}) {
  return {
    page,
    title,
    kind: 'alarms',
    rows: rows.map((row) => ({ ...row, dispersions, stated: 0.05 })),
    trial,
    ...options,
  };
}

const means = [10, 30, 100, 300].map((mean) => ({ name: `mean ${mean}`, mean }));
const claims = ({ details: { verdict } }) => verdict === 'higher' || verdict === 'lower';
const yearOf = (at) => String(2000 + at);

export function experimentsOf(trends) {
  const { cochranArmitage, displacementDifference, eTest, growth, rateRatio, waterbed } = trends;
  const { adviseTrend, bootstrapQuantity, changePoints, ears, farrington } = trends;
  const { forecast, logLinearTrend, nowcast, poissonCusum } = trends;
  const alarms = ({ details: { falseAlarmsExpected, alarms, chance } }) => ({
    stated: falseAlarmsExpected,
    found: alarms,
    isClaimed: alarms > 0 && chance <= 0.05,
  });
  const charts = [
    ...['C1', 'C2', 'C3'].map((method) => ({
      page: 'ears',
      name: method,
      rows: [16, 52].flatMap((n) => [2, 5, 20, 100].map((mean) => ({ n, mean }))),
      find: (counts) => ears(counts, { method }),
      share: 0.5,
    })),
    {
      page: 'cusum',
      name: 'the expected mean known',
      rows: [12, 52].flatMap((n) => [2, 20, 100].map((mean) => ({ n, mean }))),
      find: (counts, mean) => poissonCusum(counts, { expected: mean }),
      share: 0.25,
    },
    ...['farrington', 'noufaily'].map((method) => ({
      page: 'farrington',
      name: method,
      rows: [2, 20, 100].map((mean) => ({ n: 84, mean })),
      find: (counts) => farrington(counts, { method, frequency: 12, examine: 18 }),
      share: 0.05,
    })),
  ];
  const inside = ({ interval }, value) =>
    interval !== null && interval.low <= value && value <= interval.high;
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
    ...charts.map(({ page, name, rows, find, share }) =>
      alarmsOf(
        page,
        name,
        rows.map((row) => ({ ...row, name: `n ${row.n}, mean ${row.mean}` })),
        (draw, { n, mean }, phi) => alarms(find(level(draw, n, mean, phi), mean)),
        { share },
      ),
    ),
    coverage(
      'forecast',
      '90 % interval of the next count',
      [8, 12, 40].flatMap((n) =>
        [0, 0.08].flatMap((growth) =>
          [5, 20, 100].map((mean) => ({
            name: `n ${n}, mean ${mean}${growth ? ', 8 % more each' : ''}`,
            n,
            growth,
            mean,
          })),
        ),
      ),
      (draw, { n, growth, mean }, phi) => {
        const counts = Array.from({ length: n + 1 }, (_, t) =>
          draw.count(mean * (1 + growth) ** t, phi),
        );
        const next = counts.pop();
        try {
          return inside(forecast(counts, { counts: true, level: 0.9 }), next);
        } catch {
          return null;
        }
      },
      { share: 0.2 },
    ),
    ...['latest', 'second latest'].map((which, back) =>
      coverage(
        'nowcast',
        `90 % interval of what the ${which} period comes to`,
        [4, 6, 10].flatMap((periods) =>
          [20, 50, 100, 300].map((mean) => ({
            name: `${periods} periods, mean ${mean}`,
            periods,
            mean,
          })),
        ),
        (draw, { periods, mean }, phi) => {
          const ends = [];
          const rows = Array.from({ length: periods }, (_, row) => {
            let known = 0;
            const values = [0.4, 0.3, 0.2, 0.1].map((share, age) => {
              known += draw.count(mean * share, phi);
              return row + age < periods ? known : null;
            });
            ends.push(known);
            return values;
          });
          try {
            const { says, rows: developed } = nowcast(rows, { level: 0.9 });
            if (/late ones come in clusters/.test(says.en)) return null;
            const found = developed.at(-1 - back);
            return found.interval && inside(found, ends.at(-1 - back));
          } catch {
            return null;
          }
        },
      ),
    ),
    coverage(
      'bootstrap-quantity',
      '95 % interval of the total to be expected, sizes lognormal (σ in place of φ)',
      [10, 30, 100, 300].map((n) => ({ name: `${n} seizures`, n, dispersions: [0.5, 1, 2] })),
      (draw, { n }, sigma) => {
        const sizes = Array.from({ length: n }, () => Math.exp(sigma * draw.normal()));
        const found = bootstrapQuantity(sizes, { statistic: 'total' });
        // Where the sentence says that it holds less often than its level, nothing is claimed.
        if (/less often than its level|cannot be relied on/.test(found.says.en)) return null;
        return inside(found, n * Math.exp(sigma ** 2 / 2));
      },
      { share: 0.1, stated: 0.95, sign: 'σ' },
    ),
    falseClaims(
      'change-points',
      'A level that did not change called changed, or broken',
      [10, 15, 16, 24, 40].flatMap((n) =>
        [5, 100].map((mean) => ({ name: `n ${n}, mean ${mean}`, n, mean })),
      ),
      (draw, { n, mean }, phi) => {
        const { verdict } = changePoints(level(draw, n, mean, phi), { path: false }).details;
        return verdict === 'moved' || verdict === 'break';
      },
      { share: 0.5 },
    ),
    ...['quasi_poisson', 'negative_binomial'].map((family) =>
      falseClaims(
        'log-linear-trend',
        `${family}: counts without a trend called rising or falling`,
        [6, 8, 12, 20, 40].map((n) => ({ name: `n ${n}, mean 30`, n })),
        (draw, { n }, phi) => {
          const { details, says } = logLinearTrend(level(draw, n, 30, phi), { family });
          if (/of so few counts it is too narrow/.test(says.en)) return null;
          return details.verdict === 'rising' || details.verdict === 'falling';
        },
        { share: 0.5 },
      ),
    ),
    falseClaims(
      'advice',
      'Values without a trend called rising or falling without a word on dependence (their autocorrelation in place of φ)',
      [10, 15, 25, 40].map((n) => ({ name: `n ${n}`, n, dispersions: [0, 0.3, 0.6] })),
      (draw, { n }, rho) => {
        let last = draw.normal() / Math.sqrt(1 - rho ** 2);
        const points = Array.from({ length: n }, (_, at) => {
          last = rho * last + draw.normal();
          return { period: yearOf(at), value: 1000 + 100 * last };
        });
        const { details, says } = adviseTrend(
          { subject: 'x', unit: 'kg', points },
          { depth: 'screen' },
        );
        if (/of so few figures that cannot be checked/.test(says.en)) return null;
        return details.verdict === 'rising' || details.verdict === 'falling';
      },
      { share: 0.2, sign: 'r' },
    ),
  ];
}
