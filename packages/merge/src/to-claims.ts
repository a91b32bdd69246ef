import {
  addDays,
  addIntervals,
  assertComparable,
  claimInterval,
  convertQuantity,
  drugs,
  expandPlace,
  freqOf,
  groupBy,
  type Interval,
  type MissingReason,
  type Observation,
  RefusalError,
  type Span,
  sumExact,
  units,
  type Wording,
} from '@samenbeeld/schema';
import { agencyRelation, isNamed, isService } from './agency-relation.ts';
import { byId, type Claim } from './claim.ts';
import { isLaterVintage } from './govern.ts';
import { type FilesAside, isPartAside } from './put-aside.ts';
import { isRevisedBy, tableOf } from './superseded.ts';

/** The family a substance belongs to, where it has one. */
function familyOf(substance: string | null): string | null {
  return substance !== null && drugs.has(substance) ? drugs.get(substance).parent : null;
}

type Scoped = Pick<Claim, 'basis' | 'agencies' | 'periodStart' | 'periodEnd' | 'publishedOn'> & {
  readonly source: string;
  readonly places: readonly string[];
};

/** Figures of one release of one table, over one place and period. */
function scopeOf(row: Scoped, substance: string): string {
  const { source, places, basis, agencies, periodStart, periodEnd, publishedOn } = row;
  return JSON.stringify([
    source,
    places,
    basis,
    agencies,
    periodStart,
    periodEnd,
    publishedOn,
    substance,
  ]);
}

function ofClaim(claim: Claim): Scoped {
  return { ...claim, source: claim.rows[0]?.source ?? '' };
}

/** Reasons for which a figure is there, only not shown: a sum of the others is a floor, and a period of it a known gap. */
const hidden: ReadonlySet<MissingReason> = new Set([
  'suppressed',
  'below_threshold',
  'pending',
  'not_reported',
  'not_collected',
]);

/** Whether a row states that the figure it is of is not given. */
export function isWithheld({ missing, value }: Pick<Observation, 'missing' | 'value'>): boolean {
  return value === null && missing !== null && hidden.has(missing);
}

/** Whether the guard lets the parts be added. Nobody asked for this sum, so a refusal only means that there is none. */
function mayAdd(parts: readonly Claim[]): boolean {
  const records = parts.flatMap(({ rows, unit }) =>
    rows.slice(0, 1).map((row) => ({ ...row, unit })),
  );
  try {
    assertComparable(records, { for: 'sum', across: ['substance'] });
    return true;
  } catch (error) {
    if (error instanceof RefusalError) return false;
    throw error;
  }
}

/** How sure a transcription is, the weakest first; of a figure of which nobody says it, it is unknown. */
const confidences: readonly Claim['confidence'][] = ['low', 'medium', null, 'high'];

/** The claim that parts of one table make together: as doubtful and as provisional as the weakest of them. */
function sumOf(parts: readonly [Claim, ...Claim[]]): Claim {
  const [first] = parts;
  const isAlike = parts.every(({ containsOwn }) => containsOwn === first.containsOwn);
  return {
    ...first,
    id: parts.map(({ id }) => id).join(' '),
    rows: parts.flatMap(({ rows }) => rows),
    value: sumExact(parts.map(({ value }) => value)),
    interval: addIntervals(parts.map(({ interval }) => interval)),
    asPrinted: addIntervals(parts.map(({ asPrinted }) => asPrinted)),
    containsOwn: isAlike ? first.containsOwn : null,
    status: [...new Set(parts.flatMap(({ status }) => [...status]))].sort().join(''),
    confidence: confidences.find((one) => parts.some((part) => part.confidence === one)) ?? null,
  };
}

function familyTotal(family: string, parts: readonly Claim[], isFloor: boolean): Claim {
  const sum = sumOf(parts as readonly [Claim, ...Claim[]]);
  return {
    ...sum,
    id: `${family} ${sum.id}`,
    substance: family,
    ...(isFloor && {
      interval: { low: sum.interval.low, high: null, closed: true },
      ...{ wording: 'floor' as const, wordingPrinted: null },
    }),
  };
}

/**
 * A statistical table may give a family only as its parts: their sum is then its figure for the family, so that a
 * country's cocaine can be compared. Never where the table gives the family itself, nor over parts of two releases, nor
 * where the comparability guard refuses the sum. A part that is suppressed, pending, missing or put aside makes it a floor.
 *
 * @param observations the rows of the tables, in which parts without a value are found
 * @param files what was put aside of the tables
 */
function familyTotals(
  claims: readonly Claim[],
  observations: readonly Observation[],
  files: FilesAside,
): readonly Claim[] {
  const tables = claims.filter((claim) => claim.publication === null && claim.extent === 'whole');
  const given = new Set(tables.map((claim) => scopeOf(ofClaim(claim), claim.substance)));
  const groups = groupBy(tables, (claim) => {
    const family = familyOf(claim.substance);
    const key = family === null ? null : scopeOf(ofClaim(claim), family);
    return key === null || given.has(key) ? null : key;
  });
  const withheld = new Set(
    observations.flatMap((row) => {
      const family = familyOf(row.substance);
      if (family === null || !isWithheld(row) || row.publication !== null || row.extent !== 'whole')
        return [];
      return [scopeOf({ ...row, places: expandPlace(row.place) }, family)];
    }),
  );
  return [...groups].flatMap(([key, parts]) => {
    const [first] = parts;
    const family = familyOf(first?.substance ?? null);
    if (key === null || !first || family === null || !mayAdd(parts)) return [];
    return [familyTotal(family, parts, withheld.has(key) || isPartAside(first, family, files))];
  });
}

/** Whether figures follow one another day after day from the first to the last of a period, each once. */
function fill(parts: readonly Claim[], { start, end }: Span): boolean {
  return (
    parts[0]?.periodStart === start &&
    parts.at(-1)?.periodEnd === end &&
    parts.every(
      ({ periodStart }, at) =>
        at === 0 || periodStart === addDays(parts[at - 1]?.periodEnd ?? '', 1),
    )
  );
}

/** Lengths of which a year is made without a rest, the shortest first. */
const partLengths = ['M', 'Q', 'S'] as const;

/** Whether a figure is of all of its period. A year or month of publication must come after it: it may have been before its last day. */
function isSettled({ publishedOn, periodEnd, status }: Claim): boolean {
  if (status.includes('P')) return false;
  if (publishedOn === null || publishedOn.length >= periodEnd.length)
    return publishedOn === null || publishedOn >= periodEnd;
  return publishedOn > periodEnd.slice(0, publishedOn.length);
}

/** What a figure allows: rounded as it is printed where no word says otherwise, and no less than it where its period went on. */
function allowedBy(claim: Claim): Interval {
  const said = claim.wording === 'unmarked' ? claim.asPrinted : claim.interval;
  return isSettled(claim) ? said : { low: said.low, high: null, closed: false };
}

/** The most that figures of which no two share a day make at least. */
function leastOf(claims: readonly Claim[]): number {
  const most: { readonly end: string; readonly low: number }[] = [];
  for (const claim of claims.toSorted((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1))) {
    const before = most.findLast(({ end }) => end < claim.periodStart)?.low ?? 0;
    const low = Math.max(most.at(-1)?.low ?? 0, sumExact([before, allowedBy(claim).low]));
    most.push({ end: claim.periodEnd, low });
  }
  return most.at(-1)?.low ?? 0;
}

/** Whether a table's own figures of longer and shorter parts of a period, and the parts that fill it, can all be so. */
function agree(parts: readonly Claim[], all: readonly Claim[]): boolean {
  return all.every((claim) => {
    const { low, high } = allowedBy(claim);
    const inside = all.filter(
      ({ periodStart, periodEnd }) =>
        periodStart >= claim.periodStart && periodEnd <= claim.periodEnd,
    );
    const over = parts.filter(
      ({ periodStart, periodEnd }) =>
        periodStart <= claim.periodEnd && periodEnd >= claim.periodStart,
    );
    const most = addIntervals(over.map(allowedBy)).high;
    return (high === null || leastOf(inside) <= high) && (most === null || low <= most);
  });
}

/** The parts of one length that fill a period, the shortest that do; none where another figure of their table says otherwise. */
function partsThatFill(
  all: readonly Claim[],
  span: Span,
): readonly [Claim, ...Claim[]] | undefined {
  if (all.some((one) => one.periodStart === span.start && one.periodEnd === span.end))
    return undefined;
  const settled = all.filter(isSettled).sort((a, b) => (a.periodStart < b.periodStart ? -1 : 1));
  const parts = partLengths
    .map((freq) =>
      settled.filter(
        ({ periodStart, periodEnd }) => freqOf({ start: periodStart, end: periodEnd }) === freq,
      ),
    )
    .find((some) => fill(some, span));
  return parts && agree(parts, all) ? (parts as [Claim, ...Claim[]]) : undefined;
}

/**
 * A statistical table may give a year only as its parts: where all its twelve months, four quarters or two halves are there, are
 * over and follow one rule, their sum is its figure for the year. Of a half or a quarter alike. Never where the table gives the
 * whole itself, nor where its figures of longer or shorter parts do not add up to the same. Of several releases that have all the
 * parts the latest counts, unless a later one tells a part anew and not the others: what came before is then no year either.
 */
export function wholeOfParts(claims: readonly Claim[], span: Span): readonly Claim[] {
  const { start, end } = span;
  const inside = claims.filter(
    ({ periodStart, periodEnd, publication, extent }) =>
      publication === null && extent === 'whole' && periodStart >= start && periodEnd <= end,
  );
  const releases = groupBy(inside, (claim) => `${tableOf(claim)} ${claim.publishedOn}`);
  const filled = [...releases.values()].flatMap((all) => {
    const parts = partsThatFill(all, span);
    return parts ? [parts] : [];
  });
  // A year of which a later release tells one month anew is no longer what its table says, nor is it half of each.
  const isCurrent = (parts: readonly [Claim, ...Claim[]]): boolean =>
    !filled.some(
      ([other]) => tableOf(other) === tableOf(parts[0]) && isLaterVintage(other, parts[0]),
    ) && !inside.some((later) => parts.some((part) => isRevisedBy(part, later)));
  return filled.filter(isCurrent).map((parts): Claim => {
    const sum = sumOf(parts);
    const isOneWording = parts.every(({ wording }) => wording === sum.wording);
    const isFloor = sum.interval.high === null;
    return {
      ...sum,
      id: `${start}/${end} ${sum.id}`,
      wording: isFloor ? 'floor' : isOneWording ? sum.wording : 'rounded',
      ...{ wordingPrinted: null, periodStart: start, periodEnd: end, note: null },
    };
  });
}

/**
 * A publication as a key: the same page behind another protocol, host prefix or query is the same page.
 *
 * @example
 * ```ts
 * import { publicationKey } from '@samenbeeld/merge';
 * publicationKey('https://www.pzc.nl/walcheren/') === publicationKey('http://pzc.nl/walcheren#top') // => true
 * ```
 */
export function publicationKey(publication: string): string {
  return publication
    .replace(/#.*$/, '')
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\?redirect=\d+$/, '')
    .replace(/\/$/, '')
    .toLowerCase();
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

const extents: readonly Observation['extent'][] = [
  'one_find',
  'some_finds',
  'part',
  'one_agency',
  'whole',
];

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

/** Of what drug a figure is; an amount whose label no list knows is of that label, which is no other's. */
export function drugOf({ substance, metric, offence, nationalCode }: Observation): string | null {
  const isOfLabel = (metric === 'quantity' || metric === 'seizures') && offence === null;
  return substance ?? (isOfLabel ? nationalCode : null);
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
    substance: drugOf(first) ?? '',
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

/** Claims of one row, by it and their unit: most are, and each question of a picture asks for them again. */
const ofOneRow = new WeakMap<Observation, Map<string, Claim>>();

/** The claim of rows that are one. */
function claimOf(rows: readonly Observation[], unit: string): Claim {
  const [row] = rows;
  if (row === undefined || rows.length > 1) return mergeRows(rows, unit);
  const made = ofOneRow.get(row) ?? new Map<string, Claim>();
  const claim = made.get(unit) ?? mergeRows(rows, unit);
  ofOneRow.set(row, made.set(unit, claim));
  return claim;
}

function sameClaim(a: Observation, b: Observation, unit: string): boolean {
  return (
    a.publication !== null &&
    b.publication !== null &&
    publicationKey(a.publication) === publicationKey(b.publication) &&
    valueIn(a, unit) === valueIn(b, unit) &&
    expandPlace(a.place).join() === expandPlace(b.place).join() &&
    drugOf(a) === drugOf(b) &&
    a.offence === b.offence &&
    a.basis === b.basis &&
    a.metric === b.metric &&
    a.periodStart <= b.periodEnd &&
    b.periodStart <= a.periodEnd &&
    agencyRelation(a.agencies, b.agencies) === 'same'
  );
}

/**
 * Figures of one table for one drug, place and period that its own codes set apart (countries of departure, kinds of resin) are parts
 * of what it counts there, each in its own words, and no rivals: none of them is the whole, which a figure without a code is.
 */
function partsApart(claims: readonly Claim[]): readonly Claim[] {
  const codeOf = ({ rows: [row] }: Claim): string | null => row?.nationalCode ?? null;
  const isOfDrug = ({ rows: [row], publication, extent }: Claim): boolean =>
    publication === null && extent === 'whole' && row?.offence === null && row.substance !== null;
  const tables = groupBy(claims.filter(isOfDrug), (claim) =>
    JSON.stringify([
      tableOf({ ...claim, rows: claim.rows.map((row) => ({ ...row, nationalCode: null })) }),
      ...[claim.periodStart, claim.periodEnd, claim.publishedOn],
    ]),
  );
  const parts = new Set(
    [...tables.values()].flatMap((table) =>
      new Set(table.map(codeOf)).size > 1 ? table.filter((claim) => codeOf(claim) !== null) : [],
    ),
  );
  return claims.map((claim) => (parts.has(claim) ? { ...claim, extent: 'part' } : claim));
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
  {
    metric,
    unit,
    files = [],
    stat,
  }: {
    readonly metric: string;
    readonly unit: string;
    readonly files?: FilesAside;
    /** Of what is no sum: which statistic of it. */
    readonly stat?: Observation['stat'] | null;
  },
): readonly Claim[] {
  const rows = observations
    .filter((row) => row.metric === metric)
    .filter((row) => (stat ? row.stat === stat : row.stat === 'sum' || row.stat === 'count'))
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
  const told = [...groups.values()].flat().map((group) => claimOf(group, unit));
  const claims = metric === 'quantity' || metric === 'seizures' ? partsApart(told) : told;
  const measured = observations.filter((row) => row.metric === metric);
  return [...claims, ...familyTotals(told.sort(byId), measured, files)].sort(byId);
}
