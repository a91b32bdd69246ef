import type { Text } from '../language.ts';
import { ownValue } from '../own-value.ts';
import { inFour } from '../sentence.ts';
import type { Scope } from './scope.ts';

/** What records are put together for. */
export type Purpose = 'sum' | 'rate' | 'trend';

/** A dimension in which records that are put together must agree. */
export interface ComparedDimension {
  /** Name in a RefusalError. */
  readonly name: string;
  /** Field of the record, as `where` and `by` call it. */
  readonly field: keyof Scope;
  readonly plural: string;
  /** The same for a reader. */
  readonly many: Text;
  /**
   * Where it must agree: over all rows, within each place (offices differ between countries by nature), or within each
   * source of a place (an office keeps to its own rule).
   */
  readonly within: 'all' | 'place' | 'source';
  /** Whether a value that is not stated differs from one that is, agrees with it, or agrees and is said. */
  readonly unstated: 'differs' | 'agrees' | 'said';
  /** What is said of rows that differ, where they are not refused. */
  readonly otherwise?: Text;
  /** Whether a recorded decision can let rows that differ be put together. */
  readonly override: 'recorded' | 'never';
  /** What would go wrong. */
  readonly harm: Readonly<Record<Purpose, string>>;
  /** What makes it legal, where choosing one does not. */
  readonly remedy?: Text;
  /** How one of the values is chosen, where no field of a row is called so. */
  readonly choose?: string | Text;
}

const acrossAll = (field: string): Text =>
  inFour(
    'vraag een som over alle: {call}',
    'demandez une somme sur toutes : {call}',
    'fragen Sie nach einer Summe über alle: {call}',
    'ask for a sum over all of them: {call}',
    { call: `\`across: ['${field}']\`` },
  );

const harms = (sum: string, rate: string, trend: string) => ({ sum, rate, trend });

/** nl, fr, de, en. */
export const four = (words: string): Text => {
  const [nl = '', fr = '', de = '', en = ''] = words.split('|');
  return { nl, fr, de, en };
};

const packed = four(
  'In brutogewichten zit de verpakking.|Les poids bruts comprennent l’emballage.|Bruttogewichte enthalten die Verpackung.|Gross weights hold the packaging.',
);

const usual = {
  within: 'all',
  unstated: 'differs',
  override: 'never',
} as const;

/** In the order they are checked: the first that differs is named. */
export const comparedDimensions: readonly ComparedDimension[] = [
  {
    ...usual,
    name: 'kind',
    field: 'kind',
    plural: 'kinds',
    many: four('soorten gegevens|types de données|Arten von Angaben|kinds'),
    harm: harms(
      'Claims and events never add: an event may be part of a claim.',
      'A claim and a list of events do not cover the same.',
      'A step from claims to events would look like a change in crime.',
    ),
  },
  {
    ...usual,
    name: 'stage',
    field: 'stage',
    plural: 'kinds of figures of assets',
    many: four(
      'soorten cijfers over vermogen|types de chiffres sur les avoirs|Arten von Zahlen zu Vermögen|kinds of figures of assets',
    ),
    harm: harms(
      'What is seized, held, ordered, sold and collected is of different cases and years, and partly the same assets.',
      'What is collected in a year comes from orders of other years: the one over the other is no rate of recovery.',
      'What is seized in a year, held on a day or collected in a year shares no axis.',
    ),
    choose: inFour(
      '{call}; om ze naast elkaar te zetten, volgt u dezelfde zaken van stadium tot stadium: {flows}',
      '{call} ; pour les mettre côte à côte, suivez les mêmes affaires d’étape en étape : {flows}',
      '{call}; um sie nebeneinanderzustellen, folgen Sie denselben Fällen von Stufe zu Stufe: {flows}',
      '{call}; to set one beside the other, follow the same cases from stage to stage: {flows}',
      { call: "`.where({ metric: 'assets_seized' })`", flows: '`recoveryFlows`' },
    ),
  },
  {
    ...usual,
    name: 'metric',
    field: 'metric',
    plural: 'metrics',
    many: four('maten|mesures|Messgrößen|metrics'),
    harm: harms(
      'A sum of different things has no meaning.',
      'Rates of different things do not compare.',
      'A series measures one thing.',
    ),
  },
  {
    ...usual,
    name: 'statistic',
    field: 'stat',
    plural: 'statistics',
    many: four('statistische maten|mesures statistiques|statistischen Maße|statistics'),
    harm: harms(
      'Only sums and counts add.',
      'A mean and a median do not compare.',
      'A series keeps to one statistic.',
    ),
  },
  {
    ...usual,
    name: 'basis',
    field: 'basis',
    plural: 'bases',
    many: four('grondslagen|bases|Grundlagen|bases'),
    harm: harms(
      'A sum would count seizures that were not made here.',
      'A rate would set seizures made here beside seizures made elsewhere.',
      'A change of basis would look like a change in crime.',
    ),
  },
  {
    ...usual,
    name: 'basis',
    field: 'ownSeizures',
    plural: 'readings of the basis',
    many: four(
      'lezingen van de grondslag|lectures de la base|Lesarten der Grundlage|readings of the basis',
    ),
    unstated: 'said',
    harm: harms(
      "A sum would take the port's own seizures in at one time and leave them out at another.",
      "A rate would depend on whether the port's own seizures are in it.",
      "Taking the port's own seizures in would look like a rise.",
    ),
    choose: '`.where({ containsOwn: true })`',
  },
  {
    ...usual,
    name: 'unit',
    field: 'unit',
    plural: 'units',
    many: four('eenheden|unités|Einheiten|units'),
    harm: harms(
      'Quantities in different units do not add.',
      'Quantities in different units do not compare.',
      'A change of unit would look like a change in crime.',
    ),
    remedy: inFour(
      'reken eerst om: {call}',
      'convertissez d’abord : {call}',
      'rechnen Sie zuerst um: {call}',
      'convert first: {call}',
      { call: '`convertQuantity(value, from, to, { assumption })`' },
    ),
  },
  {
    ...usual,
    name: 'counting rule',
    field: 'countUnit',
    plural: 'counting units',
    many: four('teleenheden|unités de compte|Zähleinheiten|counting units'),
    harm: harms(
      'A sum would add seizures to investigations or suspects.',
      'A rate would compare seizures with investigations or suspects.',
      'A change of counting unit would look like a change in crime.',
    ),
  },
  {
    ...usual,
    name: 'counting rule',
    field: 'threshold',
    plural: 'thresholds',
    many: four('drempels|seuils|Schwellen|thresholds'),
    unstated: 'said',
    override: 'recorded',
    harm: harms(
      'A sum would count small finds of one office and not of another.',
      'A rate would depend on the smallest find that is counted.',
      'A lower threshold would look like more crime.',
    ),
    choose: "`.where({ definition: '…' })`",
  },
  {
    ...usual,
    name: 'substance',
    field: 'substance',
    plural: 'substances',
    many: four('middelen|substances|Stoffe|substances'),
    override: 'recorded',
    harm: harms(
      'A sum over substances must be asked for.',
      'Figures over different substances do not compare.',
      'A change of substances would look like a change in crime.',
    ),
    remedy: acrossAll('substance'),
  },
  {
    ...usual,
    name: 'offence',
    field: 'offence',
    plural: 'offences',
    many: four('delicten|infractions|Straftaten|offences'),
    override: 'recorded',
    harm: harms(
      'A sum over offences must be asked for.',
      'Figures over different offences do not compare.',
      'A change of offences would look like a change in crime.',
    ),
    remedy: acrossAll('offence'),
  },
  {
    ...usual,
    name: 'market level',
    field: 'level',
    plural: 'market levels',
    many: four('marktniveaus|niveaux de marché|Marktstufen|market levels'),
    harm: harms(
      'Prices of different levels do not add.',
      'A kilogram price and a street price do not compare.',
      'A change of market level would look like a change of price.',
    ),
  },
  {
    ...usual,
    name: 'extent',
    field: 'extent',
    plural: 'extents',
    many: four('reikwijdten|étendues|Umfänge|extents'),
    harm: harms(
      'A find, or what one service counts, may be part of the figure it is added to.',
      'A find, or what one service counts, is not the figure of the whole.',
      'A find, or what one service counts, is not the figure of the whole.',
    ),
  },
  {
    ...usual,
    name: 'agency',
    field: 'agencies',
    plural: 'agencies',
    many: four('diensten|services|Behörden|agencies'),
    within: 'place',
    override: 'recorded',
    harm: harms(
      'A sum would count twice what they seized together.',
      'A rate would depend on who counted.',
      'A change of agency would look like a change in crime.',
    ),
  },
  {
    ...usual,
    name: 'counting rule',
    field: 'definition',
    plural: 'definitions',
    many: four('definities|définitions|Definitionen|definitions'),
    within: 'place',
    unstated: 'said',
    override: 'recorded',
    harm: harms(
      'A sum would follow two rules at once.',
      'A rate would depend on the rule.',
      'A change of rule would look like a change in crime.',
    ),
  },
  {
    ...usual,
    name: 'counting rule',
    field: 'dateRole',
    plural: 'days that count',
    many: four('dagen die tellen|dates prises en compte|maßgeblichen Tage|days that count'),
    within: 'place',
    unstated: 'agrees',
    override: 'recorded',
    harm: harms(
      'A find seized in December and registered in January would count twice, or not at all.',
      'A rate would depend on when a find is booked.',
      'A backlog would look like a change in crime.',
    ),
  },
  {
    ...usual,
    name: 'weighing',
    field: 'massBasis',
    plural: 'ways of weighing',
    many: four('manieren van wegen|modes de pesage|Arten des Wiegens|ways of weighing'),
    unstated: 'agrees',
    otherwise: packed,
    harm: harms(packed.en, packed.en, packed.en),
  },
];

/** nl, fr, de, en. */
const labels: Readonly<Record<string, string>> = {
  kind: 'soort gegeven|type de donnée|Art der Angabe|kind of record',
  stage:
    'soort cijfer over vermogen|type de chiffre sur les avoirs|Art der Zahl zu Vermögen|kind of figure of assets',
  metric: 'wat gemeten is|ce qui est mesuré|Messgröße|what is measured',
  statistic: 'statistische maat|mesure statistique|statistisches Maß|statistic',
  basis: 'grondslag|base|Grundlage|basis',
  unit: 'eenheid|unité|Einheit|unit',
  'counting rule': 'telregel|règle de comptage|Zählregel|counting rule',
  substance: 'middel|substance|Stoff|substance',
  offence: 'delict|infraction|Straftat|offence',
  'market level': 'marktniveau|niveau de marché|Marktstufe|market level',
  extent: 'reikwijdte|étendue|Umfang|extent',
  agency: 'dienst|service|Behörde|agency',
  weighing: 'weging|pesage|Wägung|weighing',
  territory: 'gebied|territoire|Gebiet|territory',
  period: 'periode|période|Zeitraum|period',
  vintage: 'uitgave|édition|Ausgabe|vintage',
  members: 'havens in de som|ports de la somme|Häfen in der Summe|ports in the sum',
  frequency:
    'lengte van de perioden|longueur des périodes|Länge der Zeiträume|length of the periods',
  break: 'breuk in de reeks|rupture de série|Bruch in der Reihe|break in the series',
};

/**
 * The name of a dimension of comparability in four languages.
 *
 * @example
 * ```ts
 * import { dimensionLabel } from '@samenbeeld/schema';
 * dimensionLabel('counting rule').nl // => 'telregel'
 * ```
 */
export function dimensionLabel(name: string): Text {
  const [nl = name, fr = name, de = name, en = name] = ownValue(labels, name)?.split('|') ?? [];
  return { nl, fr, de, en };
}
