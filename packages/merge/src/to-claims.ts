import {
  claimInterval,
  convertQuantity,
  expandPlace,
  type Observation,
  units,
  type Wording,
} from '@samenbeeld/schema';
import { agencyRelation, isNamed, isService } from './agency-relation.ts';
import { byId, type Claim } from './claim.ts';
import { familyTotals } from './family-totals.ts';
import { publicationKey } from './publication-key.ts';

/** The value of an observation in `unit`, or null where it is of another kind. */
function valueIn(observation: Observation, unit: string): number | null {
  if (observation.value === null) return null;
  if (observation.unit === unit) return observation.value;
  const from = units.has(observation.unit) ? units.get(observation.unit) : null;
  const to = units.has(unit) ? units.get(unit) : null;
  if (!from || !to || from.dimension !== to.dimension || from.dimension !== 'mass') return null;
  return convertQuantity(observation.value, observation.unit, unit).value;
}

/** Marked words first: whoever noted a marker read more closely than whoever noted none. */
const wordings: readonly Wording[] = ['floor', 'just_under', 'rounded', 'exact', 'unmarked'];

/** The row whose words count: printed wording beats a code, a code beats none. */
function leadingRow(rows: readonly Observation[]): Observation {
  const order = (row: Observation) =>
    wordings.indexOf(row.wording) +
    (row.wordingPrinted !== null && row.wording !== 'unmarked' ? 0 : wordings.length);
  return [...rows].sort((a, b) => order(a) - order(b) || byId(a, b))[0] as Observation;
}

/** Who counted: a service before who published for it, anybody named before nobody. */
function countedBy(rows: readonly Observation[]): readonly string[] {
  const order = ({ agencies }: Observation) =>
    isNamed(agencies) ? (isService(agencies) ? 0 : 1) : agencies.includes('UNSPECIFIED') ? 3 : 2;
  const [first] = [...rows].sort(
    (a, b) => order(a) - order(b) || (a.agencies.join() < b.agencies.join() ? -1 : 1),
  );
  return (first as Observation).agencies;
}

const extents: readonly Observation['extent'][] = ['one_find', 'some_finds', 'one_agency', 'whole'];

/** A figure that no source prints is never exact, however its digits look. */
function wordingOf(row: Observation): Wording {
  const isDerived = row.status.includes('E') && row.value !== 0;
  return isDerived && (row.wording === 'exact' || row.wording === 'unmarked')
    ? 'rounded'
    : row.wording;
}

function narrowest(rows: readonly Observation[]): readonly [string, string] {
  const starts = rows.map((row) => row.periodStart).sort();
  const ends = rows.map((row) => row.periodEnd).sort();
  return [starts.at(-1) as string, ends[0] as string];
}

/** The most precise date that some row gives. */
function publishedOn(rows: readonly Observation[]): string | null {
  const dates = rows.map((row) => row.publishedOn).filter((on) => on !== null);
  return dates.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0] ?? null;
}

function mergeRows(rows: readonly Observation[], unit: string): Claim {
  const sorted = [...rows].sort(byId);
  const lead = leadingRow(sorted);
  const first = sorted[0] as Observation;
  const [periodStart, periodEnd] = narrowest(sorted);
  const figure = {
    value: lead.value as number,
    printed: lead.printed,
    unit: lead.unit,
    toUnit: unit,
  };
  return {
    id: first.id,
    rows: sorted,
    value: valueIn(lead, unit) as number,
    interval: claimInterval({ ...figure, wording: wordingOf(lead) }),
    asPrinted: claimInterval({ ...figure, wording: 'rounded' }),
    wording: lead.wording,
    wordingPrinted: lead.wordingPrinted,
    unit,
    metric: first.metric,
    place: first.place,
    places: expandPlace(first.place),
    basis: first.basis,
    containsOwn: sorted.find((row) => row.containsOwn !== null)?.containsOwn ?? null,
    agencies: countedBy(sorted),
    substance: first.substance ?? '',
    extent: extents.find((extent) => sorted.some((row) => row.extent === extent)) ?? 'whole',
    status: [...new Set(sorted.flatMap((row) => [...row.status]))].sort().join(''),
    periodStart,
    periodEnd,
    publication: first.publication,
    publishedOn: publishedOn(sorted),
    confidence: sorted.some((row) => row.confidence === 'low')
      ? 'low'
      : (sorted.map((row) => row.confidence).find((confidence) => confidence !== null) ?? null),
    note: sorted.map((row) => row.note).find((note) => note !== null) ?? null,
  };
}

function sameClaim(a: Observation, b: Observation, unit: string): boolean {
  return (
    a.publication !== null &&
    b.publication !== null &&
    publicationKey(a.publication) === publicationKey(b.publication) &&
    valueIn(a, unit) === valueIn(b, unit) &&
    expandPlace(a.place).join() === expandPlace(b.place).join() &&
    a.substance === b.substance &&
    a.basis === b.basis &&
    a.metric === b.metric &&
    a.periodStart <= b.periodEnd &&
    b.periodStart <= a.periodEnd &&
    agencyRelation(a.agencies, b.agencies) === 'same'
  );
}

/** Rows that name their agency first, so that a row that names none joins them and never bridges two services. */
function namedFirst(a: Observation, b: Observation): number {
  return Number(isNamed(b.agencies)) - Number(isNamed(a.agencies)) || byId(a, b);
}

/**
 * The claims that a list of observations makes about one metric, in one unit, sorted by id (joint total, rules 1 and 10).
 * Rows are one claim where publication, value in one unit, place after aliasing, drug, basis and overlapping period agree
 * and the agencies may be the same. Observations of another metric or dimension, and those without a value, make none.
 *
 * @example
 * ```ts
 * import { toClaims } from '@samenbeeld/merge';
 * toClaims([], { metric: 'quantity', unit: 'kg' }) // => []
 * ```
 */
export function toClaims(
  observations: readonly Observation[],
  { metric, unit }: { readonly metric: string; readonly unit: string },
): readonly Claim[] {
  const rows = observations
    .filter((row) => row.metric === metric && (row.stat === 'sum' || row.stat === 'count'))
    .filter((row) => valueIn(row, unit) !== null)
    .sort(namedFirst);
  const groups = new Map<string, Observation[][]>();
  for (const row of rows) {
    const page = row.publication === null ? row.id : publicationKey(row.publication);
    const key = `${page} ${valueIn(row, unit)}`;
    const candidates = groups.get(key) ?? [];
    const group = candidates.find((members) =>
      members.every((member) => sameClaim(member, row, unit)),
    );
    if (group) group.push(row);
    else groups.set(key, [...candidates, [row]]);
  }
  const claims = [...groups.values()].flat().map((group) => mergeRows(group, unit));
  const measured = observations.filter((row) => row.metric === metric);
  return [...claims, ...familyTotals(claims.sort(byId), measured)].sort(byId);
}
