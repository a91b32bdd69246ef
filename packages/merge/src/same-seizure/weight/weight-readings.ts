import { gramsInKilograms, leadingFirst, lessPacking } from './explained-weight.ts';
import { type Habits, type PackingShare, packing, statedHabits } from './habits.ts';
import {
  basisOf,
  type Figure,
  figuresOf,
  legible,
  netShare,
  type Point,
  pointsOf,
  rightly,
} from './hypotheses.ts';
import type { SizeDensity } from './size-density.ts';
import type { Statement } from './statement.ts';
import { mayBeEither } from './weight-rule.ts';

/** A weight that a seizure may have had. */
export interface Reading {
  readonly kg: number;
  readonly probability: number;
}

/** A printed weight of which packing may take a share that is the same for all the finds of its office. */
export interface Packed {
  readonly office: string;
  readonly kg: number;
  readonly shares: readonly PackingShare[];
}

/** The weight of a seizure, from everything that is said about it. */
export interface WeightReadings {
  /** The likeliest weight as printed, which a single figure is made of; null where nothing is said. */
  readonly leading: number | null;
  /** Who gives it, the leading file first. */
  readonly told: readonly Statement[];
  /** Every weight that counts, smallest first, the probabilities summing to 1; none where nothing is said. */
  readonly readings: readonly Reading[];
  /** What the readings leave out, for it is one unknown for a whole office: they take packing at its mean. */
  readonly packed: Packed | null;
  /**
   * Ends of what is credible, each an end of what a figure that is given allows (`weightStep`); `high` is null where nothing is
   * said, or only a lower end.
   */
  readonly low: number;
  readonly high: number | null;
  /** The record that gives each end; null where none does. */
  readonly by: { readonly low: string | null; readonly high: string | null };
  /** Why there is more than one reading. */
  readonly causes: readonly ('conflict' | 'gross' | 'estimated' | 'slip' | 'floor' | 'rounded')[];
}

/** Weights less likely than this are left aside. */
const leastReading = 0.01;

/** A slip that a record shows by its size alone: grams for kilograms, in one record of a thousand. */
const slipAlone = { factor: gramsInKilograms, probability: 0.001 } as const;

/** Points that stand for an interval of which nothing more is known, so that its middle 90 % is held: figures are rounded
 * by tenths themselves, so the ends are among them. */
const evenly = [
  { at: 0, share: 0.12, end: 0.12 },
  { at: 0.3, share: 0.38, end: 0.5 },
  { at: 0.7, share: 0.38, end: 0.88 },
  { at: 1, share: 0.12, end: 1 },
] as const;

const between = (low: number, high: number): readonly Reading[] =>
  evenly.map(({ at, share }) => ({
    kg: Number((low + at * (high - low)).toPrecision(12)),
    probability: share,
  }));

const nothing: WeightReadings = {
  leading: null,
  told: [],
  readings: [],
  packed: null,
  low: 0,
  high: null,
  by: { low: null, high: null },
  causes: [],
};

const meanShare = (shares: readonly PackingShare[]): number =>
  shares.reduce((sum, { share, probability }) => sum + share * probability, 0);

/** What is left of a figure where packing, the same for all the finds of its office, is all that is unknown. */
function withPacking({ kg, lead, statements, packing: shares }: Figure): Packed {
  return { office: `${lead.source} ${basisOf(statements)}`, kg, shares };
}

interface Spread {
  readonly readings: readonly Reading[];
  readonly low: number;
  readonly high: number | null;
  readonly causes: WeightReadings['causes'];
}

/** What a figure may be by its wording and its file's rounding, whatever packing takes of it. */
function spreadOf({ kg, allowed, rounds, roundings, rounded }: Figure): Spread {
  if (allowed) {
    const [low, high] = allowed;
    return high === null
      ? { readings: [{ kg: low, probability: 1 }], low, high, causes: ['floor'] }
      : { readings: between(low, high), low, high, causes: ['estimated'] };
  }
  const exact = { readings: [{ kg, probability: 1 }], low: kg, high: kg, causes: [] };
  if (!rounds) return exact;
  const half = Math.max(...roundings.map(({ step }) => step)) / 2;
  const points = roundings.flatMap(({ step, probability: chance }) =>
    between(kg - step / 2, kg + step / 2).map((each) => ({
      kg: each.kg,
      probability: each.probability * chance,
    })),
  );
  const readings = [...points, { kg, probability: 1 - rounded }].sort((a, b) => a.kg - b.kg);
  return { readings, low: kg - half, high: kg + half, causes: ['rounded'] };
}

/** What a figure may be where it may also be grams in a column of kilograms. */
function orGrams(spread: Spread, share: number): Spread {
  const { factor } = slipAlone;
  const slip = spread.readings.map(({ kg, probability }) => ({
    kg: kg / factor,
    probability: probability * share,
  }));
  const right = spread.readings.map((each) => ({
    ...each,
    probability: each.probability * (1 - share),
  }));
  return {
    readings: [...slip, ...right],
    low: spread.low / factor,
    high: spread.high,
    causes: ['slip', ...spread.causes],
  };
}

/** A weight whose packing is read with it, as where it is not sure that the find counts: an unknown of its own. */
export function withOwnPacking<Of extends Pick<WeightReadings, 'readings' | 'packed'>>(
  weight: Of,
): Of {
  const { packed, readings } = weight;
  if (packed === null) return weight;
  const net = 1 - meanShare(packed.shares);
  return {
    ...weight,
    packed: null,
    readings: packed.shares
      .flatMap(({ share, probability }) =>
        readings.map((each) => ({
          kg: (each.kg / net) * (1 - share),
          probability: each.probability * probability,
        })),
      )
      .sort((a, b) => a.kg - b.kg),
  };
}

/** The weight that one figure alone gives. */
function alone(figure: Figure, usual: SizeDensity): WeightReadings {
  const { kg, allowed, statements } = figure;
  const record = recordOf(figure);
  const told = { ...nothing, leading: kg, told: statements, by: { low: record, high: record } };
  const spread = spreadOf(figure);
  if (kg <= 0) return { ...told, ...spread };
  const ids = new Set(statements.flatMap(({ records }) => records));
  const { factor, probability } = slipAlone;
  const slip = probability * usual(kg / factor, ids);
  const share = slip / (slip + usual(kg, ids));
  const isSuspect = !allowed && statements.length === 1 && share >= leastReading;
  const read = isSuspect ? orGrams(spread, share) : spread;
  if (netShare(figure) === 1) return { ...told, ...read };
  // Grams have a thousandth of the packing, which an office's one unknown share of kilograms does not hold.
  const heavy = { ...told, ...packed(figure, read) };
  return isSuspect ? withOwnPacking(heavy) : heavy;
}

/** A figure of which packing may take a share: read at its mean, down to a tenth. */
function packed(
  figure: Figure,
  { readings, low, high, causes }: Spread,
): Spread & { readonly packed: Packed } {
  const net = 1 - meanShare(figure.packing);
  return {
    readings: readings.map((each) => ({ ...each, kg: each.kg * net })),
    packed: withPacking(figure),
    low: lessPacking(low),
    high,
    causes: ['gross', ...causes],
  };
}

const recordOf = ({ lead }: Figure): string | null => lead.records[0] ?? null;

/** An end that a figure gives, and the record it stands in. */
interface End {
  readonly kg: number;
  readonly by: string | null;
}

/** The end of what figures allow that is nearest to the lightest (heaviest) credible weight and holds it: no cell of a model, but what somebody says. */
function endAround(figures: readonly Figure[], kg: number, end: 'low' | 'high'): End {
  const [first, ...others] = figures
    .flatMap((figure) => {
      const told = [figure.kg, spreadOf(figure)[end] ?? figure.kg];
      const ends =
        end === 'low' && netShare(figure) < 1 ? [...told, ...told.map(lessPacking)] : told;
      return ends.map((one): End => ({ kg: one, by: recordOf(figure) }));
    })
    .filter((one) => (end === 'low' ? one.kg <= kg : one.kg >= kg));
  return others.reduce(
    (best, one) => (Math.abs(one.kg - kg) < Math.abs(best.kg - kg) ? one : best),
    first ?? { kg, by: null },
  );
}

/** The heaviest figure that may be net though packing would explain it: what a person held to be one find lies between its reports. */
function heaviestBeside(figures: readonly Figure[], lead: Figure): Figure | undefined {
  return figures
    .filter(({ statements }) => statements.some((one) => mayBeEither(lead.lead, one)))
    .sort((a, b) => b.kg - a.kg)[0];
}

/** Cells of one interval put together to a few points, each at its mean: the outer ones small, so that the middle 90 % is held. */
function gathered(points: readonly Point[]): readonly Pick<Point, 'kg' | 'mass'>[] {
  const sum = points.reduce((all, { mass }) => all + mass, 0);
  const groups = new Map<number, { kg: number; mass: number }>();
  let before = 0;
  for (const { kg, mass } of points) {
    const upTo = (before + mass / 2) / sum;
    const at = evenly.findIndex(({ end }) => upTo <= end);
    const group = groups.get(at) ?? { kg: 0, mass: 0 };
    groups.set(at, { kg: group.kg + kg * mass, mass: group.mass + mass });
    before += mass;
  }
  return [...groups.values()].map(({ kg, mass }) => ({ kg: legible(kg / mass), mass }));
}

/** Of points that count, the figure that most of them are a reading of. */
function leadingOf(points: readonly Point[]): Figure | undefined {
  const sums = new Map<Figure, number>();
  for (const { figure, mass } of points) sums.set(figure, (sums.get(figure) ?? 0) + mass);
  return [...sums].sort(([a, m], [b, n]) => n - m || leadingFirst(a.lead, b.lead))[0]?.[0];
}

/** The lightest figure whose basis is open, where nothing counts but itself and what packing takes of it. */
function onlyPacked(figures: readonly Figure[], points: readonly Point[]): Figure | undefined {
  const [light] = figures
    .filter((figure) => netShare(figure) < 1 && !figure.allowed)
    .sort((a, b) => a.kg - b.kg);
  const isAll =
    light !== undefined &&
    points.some(({ interval }) => interval !== null) &&
    points.every(({ interval, figure, kg }) =>
      interval === null ? figure === light : kg <= light.kg && kg >= light.kg * (1 - packing),
    );
  return isAll ? light : undefined;
}

/**
 * The weights that a seizure may have had, with their probabilities. Each reading of a figure is a hypothesis: that it is the
 * net weight, that with its packing, one of them rounded, or wrong; a weight is as likely as all that is said is by it, times how
 * usual it is (Bayes' rule over the figures themselves and the weights between which they leave open). A figure whose basis
 * alone is unknown is read at the mean of what packing takes, and `packed` says so: an office errs together. The likeliest
 * figure leads and is never averaged with the others.
 *
 * @example
 * ```ts
 * import { sizeDensity, weightReadings } from '@samenbeeld/merge';
 * const net = { records: ['a'], source: 'a', kg: 412.5, massBasis: 'net', own: true, estimated: false, step: 0.1, unit: 0.1 };
 * const gross = { ...net, records: ['b'], source: 'b', kg: 425.3, massBasis: 'gross', own: false };
 * weightReadings([gross, net], sizeDensity([])).leading // => 412.5
 * ```
 */
export function weightReadings(
  statements: readonly Statement[],
  usual: SizeDensity,
  habits: Habits = statedHabits,
): WeightReadings {
  const figures = figuresOf(statements, habits);
  const [only] = figures;
  if (!only) return nothing;
  if (figures.length === 1) return alone(only, usual);
  const points = pointsOf(figures, usual);
  const massOf = (some: readonly Point[]): number => some.reduce((all, { mass }) => all + mass, 0);
  const isFigure = ({ interval }: Point): boolean => interval === null;
  const sum = massOf(points);
  const inner = points.filter((point) => !isFigure(point));
  const isOpen = massOf(inner) >= leastReading * sum;
  const kept = [
    ...points.filter((point) => isFigure(point) && point.mass >= leastReading * sum),
    ...(isOpen ? inner : []).filter(({ mass }) => mass >= (leastReading / 20) * sum),
  ];
  const some = sum > 0 ? kept : points.filter(isFigure).slice(0, 1);
  const light = onlyPacked(figures, some);
  const lead = light ?? leadingOf(some) ?? only;
  const agreeing = figures.filter((each) => each !== lead && rightly(each, lead.kg, true) > 0);
  const weighed = {
    ...nothing,
    leading: lead.kg,
    told: [lead, ...agreeing].flatMap((each) => each.statements),
  };
  const heavy = heaviestBeside(figures, lead);
  if (light)
    return {
      ...weighed,
      ...packed(light, {
        readings: [{ kg: light.kg, probability: 1 }],
        low: light.kg,
        high: (heavy ?? light).kg,
        causes: heavy ? ['conflict'] : [],
      }),
      by: { low: recordOf(light), high: recordOf(heavy ?? light) },
    };
  const open = some.filter((point) => !isFigure(point));
  const intervals = [...new Set(open.map(({ interval }) => interval))];
  const share = massOf(some);
  const readings = [
    ...some.filter(isFigure),
    // Each interval by itself: a mean of two would be a weight that nobody gives.
    ...intervals.flatMap((at) => gathered(open.filter(({ interval }) => interval === at))),
  ].map(({ kg, mass }) => ({ kg, probability: share > 0 ? mass / share : 1 }));
  const floors = some.filter((point) => isFigure(point) && point.figure.allowed?.[1] === null);
  const weights = some.map(({ kg }) => kg);
  const low = endAround(figures, Math.min(...weights), 'low');
  const high = endAround(figures, Math.max(...weights, heavy?.kg ?? 0), 'high');
  const leads = new Set([
    ...some.filter(isFigure).map(({ figure }) => figure),
    ...(heavy ? [heavy] : []),
  ]);
  return {
    ...weighed,
    readings: readings.sort((a, b) => a.kg - b.kg),
    low: low.kg,
    high: floors.length > 0 ? null : high.kg,
    by: { low: low.by, high: high.by },
    causes: [
      ...(leads.size > 1 ? (['conflict'] as const) : []),
      ...(open.some(({ figure }) => netShare(figure) < 1) ? (['gross'] as const) : []),
      ...(open.some(({ figure }) => figure.allowed) ? (['estimated'] as const) : []),
      ...(open.some(({ figure }) => !figure.allowed && netShare(figure) === 1)
        ? (['rounded'] as const)
        : []),
      ...(floors.length > 0 ? (['floor'] as const) : []),
    ],
  };
}
