import type { Observation, Seizure } from '@samenbeeld/schema';

const origin = { file: 'claims.csv', sheet: null, line: 2, column: 'value', raw: '4157' };

/** A whole and correct observation: cocaine seized in the port of Vlissingen in 2022. */
export function observation(changes: Partial<Observation> = {}): Observation {
  return {
    kind: 'observation',
    id: 'o1',
    source: 'harc',
    reference: null,
    publication: null,
    metric: 'quantity',
    stat: 'sum',
    value: 4157,
    printed: null,
    wording: 'unmarked',
    wordingPrinted: null,
    unit: 'kg',
    missing: null,
    status: 'A',
    extent: 'whole',
    place: 'NLVLI',
    placeNote: null,
    basis: 'seized_in_port',
    containsOwn: null,
    agencies: ['NL_HARC'],
    substance: 'COC',
    offence: null,
    nationalCode: null,
    countUnit: 'seizure',
    definition: 'harc-cocaine',
    level: null,
    periodStart: '2022-01-01',
    periodEnd: '2022-12-31',
    freq: 'A',
    publishedOn: '2023-01',
    confidence: 'high',
    note: null,
    origin,
    ...changes,
  };
}

/** Observations of consecutive years from 2018, with their own ids. */
export function years(count: number, changes: Partial<Observation> = {}): readonly Observation[] {
  return Array.from({ length: count }, (_, at) =>
    observation({
      id: `y${2018 + at}`,
      periodStart: `${2018 + at}-01-01`,
      periodEnd: `${2018 + at}-12-31`,
      ...changes,
    }),
  );
}

/** A whole and correct seizure. */
export function seizure(changes: Partial<Seizure> = {}): Seizure {
  return {
    kind: 'seizure',
    id: 's1',
    source: 'nl-harc',
    reference: null,
    seizingCountry: 'NL',
    creditedTo: ['NL'],
    agencies: ['NL_HARC'],
    date: '2022-03-14',
    datePrecision: 'day',
    dateRole: 'seizure',
    registeredOn: null,
    place: 'NLVLI',
    placeLevel: 'port',
    basis: 'seized_in_port',
    substance: 'COC',
    substancePrinted: 'cocaïne',
    quantity: 216,
    printed: '216',
    wording: 'unmarked',
    wordingPrinted: null,
    unit: 'kg',
    missing: null,
    massBasis: 'unknown',
    estimated: false,
    originCountry: null,
    departureCountry: 'BR',
    destinationCountry: null,
    transportMode: null,
    concealment: null,
    coverLoadHs: null,
    containerKey: null,
    controlledDelivery: 'no',
    publicationRestriction: 'none',
    arrests: null,
    definition: null,
    note: null,
    origin,
    ...changes,
  };
}
