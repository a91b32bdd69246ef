import { UsageError } from '@samenbeeld/schema';
import { findAgencyChanges } from './agency-changes.ts';
import type { Anomaly } from './anomaly.ts';
import { findCopiedYears } from './copied-years.ts';
import { findDatesOutside } from './dates-outside.ts';
import { findDifferingDuplicates } from './differing-duplicates.ts';
import { findEventSlips } from './event-slips.ts';
import { findImpossiblePrices } from './impossible-prices.ts';
import { findLevelShifts } from './level-shifts.ts';
import { findLostZeros } from './lost-zeros.ts';
import { findPartsExceeding } from './part-exceeds-whole.ts';
import { findUnequalSums } from './parts-not-total.ts';
import { findPlaceholders } from './placeholders.ts';
import type { AnomalyInput } from './point.ts';
import { findSlips } from './slips.ts';
import { study } from './study.ts';

function placeKey({ where }: Anomaly): string {
  return `${where.file}\t${where.sheet}\t${where.line}\t${where.column}`;
}

/** Those that change a figure first, then the surest; equal ones in the order of the file. */
function inOrder(a: Anomaly, b: Anomaly): number {
  return (
    Number(b.counts) - Number(a.counts) ||
    b.score - a.score ||
    (a.where.file < b.where.file ? -1 : a.where.file > b.where.file ? 1 : 0) ||
    a.where.line - b.where.line ||
    (a.where.column < b.where.column ? -1 : 1)
  );
}

/**
 * What may be wrong in figures that have been read, and in cells that could not be: each with its place, likely cause,
 * evidence, rival explanations, score, and a correction where exactly one is determined. Nothing is applied; a person
 * accepts. Pure: the same input gives the same list, surest first. UsageError where the input is none of `loadAnomalyInput`.
 *
 * Finders run from the surest to the broadest, and what one has explained the next takes as read: lost zeros, then copied
 * years, then slips of units, decimals and digits, then placeholders, sums, shifts of level, prices, agencies.
 *
 * @example
 * ```ts
 * import { findAnomalies } from '@samenbeeld/harmonise';
 * const empty = { points: [], events: [], wholes: [], identities: [], rows: [], breaks: [], others: [] };
 * findAnomalies({ ...empty, marks: new Map(), spans: new Map() }) // => []
 * ```
 */
export function findAnomalies(input: AnomalyInput): readonly Anomaly[] {
  if (!Array.isArray(input?.points))
    throw new UsageError(
      'findAnomalies takes what loadAnomalyInput(engine, [{ result, files }]) gives, not the result of an ingest.',
    );
  const studied = study(input);
  const zeros = findLostZeros(studied);
  const prices = findImpossiblePrices(studied);
  const copies = findCopiedYears(studied);
  const explained = new Set([...zeros, ...prices, ...copies].map(placeKey));
  const copied = new Set(copies.flatMap(({ where, also }) => [where, ...also]));
  const slips = findSlips(studied).filter(
    (one) => !explained.has(placeKey(one)) && !copied.has(one.where),
  );
  const placeholders = findPlaceholders(studied);
  const doubted = new Set(
    [...placeholders, ...slips].flatMap(({ where, also }) => [where, ...also]),
  );
  const later = [
    ...placeholders,
    ...findPartsExceeding(studied, doubted),
    ...findUnequalSums(studied, doubted),
    ...findLevelShifts(studied),
    ...findAgencyChanges(studied),
    ...findDifferingDuplicates(studied),
    ...findEventSlips(input),
    ...findDatesOutside(input),
  ].filter((one) => !copied.has(one.where) || one.kind === 'duplicate_differs');
  return [...zeros, ...prices, ...copies, ...slips, ...later].sort(inOrder);
}
