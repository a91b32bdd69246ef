import { inFour, type Text } from '@samenbeeld/schema';

/** How far a case has come. Each is a flow of the same cases; none is a part of another. */
export type RecoveryStage =
  | 'traced'
  | 'frozen'
  | 'seized'
  | 'confiscation_ordered'
  | 'final'
  | 'executed';

/** What also becomes of assets; recorded, and no stage of the flow. */
export type RecoveryOutcome =
  | 'converted_to_cash'
  | 'shared'
  | 'victim_compensated'
  | 'returned'
  | 'reused_socially';

/** The stages in the order in which a case may reach them. Before an order the words are those of a measure, not of guilt. */
export const recoveryStages: Readonly<Record<RecoveryStage, Text>> = {
  traced: { nl: 'opgespoord', fr: 'localisé', de: 'ermittelt', en: 'traced' },
  frozen: { nl: 'bevroren', fr: 'gelé', de: 'eingefroren', en: 'frozen' },
  seized: { nl: 'in beslag genomen', fr: 'saisi', de: 'sichergestellt', en: 'seized' },
  confiscation_ordered: {
    nl: 'ontneming of verbeurdverklaring bevolen',
    fr: 'confiscation prononcée',
    de: 'Einziehung angeordnet',
    en: 'confiscation ordered',
  },
  final: { nl: 'onherroepelijk', fr: 'définitif', de: 'rechtskräftig', en: 'final' },
  executed: { nl: 'geïnd', fr: 'exécuté', de: 'vollstreckt', en: 'executed' },
};

/** On which legal ground assets are confiscated. */
export type LegalRoute =
  | 'conviction'
  | 'value_based'
  | 'extended'
  | 'third_party'
  | 'nccb'
  | 'unexplained_wealth'
  | 'settlement'
  | 'tax'
  | 'administrative'
  | 'other';

/** The routes with their ground in Directive (EU) 2024/1260 where it has one. */
export const legalRoutes: Readonly<
  Record<LegalRoute, { readonly label: Text; readonly article: string | null }>
> = {
  conviction: {
    label: {
      nl: 'na veroordeling',
      fr: 'après condamnation',
      de: 'nach Verurteilung',
      en: 'on conviction',
    },
    article: '12(1)',
  },
  value_based: {
    label: { nl: 'naar waarde', fr: 'en valeur', de: 'nach Wert', en: 'by value' },
    article: '12(2)',
  },
  extended: {
    label: { nl: 'uitgebreid', fr: 'élargie', de: 'erweitert', en: 'extended' },
    article: '14',
  },
  third_party: {
    label: { nl: 'bij derden', fr: 'auprès de tiers', de: 'bei Dritten', en: 'from third parties' },
    article: '13',
  },
  nccb: {
    label: {
      nl: 'zonder veroordeling (ziekte, vlucht, overlijden, verjaring)',
      fr: 'sans condamnation (maladie, fuite, décès, prescription)',
      de: 'ohne Verurteilung (Krankheit, Flucht, Tod, Verjährung)',
      en: 'without conviction (illness, absconding, death, limitation)',
    },
    article: '15',
  },
  unexplained_wealth: {
    label: {
      nl: 'onverklaard vermogen',
      fr: 'richesse inexpliquée',
      de: 'ungeklärtes Vermögen',
      en: 'unexplained wealth',
    },
    article: '16',
  },
  settlement: {
    label: { nl: 'schikking', fr: 'transaction', de: 'Vergleich', en: 'settlement' },
    article: null,
  },
  tax: { label: { nl: 'fiscaal', fr: 'fiscale', de: 'steuerlich', en: 'by tax' }, article: null },
  administrative: {
    label: {
      nl: 'bestuurlijk',
      fr: 'administrative',
      de: 'verwaltungsrechtlich',
      en: 'administrative',
    },
    article: null,
  },
  other: { label: { nl: 'anders', fr: 'autre', de: 'andere', en: 'other' }, article: null },
};

/** What to write where a route is none of these. */
export const oneOfTheRoutes: Text = inFour(
  'gebruik een van {routes}',
  'utilisez l’un de {routes}',
  'eines von {routes} verwenden',
  'use one of {routes}',
  { routes: Object.keys(legalRoutes).join(', ') },
);
