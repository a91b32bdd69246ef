import { type Seizure, substanceContains } from '@samenbeeld/schema';
import { isOwn } from './statement.ts';

/** A field of several records of one seizure. */
export type ReconciledField =
  | 'date'
  | 'place'
  | 'substance'
  | 'containerKey'
  | 'departureCountry'
  | 'coverLoadHs'
  | 'concealment'
  | 'transportMode'
  | 'arrests';

/** One field of a seizure: the value that stands, by which rule, and the values that were said otherwise. */
export interface Reconciled {
  readonly field: ReconciledField;
  readonly value: string | number | null;
  readonly from: string;
  readonly rule: 'same' | 'stated' | 'finer' | 'day-of-find' | 'who-seized';
  readonly kept: readonly { readonly record: string; readonly value: string | number }[];
}

const fields: readonly ReconciledField[] = [
  'date',
  'place',
  'substance',
  'containerKey',
  'departureCountry',
  'coverLoadHs',
  'concealment',
  'transportMode',
  'arrests',
];

/** Values that stand for "we do not know". */
const vague: ReadonlySet<string | number | null> = new Set([null, 'unknown', 'other']);
const placeLevels: readonly Seizure['placeLevel'][] = [
  'terminal',
  'port',
  'municipality',
  'port_complex',
  'nuts3',
  'nuts2',
  'country',
  'sea',
  'in_transit',
];
const precisions: readonly Seizure['datePrecision'][] = [
  'day',
  'week',
  'month',
  'quarter',
  'half',
  'year',
];

/** How rough a record is about a field: the smallest stands, before who says it. */
function roughness(field: ReconciledField, seizure: Seizure, all: readonly Seizure[]): number {
  switch (field) {
    case 'date':
      return (
        precisions.indexOf(seizure.datePrecision) +
        Number(seizure.dateRole !== 'seizure') * precisions.length
      );
    case 'place':
      return placeLevels.indexOf(seizure.placeLevel);
    case 'substance':
      return all.filter(
        ({ substance }) =>
          substance !== seizure.substance && substanceContains(seizure.substance, substance),
      ).length;
    default:
      return Number(vague.has(seizure[field]));
  }
}

function reconcileField(field: ReconciledField, members: readonly Seizure[]): Reconciled {
  // A find is listed on its day or after, whoever lists it; who seized knows the day, unless it gives that of something later.
  const earlier = (a: Seizure, b: Seizure): number =>
    field === 'date' ? Date.parse(a.date) - Date.parse(b.date) : 0;
  const isLater = ({ dateRole }: Seizure): boolean => dateRole !== 'seizure';
  const ranked = members
    .map((seizure) => ({ seizure, rough: roughness(field, seizure, members) }))
    .sort(
      (a, b) =>
        a.rough - b.rough ||
        (isLater(a.seizure) ? earlier(a.seizure, b.seizure) : 0) ||
        Number(isOwn(b.seizure)) - Number(isOwn(a.seizure)) ||
        earlier(a.seizure, b.seizure) ||
        (a.seizure.id < b.seizure.id ? -1 : 1),
    );
  const { seizure, rough } = ranked[0] as (typeof ranked)[number];
  const value = seizure[field];
  const others = ranked.filter((one) => one.seizure[field] !== value);
  const rougher = others.every((one) => one.rough > rough);
  const byDetail = field === 'date' && !isLater(seizure) ? 'day-of-find' : 'finer';
  const isDetail = field === 'date' || field === 'place' || field === 'substance';
  return {
    field,
    value,
    from: seizure.id,
    rule: others.length === 0 ? 'same' : !rougher ? 'who-seized' : isDetail ? byDetail : 'stated',
    kept: others.flatMap((one) => {
      const said = one.seizure[field];
      return said === null ? [] : [{ record: one.seizure.id, value: said }];
    }),
  };
}

/**
 * One seizure out of its records, field by field: what is stated over what is not, when it was found over when it was
 * registered, a day over a month, a terminal over a port, a form of the drug over its family; between equals, the
 * service that seized. What was said otherwise is kept. The weight has rules of its own (`weightReadings`).
 */
export function reconcile(
  members: readonly Seizure[],
  of: readonly ReconciledField[] = fields,
): readonly Reconciled[] {
  return of.map((field) => reconcileField(field, members));
}
