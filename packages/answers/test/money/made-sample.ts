import type { Observation } from '@samenbeeld/schema';

/** A figure of a set of cases that somebody studied. */
export function makeSample(from: string, to: string): Observation {
  return {
    id: `s${from}`,
    reference: null,
    place: 'BE',
    placeNote: '40 cases',
    metric: 'assets_recovered',
    stat: 'sum',
    value: 5_000_000,
    printed: '5000000',
    unit: 'EUR',
    wording: 'exact',
    wordingPrinted: null,
    agencies: [],
    periodStart: `${from}-01-01`,
    periodEnd: `${to}-12-31`,
    publishedOn: null,
    publication: null,
    note: null,
    origin: { file: 'f', sheet: null, line: 2, column: 'value', raw: '5000000' },
  } as unknown as Observation;
}
