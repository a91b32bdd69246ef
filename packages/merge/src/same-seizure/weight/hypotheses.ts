import { endsOfStatement, leadingFirst, lessPacking } from './explained-weight.ts';
import {
  type Habits,
  type PackingShare,
  packing,
  packingOf,
  type Rounding,
  roundingsByNoughts,
} from './habits.ts';
import type { SizeDensity } from './size-density.ts';
import type { Statement } from './statement.ts';

/** Probability that a record is wrong about the weight: of the service that seized, and of one that was told. */
const wrongWeight = { own: 0.03, told: 0.09 } as const;

/**
 * Of two weights a thousandfold apart, how many times likelier the larger is the slip: grams in a column of kilograms are
 * common, and nobody weighs finds of this kind in tonnes.
 */
const gramsForKilograms = 9;

/** Of the wrong weights, how many are slips of a thousandfold, or tenfold, of the weight itself. */
const slips = { thousand: 0.3, ten: 0.1 } as const;

/** From this share on a file is held to round a weight that nobody else gives. */
const roundsFrom = 0.2;

/** A weight between figures is no finer than it is known. */
export const legible = (kg: number): number => Number(kg.toPrecision(5));

/** Cells into which an interval of weights is divided. */
const cells = 30;

/** One figure, and who says it. */
export interface Figure {
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

export const basisOf = (statements: readonly Statement[]): Statement['massBasis'] => {
  const bases = new Set(statements.map(({ massBasis }) => massBasis));
  return bases.has('net') ? 'net' : bases.has('gross') ? 'gross' : 'unknown';
};

/** Statements sorted into figures, the leading one first. */
export function figuresOf(statements: readonly Statement[], habits: Habits): readonly Figure[] {
  const alike: Statement[][] = [];
  for (const statement of [...statements].sort(leadingFirst)) {
    const { kg } = statement;
    const same = alike.find(
      ([lead]) => lead && Math.abs(lead.kg - kg) <= 1e-9 * Math.max(lead.kg, kg),
    );
    if (same) same.push(statement);
    else alike.push([statement]);
  }
  return alike.map((some): Figure => {
    const [lead] = some as [Statement];
    const [low, high] = endsOfStatement(lead);
    const learnt = habits.roundings(lead.source, lead.kg);
    const roundings = learnt.length > 0 ? learnt : roundingsByNoughts(lead);
    const rounded = roundings.reduce((sum, { probability }) => sum + probability, 0);
    return {
      statements: some,
      lead,
      kg: lead.kg,
      allowed: high === null || high > low ? [low, high] : null,
      packing: packingOf[basisOf(some)],
      roundings,
      rounded,
      rounds: learnt.length > 0 && rounded >= roundsFrom,
    };
  });
}

export const netShare = ({ packing: shares }: Figure): number =>
  shares.find(({ share }) => share === 0)?.probability ?? 0;

/** Density of the share that packing takes. */
function packingDensity({ packing: shares }: Figure, share: number): number {
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
const widthOf = ({ lead: { unit, step } }: Figure): number =>
  Math.max(unit, 1e-6) + (step > unit ? step / 10 : 0);

const isNear = (a: number, b: number): boolean => Math.abs(a / b - 1) <= 0.002;

/** How likely a figure is where it is wrong. */
function wrongly(figure: Figure, kg: number, mass: number): number {
  if (isNear(figure.kg, 1000 * kg)) return slips.thousand;
  if (isNear(1000 * figure.kg, kg)) return slips.thousand / gramsForKilograms;
  if (isNear(figure.kg, 10 * kg) || isNear(10 * figure.kg, kg)) return slips.ten;
  return (1 - slips.thousand - slips.ten) * mass;
}

/** How likely a figure is where it is right: the net weight or that with its packing, as it is or rounded. */
export function rightly(figure: Figure, kg: number, isFigure: boolean): number {
  if (figure.allowed) {
    const [low, high] = figure.allowed;
    const isAllowed = (heavy: number): boolean =>
      heavy >= low - 1e-9 && (high === null || heavy <= high + 1e-9);
    return figure.packing.reduce(
      (sum, { share, probability }) => sum + probability * Number(isAllowed(kg / (1 - share))),
      0,
    );
  }
  const { lead, roundings, rounded } = figure;
  if (figure.kg === 0) return Number(kg === 0);
  const off = Math.abs(figure.kg - kg);
  const half = (step: number): number => (step / 2) * (1 + 1e-9);
  // Roundings are as likely of the figure as stated: over a whole step together.
  const roundedTo = (weight: (step: number) => number): number =>
    roundings.reduce(
      (sum, { step, probability }) => sum + probability * (widthOf(figure) / step) * weight(step),
      0,
    );
  const isExact = isFigure && off <= half(lead.unit);
  // Where the weights around a figure are not asked one by one, it stands for them.
  const net =
    isExact && !figure.rounds
      ? 1
      : (1 - rounded) * Number(isExact) + roundedTo((step) => Number(off <= half(step)));
  const density = packingDensity(figure, 1 - kg / figure.kg);
  const heavy =
    (1 - rounded) * density * (lead.unit / figure.kg) +
    roundedTo((step) => density * Math.min(packing, step / figure.kg));
  return netShare(figure) * net + heavy;
}

export interface Point {
  readonly kg: number;
  readonly mass: number;
  /** The figure that it is, or of which it is a reading. */
  readonly figure: Figure;
  /** Place of the interval in which it lies; null where it is the figure itself. */
  readonly interval: number | null;
}

/** Intervals in which a weight may lie that is no figure, those that meet as one. */
function intervalsOf(figures: readonly Figure[]): readonly (readonly [number, number])[] {
  const all = figures.flatMap((figure): readonly (readonly [number, number])[] => {
    if (figure.kg <= 0) return [];
    if (figure.allowed) {
      const [low, high] = figure.allowed;
      return high === null ? [] : [[netShare(figure) < 1 ? lessPacking(low) : low, high]];
    }
    const light = netShare(figure) < 1 ? [[lessPacking(figure.kg), figure.kg] as const] : [];
    return [
      ...light,
      ...(figure.rounds ? figure.roundings : []).map(
        ({ step }) => [figure.kg - step / 2, figure.kg + step / 2] as const,
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
export function pointsOf(figures: readonly Figure[], usual: SizeDensity): readonly Point[] {
  const ids = new Set(
    figures.flatMap(({ statements }) => statements.flatMap(({ records }) => records)),
  );
  const perKg = (kg: number): number => usual(kg, ids) / (kg * Math.LN10);
  const masses = figures.map((figure) => (figure.kg > 0 ? perKg(figure.kg) * widthOf(figure) : 0));
  // A zero has no size to be usual: as usual as what it stands against.
  const beside = Math.max(...masses, 0);
  const massOf = (at: number): number => ((figures[at]?.kg ?? 0) > 0 ? (masses[at] ?? 0) : beside);
  const likelihood = (kg: number, isFigure: boolean): number =>
    figures.reduce((product, figure, at) => {
      const wrong = figure.statements.reduce(
        (all, { own }) => all * (own ? wrongWeight.own : wrongWeight.told),
        1,
      );
      const right = figure.statements.reduce(
        (all, { own }) => all * (1 - (own ? wrongWeight.own : wrongWeight.told)),
        1,
      );
      return (
        product * (right * rightly(figure, kg, isFigure) + wrong * wrongly(figure, kg, massOf(at)))
      );
    }, 1);
  const exact = figures.map(
    (figure, at): Point => ({
      kg: figure.kg,
      mass: massOf(at) * likelihood(figure.kg, true),
      figure,
      interval: null,
    }),
  );
  const inner = intervalsOf(figures).flatMap(([low, high], interval) =>
    Array.from({ length: cells }, (_, at): Point => {
      const width = (high - low) / cells;
      const kg = legible(low + (at + 0.5) * width);
      const figure = figures.reduce((best, each) =>
        Math.abs(each.kg - kg) < Math.abs(best.kg - kg) ? each : best,
      );
      return { kg, mass: perKg(kg) * width * likelihood(kg, false), figure, interval };
    }),
  );
  return [...exact, ...inner];
}
