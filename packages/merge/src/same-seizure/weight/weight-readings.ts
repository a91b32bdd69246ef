import { multiplyExact } from '@samenbeeld/schema';
import { endsOfStatement, leadingFirst, packing } from './explained-weight.ts';
import {
  type Habits,
  type PackingShare,
  type Rounding,
  roundingsOf,
  statedHabits,
} from './habits.ts';
import type { SizeDensity } from './size-density.ts';
import type { Statement } from './statement.ts';

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
  /** Ends of what is credible; `high` is null where nothing is said, or only a lower end. */
  readonly low: number;
  readonly high: number | null;
  /** Why there is more than one reading. */
  readonly causes: readonly ('conflict' | 'gross' | 'estimated' | 'slip' | 'floor' | 'rounded')[];
}

/** Weights less likely than this are left aside. */
export const leastReading = 0.01;

/** Probability that a record is wrong about the weight: of the service that seized, and of one that was told. */
export const wrongWeight = { own: 0.03, told: 0.09 } as const;

/**
 * Of two weights a thousandfold apart, how many times likelier the larger is the slip: grams in a column of kilograms are
 * common, and nobody weighs finds of this kind in tonnes.
 */
export const gramsForKilograms = 9;

/** A slip that a record shows by its size alone: grams for kilograms, in one record of a thousand. */
const slipAlone = { factor: 1000, probability: 0.001 } as const;

/** Of the wrong weights, how many are slips of a thousandfold, or tenfold, of the weight itself. */
const slips = { thousand: 0.3, ten: 0.1 } as const;

/** From this share on a file is held to round a weight that nobody else gives. */
const roundsFrom = 0.2;

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

/** A weight between figures is no finer than it is known. */
const legible = (kg: number): number => Number(kg.toPrecision(5));

/** Cells into which an interval of weights is divided. */
const cells = 30;

/** One figure, and who says it. */
interface Told {
  readonly statements: readonly Statement[];
  readonly lead: Statement;
  readonly kg: number;
  /** What its wording allows, where that is not the figure itself. */
  readonly allowed: readonly [low: number, high: number | null] | null;
  readonly packing: readonly PackingShare[];
  readonly roundings: readonly Rounding[];
  readonly rounded: number;
  /** Whether its file is known to round, so that a figure may be rounded of which nothing else tells. */
  readonly rounds: boolean;
}

const basisOf = (statements: readonly Statement[]): Statement['massBasis'] => {
  const bases = new Set(statements.map(({ massBasis }) => massBasis));
  return bases.has('net') ? 'net' : bases.has('gross') ? 'gross' : 'unknown';
};

/** Statements sorted into figures, the leading one first. */
function figuresOf(statements: readonly Statement[], habits: Habits): readonly Told[] {
  const alike: Statement[][] = [];
  for (const statement of [...statements].sort(leadingFirst)) {
    const { kg } = statement;
    const same = alike.find(
      ([lead]) => lead && Math.abs(lead.kg - kg) <= 1e-9 * Math.max(lead.kg, kg),
    );
    if (same) same.push(statement);
    else alike.push([statement]);
  }
  return alike.map((some): Told => {
    const [lead] = some as [Statement];
    const [low, high] = endsOfStatement(lead);
    const roundings = roundingsOf(habits, lead);
    const learnt = habits.roundings(lead.source, lead.kg);
    return {
      statements: some,
      lead,
      kg: lead.kg,
      allowed: high === null || high > low ? [low, high] : null,
      packing: habits.packing(lead.source, basisOf(some)),
      roundings,
      rounded: roundings.reduce((sum, { probability }) => sum + probability, 0),
      rounds: learnt.reduce((sum, { probability }) => sum + probability, 0) >= roundsFrom,
    };
  });
}

const netShare = ({ packing: shares }: Told): number =>
  shares.find(({ share }) => share === 0)?.probability ?? 0;

/** Density of the share that packing takes. */
function packingDensity({ packing: shares }: Told, share: number): number {
  if (share <= 0 || share > packing) return 0;
  const among = shares.filter((each) => each.share > 0);
  const near = among.reduce<PackingShare | null>(
    (best, each) =>
      best === null || Math.abs(each.share - share) < Math.abs(best.share - share) ? each : best,
    null,
  );
  return near ? (near.probability * among.length) / packing : 0;
}

/** Kilograms within which a figure is what it is; figures that end in noughts are of finds that do, too. */
const widthOf = ({ lead: { unit, step } }: Told): number =>
  Math.max(unit, 1e-6) + (step > unit ? step / 10 : 0);

const isNear = (a: number, b: number): boolean => Math.abs(a / b - 1) <= 0.002;

/** How likely a figure is where it is wrong. */
function wrongly(told: Told, kg: number, mass: number): number {
  if (isNear(told.kg, 1000 * kg)) return slips.thousand;
  if (isNear(1000 * told.kg, kg)) return slips.thousand / gramsForKilograms;
  if (isNear(told.kg, 10 * kg) || isNear(10 * told.kg, kg)) return slips.ten;
  return (1 - slips.thousand - slips.ten) * mass;
}

/** How likely a figure is where it is right: the net weight or that with its packing, as it is or rounded. */
function rightly(told: Told, kg: number, isFigure: boolean): number {
  if (told.allowed) {
    const [low, high] = told.allowed;
    return kg >= low - 1e-9 && (high === null || kg <= high + 1e-9) ? 1 : 0;
  }
  const { lead, roundings, rounded } = told;
  if (told.kg === 0) return Number(kg === 0);
  const off = Math.abs(told.kg - kg);
  const half = (step: number): number => (step / 2) * (1 + 1e-9);
  // Roundings are as likely of the figure as stated: over a whole step together.
  const roundedTo = (weight: (step: number) => number): number =>
    roundings.reduce(
      (sum, { step, probability }) => sum + probability * (widthOf(told) / step) * weight(step),
      0,
    );
  const isExact = isFigure && off <= half(lead.unit);
  // Where the weights around a figure are not asked one by one, it stands for them.
  const net =
    isExact && !told.rounds
      ? 1
      : (1 - rounded) * Number(isExact) + roundedTo((step) => Number(off <= half(step)));
  const density = packingDensity(told, 1 - kg / told.kg);
  const heavy =
    (1 - rounded) * density * (lead.unit / told.kg) +
    roundedTo((step) => density * Math.min(packing, step / told.kg));
  return netShare(told) * net + heavy;
}

interface Point {
  readonly kg: number;
  readonly mass: number;
  /** The figure that it is, or of which it is a reading. */
  readonly told: Told;
  readonly isFigure: boolean;
}

/** Intervals in which a weight may lie that is no figure, those that meet as one. */
function intervalsOf(figures: readonly Told[]): readonly (readonly [number, number])[] {
  const all = figures.flatMap((told): readonly (readonly [number, number])[] => {
    if (told.kg <= 0) return [];
    if (told.allowed) return told.allowed[1] === null ? [] : [[told.allowed[0], told.allowed[1]]];
    const light = netShare(told) < 1 ? [[told.kg * (1 - packing), told.kg] as const] : [];
    return [
      ...light,
      ...(told.rounds ? told.roundings : []).map(
        ({ step }) => [told.kg - step / 2, told.kg + step / 2] as const,
      ),
    ];
  });
  const merged: [number, number][] = [];
  for (const [low, high] of [...all].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && low <= last[1]) last[1] = Math.max(last[1], high);
    else merged.push([low, high]);
  }
  return merged;
}

/** Every weight that several figures may be of, with how likely all of them are then. */
function pointsOf(figures: readonly Told[], usual: SizeDensity): readonly Point[] {
  const ids = new Set(
    figures.flatMap(({ statements }) => statements.flatMap(({ records }) => records)),
  );
  const perKg = (kg: number): number => usual(kg, ids) / (kg * Math.LN10);
  const masses = figures.map((told) => (told.kg > 0 ? perKg(told.kg) * widthOf(told) : 0));
  // A zero has no size to be usual: as usual as what it stands against.
  const beside = Math.max(...masses, 0);
  const massOf = (at: number): number => ((figures[at]?.kg ?? 0) > 0 ? (masses[at] ?? 0) : beside);
  const likelihood = (kg: number, isFigure: boolean): number =>
    figures.reduce((product, told, at) => {
      const wrong = told.statements.reduce(
        (all, { own }) => all * (own ? wrongWeight.own : wrongWeight.told),
        1,
      );
      const right = told.statements.reduce(
        (all, { own }) => all * (1 - (own ? wrongWeight.own : wrongWeight.told)),
        1,
      );
      return (
        product * (right * rightly(told, kg, isFigure) + wrong * wrongly(told, kg, massOf(at)))
      );
    }, 1);
  const exact = figures.map(
    (told, at): Point => ({
      kg: told.kg,
      mass: massOf(at) * likelihood(told.kg, true),
      told,
      isFigure: true,
    }),
  );
  const inner = intervalsOf(figures).flatMap(([low, high]) =>
    Array.from({ length: cells }, (_, at): Point => {
      const width = (high - low) / cells;
      const kg = legible(low + (at + 0.5) * width);
      const told = figures.reduce((best, each) =>
        Math.abs(each.kg - kg) < Math.abs(best.kg - kg) ? each : best,
      );
      return { kg, mass: perKg(kg) * width * likelihood(kg, false), told, isFigure: false };
    }),
  );
  return [...exact, ...inner];
}

const nothing: WeightReadings = {
  leading: null,
  told: [],
  readings: [],
  packed: null,
  low: 0,
  high: null,
  causes: [],
};

const meanShare = (shares: readonly PackingShare[]): number =>
  shares.reduce((sum, { share, probability }) => sum + share * probability, 0);

/** What is left of a figure where packing is all that is unknown. */
function packedReadings(told: Told): Pick<WeightReadings, 'readings' | 'packed' | 'low' | 'high'> {
  const { kg, lead, packing: shares } = told;
  return {
    readings: [{ kg: kg * (1 - meanShare(shares)), probability: 1 }],
    packed: { office: `${lead.source} ${basisOf(told.statements)}`, kg, shares },
    low: multiplyExact(kg, 1 - packing),
    high: kg,
  };
}

/** The weight that one figure alone gives. */
function alone(told: Told, usual: SizeDensity): WeightReadings {
  const { kg, allowed, statements, roundings, rounded } = told;
  const base = { ...nothing, leading: kg, told: statements };
  if (allowed) {
    const [low, high] = allowed;
    const isGross = basisOf(statements) === 'gross';
    const from = isGross ? multiplyExact(low, 1 - packing) : low;
    return {
      ...base,
      readings:
        high === null || from === high ? [{ kg: from, probability: 1 }] : between(from, high),
      low: from,
      high,
      causes: [
        ...(isGross ? (['gross'] as const) : []),
        ...(high === null ? (['floor'] as const) : (['estimated'] as const)),
      ],
    };
  }
  const exact = { ...base, readings: [{ kg, probability: 1 }], low: kg, high: kg };
  if (kg <= 0) return exact;
  const ids = new Set(statements.flatMap(({ records }) => records));
  const { factor, probability } = slipAlone;
  const slip = probability * usual(kg / factor, ids);
  const share = slip / (slip + usual(kg, ids));
  if (statements.length === 1 && share >= leastReading)
    return {
      ...exact,
      readings: [
        { kg: kg / factor, probability: share },
        { kg, probability: 1 - share },
      ],
      low: kg / factor,
      causes: ['slip'],
    };
  if (netShare(told) < 1) return { ...base, ...packedReadings(told), causes: ['gross'] };
  if (!told.rounds) return exact;
  const points = roundings.flatMap(({ step, probability: chance }) =>
    between(kg - step / 2, kg + step / 2).map((each) => ({
      kg: each.kg,
      probability: each.probability * chance,
    })),
  );
  const half = Math.max(...roundings.map(({ step }) => step)) / 2;
  return {
    ...exact,
    readings: [...points, { kg, probability: 1 - rounded }].sort((a, b) => a.kg - b.kg),
    low: kg - half,
    high: kg + half,
    causes: ['rounded'],
  };
}

/** Cells put together to a few points, each at its mean: the outer ones small, so that the middle 90 % is held. */
function gathered(points: readonly Point[]): readonly Pick<Point, 'kg' | 'mass'>[] {
  const sorted = [...points].sort((a, b) => a.kg - b.kg);
  const sum = sorted.reduce((all, { mass }) => all + mass, 0);
  const groups = new Map<number, { kg: number; mass: number }>();
  let before = 0;
  for (const { kg, mass } of sorted) {
    const upTo = (before + mass / 2) / sum;
    const at = evenly.findIndex(({ end }) => upTo <= end);
    const group = groups.get(at) ?? { kg: 0, mass: 0 };
    groups.set(at, { kg: group.kg + kg * mass, mass: group.mass + mass });
    before += mass;
  }
  return [...groups.values()].map(({ kg, mass }) => ({
    kg: legible(kg / mass),
    mass,
  }));
}

/** Of points that count, the figure that most of them are a reading of. */
function leadingOf(points: readonly Point[]): Told | undefined {
  const sums = new Map<Told, number>();
  for (const { told, mass } of points) sums.set(told, (sums.get(told) ?? 0) + mass);
  return [...sums].sort(([a, m], [b, n]) => n - m || leadingFirst(a.lead, b.lead))[0]?.[0];
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
  const sum = points.reduce((total, { mass }) => total + mass, 0);
  const isOpen =
    points.filter(({ isFigure }) => !isFigure).reduce((total, { mass }) => total + mass, 0) >=
    leastReading * sum;
  const kept = points.filter(({ isFigure, mass }) =>
    isFigure ? mass >= leastReading * sum : isOpen && mass >= (leastReading / 20) * sum,
  );
  const some = sum > 0 ? kept : points.filter(({ isFigure }) => isFigure).slice(0, 1);
  const lead = leadingOf(some) ?? only;
  const share = some.reduce((total, { mass }) => total + mass, 0);
  const floors = some.filter(({ told, isFigure }) => isFigure && told.allowed?.[1] === null);
  const leads = new Set(some.filter(({ isFigure }) => isFigure).map(({ told }) => told));
  const weighed = {
    leading: lead.kg,
    told: [
      lead,
      ...figures.filter((each) => each !== lead && rightly(each, lead.kg, true) > 0),
    ].flatMap((each) => each.statements),
  };
  const light = [...figures]
    .filter((told) => netShare(told) < 1 && !told.allowed)
    .sort((a, b) => a.kg - b.kg)[0];
  const within = (told: Told): boolean =>
    some.every(
      (point) =>
        (point.isFigure && point.told === told) ||
        (!point.isFigure && point.kg <= told.kg && point.kg >= told.kg * (1 - packing)),
    );
  if (light && isOpen && within(light))
    return {
      ...nothing,
      ...weighed,
      leading: light.kg,
      ...packedReadings(light),
      causes: ['gross'],
    };
  const readings = [
    ...some.filter(({ isFigure }) => isFigure),
    ...gathered(some.filter(({ isFigure }) => !isFigure)),
  ].map(({ kg, mass }) => ({ kg, probability: share > 0 ? mass / share : 1 }));
  const open = some.filter(({ isFigure }) => !isFigure);
  return {
    ...weighed,
    readings: readings.sort((a, b) => a.kg - b.kg),
    packed: null,
    low: Math.min(...some.map(({ kg }) => kg)),
    high: floors.length > 0 ? null : Math.max(...some.map(({ kg }) => kg)),
    causes: [
      ...(leads.size > 1 ? (['conflict'] as const) : []),
      ...(open.some(({ told }) => netShare(told) < 1) ? (['gross'] as const) : []),
      ...(open.some(({ told }) => told.allowed) ? (['estimated'] as const) : []),
      ...(open.some(({ told }) => !told.allowed && netShare(told) === 1)
        ? (['rounded'] as const)
        : []),
      ...(floors.length > 0 ? (['floor'] as const) : []),
    ],
  };
}
