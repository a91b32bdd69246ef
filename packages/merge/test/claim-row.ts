import { type Claim, toClaims } from '@samenbeeld/merge';
import type { Decision, Observation } from '@samenbeeld/schema';

/** A claim about cocaine seized in Vlissingen in 2022, as HARC would word it; `over` changes it. */
export function claimRow(id: string, over: Partial<Observation> = {}): Observation {
  const value = over.value === undefined ? 4157 : over.value;
  return {
    kind: 'observation',
    id,
    source: 'published-claims',
    reference: id,
    publication: `https://example.org/${id}`,
    metric: 'quantity',
    stat: 'sum',
    value,
    printed: value === null ? null : String(value),
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
    countUnit: null,
    definition: null,
    level: null,
    periodStart: '2022-01-01',
    periodEnd: '2022-12-31',
    freq: 'A',
    publishedOn: '2023-01',
    confidence: 'high',
    note: null,
    origin: { file: 'claims.csv', sheet: null, line: 2, column: 'value', raw: String(value) },
    ...over,
  };
}

/** Claims in kg. */
export function claimsOf(...rows: readonly Observation[]): readonly Claim[] {
  return toClaims(rows, { metric: 'quantity', unit: 'kg' });
}

/** One claim in kg. */
export function claimOf(id: string, over: Partial<Observation> = {}): Claim {
  return claimsOf(claimRow(id, over))[0] as Claim;
}

/** A decision in force, by its subject. */
export function decided(
  subject: string,
  verdict: string,
  kind: Decision['kind'] = 'conflict',
): ReadonlyMap<string, Decision> {
  return new Map([[subject, decision('d1', subject, verdict, kind)]]);
}

/** A decision of an analyst. */
export function decision(
  id: string,
  subject: string,
  verdict: string,
  kind: Decision['kind'] = 'conflict',
  supersedes: string | null = null,
): Decision {
  return {
    id,
    kind,
    subject,
    verdict,
    role: 'analyst',
    time: `2026-01-01T09:00:0${id.length}Z`,
    reason: 'checked with the counting authority',
    evidence: null,
    supersedes,
  };
}
