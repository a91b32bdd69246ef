import {
  type Coverage,
  inFour,
  type JointTotal,
  type MemberTotal,
  type Range90,
  type Seizure,
  seizuresShape,
  shape,
  substanceContains,
  subtractExact,
  sumExact,
  takes,
  type Unweighed,
} from '@samenbeeld/schema';
import { type Cell, type CellPeriod, cellOf, periodsOf, subjectOf } from './cell.ts';
import type { DoubleReport } from './double-reports.ts';
import { eventCauses } from './event-causes.ts';
import { countedEvents, type GroupFind, groupFinds, largestFind } from './event-counted.ts';
import { countedGroups } from './event-groups.ts';
import { assertKnownPairs, assertOneOfEachId } from './event-ids.ts';
import { isReported } from './is-reported.ts';
import { uncountedOf } from './put-aside.ts';
import { madeWithin } from './same-seizure/find-time.ts';
import { toMilligram } from './same-seizure/milligram.ts';
import { candidateFrom, sameFrom } from './same-seizure/partition/credible.ts';
import { type TiedRecords, tiedRecords } from './same-seizure/partition/tied-records.ts';
import { toRecordPairs } from './same-seizure/to-record-pairs.ts';
import {
  type ComponentTotal,
  type CountedComponent,
  componentTotal,
  countComponent,
} from './same-seizure/total/component-total.ts';
import { countFinds, type InCell, oneFind } from './same-seizure/total/counted-find.ts';
import {
  middle90,
  packedSums,
  packingOutcomes,
  sumOf,
  varianceOf,
} from './same-seizure/total/spread.ts';
import { stakesOf } from './same-seizure/total/stakes.ts';
import { asOne, type ToldFind, toldFinds } from './same-seizure/total/told-find.ts';

/** The total of a cell, every find once. */
interface CellTotal {
  readonly lowest: number;
  readonly likely: number;
  readonly highest: number | null;
  readonly interval90: Range90;
  /** Variance of the total, in square kilograms, from double reports and weights in conflict. */
  readonly variance: number;
}

/** A mean is printed no finer than a tenth of its standard deviation tells, from the milligram to the kilogram. */
function rounded(mean: number, variance: number): number {
  const deviation = Math.sqrt(variance);
  if (deviation < 1e-6) return toMilligram(mean);
  const power = Math.min(0, Math.max(-6, Math.floor(Math.log10(deviation / 10))));
  return Number(mean.toFixed(-power));
}

/** An end of an interval is no finer than the gram, and lies outside what it holds. */
function toGram(kg: number, round: (grams: number) => number): number {
  return round(Number((kg * 1000).toFixed(6))) / 1000;
}

/**
 * Sums independent components. The 90 % interval is that of their convolution: every combination of partitions and of
 * credible weights, with its probability. It always holds the likely value, and is held within lowest and highest. `said` is the
 * likely value where it is given already, as the sum of the members'.
 */
function sumComponents(parts: readonly ComponentTotal[], said?: number): CellTotal {
  const offices = packedSums(
    parts.map(({ packed }) => ({ packed: packed.values(), probability: 1 })),
  );
  const independent = [
    ...parts.map((part) => part.outcomes),
    ...[...offices.values()].map(packingOutcomes),
  ];
  const outcomes = sumOf(independent.sort((a, b) => a.length - b.length));
  const variance = independent.reduce((sum, each) => sum + varianceOf(each), 0);
  const open = 1 - parts.reduce((closed, part) => closed * (1 - part.open), 1);
  const uncertain = parts.reduce((sum, part) => sum + part.uncertain, 0);
  const mean = parts.reduce((sum, { likely }) => sum + likely, 0);
  const lows = parts.reduce((sum, { lowest }) => sum + lowest, 0);
  const highs = parts.map(({ highest }) => highest);
  const most = highs.includes(null) ? null : highs.reduce<number>((sum, kg) => sum + (kg ?? 0), 0);
  const within = (kg: number): number =>
    toMilligram(Math.min(Math.max(kg, lows), most ?? Number.POSITIVE_INFINITY));
  const likely = said ?? within(rounded(mean, uncertain));
  const middle = middle90(outcomes, open);
  const end =
    middle.high === null ? most : Math.max(within(toGram(middle.high, Math.ceil)), likely);
  return {
    lowest: toMilligram(lows),
    likely,
    highest: most === null ? null : toMilligram(most),
    interval90: {
      low: Math.min(within(toGram(middle.low, Math.floor)), likely),
      high: end === null ? null : toMilligram(end),
    },
    variance,
  };
}

function cellTotal(
  components: readonly CountedComponent[],
  inCell: InCell,
  said?: number,
): CellTotal {
  return sumComponents(
    components.flatMap((counted) => componentTotal(counted, inCell) ?? []),
    said,
  );
}

export interface EventTotalsOptions {
  readonly complex: string;
  readonly years?: readonly number[];
  /** Periods of any length, in place of years. */
  readonly periods?: readonly CellPeriod[];
  readonly substance: string;
  readonly basis: string;
  /** What is added: the weight of each find (kg), or each find as one (seizures); by default weights. */
  readonly metric?: 'quantity' | 'seizures';
  /**
   * Who covers which port fully, and when; a port is reported only where everyone who does covers the whole year, and no row of
   * theirs was put aside that may be of it.
   */
  readonly coverage: readonly Coverage[];
  readonly pairs: readonly DoubleReport[];
  /** Seed of what is drawn where there are too many partitions to weigh each. */
  readonly seed?: number;
}

/** The records of a total with what they may be: finds in every admissible combination. */
interface Counted {
  readonly events: readonly Seizure[];
  readonly pairs: readonly DoubleReport[];
  readonly tied: readonly TiedRecords[];
  readonly components: readonly CountedComponent[];
  /** Finds with every pair that counts as one joined. */
  readonly groups: readonly GroupFind[];
  /** Records by what they print. */
  readonly told: readonly ToldFind[];
}

/** Records are tied over all years first: a find of 31 December may be in another file on 2 January. */
function count(
  seizures: readonly Seizure[],
  { substance, basis, metric, pairs, seed }: EventTotalsOptions,
  members: ReadonlySet<string>,
): Counted {
  const events = seizures.filter(
    (seizure) =>
      seizure.basis === basis &&
      (seizure.substance === substance || substanceContains(substance, seizure.substance)),
  );
  const byId = new Map(events.map((seizure) => [seizure.id, seizure]));
  const tied = tiedRecords(events, toRecordPairs(pairs)).filter(({ records }) =>
    records.some(({ id }) => members.has(byId.get(id)?.place ?? '')),
  );
  const isCount = metric === 'seizures';
  const find = isCount ? countFinds(events, () => oneFind) : countFinds(events);
  return {
    events,
    pairs,
    tied,
    components: tied.map((one) => countComponent(one, find, seed === undefined ? {} : { seed })),
    groups: groupFinds(countedGroups(events, pairs), find),
    told: toldFinds(
      tied.flatMap(({ records }) => records.flatMap(({ id }) => byId.get(id) ?? [])),
      pairs,
      isCount ? asOne : undefined,
    ),
  };
}

/** How likely it is that a find counts in a cell. */
function inPeriod({ periodStart, periodEnd }: Cell, isPlace: (place: string) => boolean): InCell {
  const period = { start: periodStart, end: periodEnd };
  return ({ place, time }): number => (isPlace(place) ? madeWithin(time, period) : 0);
}

/** What the records of a cell say by themselves: the range of their wording, down to what packing takes of them by convention. */
function unweighedOf({ told }: Counted, inCell: InCell): Unweighed {
  const files = new Map<string, number>();
  let highest: number | null = 0;
  for (const { find, low, high, at } of told) {
    const shares = at.map(inCell);
    if (shares.every((share) => share === 0)) continue;
    const isSure = shares.every((share) => share === 1);
    files.set(find.source, (files.get(find.source) ?? 0) + (isSure ? low : 0));
    highest = highest === null || high === null ? null : highest + high;
  }
  return {
    lowest: toMilligram(Math.max(0, ...files.values())),
    highest: highest === null ? null : toMilligram(highest),
  };
}

function memberOf(counted: Counted, place: string, cell: Cell, coverage: readonly Coverage[]) {
  const covered = isReported(place, cell, coverage);
  const uncounted = uncountedOf(place, cell, coverage);
  const inCell = inPeriod(cell, (where) => where === place);
  const sum = cellTotal(counted.components, inCell);
  const found = counted.groups.filter(({ find }) => inCell(find) >= 0.5);
  const groups = found.map(({ group }) => group);
  const isFloor = groups.length > 0 || uncounted !== null;
  const state = covered ? 'reported' : isFloor ? 'finds_only' : 'not_reported';
  // What nobody weighed is unknown, not zero: with it the port has no likely figure.
  const isWeighed = counted.groups.every(
    ({ find }) => inCell(find) === 0 || find.weight.leading !== null,
  );
  const likely = covered && isWeighed ? sum.likely : null;
  // "Ruim 300" is likely 300, and said as "over".
  const isOnlyFloor = counted.groups.some(
    ({ find }) => inCell(find) && find.weight.leading !== null && find.weight.high === null,
  );
  const total: MemberTotal = {
    place,
    state,
    lowest: state === 'not_reported' ? null : sum.lowest,
    likely,
    highest: covered ? sum.highest : null,
    ...(covered && { interval90: sum.interval90 }),
    ...(state !== 'not_reported' && { unweighed: unweighedOf(counted, inCell) }),
    counted: countedEvents(
      counted.components,
      counted.groups,
      inCell,
      likely,
      sum.highest === null,
    ),
    largestFind: largestFind(counted.components, inCell),
    wording: covered && isOnlyFloor ? 'floor' : null,
    subject: subjectOf(cell, [place]),
    governing: null,
    combined: groups.map(({ lead }) => lead.id).sort(),
    absorbed: groups.flatMap(({ members }) => members.slice(1).map((seizure) => seizure.id)).sort(),
    finds: [],
    rivals: [],
  };
  const causes = eventCauses({
    place,
    state,
    uncounted,
    groups: found,
    isLikely: likely !== null,
    pairs: counted.pairs,
    components: counted.components,
    inCell,
  });
  return { total, causes };
}

/**
 * Joint totals from events with declared full coverage (joint total, rules 8 and 12): each seizure once. Records that may be
 * one seizure are weighed together: `likely` is the mean over the admissible partitions, `interval90` the middle 90 %
 * of what the total may be, weights in conflict included, `lowest` and `highest` the extremes over credible
 * partitions and weights. A seizure without a weight leaves the upper end open and `likely` null, and its total is not complete.
 * `stakes` says which pairs to decide first.
 * Where a row was put aside, or a find left out, that may belong, the port has a lower limit only.
 * Each member lists the finds it counts (`counted`), which add up to its `likely`. As `seizures` each find adds one, by the same
 * partitions, whatever it weighs.
 *
 * An `InputError` names an id that is there twice, and a pair of a record that is not among the seizures.
 */
export function eventTotals(
  seizures: readonly Seizure[],
  options: EventTotalsOptions,
): readonly JointTotal[] {
  takes(
    'eventTotals',
    ['seizures', seizures, seizuresShape],
    [
      'options',
      options,
      shape.record<EventTotalsOptions>({
        complex: shape.text,
        substance: shape.text,
        basis: shape.text,
        ...(options?.periods === undefined && { years: shape.numbers }),
        coverage: shape.list(
          shape.record({}),
          inFour(
            'een lijst van dekking',
            'une liste de couverture',
            'eine Liste der Abdeckung',
            'a list of coverage',
          ),
        ),
        pairs: shape.list(
          shape.record({}),
          inFour(
            'een lijst van paren, zoals `findDoubleReports` ze geeft',
            'une liste de paires, comme les donne `findDoubleReports`',
            'eine Liste von Paaren, wie `findDoubleReports` sie gibt',
            'a list of pairs, as `findDoubleReports` gives them',
          ),
        ),
      }),
    ],
  );
  const { complex, substance, basis, metric = 'quantity' } = options;
  const unit = metric === 'seizures' ? 'seizure' : 'kg';
  assertOneOfEachId(seizures);
  assertKnownPairs(seizures, options.pairs);
  const cells = periodsOf(options).map((period) =>
    cellOf(complex, period, { substance, basis, metric, unit }),
  );
  const counted = count(seizures, options, new Set(cells[0]?.members ?? []));
  const sampled = counted.components.filter(({ component }) => component.method === 'sampled');
  const bounded = counted.components.filter(({ range }) => range.kind !== 'exact');
  return cells.map((cell): JointTotal => {
    const members = cell.members.map((place) => memberOf(counted, place, cell, options.coverage));
    const totals = members.map(({ total }) => total);
    const reported = totals.filter((total) => total.state === 'reported');
    const isPartial = reported.length < totals.length;
    const hasFinds = totals.some((total) => total.state === 'finds_only');
    const within = new Set(cell.members);
    const inCell = inPeriod(cell, (where) => within.has(where));
    const isKnown = !hasFinds && reported.length > 0;
    const figures = reported.flatMap(({ likely }) => (typeof likely === 'number' ? [likely] : []));
    const isWeighed = figures.length === reported.length;
    const likely = isKnown && isWeighed ? sumExact(figures) : null;
    const sum = cellTotal(counted.components, inCell, likely ?? undefined);
    const highest = isKnown ? sum.highest : null;
    const status =
      !isPartial && isWeighed
        ? 'complete'
        : sum.lowest > 0 || reported.length > 0 || hasFinds
          ? 'partial'
          : 'none';
    const lowest = status === 'none' ? null : sum.lowest;
    const between = {
      lowest: subtractExact(sum.lowest, sumExact(totals.map((total) => total.lowest ?? 0))),
      highest:
        highest === null
          ? null
          : subtractExact(highest, sumExact(totals.map((total) => total.highest ?? 0))),
    };
    const stakes = stakesOf(counted.components, counted.pairs, inCell, sum.variance);
    return {
      key: `${complex} ${substance} ${basis} ${metric} ${cell.period}`,
      complex,
      members: totals,
      together: [],
      period: cell.period,
      substance,
      basis,
      metric,
      unit,
      agencies: null,
      reported: {
        lowest,
        likely,
        highest,
        ...(isKnown && { interval90: sum.interval90 }),
      },
      ...(status !== 'none' && { unweighed: unweighedOf(counted, inCell) }),
      largestFind: largestFind(counted.components, inCell),
      ...((between.lowest !== 0 || (between.highest ?? 0) !== 0) && { between }),
      stakes,
      method: {
        kind: 'partitions',
        candidateFrom,
        sameFrom,
        records: counted.tied.reduce((all, { records }) => all + records.length, 0),
        components: counted.tied.length,
        sampled: sampled.length,
        ...(bounded.length > 0 && { bounded: bounded.length }),
        seed: options.seed ?? 1,
      },
      total: { atLeast: lowest, atMost: isPartial ? null : highest },
      status,
      missing: totals.filter((total) => total.state !== 'reported').map((total) => total.place),
      causes: members.flatMap(({ causes }) => causes),
      ceilings: [],
      conflicts: [],
    };
  });
}
