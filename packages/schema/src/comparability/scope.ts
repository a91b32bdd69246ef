import { assetKind } from '../codes/metrics.ts';
import type { Observation } from '../observation.ts';
import { freqOf, type Span, spanOfDate } from '../period.ts';
import type { Seizure } from '../seizure.ts';
import type { Definition } from '../source.ts';
import { substanceContains, substances } from '../substances.ts';

/** A claim or an event. */
export type Comparable = Observation | Seizure;

/** The scope of a record in comparable words; `null` where the source does not say. */
export interface Scope {
  readonly kind: string;
  readonly source: string;
  readonly metric: string;
  /** Which kind of figure of assets it is: a flow, a stock, an order, a sale, a collection. */
  readonly stage: string | null;
  readonly stat: string;
  readonly unit: string;
  readonly basis: string;
  /** Whether an "entered via" figure holds the port's own seizures. */
  readonly ownSeizures: string | null;
  readonly agencies: string | null;
  readonly countUnit: string | null;
  readonly definition: string | null;
  /** The smallest find that is counted, where a count follows a definition that says so. */
  readonly threshold: string | null;
  /** The day that puts it in a period: of the seizure, its registration, the judgment. */
  readonly dateRole: string | null;
  readonly massBasis: string | null;
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
  /** Release of a table that is published whole; null for press and for events. */
  readonly release: string | null;
  readonly provisional: boolean;
  /** Why there is no value. */
  readonly missing: string | null;
  /** The office's own key of an event, and the file it stands in. */
  readonly reference: string | null;
  readonly file: string;
}

/** How records are read before they are compared. */
export interface ScopeReading {
  readonly definitions: ReadonlyMap<string, Definition>;
  /** The substance asked for: events of a finer one are events of it. */
  readonly substance: string | null;
  /** Whether events are counted rather than weighed. */
  readonly counted: boolean;
}

/** Events keep their day, and the first of their week; a coarser date covers the period it names. */
function spanOf(seizure: Seizure): Span {
  const { date, datePrecision } = seizure;
  return spanOfDate(date, datePrecision === 'week' ? 'day' : datePrecision);
}

function agenciesOf({ agencies }: Comparable): string | null {
  return [...agencies].sort().join('+') || null;
}

function stated(massBasis: Seizure['massBasis'] | undefined): string | null {
  return massBasis === undefined || massBasis === 'unknown' ? null : massBasis;
}

function thresholdOf(definition: Definition | undefined): string | null {
  const smallest = definition?.minThreshold;
  return smallest ? `from ${smallest.value} ${smallest.unit}` : null;
}

function ofSeizure(
  seizure: Seizure,
  { definitions, substance: asked, counted }: ScopeReading,
): Scope {
  const { kind, source, basis, definition, substance } = seizure;
  const isWithin =
    asked !== null &&
    [asked, substance].every(substances.has) &&
    substanceContains(asked, substance);
  const rule = definitions.get(`${source} ${definition}`);
  return {
    kind,
    source,
    metric: counted ? 'seizures' : 'quantity',
    stage: null,
    stat: counted ? 'count' : 'sum',
    unit: counted ? 'seizure' : seizure.unit,
    basis,
    ownSeizures: null,
    agencies: agenciesOf(seizure),
    countUnit: null,
    definition,
    threshold: counted ? thresholdOf(rule) : null,
    dateRole: seizure.dateRole,
    massBasis: counted ? null : stated(seizure.massBasis),
    substance: isWithin ? asked : substance,
    offence: null,
    nationalCode: null,
    level: null,
    extent: null,
    place: placeOf(seizure),
    span: spanOf(seizure),
    freq: 'event',
    publishedOn: null,
    release: null,
    provisional: false,
    missing: counted ? null : seizure.missing,
    reference: seizure.reference,
    file: seizure.origin.file,
  };
}

const uncounted: ReadonlySet<string> = new Set(['quantity', 'price', 'purity', 'potency']);

/**
 * Whether figures of a metric are counts. What is weighed, priced or analysed is not counted, so a counting unit says nothing about it.
 *
 * @example
 * ```ts
 * import { isCounted } from '@samenbeeld/schema';
 * ['offences', 'quantity'].map(isCounted) // => [true, false]
 * ```
 */
export function isCounted(metric: string): boolean {
  return !uncounted.has(metric);
}

const ownSeizures = (containsOwn: boolean | null): string | null =>
  containsOwn === null ? null : containsOwn ? 'own seizures within' : 'own seizures apart';

/** Other windows are alike only where they last as long. */
function lengthOf(record: Observation): string {
  if (record.freq !== 'O') return record.freq;
  const span = { start: record.periodStart, end: record.periodEnd };
  const freq = freqOf(span);
  const days = Math.round((Date.parse(span.end) - Date.parse(span.start)) / 86_400_000) + 1;
  return freq === 'O' ? `${days} days` : freq;
}

/** A place as one code, or several added in the order of their codes: the same place is written one way. */
function placeOf({ place }: Comparable): string {
  return place
    .split('+')
    .map((code) => code.trim())
    .sort()
    .join('+');
}

/** The scope of a record. */
export function scopeOf(record: Comparable, reading: ScopeReading): Scope {
  if (record.kind === 'seizure') return ofSeizure(record, reading);
  const { periodStart: start, periodEnd: end, status, source, definition } = record;
  const rule = reading.definitions.get(`${source} ${definition}`);
  const counts = isCounted(record.metric);
  // What is weighed of a drug has the register's own name of the drug as its code, not of an offence.
  const nationalCode = counts || record.substance === null ? record.nationalCode : null;
  return {
    ...record,
    stage: assetKind(record.metric),
    place: placeOf(record),
    freq: lengthOf(record),
    offence: record.offence ?? nationalCode,
    nationalCode,
    ownSeizures: ownSeizures(record.containsOwn),
    countUnit: counts ? record.countUnit : null,
    threshold: counts ? thresholdOf(rule) : null,
    dateRole: rule?.dateRole ?? null,
    massBasis: record.metric === 'quantity' ? stated(rule?.massBasis) : null,
    agencies: agenciesOf(record),
    span: { start, end },
    release: record.publication === null ? record.publishedOn : null,
    provisional: status.includes('P'),
    file: record.origin.file,
  };
}
