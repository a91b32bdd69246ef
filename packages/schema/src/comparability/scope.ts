import type { Observation } from '../observation.ts';
import { monthSpan, type Span } from '../period.ts';
import type { Seizure } from '../seizure.ts';

/** A claim or an event. */
export type Comparable = Observation | Seizure;

/** The scope of a record in comparable words; `null` where the source does not say. */
export interface Scope {
  readonly kind: string;
  readonly source: string;
  readonly metric: string;
  readonly stat: string;
  readonly unit: string;
  readonly basis: string;
  readonly agencies: string | null;
  readonly countUnit: string | null;
  readonly definition: string | null;
  readonly substance: string | null;
  /** International code, else the source's own. */
  readonly offence: string | null;
  readonly nationalCode: string | null;
  readonly level: string | null;
  readonly extent: string | null;
  readonly place: string;
  readonly span: Span;
  readonly freq: string;
  readonly publishedOn: string | null;
  readonly provisional: boolean;
}

const months = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/** Events keep their day; a coarser date covers the period it names. */
function spanOf(seizure: Seizure): Span {
  const { date, datePrecision } = seizure;
  if (datePrecision === 'day' || datePrecision === 'week') return { start: date, end: date };
  const [year = 0, month = 1] = date.split('-').map(Number);
  return monthSpan(year, month, months[datePrecision]);
}

function ofSeizure(seizure: Seizure): Scope {
  const { kind, source, unit, basis, definition, substance, place } = seizure;
  const agencies = [...seizure.agencies].sort().join('+') || null;
  const fixed = {
    metric: 'quantity',
    stat: 'sum',
    countUnit: null,
    offence: null,
    nationalCode: null,
    level: null,
  };
  const span = spanOf(seizure);
  const rest = { extent: null, freq: 'event', publishedOn: null, provisional: false };
  return {
    ...fixed,
    ...rest,
    kind,
    source,
    unit,
    basis,
    agencies,
    definition,
    substance,
    place,
    span,
  };
}

/** What is weighed, priced or analysed is not counted, so a counting unit says nothing about it. */
const uncounted: ReadonlySet<string> = new Set(['quantity', 'price', 'purity', 'potency']);

/** The scope of a record. */
export function scopeOf(record: Comparable): Scope {
  if (record.kind === 'seizure') return ofSeizure(record);
  const { periodStart: start, periodEnd: end, status } = record;
  const agencies = [...record.agencies].sort().join('+') || null;
  const offence = record.offence ?? record.nationalCode;
  const countUnit = uncounted.has(record.metric) ? null : record.countUnit;
  return {
    ...record,
    offence,
    countUnit,
    agencies,
    span: { start, end },
    provisional: status.includes('P'),
  };
}

/** Records in groups that share a key, in the order of their first member. */
export function groupBy<T>(list: readonly T[], key: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
