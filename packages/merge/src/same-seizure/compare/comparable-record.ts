import {
  type DoubleCount,
  decimalText,
  drugs,
  expandPlace,
  membersOf,
  places,
  type Seizure,
  spanOfDate,
} from '@samenbeeld/schema';
import { inKilograms } from '../../event-quantity.ts';
import { dayNumber, laterOf } from '../find-time.ts';
import { toMilligram } from '../milligram.ts';
import { isOwn, stepOf } from '../weight/statement.ts';
import { namedInRemark } from './named-in-remark.ts';

/** A record as the linkage compares it: one row, the columns in the order of `comparableColumns`. */
export interface ComparableRecord {
  /** Id of the seizure, or of the batches of one find, joined by `+`. */
  readonly id: string;
  readonly source: string;
  /** What two records must share to be compared: place or port complex, basis, drug family. */
  readonly block: string;
  readonly place: string;
  /** Days since 1 January 1970; of a rougher date its first day and its last. */
  readonly day: number;
  readonly last: number;
  /** Whether the day itself is known. */
  readonly dated: boolean;
  /** Whether it is the day of something that comes soon after the find: of its registration, or of a publication. */
  readonly registered: boolean;
  /** Whether it is the day of something that may come years after: of a judgment, say. */
  readonly closed: boolean;
  readonly kg: number | null;
  /** The weight as text. */
  readonly weighs: string | null;
  /** The last digit printed, in kilograms. */
  readonly step: number | null;
  /** Whether packing may be in the weight: it is gross, or its basis is unknown. */
  readonly packed: boolean;
  /** Digits of the weight, noughts at its ends left out. */
  readonly digits: number | null;
  /** Its natural logarithm. */
  readonly magnitude: number | null;
  /** Share of the weights of the block that lie within a tenth of this one. */
  readonly crowd: number | null;
  /** Every weight that two swapped digits make of it: "|142.5|421.5|". */
  readonly swaps: string | null;
  /** Whether it is of the service that seized. */
  readonly own: boolean;
  readonly country: string;
  readonly seized_by: string;
  readonly credits: string;
  /** The service whose file it is, and every service the row names, in its remark too. */
  readonly service: string;
  readonly services: string;
  /** Files that are declared to count this find too, or not to. */
  readonly declared: string;
  readonly excluded: string;
  /** Mean number of days between records of this file and block. */
  readonly every: number;
  readonly container: string | null;
  /** What tells the salt of its container from those of others; empty where that is not known. */
  readonly salt: string;
  readonly departure: string | null;
  readonly cover: string | null;
  readonly hidden: string | null;
  readonly transport: string | null;
}

/** Days that lie between two dates at least: between two days, or from the end of a week to a day. */
export function daysApart(a: Seizure, b: Seizure): number {
  const spanOf = ({ date, datePrecision }: Seizure) => {
    const { start, end } = spanOfDate(date, datePrecision);
    return { first: dayNumber(start), last: dayNumber(end) };
  };
  const [one, other] = [spanOf(a), spanOf(b)];
  return Math.max(0, one.first - other.last, other.first - one.last);
}

const vague = new Set(['unknown', 'other', 'none']);
const listed = (items: readonly string[]): string => `|${items.join('|')}|`;

function family(substance: string): string {
  return drugs.has(substance) ? (drugs.get(substance).parent ?? substance) : substance;
}

/** The port complex that a place belongs to, so that a row of the complex meets those of its ports; else the place. */
export function areaOf(place: string): string {
  if (!places.has(place)) return place;
  const entry = places.get(place);
  const isSet = membersOf(entry.code).length > 0;
  return isSet ? expandPlace(entry.code).join('+') : entry.code;
}

/** Areas that hold others are compared with each of them. */
function blocksOf(seizures: readonly Seizure[]): ReadonlyMap<string, string> {
  const areas = [...new Set(seizures.map(({ place }) => areaOf(place)))].sort();
  const members = areas.map((area) => ({ area, within: area.split('+') }));
  const sets = members.filter(({ within }) => within.length > 1);
  const blockOf = (within: readonly string[]): string => {
    const holding = sets.filter((set) => within.some((place) => set.within.includes(place)));
    return holding.map(({ area }) => area).join(' ') || within.join('+');
  };
  return new Map(members.map(({ area, within }) => [area, blockOf(within)]));
}

/** Weights that differ in two adjacent digits, decimals to the gram, as `isTransposition` compares them. */
function swapsOf(kg: number): readonly string[] {
  const digits = kg.toFixed(3).replace('.', '');
  return [...digits.slice(1)].flatMap((digit, at) => {
    const before = digits[at] as string;
    if (digit === before) return [];
    const swapped = `${digits.slice(0, at)}${digit}${before}${digits.slice(at + 2)}`;
    return [decimalText(Number(`${swapped.slice(0, -3)}.${swapped.slice(-3)}`))];
  });
}

/** Weights that are stated besides those that are known, so that a few records claim no crowd: of round figures more are alike. */
const statedCrowd = { worth: 12, plain: 0.06, round: 0.2 } as const;

const digitsOf = (weighs: string): number =>
  weighs.replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length;

/** How many of some sorted weights lie within a tenth of one. */
function within(sorted: readonly number[], kg: number): number {
  const below = (limit: number): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as number) < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return below((kg / 0.9) * (1 + 1e-9)) - below(kg * 0.9 * (1 - 1e-9));
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '';
}

/** What is known of the files of some records: what they say of each other, the salts of their containers, and sets of rows that one find may consist of. */
interface Surroundings {
  readonly declared: readonly DoubleCount[];
  readonly saltMarks?: ReadonlyMap<string, string>;
  readonly batches?: readonly (readonly Seizure[])[];
}

/** Rows that the linkage compares, made of seizures. */
export function comparableRecords(
  seizures: readonly Seizure[],
  { declared, saltMarks = new Map(), batches = [] }: Surroundings,
): readonly ComparableRecord[] {
  const blocks = blocksOf(seizures);
  const blockOf = ({ place, basis, substance }: Seizure): string =>
    `${blocks.get(areaOf(place))} ${basis} ${family(substance)}`;
  const counts = new Map<string, number>();
  const rate = (seizure: Seizure): string =>
    `${seizure.source} ${seizure.place} ${blockOf(seizure)}`;
  const services = new Map<string, string[]>();
  for (const seizure of seizures) {
    counts.set(rate(seizure), (counts.get(rate(seizure)) ?? 0) + 1);
    const known = services.get(seizure.source);
    if (known) known.push(...seizure.agencies);
    else services.set(seizure.source, [...seizure.agencies]);
  }
  const service = new Map([...services].map(([source, all]) => [source, mostFrequent(all)]));
  const weightsOf = new Map<string, number[]>();
  for (const seizure of seizures) {
    const kg = inKilograms(seizure);
    if (kg === null || kg <= 0) continue;
    const known = weightsOf.get(blockOf(seizure));
    if (known) known.push(kg);
    else weightsOf.set(blockOf(seizure), [kg]);
  }
  for (const weights of weightsOf.values()) weights.sort((a, b) => a - b);
  /** The weight itself is one of those known. */
  const crowdOf = (block: string, kg: number, weighs: string): number => {
    const weights = weightsOf.get(block) ?? [];
    const stated = digitsOf(weighs) <= 1 ? statedCrowd.round : statedCrowd.plain;
    const others = Math.max(0, within(weights, kg) - 1);
    return (
      (others + stated * statedCrowd.worth) / (Math.max(0, weights.length - 1) + statedCrowd.worth)
    );
  };
  const days = seizures.map(({ date }) => dayNumber(date));
  const span =
    days.reduce((a, b) => Math.max(a, b), 0) -
    days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY) +
    1;

  function rowOf(rows: readonly Seizure[]): ComparableRecord {
    const [first] = rows as readonly [Seizure];
    const weights = rows.map(inKilograms);
    const known = weights.filter((kg): kg is number => kg !== null && kg > 0);
    const kg = known.length === rows.length ? toMilligram(known.reduce((a, b) => a + b, 0)) : null;
    const weighs = kg === null ? null : decimalText(kg);
    const concerned = declared.filter(
      (one) =>
        one.source === first.source &&
        (one.place === null || one.place === first.place) &&
        (one.basis === null || one.basis === first.basis),
    );
    const found = <T>(pick: (seizure: Seizure) => T | null): T | null =>
      rows.map(pick).find((value) => value !== null) ?? null;
    // Batches of two containers are in neither of them.
    const one = <T>(pick: (seizure: Seizure) => T | null): T | null => {
      const said = new Set(rows.map(pick).filter((value) => value !== null));
      return said.size === 1 ? ([...said][0] ?? null) : null;
    };
    const own = service.get(first.source) ?? '';
    const remarked = rows.map(({ note, seizingCountry }) => namedInRemark(note, seizingCountry));
    return {
      id: rows
        .map(({ id }) => id)
        .sort()
        .join('+'),
      source: first.source,
      block: blockOf(first),
      place: first.place,
      day: dayNumber(first.date),
      last: Math.max(
        ...rows.map(({ date, datePrecision }) => dayNumber(spanOfDate(date, datePrecision).end)),
      ),
      dated: rows.every(({ datePrecision }) => datePrecision === 'day'),
      registered: rows.some((row) => laterOf(row) === 'registered'),
      closed: rows.some((row) => laterOf(row) === 'closed'),
      kg,
      weighs,
      step: kg === null ? null : Math.max(...rows.map(stepOf)),
      packed: rows.some(({ massBasis }) => massBasis !== 'net'),
      digits: weighs === null ? null : digitsOf(weighs),
      magnitude: kg === null ? null : Math.log(kg),
      crowd: kg === null || weighs === null ? null : crowdOf(blockOf(first), kg, weighs),
      swaps: kg === null ? null : listed(swapsOf(kg)),
      own: rows.some(isOwn),
      country: own.slice(0, 2),
      seized_by: first.seizingCountry,
      credits: listed([
        ...rows.flatMap(({ creditedTo }) => creditedTo),
        ...remarked.flatMap(({ countries }) => countries),
      ]),
      service: own,
      services: listed([
        ...rows.flatMap(({ agencies }) => agencies),
        ...remarked.flatMap((one) => one.agencies),
      ]),
      declared: listed(concerned.flatMap(({ says, also }) => (says === 'counts' ? [also] : []))),
      excluded: listed(
        concerned.flatMap(({ says, also }) => (says === 'leaves-out' ? [also] : [])),
      ),
      // A year and a find more, so that a few records of a few weeks claim no rate.
      every: (span + 365) / ((counts.get(rate(first)) ?? 0) + 1),
      container: one(({ containerKey }) => containerKey),
      salt: saltMarks.get(first.source) ?? '',
      departure: found(({ originCountry, departureCountry }) => originCountry ?? departureCountry),
      cover: found(({ coverLoadHs }) => coverLoadHs),
      hidden: found(({ concealment }) =>
        vague.has(concealment ?? 'unknown') ? null : concealment,
      ),
      transport: found(({ transportMode }) =>
        vague.has(transportMode ?? 'unknown') ? null : transportMode,
      ),
    };
  }
  return [...seizures.map((seizure) => [seizure]), ...batches].map(rowOf);
}
