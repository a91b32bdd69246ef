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
  /** Where it must agree: over all rows, or within each place (offices differ between countries by nature). */
  readonly within: 'all' | 'place';
  /** What would go wrong. */
  readonly harm: Readonly<Record<Purpose, string>>;
  /** What makes it legal, where choosing one does not. */
  readonly remedy?: string;
}

const sameEverywhere = (sum: string, rate: string, trend: string) => ({ sum, rate, trend });

/** In the order they are checked: the first that differs is named. */
export const comparedDimensions: readonly ComparedDimension[] = [
  {
    name: 'kind',
    field: 'kind',
    plural: 'kinds',
    within: 'all',
    harm: sameEverywhere(
      'Claims and events never add: an event may be part of a claim.',
      'A claim and a list of events do not cover the same.',
      'A step from claims to events would look like a change in crime.',
    ),
  },
  {
    name: 'metric',
    field: 'metric',
    plural: 'metrics',
    within: 'all',
    harm: sameEverywhere(
      'A sum of different things has no meaning.',
      'Rates of different things do not compare.',
      'A series measures one thing.',
    ),
  },
  {
    name: 'statistic',
    field: 'stat',
    plural: 'statistics',
    within: 'all',
    harm: sameEverywhere(
      'Only sums and counts add.',
      'A mean and a median do not compare.',
      'A series keeps to one statistic.',
    ),
  },
  {
    name: 'basis',
    field: 'basis',
    plural: 'bases',
    within: 'all',
    harm: sameEverywhere(
      'A sum would count seizures that were not made here.',
      'A rate would set seizures made here beside seizures made elsewhere.',
      'A change of basis would look like a change in crime.',
    ),
  },
  {
    name: 'unit',
    field: 'unit',
    plural: 'units',
    within: 'all',
    harm: sameEverywhere(
      'Quantities in different units do not add.',
      'Quantities in different units do not compare.',
      'A change of unit would look like a change in crime.',
    ),
    remedy: 'or convert first: `convertQuantity(value, from, to, { assumption })`.',
  },
  {
    name: 'counting rule',
    field: 'countUnit',
    plural: 'counting units',
    within: 'all',
    harm: sameEverywhere(
      'A sum would add seizures to investigations or suspects.',
      'A rate would compare seizures with investigations or suspects.',
      'A change of counting unit would look like a change in crime.',
    ),
  },
  {
    name: 'substance',
    field: 'substance',
    plural: 'substances',
    within: 'all',
    harm: sameEverywhere(
      'A sum over substances must be asked for.',
      'Figures over different substances do not compare.',
      'A change of substances would look like a change in crime.',
    ),
    remedy: "or ask for a sum over all of them: `across: ['substance']`.",
  },
  {
    name: 'offence',
    field: 'offence',
    plural: 'offences',
    within: 'all',
    harm: sameEverywhere(
      'A sum over offences must be asked for.',
      'Figures over different offences do not compare.',
      'A change of offences would look like a change in crime.',
    ),
    remedy: "or ask for a sum over all of them: `across: ['offence']`.",
  },
  {
    name: 'market level',
    field: 'level',
    plural: 'market levels',
    within: 'all',
    harm: sameEverywhere(
      'Prices of different levels do not add.',
      'A kilogram price and a street price do not compare.',
      'A change of market level would look like a change of price.',
    ),
  },
  {
    name: 'extent',
    field: 'extent',
    plural: 'extents',
    within: 'all',
    harm: sameEverywhere(
      'A find may be part of the figure it is added to.',
      'A find is not the figure of its period.',
      'A find is not the figure of its period.',
    ),
  },
  {
    name: 'agency',
    field: 'agencies',
    plural: 'agencies',
    within: 'place',
    harm: sameEverywhere(
      'A sum would count twice what they seized together.',
      'A rate would depend on who counted.',
      'A change of agency would look like a change in crime.',
    ),
  },
  {
    name: 'counting rule',
    field: 'definition',
    plural: 'definitions',
    within: 'place',
    harm: sameEverywhere(
      'A sum would follow two rules at once.',
      'A rate would depend on the rule.',
      'A change of rule would look like a change in crime.',
    ),
  },
];
