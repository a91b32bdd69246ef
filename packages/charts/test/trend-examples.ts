import {
  type AlarmPoint,
  alarmChart,
  type Chart,
  type ChartOptions,
  type DecompositionPoint,
  decompositionChart,
  type ForecastPoint,
  forecastChart,
  penaltyPathChart,
  rateChart,
  segmentChart,
  seriesIndexChart,
  type TriangleCell,
  triangleChart,
  type WaterbedSite,
  waterbedChart,
} from '@samenbeeld/charts';
import type { Text } from '@samenbeeld/schema';

const newRule: Text = {
  nl: 'nieuwe telregel van de douane',
  fr: 'nouvelle règle de comptage des douanes',
  de: 'neue Zählregel des Zolls seit der Umstellung des Vorgangsbearbeitungssystems',
  en: 'new counting rule of customs',
};

const perYear = (percent: string, low: string, high: string): Text => ({
  nl: `${percent}% per jaar (${low} tot ${high})`,
  fr: `${percent}\u00a0% par an (de ${low} à ${high})`,
  de: `${percent}\u00a0% pro Jahr (${low} bis ${high})`,
  en: `${percent}% a year (${low} to ${high})`,
});

const bic: Text = { nl: 'BIC', fr: 'BIC', de: 'BIC', en: 'BIC' };
const modifiedBic: Text = {
  nl: 'aangepaste BIC',
  fr: 'BIC modifié',
  de: 'modifiziertes BIC',
  en: 'modified BIC',
};

/** HARC Rotterdam, cocaine in kilograms, as in the domain dossier. */
const rotterdam = [13312, 5264, 18947, 33732, 40641, 70571, 46789, 45506, 25900, 11466];

/** Counts that look like months, without a random number. */
function months(count: number, level: (index: number) => number): readonly number[] {
  return Array.from({ length: count }, (_, index) =>
    Math.max(0, Math.round(level(index) + 6 * Math.sin(index * 1.9) + 4 * Math.cos(index * 0.7))),
  );
}

function monthCode(first: number, index: number): string {
  const month = index % 12;
  return `${first + Math.floor(index / 12)}-${String(month + 1).padStart(2, '0')}`;
}

/** Weekly counts against a bound; the first forty have no history. */
function weeks(count: number): readonly AlarmPoint[] {
  return months(count, (index) => 12 + 5 * Math.sin(index / 8)).map((value, index) => {
    const week = index % 52;
    const season = 12 + 5 * Math.sin(index / 8);
    const isKnown = index >= 40;
    const seen = index === 71 ? 46 : index === 88 ? 33 : value;
    return {
      period: `${2023 + Math.floor(index / 52)}-W${String(week + 1).padStart(2, '0')}`,
      count: seen,
      expected: isKnown ? season : null,
      upper: isKnown ? season + 2.6 * Math.sqrt(season) + 3 : null,
      alarm: isKnown && seen > season + 2.6 * Math.sqrt(season) + 3,
      provisional: index >= count - 3,
    };
  });
}

/** A fan that opens from 2025 on. */
function ahead(count: number): readonly ForecastPoint[] {
  return Array.from({ length: count }, (_, index) => {
    const value = 50 + index / 3 + 4 * Math.sin(index * 0.9);
    const wide = 6 * Math.sqrt(index + 1);
    return {
      period: monthCode(2025, index),
      value,
      low: value - wide,
      high: value + wide,
      low95: value - 1.6 * wide,
      high95: value + 1.6 * wide,
    };
  });
}

const later: Text = {
  nl: 'maanden na het einde van het jaar',
  fr: 'mois après la fin de l’année',
  de: 'Monate nach dem Ende des Jahres',
  en: 'months after the end of the year',
};

/** Reports that come in by a fixed pattern; what is to come has a range. */
function triangle(count: number, every: number, isYear: boolean): readonly TriangleCell[] {
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (_, column): TriangleCell => {
      const known = column <= count - 1 - row;
      const value = Math.round((900 + 130 * row) * (1 - 0.45 * 0.5 ** column));
      const wide = Math.round(12 * (column - (count - 1 - row)) ** 1.4 + 20);
      return {
        period: isYear ? String(2020 + row) : monthCode(2024, row),
        age: column * every,
        value,
        ...(!known && { expected: true, low: value - wide, high: value + wide }),
      };
    }),
  ).flat();
}

const quarterly: Text = { nl: 'kwartaal', fr: 'trimestre', de: 'Quartal', en: 'quarter' };
const yearly: Text = { nl: 'jaar', fr: 'année', de: 'Jahr', en: 'year' };

/** A series made of its parts, with two outliers. */
function parts(count: number): readonly DecompositionPoint[] {
  const rest = months(count, () => 0);
  return rest.map((value, index) => {
    const trend = 40 + 0.25 * index;
    const seasonal = 9 * Math.sin((index / 12) * 2 * Math.PI);
    const outlier = index === 40 || index === 77;
    const remainder = value - 2.5 + (outlier ? 24 : 0);
    return {
      period: monthCode(2018, index),
      observed: trend + seasonal + remainder,
      trend,
      seasonal: [seasonal],
      remainder,
      outlier,
    };
  });
}

const span = (years: string): Text => ({ nl: years, fr: years, de: years, en: years });

/** Counts of ports with their shares; ranges and bands as a method would give them. */
const sites: readonly WaterbedSite[] = (
  [
    ['NLRTM', 'Rotterdam', 80, 40],
    ['NLVLI', 'Vlissingen', 4, 30],
    ['BEANR', 'Antwerpen', 90, 85],
    ['FRLEH', 'Le Havre', 12, 21],
    ['DEHAM', 'Hamburg und die kleineren Häfen der Unterelbe', 14, 9],
    ['BEGNE', 'Gent', 0, 3],
  ] as const
).map(([site, name, before, after]) => {
  const [shareBefore, shareAfter] = [before / 200, after / 188];
  const wide = 0.02 + 0.13 * Math.sqrt((shareBefore + shareAfter) / 2);
  return {
    site,
    label: span(name),
    before,
    after,
    shareBefore,
    shareAfter,
    low: shareAfter - shareBefore - wide,
    high: shareAfter - shareBefore + wide,
    detectableRise: 1.3 * wide,
    detectableFall: shareBefore > 1.2 * wide ? 1.2 * wide : null,
  };
});

const averageOfAll: Text = {
  nl: 'het gemiddelde van alle havens',
  fr: 'la moyenne de tous les ports',
  de: 'dem Durchschnitt aller Häfen',
  en: 'the average of all ports',
};

const oldRule: Text = {
  nl: 'oude telregel',
  fr: 'ancienne règle',
  de: 'alte Zählregel',
  en: 'old counting rule',
};

const rateRows = [
  ['Rotterdam', 1.32, 1.11, 1.57],
  ['Antwerpen', 1.08, 0.93, 1.25],
  ['Gent', 0.41, 0.15, 1.09],
  ['Vlissingen', 2.84, 1.6, 5.02],
  ['Terneuzen', 0, 0, 2.3],
  ['Zeebrugge und die übrigen Häfen an der belgischen Küste', 0.72, 0.55, 0.94],
  ['Le Havre', 6.1, 0.9, Number.POSITIVE_INFINITY],
] as const;

/** Exact Poisson intervals at 95 %. */
const countsWithRange = [
  [4, 1.09, 10.24],
  [9, 4.12, 17.08],
  [0, 0, 3.69],
  [15, 8.4, 24.74],
  [24, 15.38, 35.71],
] as const;

const country = (nl: string, fr: string, de: string, en: string): Text => ({ nl, fr, de, en });

const indices: readonly (readonly [Text, readonly (number | null)[]])[] = [
  [
    country('Nederland', 'Pays-Bas', 'Niederlande', 'Netherlands'),
    [100, 104, 103, 108, 97, 95, 101, 104, 106],
  ],
  [
    country('België', 'Belgique', 'Belgien', 'Belgium'),
    [100, 107, 112, 118, 131, 128, 133, 129, 135],
  ],
  [
    country('Frankrijk', 'France', 'Frankreich', 'France'),
    [100, 102, null, 109, 112, 118, 127, 131, 134],
  ],
  [
    country('Duitsland', 'Allemagne', 'Deutschland', 'Germany'),
    [100, 103, 105, 104, 101, 99, 102, 103, 107],
  ],
  [
    country('Luxemburg', 'Luxembourg', 'Luxemburg', 'Luxembourg'),
    [100, 96, 108, 99, 121, 104, 118, 111, 133],
  ],
];

/** Charts over time; the gallery and the tests draw them. */
export const trendExamples: Readonly<Record<string, (options: ChartOptions) => Chart>> = {
  segment: (options) =>
    segmentChart(
      months(120, (index) => (index < 51 ? 20 : index < 92 ? 38 : 29)).map((value, index) => ({
        period: monthCode(2016, index),
        value: index === 30 ? null : value,
        provisional: index >= 117,
      })),
      {
        ...options,
        unit: 'n',
        segments: [
          { from: '2016-01', to: '2020-03', start: 20.1, end: 20.1 },
          { from: '2020-04', to: '2023-08', start: 38.3, end: 38.3 },
          { from: '2023-09', to: '2025-12', start: 29.2, end: 29.2 },
        ],
        suggested: [
          { period: '2020-04', low: '2020-02', high: '2020-07' },
          { period: '2023-09', low: '2022-11', high: '2024-02' },
        ],
        breaks: [{ period: '2020-07', note: newRule }],
      },
    ),
  'segment-joined': (options) =>
    segmentChart(
      rotterdam.map((value, index) => ({ period: String(2016 + index), value })),
      {
        ...options,
        unit: 'kg',
        fit: 'log_linear',
        log: true,
        segments: [
          {
            from: '2016',
            to: '2021',
            start: 8200,
            end: 61000,
            label: perYear('+49', '+11', '+101'),
          },
          {
            from: '2021',
            to: '2025',
            start: 61000,
            end: 15500,
            label: perYear('\u221229', '\u221253', '+6'),
          },
        ],
        suggested: [{ period: '2021', low: '2019', high: '2022' }],
      },
    ),
  'penalty-path': (options) =>
    penaltyPathChart(
      [
        { breaks: 9, from: 0.4, to: 0.9 },
        { breaks: 6, from: 0.9, to: 1.4 },
        { breaks: 4, from: 1.4, to: 2.9 },
        { breaks: 3, from: 2.9, to: 4.1 },
        { breaks: 2, from: 4.1, to: 23.5 },
        { breaks: 1, from: 23.5, to: 61.2 },
        { breaks: 0, from: 61.2, to: null },
      ],
      {
        ...options,
        chosen: { penalty: 9.57, name: bic },
        others: [{ penalty: 14.4, name: modifiedBic }],
      },
    ),
  'penalty-path-none': (options) =>
    penaltyPathChart(
      [
        { breaks: 3, from: 0.3, to: 0.6 },
        { breaks: 1, from: 0.6, to: 2.2 },
        { breaks: 0, from: 2.2, to: null },
      ],
      { ...options, chosen: { penalty: 6.4, name: bic } },
    ),
  alarm: (options) =>
    alarmChart(weeks(104), {
      ...options,
      unit: 'n',
      falseAlarms: 2.6,
      breaks: [{ period: '2024-W14', note: newRule }],
    }),
  'alarm-months': (options) =>
    alarmChart(
      months(18, () => 11).map((count, index) => ({
        period: monthCode(2024, index),
        count: index === 9 ? 31 : index === 5 ? null : count,
        expected: index < 4 ? null : 11.4,
        upper: index < 4 ? null : 20.3,
        alarm: index === 9,
        provisional: index > 15,
      })),
      { ...options, unit: 'n' },
    ),
  forecast: (options) =>
    forecastChart(
      months(60, (index) => 30 + index / 3).map((value, index) => ({
        period: monthCode(2020, index),
        value,
        provisional: index > 57,
      })),
      ahead(12),
      {
        ...options,
        unit: 'n',
        benchmark: ahead(12).map(({ period }) => ({ period, value: 47 })),
        backTest: { origins: 24, tested: 210, held: 163, error: 5.3 },
        breaks: [{ period: '2021-07', note: newRule }],
      },
    ),
  'forecast-year': (options) =>
    forecastChart(
      rotterdam.map((value, index) => ({ period: String(2016 + index), value })),
      [
        { period: '2026', value: 11466, low: 4100, high: 32100, low95: 2300, high95: 55200 },
        { period: '2027', value: 11466, low: 2900, high: 45500, low95: 1300, high95: 98700 },
      ],
      { ...options, unit: 'kg' },
    ),
  triangle: (options) =>
    triangleChart(triangle(6, 12, true), { ...options, unit: 'n', age: later }),
  'triangle-months': (options) => triangleChart(triangle(18, 1, false), options),
  decomposition: (options) =>
    decompositionChart(parts(96), {
      ...options,
      unit: 'n',
      breaks: [{ period: '2021-07', note: newRule }],
    }),
  'decomposition-two': (options) =>
    decompositionChart(
      parts(60).map((part, index) => ({
        ...part,
        seasonal: [...part.seasonal, 3 * Math.cos(index * 0.35)],
        outlier: false,
      })),
      { ...options, seasons: [quarterly, yearly] },
    ),
  waterbed: (options) =>
    waterbedChart(sites, { ...options, before: span('2020–2021'), after: span('2022–2023') }),
  'waterbed-kilograms': (options) =>
    waterbedChart(
      sites.map((site) => ({ ...site, before: site.before * 317, after: site.after * 289 })),
      { ...options, counted: false, unit: 'kg' },
    ),
  rate: (options) =>
    rateChart(
      rateRows.map(([name, estimate, low, high]) => ({ label: span(name), estimate, low, high })),
      { ...options, referenceName: averageOfAll, order: 'estimate' },
    ),
  'rate-year': (options) =>
    rateChart(
      countsWithRange.map(([events, low, high], index) => ({
        label: span(String(2021 + index)),
        group: index < 2 ? oldRule : newRule,
        estimate: events / 3.2,
        low: low / 3.2,
        high: high / 3.2,
        n: events,
        provisional: index === 4,
      })),
      { ...options, reference: null, log: false, unit: 'n / 100.000' },
    ),
  'series-index': (options) =>
    seriesIndexChart(
      indices.map(([label, values], index) => ({
        label,
        points: values.map((value, year) => ({
          period: String(2016 + year),
          index: value,
          provisional: year === 8,
        })),
        ...(index === 1 && { breaks: [{ period: '2020', note: newRule }] }),
      })),
      { ...options, base: '2016' },
    ),
};
