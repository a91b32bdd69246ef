import {
  addIntervals,
  claimInterval,
  convertQuantity,
  drugs,
  expandPlace,
  type Interval,
  type Observation,
  sumExact,
  units,
  type Wording,
} from '@samenbeeld/schema';

/**
 * One claim: the rows that say the same thing in the same publication, with the interval its wording allows
 * (joint total, rules 1 and 10). Values are in the unit of the cell.
 */
export interface Claim {
  /** Id of the leading row. */
  readonly id: string;
  readonly rows: readonly Observation[];
  readonly value: number;
  readonly interval: Interval;
  /** What the printed digits allow, whatever the words say: half a unit of the last non-zero digit. */
  readonly asPrinted: Interval;
  readonly wording: Wording;
  readonly wordingPrinted: string | null;
  readonly unit: string;
  readonly metric: string;
  readonly place: string;
  /** Ports the place code stands for; an open area stands for itself. */
  readonly places: readonly string[];
  readonly basis: string;
  readonly containsOwn: boolean | null;
  readonly agencies: readonly string[];
  readonly substance: string;
  readonly extent: Observation['extent'];
  readonly status: string;
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly publication: string | null;
  readonly publishedOn: string | null;
  readonly confidence: Observation['confidence'];
  readonly note: string | null;
}

const vague: ReadonlySet<string> = new Set(['UNSPECIFIED', 'PRESS', 'MIXED']);

/** A publication as a key: the same page behind another protocol, host prefix or query is the same page. */
export function publicationKey(publication: string): string {
  return publication
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/#.*$/, '')
    .replace(/\?redirect=\d+$/, '')
    .replace(/\/$/, '')
    .toLowerCase();
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The value of an observation in `unit`, or null where it is of another kind. */
function valueIn(observation: Observation, unit: string): number | null {
  if (observation.value === null) return null;
  if (observation.unit === unit) return observation.value;
  const from = units.has(observation.unit) ? units.get(observation.unit) : null;
  const to = units.has(unit) ? units.get(unit) : null;
  if (!from || !to || from.dimension !== to.dimension || from.dimension !== 'mass') return null;
  return convertQuantity(observation.value, observation.unit, unit).value;
}

/** The row whose words count: printed wording beats a code, a code beats none. */
function leadingRow(rows: readonly Observation[]): Observation {
  const printed = rows.find((row) => row.wordingPrinted !== null && row.wording !== 'unmarked');
  const coded = rows.find((row) => row.wording !== 'unmarked');
  return printed ?? coded ?? (rows[0] as Observation);
}

function narrowest(rows: readonly Observation[]): readonly [string, string] {
  const start = rows
    .map((row) => row.periodStart)
    .sort()
    .at(-1) as string;
  const end = rows.map((row) => row.periodEnd).sort()[0] as string;
  return [start, end];
}

function mergeRows(rows: readonly Observation[], unit: string): Claim {
  const sorted = [...rows].sort(byId);
  const lead = leadingRow(sorted);
  const first = sorted[0] as Observation;
  const named =
    sorted.find((row) => !row.agencies.every((agency) => vague.has(agency))) ??
    sorted.find((row) => !row.agencies.includes('UNSPECIFIED')) ??
    first;
  const [periodStart, periodEnd] = narrowest(sorted);
  return {
    id: first.id,
    rows: sorted,
    value: valueIn(lead, unit) as number,
    interval: claimInterval({
      value: lead.value as number,
      printed: lead.printed,
      wording: lead.wording,
      unit: lead.unit,
      toUnit: unit,
    }),
    asPrinted: claimInterval({
      value: lead.value as number,
      printed: lead.printed,
      wording: 'rounded',
      unit: lead.unit,
      toUnit: unit,
    }),
    wording: lead.wording,
    wordingPrinted: lead.wordingPrinted,
    unit,
    metric: first.metric,
    place: first.place,
    places: expandPlace(first.place),
    basis: first.basis,
    containsOwn: sorted.find((row) => row.containsOwn !== null)?.containsOwn ?? null,
    agencies: named.agencies,
    substance: first.substance ?? '',
    extent: sorted.find((row) => row.extent !== 'whole')?.extent ?? 'whole',
    status: [...new Set(sorted.flatMap((row) => [...row.status]))].sort().join(''),
    periodStart,
    periodEnd,
    publication: first.publication,
    publishedOn:
      sorted.map((row) => row.publishedOn).find((on) => on !== null && on.length > 7) ??
      first.publishedOn,
    confidence: sorted.some((row) => row.confidence === 'low') ? 'low' : first.confidence,
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
    b.periodStart <= a.periodEnd
  );
}

/** The family a substance belongs to, where it has one. */
function familyOf(substance: string): string | null {
  return drugs.has(substance) ? drugs.get(substance).parent : null;
}

/**
 * A statistical table may give a family only as its parts: their sum is then its figure for the family, so that a
 * country's cocaine can be compared. Never where the table gives the family itself.
 */
function familyTotals(claims: readonly Claim[]): readonly Claim[] {
  const tables = claims.filter((claim) => claim.publication === null && claim.extent === 'whole');
  const groups = new Map<string, Claim[]>();
  for (const claim of tables) {
    const family = familyOf(claim.substance);
    if (family === null) continue;
    const [row] = claim.rows;
    const key = JSON.stringify([
      row?.source,
      claim.places,
      claim.basis,
      claim.agencies,
      claim.periodStart,
      claim.periodEnd,
      family,
    ]);
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  return [...groups.values()].flatMap((parts) => {
    const [first] = parts as [Claim];
    const family = familyOf(first.substance) as string;
    const given = tables.some(
      (claim) =>
        claim.substance === family &&
        claim.rows[0]?.source === first.rows[0]?.source &&
        claim.places.join() === first.places.join() &&
        claim.periodStart === first.periodStart &&
        claim.periodEnd === first.periodEnd,
    );
    if (given) return [];
    return [
      {
        ...first,
        id: `${family} ${parts.map((part) => part.id).join(' ')}`,
        rows: parts.flatMap((part) => part.rows),
        substance: family,
        value: sumExact(parts.map((part) => part.value)),
        interval: addIntervals(parts.map((part) => part.interval)),
        asPrinted: addIntervals(parts.map((part) => part.asPrinted)),
      },
    ];
  });
}

/**
 * The claims that a list of observations makes about one metric, in one unit. Observations of another metric
 * or dimension, and those without a value, make none.
 */
export function toClaims(
  observations: readonly Observation[],
  { metric, unit }: { readonly metric: string; readonly unit: string },
): readonly Claim[] {
  const rows = observations
    .filter((row) => row.metric === metric && (row.stat === 'sum' || row.stat === 'count'))
    .filter((row) => valueIn(row, unit) !== null)
    .sort(byId);
  const groups: Observation[][] = [];
  for (const row of rows) {
    const group = groups.find((members) => members.some((member) => sameClaim(member, row, unit)));
    if (group) group.push(row);
    else groups.push([row]);
  }
  const claims = groups.map((group) => mergeRows(group, unit));
  return [...claims, ...familyTotals(claims)].sort(byId);
}
