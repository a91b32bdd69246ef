import {
  abroadMap,
  basisChart,
  type Chart,
  type ChartOptions,
  conflictChart,
  countChart,
  coverageChart,
  memberChart,
  portMap,
  priceCurveChart,
  seizureDotChart,
  sizeBandChart,
  totalChart,
  trendChart,
  waterfallChart,
} from '@samenbeeld/charts';
import type { Finding, Text } from '@samenbeeld/schema';
import { moneyExamples } from './money-examples.ts';
import { northSeaPort } from './totals.ts';
import { trendExamples } from './trend-examples.ts';

const ghent: Text = { nl: 'Gent', fr: 'Gand', de: 'Gent', en: 'Ghent' };
const terneuzen: Text = { nl: 'Terneuzen', fr: 'Terneuzen', de: 'Terneuzen', en: 'Terneuzen' };
const vlissingen: Text = { nl: 'Vlissingen', fr: 'Flessingue', de: 'Vlissingen', en: 'Vlissingen' };
const names = { BEGNE: ghent, NLTNZ: terneuzen, NLVLI: vlissingen };

const seizedInPort: Text = {
  nl: 'in de haven in beslag genomen',
  fr: 'saisi dans le port',
  de: 'im Hafen sichergestellt',
  en: 'seized in port',
};
const enteredVia: Text = {
  nl: 'via de haven binnengekomen',
  fr: 'entré par le port',
  de: 'über den Hafen eingeführt',
  en: 'entered via the port',
};

const same = (words: string): Text => ({ nl: words, fr: words, de: words, en: words });

function falling(): Finding {
  const says = same('');
  return {
    kind: 'sen_slope',
    subject: 'NLRTM',
    estimate: -8200,
    unit: 'kg/year',
    interval: { low: -14000, high: -2000, level: 0.95 },
    n: 6,
    p: 0.03,
    method: 'Sen',
    definition: '',
    assumptions: [],
    warnings: [],
    confidence: 'medium',
    details: { verdict: 'falling' },
    says,
  };
}

/** Quantities that look like seizures, without a random number. */
const quantities = Array.from({ length: 90 }, (_, index) => ({
  year: String(2018 + (index % 8)),
  place: (['BEGNE', 'NLTNZ', 'NLVLI'] as const)[(index * 7 + Math.floor(index / 8)) % 3] ?? 'BEGNE',
  value: index % 17 === 0 ? null : Math.round(10 ** (0.3 + ((index * 37) % 100) / 28) * 10) / 10,
}));

const bands = (
  [
    ['a', { nl: 'tot 10 kg', fr: 'jusqu’à 10 kg', de: 'bis 10 kg', en: 'up to 10 kg' }],
    ['b', same('10–100 kg')],
    ['c', same('100–1 000 kg')],
    [
      'd',
      { nl: 'boven 1.000 kg', fr: 'plus de 1 000 kg', de: 'über 1.000 kg', en: 'over 1,000 kg' },
    ],
  ] as const
).flatMap(([kind, label], band) =>
  ['2019', '2020', '2021', '2022', '2023'].map((period, year) => ({
    period,
    kind,
    label,
    count: [2 + year * 3, 6 + year, 9 - year, 4 - Math.min(year, 3)][band] ?? 0,
  })),
);

/** One example of each chart; the gallery and the tests draw them. */
export const examples: Readonly<Record<string, (options: ChartOptions) => Chart>> = {
  total: (options) =>
    totalChart(northSeaPort, {
      ...options,
      periods: ['2017', ...northSeaPort.map(({ period }) => period)],
      provisional: ['2025'],
      title: {
        nl: 'Ten minste 4,8 ton cocaïne in 2022, en geen enkel jaar is volledig',
        fr: 'Au moins 4,8 tonnes de cocaïne en 2022, et aucune année n’est complète',
        de: 'Mindestens 4,8 Tonnen Kokain im Jahr 2022, und kein Jahr ist vollständig',
        en: 'At least 4.8 tonnes of cocaine in 2022, and no year is complete',
      },
    }),
  member: (options) => memberChart(northSeaPort, { ...options, names }),
  conflict: (options) =>
    conflictChart(
      [
        {
          label: {
            nl: 'HARC en OM, januari 2023',
            fr: 'HARC et OM, janvier 2023',
            de: 'HARC und OM, Januar 2023',
            en: 'HARC and OM, January 2023',
          },
          interval: { low: 4157, high: 4157, closed: true },
          value: 4157,
          role: 'governing',
        },
        {
          label: same('OM, 2023-01'),
          interval: { low: 4100, high: null, closed: false },
          value: 4100,
          role: 'floor',
          printed: 'ruim 4.100',
        },
        {
          label: {
            nl: 'Persbericht van de Zeeuwse krant, afgerond op duizenden',
            fr: 'Presse régionale zélandaise, arrondi au millier',
            de: 'Seeländische Regionalpresse, auf Tausend gerundet',
            en: 'Regional press of Zeeland, rounded to thousands',
          },
          interval: { low: 3500, high: 4500, closed: false },
          value: 4000,
          role: 'absorbed',
        },
        {
          label: {
            nl: 'Douane, jaarbericht',
            fr: 'Douane, rapport annuel',
            de: 'Zoll, Jahresbericht',
            en: 'Customs, annual report',
          },
          interval: { low: 2050, high: 2150, closed: false },
          value: 2100,
          role: 'rival',
        },
      ],
      options,
    ),
  basis: (options) =>
    basisChart(
      [
        { period: '2022', basis: 'seized_in_port', label: seizedInPort, value: 4776, summed: true },
        {
          period: '2022',
          basis: 'entered_via_port',
          label: enteredVia,
          value: 10000,
          summed: false,
        },
        {
          period: '2023',
          basis: 'seized_in_port',
          label: seizedInPort,
          value: 11500,
          summed: true,
        },
        {
          period: '2023',
          basis: 'entered_via_port',
          label: enteredVia,
          value: 7000,
          summed: false,
        },
      ],
      options,
    ),
  coverage: (options) =>
    coverageChart(
      northSeaPort.flatMap(({ period, members }) =>
        members.map(({ place, state }) => ({
          row: names[place as keyof typeof names],
          period,
          state,
        })),
      ),
      options,
    ),
  trend: (options) =>
    trendChart(
      [
        { period: '2019', value: 1700, low: 1650, high: 1750 },
        { period: '2020', value: 6055 },
        { period: '2021', value: null, low: 240, high: 2150 },
        { period: '2022', value: 4157 },
        { period: '2023', value: null, low: 11500, high: 15000 },
        { period: '2024', value: 8939 },
        { period: '2025', value: 7292, provisional: true },
      ],
      options,
    ),
  'trend-line': (options) =>
    trendChart(
      [70571, 46789, 45506, 25900, 11466].map((value, index) => ({
        period: String(2021 + index),
        value,
      })),
      {
        ...options,
        slope: falling(),
        breaks: [
          {
            period: '2023',
            note: {
              nl: 'nieuwe telregel',
              fr: 'nouvelle règle',
              de: 'neue Zählregel',
              en: 'new counting rule',
            },
          },
        ],
        title: {
          nl: 'Rotterdam daalt',
          fr: 'Rotterdam recule',
          de: 'Rotterdam sinkt',
          en: 'Rotterdam falls',
        },
      },
    ),
  'seizure-dot': (options) =>
    seizureDotChart(
      quantities.map((one, index) => ({ ...one, id: `seizure-${index}`, name: names[one.place] })),
      options,
    ),
  'abroad-map': (options) =>
    abroadMap(
      [
        {
          country: 'EC',
          kilograms: [7000, 3500, 43],
          says: [
            {
              nl: '43, 3.500 en ca. 7.000 kg, 2022–2025',
              fr: '43, 3 500 et env. 7 000 kg, 2022–2025',
              de: '43, 3.500 und rund 7.000 kg, 2022–2025',
              en: '43, 3,500 and about 7,000 kg, 2022–2025',
            },
          ],
        },
        {
          country: 'PA',
          kilograms: [],
          says: [
            {
              nl: 'genoemd, eerste halfjaar 2023',
              fr: 'cité, premier semestre 2023',
              de: 'genannt, erstes Halbjahr 2023',
              en: 'named, first half of 2023',
            },
          ],
        },
      ],
      {
        ...options,
        home: ['BE', 'NL', 'LU'],
        scope: {
          nl: 'Cocaïne, in het buitenland in beslag genomen',
          fr: 'Cocaïne, saisies à l’étranger',
          de: 'Kokain, im Ausland sichergestellt',
          en: 'Cocaine, seized abroad',
        },
      },
    ),
  'price-curve': (options) =>
    priceCurveChart(
      [1, 1, 2, 5, 10, 10, 50, 100].map((amount, at) => ({
        amount,
        unitPrice: 60 * amount ** -0.2 * (1 + (at % 3) / 10),
      })),
      {
        ...options,
        curve: { slope: -0.2, low: -0.24, high: -0.16 },
        amountUnit: { nl: 'gram', fr: 'grammes', de: 'Gramm', en: 'grams' },
        priceUnit: {
          nl: 'dollar per gram',
          fr: 'dollars par gramme',
          de: 'Dollar je Gramm',
          en: 'dollars per gram',
        },
      },
    ),
  'port-map': (options) =>
    portMap({ ...options, area: 'PC_NSP', context: ['NLMOE', 'BEANR', 'BEZEE', 'NLRTM'] }),
  'size-band': (options) => sizeBandChart(bands, options),
  count: (options) =>
    countChart(
      Object.entries(names).flatMap(([kind, label], port) =>
        ['2019', '2020', '2021', '2022', '2023'].map((period, year) => ({
          period,
          kind,
          label,
          count: (port + 1) * 3 + ((year * (port + 2)) % 5),
        })),
      ),
      options,
    ),
  waterfall: (options) =>
    waterfallChart(
      [
        { kind: 'start', text: same('before'), from: 0, to: -1 },
        { kind: 'reason', text: same('same weight (1,279 kg)'), from: -1, to: 6.1 },
        { kind: 'rarity', text: same('a rare weight'), from: 6.1, to: 7.6 },
        { kind: 'reason', text: same('day: not stated'), from: 7.6, to: 7.6 },
        { kind: 'reason', text: same('weight: equal'), from: 7.6, to: 5, withheld: true },
        { kind: 'end', text: same('together'), from: 0, to: 5 },
      ],
      { ...options, together: 0.97 },
    ),
  ...trendExamples,
  ...moneyExamples,
};
