import {
  type Chart,
  type ChartOptions,
  type Cohort,
  cohortFlowChart,
  flowChart,
  hypothesisMatrixChart,
  networkChart,
  revenueFanChart,
  tornadoChart,
} from '@samenbeeld/charts';
import type { Text } from '@samenbeeld/schema';

const text = (nl: string, fr: string, de: string, en: string): Text => ({ nl, fr, de, en });

/** Revenue that scales with (1 − rate) / rate, in euros. */
const revenue = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6].map((rate) => {
  const times = (1 - rate) / rate;
  const at = (millions: number) => millions * 1e6 * times;
  return {
    rate,
    spread: { p5: at(95), p25: at(140), median: at(178), p75: at(226), p95: at(310) },
  };
});

const influences = [
  {
    id: 'A2',
    label: text('groothandelsprijs', 'prix de gros', 'Großhandelspreis', 'wholesale price'),
    atLow: 108e6,
    atHigh: 291e6,
  },
  {
    id: 'A5',
    label: text(
      'verlies tussen invoer en verkoop, anders dan aan de overheid',
      'pertes entre importation et vente, hors saisies',
      'Verlust zwischen Einfuhr und Verkauf, anders als an Behörden',
      'loss between import and sale, other than to the authorities',
    ),
    atLow: 189e6,
    atHigh: 152e6,
  },
  {
    id: 'A3',
    label: text(
      'zuiverheid bij verkoop',
      'pureté à la vente',
      'Reinheit beim Verkauf',
      'purity as sold',
    ),
    atLow: 214e6,
    atHigh: 143e6,
  },
  {
    id: 'A1',
    label: text('gewogen kilo’s', 'kilos pesés', 'gewogene Kilogramm', 'kilograms weighed'),
    atLow: 176e6,
    atHigh: 180e6,
  },
];

const nodes = [
  { id: 'drugs', label: text('drugshandel', 'trafic de drogue', 'Drogenhandel', 'drug trade') },
  { id: 'fraud', label: text('fraude', 'fraude', 'Betrug', 'fraud') },
  { id: 'cash', label: text('contant geld', 'espèces', 'Bargeld', 'cash') },
  { id: 'accounts', label: text('rekeningen', 'comptes', 'Konten', 'accounts') },
  {
    id: 'property',
    label: text('vastgoed', 'immobilier', 'Immobilien und Grundstücke', 'real estate'),
  },
  {
    id: 'firms',
    label: text(
      'bedrijven in het buitenland',
      'sociétés à l’étranger',
      'Unternehmen im Ausland',
      'companies abroad',
    ),
  },
  { id: 'crypto', label: text('cryptomunten', 'cryptoactifs', 'Kryptowerte', 'crypto assets') },
  { id: 'unknown', label: text('onbekend', 'inconnu', 'unbekannt', 'unknown') },
];

const links = [
  { from: 'drugs', to: 'cash', value: 14e6 },
  { from: 'drugs', to: 'crypto', value: 3.5e6 },
  { from: 'fraud', to: 'accounts', value: 9e6 },
  { from: 'cash', to: 'accounts', value: 5e6 },
  { from: 'cash', to: 'unknown', value: 6e6 },
  { from: 'cash', to: 'property', value: 3e6 },
  { from: 'accounts', to: 'firms', value: 8e6 },
  { from: 'accounts', to: 'property', value: 4.2e6 },
  { from: 'crypto', to: 'firms', value: 2.5e6 },
];

const stage = {
  frozen: text('bevroren', 'gelé', 'eingefroren', 'frozen'),
  ordered: text(
    'ontneming bevolen',
    'confiscation prononcée',
    'Einziehung angeordnet',
    'confiscation ordered',
  ),
  executed: text('geïnd', 'exécuté', 'vollstreckt', 'executed'),
};

/** Amounts and cases of one cohort at its three stages. */
function cohort(year: string, amounts: readonly [number, number, number], open: boolean): Cohort {
  return {
    label: text(year, year, year, year),
    open,
    stages: (['frozen', 'ordered', 'executed'] as const).map((name, at) => ({
      stage: name,
      label: stage[name],
      cases: Math.round((amounts[at] ?? 0) / 310_000),
      amount: amounts[at] ?? 0,
    })),
  };
}

const cohorts: readonly Cohort[] = [
  cohort('2019', [8_400_000, 9_100_000, 5_250_000], false),
  cohort('2021', [12_600_000, 7_300_000, 310_000], true),
  {
    label: text(
      'Onverklaard vermogen (art.\u00a016)',
      'Patrimoine inexpliqué (art.\u00a016)',
      'Vermögen unklarer Herkunft (Art.\u00a016)',
      'Unexplained wealth (Art.\u00a016)',
    ),
    applicable: false,
    stages: [],
  },
];

const hypotheses = [
  {
    id: 'H1',
    label: text(
      'witwassen via contante handel',
      'blanchiment par le commerce en espèces',
      'Geldwäsche über Bargeschäfte',
      'laundering through cash trade',
    ),
    rank: 1,
    inconsistency: 1,
  },
  {
    id: 'H2',
    label: text('geen witwassen', 'pas de blanchiment', 'keine Geldwäsche', 'no laundering'),
    rank: 3,
    inconsistency: 4.83,
  },
  {
    id: 'H3',
    label: text(
      'alleen meer controles',
      'seulement plus de contrôles',
      'nur mehr Kontrollen',
      'only more checks',
    ),
    rank: 2,
    inconsistency: 2.41,
  },
];

const evidence = [
  {
    id: 'E1',
    label: text(
      'meer vondsten van contant geld bij gelijkblijvende controles',
      'plus de découvertes d’espèces à contrôles constants',
      'mehr Bargeldfunde bei gleichbleibenden Kontrollen',
      'more cash found while checks stayed the same',
    ),
    grade: 'A1',
    ratings: { H1: 'CC', H2: 'I', H3: 'II' },
    diagnosticity: 3,
  },
  {
    id: 'E2',
    label: text(
      'de omzet van de branche daalde',
      'le chiffre d’affaires de la branche a baissé',
      'der Umsatz der Branche sank',
      'turnover of the trade fell',
    ),
    grade: 'B2',
    ratings: { H1: 'I', H2: 'II', H3: 'N' },
    diagnosticity: 2,
  },
  {
    id: 'E3',
    label: text('krantenberichten', 'articles de presse', 'Zeitungsberichte', 'newspaper reports'),
    grade: 'C4',
    ratings: { H1: 'C', H2: 'C', H3: 'C' },
    diagnosticity: 0,
  },
  {
    id: 'E4',
    label: text(
      'de nieuwe meldplicht geldt sinds 2023',
      'la nouvelle obligation de déclaration vaut depuis 2023',
      'die neue Meldepflicht gilt seit 2023',
      'the new duty to report applies since 2023',
    ),
    grade: 'A2',
    ratings: { H1: 'N', H2: 'NA', H3: 'CC' },
    diagnosticity: 2,
  },
] as const;

const kinds = {
  account: text('rekening', 'compte', 'Konto', 'account'),
  company: text('bedrijf', 'société', 'Unternehmen', 'company'),
  exchange: text('wisseldienst', 'service de change', 'Wechseldienst', 'exchange'),
};

const accounts = (
  [
    ['a1', 'account', 0, 0.1],
    ['a2', 'account', 0.02, 0.5],
    ['a3', 'account', 0, 0.9],
    ['hub', 'account', 0.4, 0.5],
    ['firm', 'company', 0.75, 0.2],
    ['coin', 'exchange', 0.8, 0.75],
    ['b1', 'account', 1, 0.5],
  ] as const
).map(([id, kind, x, y]) => ({ id, kind, x, y, label: text(id, id, id, id) }));

const payments = [
  { from: 'a1', to: 'hub', value: 9400 },
  { from: 'a2', to: 'hub', value: 9700 },
  { from: 'a3', to: 'hub', value: 9100 },
  { from: 'hub', to: 'firm', value: 16000 },
  { from: 'hub', to: 'coin', value: 11000 },
  { from: 'firm', to: 'b1', value: 15000 },
  { from: 'b1', to: 'coin', value: 3000 },
  { from: 'coin', to: 'b1', value: 6000 },
];

/** Charts about money; the gallery and the tests draw them. */
export const moneyExamples: Readonly<Record<string, (options: ChartOptions) => Chart>> = {
  'revenue-fan': (options) => revenueFanChart(revenue, options),
  tornado: (options) => tornadoChart(influences, { ...options, middle: 178e6 }),
  flow: (options) => flowChart(nodes, links, options),
  'cohort-flow': (options) => cohortFlowChart(cohorts, options),
  'hypothesis-matrix': (options) => hypothesisMatrixChart(hypotheses, evidence, options),
  network: (options) => networkChart(accounts, payments, { ...options, kinds }),
};
