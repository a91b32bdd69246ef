import type { Observation } from '@samenbeeld/schema';

/** A yearly figure with everything that a test does not speak of filled in. */
export function makeObservation(
  year: number,
  value: number | null,
  given: Partial<Observation> = {},
): Observation {
  const source = given.source ?? 'test-source';
  return {
    kind: 'observation',
    id: `${source} ${given.place ?? 'BE'} ${given.metric ?? 'str_reports'} ${given.nationalCode ?? ''} ${year} ${value}`,
    source,
    reference: null,
    publication: null,
    metric: 'str_reports',
    stat: 'count',
    value,
    printed: value === null ? null : String(value),
    wording: 'unmarked',
    wordingPrinted: null,
    unit: 'report',
    missing: value === null ? 'not_reported' : null,
    status: 'A',
    extent: 'whole',
    place: 'BE',
    placeNote: null,
    basis: 'not_applicable',
    containsOwn: null,
    agencies: ['CTIF_CFI'],
    substance: null,
    offence: null,
    nationalCode: null,
    countUnit: null,
    definition: 'counted-so',
    level: null,
    periodStart: `${year}-01-01`,
    periodEnd: `${year}-12-31`,
    freq: 'A',
    publishedOn: `${year + 1}-06`,
    confidence: 'high',
    note: null,
    origin: { file: 'test.csv', sheet: null, line: 2, column: 'C', raw: String(value) },
    ...given,
  };
}
