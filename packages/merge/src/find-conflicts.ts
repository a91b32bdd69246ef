import {
  type Conflict,
  type Decision,
  decisionsShape,
  isMass,
  type Observation,
  observationsShape,
  takes,
} from '@samenbeeld/schema';
import { type Cell, cellOf } from './cell.ts';
import { type Claim, isOfFinds } from './claim.ts';
import { claimGround } from './grounds.ts';
import type { FilesAside } from './put-aside.ts';
import { resolvePlaces } from './resolve-places.ts';
import { toClaims } from './to-claims.ts';

const compared: ReadonlySet<string> = new Set(['quantity', 'seizures']);

function canonicalUnit(unit: string): string {
  return isMass(unit) ? 'kg' : unit;
}

/** A year by its number, another window by its first and last day. */
function periodOf(claim: Claim): string {
  const year = claim.periodStart.slice(0, 4);
  const isYear = claim.periodStart === `${year}-01-01` && claim.periodEnd === `${year}-12-31`;
  return isYear ? year : `${claim.periodStart}..${claim.periodEnd}`;
}

/** The cells that at least two claims speak of: over all agencies, and for each agency that has rivals of its own. */
function contestedCells(claims: readonly Claim[], metric: string, unit: string): readonly Cell[] {
  const cells = new Map<string, { readonly cell: Cell; count: number }>();
  const note = (claim: Claim, agencies: readonly string[] | null) => {
    const span = { period: periodOf(claim), start: claim.periodStart, end: claim.periodEnd };
    const scope = { substance: claim.substance, basis: claim.basis, metric, unit, agencies };
    const cell: Cell = { ...cellOf(claim.place, span, scope), members: claim.places };
    const key = JSON.stringify([claim.places, cell.substance, cell.basis, cell.period, agencies]);
    const known = cells.get(key);
    if (known) known.count += 1;
    else cells.set(key, { cell, count: 1 });
  };
  for (const claim of claims) {
    // Finds of one day are no rivals: there may be two.
    if (isOfFinds(claim)) continue;
    note(claim, null);
    note(claim, claim.agencies);
  }
  return [...cells.values()].filter(({ count }) => count > 1).map(({ cell }) => cell);
}

/** Two rows of one statistical table are parts of it, under codes of its own: they do not contradict each other. */
function isOneTable(conflict: Conflict, byId: ReadonlyMap<string, Claim>): boolean {
  const [a, b] = conflict.claims.slice(0, 2).map((id) => byId.get(id));
  const tables = [a, b].map((claim) =>
    claim?.publication === null ? (claim.rows[0]?.source ?? null) : null,
  );
  return tables[0] !== null && tables[0] === tables[1];
}

/**
 * Every conflict between claims of a picture, each pair once, with its explanation, its proposal and its state
 * (joint total, rule 5). Sorted by key. A family of which a table withholds a part, or of which a part was put aside, is
 * known from below only, and contradicts no higher figure. Of sums of parts that were made here only that of the parts is told.
 *
 * @param files what became of the files that the observations were read from
 * @example
 * ```ts
 * import { findConflicts } from '@samenbeeld/merge';
 * findConflicts([]) // => []
 * ```
 */
export function findConflicts(
  observations: readonly Observation[],
  decisions: ReadonlyMap<string, Decision> = new Map(),
  files: FilesAside = [],
): readonly Conflict[] {
  takes(
    'findConflicts',
    ['observations', observations, observationsShape],
    ['decisions', decisions, decisionsShape],
  );
  const relevant = observations.filter((row) => compared.has(row.metric) && row.substance !== null);
  const kinds = new Map(
    relevant
      .filter(({ value }) => value !== null)
      .map((row) => [`${row.metric} ${canonicalUnit(row.unit)}`, row.metric]),
  );
  const found = new Map<string, Conflict>();
  for (const [kind, metric] of [...kinds].sort()) {
    const unit = kind.slice(metric.length + 1);
    const claims = toClaims(relevant, { metric, unit, files });
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    for (const cell of contestedCells(claims, metric, unit)) {
      const { conflicts, judged, subject } = resolvePlaces(claims, cell.members, cell, decisions, {
        membersCount: true,
      });
      const grounds = judged.map(claimGround);
      for (const own of conflicts) {
        const conflict = own.subject === subject ? { ...own, grounds } : own;
        if (isOneTable(conflict, byId)) continue;
        const pair = [...conflict.claims.slice(0, 2)].sort().join('|');
        const known = found.get(pair);
        if (!known || known.subject.length > conflict.subject.length) found.set(pair, conflict);
      }
    }
  }
  return [...found.values()]
    .filter((conflict) => !isToldByParts(conflict, found))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** The rows that the id of a claim names: its own, or those of a sum that was made here ("COC 8f… b2…"). */
const rowIdsOf = (id: string): readonly string[] => id.split(' ');

/**
 * Whether two sums that nobody published differ where figures that somebody did are said to differ already: one revision is one
 * matter. A question about the sum has its own conflict (`settle`).
 */
function isToldByParts({ claims, state }: Conflict, found: ReadonlyMap<string, Conflict>): boolean {
  if (state !== 'undecided') return false;
  const [one, other] = claims.slice(0, 2).map(rowIdsOf);
  if (!one || !other || one.length < 2 || other.length < 2) return false;
  return one.some((a) => other.some((b) => found.has([a, b].sort().join('|'))));
}
