import {
  addDays,
  type Conservation,
  type Coverage,
  drugs,
  isMass,
  type JointTotal,
  nothingAside,
  type PutAside,
  parsePeriod,
  placeContains,
  places,
  type Span,
  spanOfDate,
  substances,
} from '@samenbeeld/schema';
import type { PictureMetadata } from '@samenbeeld/store';
import { type Cell, isOfDrug } from './cell.ts';
import type { Claim } from './claim.ts';
import { delays, laterOf } from './same-seizure/find-time.ts';

/** When a row that was put aside may be of: a later day says only that the find was before it. */
function timeOf({ date, datePrecision, dateRole }: PutAside): Span | null {
  if (date === null || datePrecision === null) return null;
  const span = spanOfDate(date, datePrecision);
  const later = laterOf({ dateRole: dateRole ?? 'case_closed' });
  return later === null ? span : { ...span, start: addDays(span.start, -delays[later].latest) };
}

const mayBe = (known: string | null, other: string, holds: (a: string, b: string) => boolean) =>
  known === null || known === other || holds(known, other) || holds(other, known);

/** Of which country a place is that may be any of it: a set that is open, or a code that no list holds. */
function looseIn(code: string): string | null {
  const country = places.has(code) ? places.get(code).country : /^([A-Z]{2})\./u.exec(code)?.[1];
  return country !== undefined && country !== null && places.has(country) ? country : null;
}

const isLoose = (code: string): boolean => !places.has(code) || places.get(code).open;

const partsOf = (place: string): readonly string[] => place.split('+').map((code) => code.trim());

const holdsPlace = (whole: string, part: string): boolean =>
  [...partsOf(whole), ...partsOf(part)].every((code) => places.has(code)) &&
  placeContains(whole, part);

/** Of several places it may be any. */
const mayBeAt = (known: string | null, place: string): boolean =>
  known === null ||
  partsOf(known).some(
    (code) =>
      mayBe(code, place, holdsPlace) || (isLoose(code) && mayBe(looseIn(code), place, holdsPlace)),
  );

/** Drugs of which nobody says which: of them a source with fewer names for drugs may mean any. */
const anyDrug: ReadonlySet<string> = new Set(
  drugs.filter(({ group }) => group === 'OTHER').map(({ code }) => code),
);

/** What is known of a row that was put aside: a code that says no more than that something was there says nothing. */
function saidOf<Row extends Pick<PutAside, 'place' | 'substance'>>(row: Row): Row {
  const { place, substance } = row;
  const isAnywhere =
    place !== null && partsOf(place).some((code) => isLoose(code) && looseIn(code) === null);
  const isAny = substance !== null && (anyDrug.has(substance) || !substances.has(substance));
  return { ...row, ...(isAnywhere && { place: null }), ...(isAny && { substance: null }) };
}

const holdsDrug = (whole: string, part: string): boolean => isOfDrug(part, whole);

/** Whether what is declared of a place and a drug, or of all drugs, holds for a place and a drug within. */
export const holdsAt = (
  { place, substance }: Pick<Coverage, 'place' | 'substance'>,
  cell: { readonly place: string; readonly substance?: string | undefined },
): boolean =>
  (place === cell.place || holdsPlace(place, cell.place)) &&
  (substance === null || cell.substance === undefined || holdsDrug(substance, cell.substance));

/** Of what a file covers, the part that a row is known to be of. */
const narrowerOf = (
  said: string | null,
  whole: string,
  holds: (a: string, b: string) => boolean,
): string => (said !== null && holds(whole, said) ? said : whole);

/** Where a row that was put aside may belong of what a file covers in full. */
function takenBack(row: PutAside, source: string, whole: Coverage): readonly Coverage[] {
  if (!mayBeAt(row.place, whole.place)) return [];
  if (row.basis !== null && row.basis !== whole.basis) return [];
  if (whole.substance !== null && !mayBe(row.substance, whole.substance, holdsDrug)) return [];
  const { start = '', end = '9999' } = timeOf(row) ?? {};
  const [, periodStart = ''] = [start, whole.periodStart].sort();
  const [periodEnd = ''] = [end, whole.periodEnd].sort();
  if (periodStart > periodEnd) return [];
  const place = narrowerOf(row.place, whole.place, holdsPlace);
  const substance =
    whole.substance === null
      ? row.substance
      : narrowerOf(row.substance, whole.substance, holdsDrug);
  return [
    {
      ...{ ...whole, source, place, substance, periodStart, periodEnd, evidence: null },
      extent: row.leftOut ? 'left_out' : 'unread',
    },
  ];
}

/**
 * What sources declare to cover, and where of it a row was put aside (`unread`) or left out by a rule (`left_out`), of whichever file: a find
 * that it tells of may be told by no other. A row of no known place is of those that its source declares anything of, of which a picture
 * that does not tell what its rows may be has only such.
 *
 * @example
 * ```ts
 * import { coverageAsRead } from '@samenbeeld/merge';
 * coverageAsRead([], []) // => []
 * ```
 */
export function coverageAsRead(
  declared: readonly Coverage[],
  files: readonly Pick<Conservation, 'source' | 'rejected' | 'putAside'>[],
): readonly Coverage[] {
  const whole = declared.filter(({ extent }) => extent === 'full');
  const unread = files
    .filter(({ rejected, putAside }) => rejected > 0 || putAside !== undefined)
    .flatMap(({ source, putAside = [nothingAside] }) => {
      const own = declared.filter((one) => one.source === source);
      const near = whole.filter(
        ({ place }) => own.length === 0 || own.some((one) => mayBeAt(one.place, place)),
      );
      return putAside
        .filter(({ figure }) => figure === undefined)
        .map(saidOf)
        .flatMap((row) =>
          (row.place === null ? near : whole).flatMap((entry) => takenBack(row, source, entry)),
        );
    });
  return [...declared, ...unread];
}

/** What became of the files of a picture; nothing of one that does not say it. */
export function filesIn(
  metadata: Pick<PictureMetadata, 'details'> | undefined,
): readonly Conservation[] {
  return (metadata?.details?.['conservation'] ?? []) as readonly Conservation[];
}

/** What became of the files of a picture, as far as it says of what the figures may be that were put aside. */
export type FilesAside = readonly Pick<Conservation, 'source' | 'putAside'>[];

const isOrUnsaid = (said: string | null, known: string) => said === null || said === known;

/** Whether a figure of the table of a claim was put aside that may be of the same place and days and of a drug of `family`. */
export function isPartAside(claim: Claim, family: string, files: FilesAside): boolean {
  const { metric, unit, basis, places: own, periodStart, periodEnd } = claim;
  const isPart = ({ figure, place, substance, ...row }: PutAside): boolean =>
    figure !== undefined &&
    isOrUnsaid(figure.metric, metric) &&
    (isOrUnsaid(figure.unit, unit) || (isMass(figure.unit ?? '') && isMass(unit))) &&
    isOrUnsaid(row.basis, basis) &&
    own.some((one) => mayBeAt(place, one)) &&
    (substance === null || isOfDrug(substance, family)) &&
    (figure.periodStart ?? '') <= periodEnd &&
    (figure.periodEnd ?? '9999') >= periodStart;
  return files.some(
    ({ source, putAside = [] }) =>
      source === claim.rows[0]?.source && putAside.map(saidOf).some(isPart),
  );
}

/**
 * Whether a find of a file was not read or was put aside that may be of a total. Of a file that does not say what its rows may be it may.
 *
 * @example
 * ```ts
 * import { mayHoldAside } from '@samenbeeld/merge';
 * const total = { members: [{ place: 'NLVLI' }], basis: 'seized_in_port', substance: 'HER', period: '2022' };
 * const row = { place: 'NLVLI', substance: 'COC', basis: null, date: null, datePrecision: null, dateRole: null };
 * mayHoldAside({ putAside: [row] }, total) // => false
 * mayHoldAside({}, total) // => true
 * ```
 */
export function mayHoldAside(
  { putAside = [] }: Pick<Conservation, 'putAside'>,
  total: Pick<JointTotal, 'basis' | 'substance' | 'period'> & {
    readonly members: readonly { readonly place: string }[];
  },
): boolean {
  const days = parsePeriod(total.period);
  return (putAside.length === 0 ? [nothingAside] : putAside).map(saidOf).some((row) => {
    const { start = '', end = '9999' } = timeOf(row) ?? {};
    return (
      row.figure === undefined &&
      !row.leftOut &&
      total.members.some(({ place }) => mayBeAt(row.place, place)) &&
      isOrUnsaid(row.basis, total.basis) &&
      mayBe(row.substance, total.substance, holdsDrug) &&
      start <= days.end &&
      end >= days.start
    );
  });
}

/** What is not counted of a cell: a row that was put aside, or a find that a rule left out. */
export type Uncounted = 'unread' | 'left_out';

const uncounted: readonly Uncounted[] = ['left_out', 'unread'];

/** What may be of a cell and is not counted; of both the find that was left out. Null where nothing is. */
export function uncountedOf(
  place: string,
  cell: Pick<Cell, 'basis' | 'substance' | 'periodStart' | 'periodEnd'>,
  coverage: readonly Coverage[],
): Uncounted | null {
  const near = coverage.filter(
    (entry) =>
      mayBeAt(entry.place, place) &&
      entry.basis === cell.basis &&
      entry.periodStart <= cell.periodEnd &&
      entry.periodEnd >= cell.periodStart &&
      mayBe(entry.substance, cell.substance, holdsDrug),
  );
  return uncounted.find((extent) => near.some((entry) => entry.extent === extent)) ?? null;
}

/**
 * Whether a row was put aside, or a find left out, that may be of a cell.
 *
 * @example
 * ```ts
 * import { isUnread } from '@samenbeeld/merge';
 * const year = { periodStart: '2022-01-01', periodEnd: '2022-12-31' };
 * isUnread('NLVLI', { basis: 'seized_in_port', substance: 'COC', ...year }, []) // => false
 * ```
 */
export function isUnread(
  place: string,
  cell: Pick<Cell, 'basis' | 'substance' | 'periodStart' | 'periodEnd'>,
  coverage: readonly Coverage[],
): boolean {
  return uncountedOf(place, cell, coverage) !== null;
}
