import type { Observation } from '@samenbeeld/schema';
import fc from 'fast-check';
import { claimRow } from './claim-row.ts';

const periods = [
  ['2022-01-01', '2022-12-31', 'whole'],
  ['2022-01-01', '2022-12-31', 'whole'],
  ['2022-01-01', '2022-12-31', 'whole'],
  ['2022-01-01', '2022-06-30', 'whole'],
  ['2022-03-10', '2022-03-10', 'one_find'],
  ['2022-11-24', '2022-11-25', 'one_find'],
  ['2021-05-01', '2022-04-30', 'whole'],
] as const;

const scope = fc.record({
  place: fc.constantFrom(
    'NLVLI',
    'NLVLI',
    'NLTNZ',
    'BEGNE',
    'PC_ZEELAND',
    'PC_NSP',
    'PC_HARC',
    'PC_ZWB',
    'NLMOE',
    'NLRTM',
  ),
  basis: fc.constantFrom(
    'seized_in_port' as const,
    'seized_in_port' as const,
    'seized_in_port' as const,
    'entered_via_port' as const,
  ),
  agencies: fc.constantFrom(
    ['NL_HARC'],
    ['NL_HARC'],
    ['NL_CUST'],
    ['NL_OM'],
    ['PRESS'],
    ['BE_CUST'],
    ['BE_POL'],
    ['EUDA'],
  ),
  substance: fc.constantFrom('COC', 'COC', 'COC', 'ALL', 'CAN'),
  period: fc.constantFrom(...periods),
  publishedOn: fc.constantFrom('2022-12', '2023-01', '2023-01-10', '2024', null),
  status: fc.constantFrom('A', 'A', 'A', 'P', 'E'),
});

const figure = fc.record({
  value: fc.oneof(
    fc.integer({ min: 0, max: 9999 }),
    fc.integer({ min: 1, max: 99 }).map((n) => n * 100),
    fc.integer({ min: 1, max: 9999 }).map((n) => n / 100),
  ),
  wording: fc.constantFrom(
    'exact' as const,
    'rounded' as const,
    'floor' as const,
    'just_under' as const,
    'unmarked' as const,
    'unmarked' as const,
  ),
});

const anywhere = fc.record({ scope, figure, page: fc.integer({ min: 1, max: 12 }) });

/** Vlissingen's own figure as several publishers print it: near 4,157, rounded, as a floor, or something else. */
const nearby = fc.record({
  scope: fc.record({
    place: fc.constantFrom('NLVLI', 'NLVLI', 'NLVLI', 'NLTNZ', 'PC_ZEELAND'),
    basis: fc.constant('seized_in_port' as const),
    agencies: fc.constantFrom(['NL_HARC'], ['NL_OM'], ['NL_CUST'], ['PRESS'], ['NL_KMAR']),
    substance: fc.constant('COC'),
    period: fc.constant(periods[0]),
    publishedOn: fc.constantFrom('2022-12', '2023-01', '2023-02'),
    status: fc.constant('A'),
  }),
  figure: fc.record({
    value: fc.constantFrom(4157, 4157, 4100, 4000, 4200, 3900, 4150, 4160, 5000, 4517, 415.7, 619),
    wording: fc.constantFrom(
      'exact' as const,
      'rounded' as const,
      'floor' as const,
      'just_under' as const,
      'unmarked' as const,
    ),
  }),
  page: fc.integer({ min: 1, max: 12 }),
});

/** Rows about North Sea Port in 2022, its parts and wider areas, of any wording, basis, agency and period. */
export const arbitraryRows: fc.Arbitrary<readonly Observation[]> = fc
  .tuple(fc.array(nearby, { maxLength: 5 }), fc.array(anywhere, { maxLength: 6 }))
  .map((drafts) =>
    drafts.flat().map(({ scope: { period, ...where }, figure: { value, wording }, page }, index) =>
      claimRow(`R${index}`, {
        ...where,
        value,
        wording: value === 0 ? 'exact' : wording,
        periodStart: period[0],
        periodEnd: period[1],
        extent: period[2],
        publication: `https://example.org/${page}`,
      }),
    ),
  );
