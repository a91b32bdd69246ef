import type { Seizure } from '@samenbeeld/schema';
import { inKilograms } from '../../event-quantity.ts';
import { toMilligram } from '../milligram.ts';
import type { SizeDensity } from './size-density.ts';
import type { Statement } from './statement.ts';

/** A rounding that a weight may be of, in kilograms, and how likely. */
export interface Rounding {
  readonly step: number;
  readonly probability: number;
}

/** A share that packing may take of the weights of an office, all of them alike, and how likely. */
export interface PackingShare {
  readonly share: number;
  readonly probability: number;
}

/** How offices write weights. */
export interface Habits {
  /** Roundings that a figure of a file may be of; none where the file shows no habit of it. */
  roundings(source: string, kg: number): readonly Rounding[];
}

/** Packing is at most this share of a gross weight. A convention: real ones run from two to eight per cent. */
export const packing = 0.1;

/** Last digits of exact figures: a register's bare number is exact to what it prints. */
const exact = [0.001, 0.01, 0.1] as const;
/** Steps to which files round, in kilograms. */
export const roundingSteps = [1, 5, 10, 50, 100, 500, 1000] as const;

/** A rounding to a step is of a weight at least so many times as large. */
const timesStep = 2;

/** To one step whatever the weight. */
const fixed = roundingSteps.map(
  (step) =>
    (kg: number): number | null =>
      kg >= timesStep * step ? step : null,
);
/** To a step that grows with the weight, so that it is a quarter or a twentieth of it at most. */
const growing = [4, 20].map(
  (times) =>
    (kg: number): number | null =>
      roundingSteps.findLast((step) => kg >= times * step) ?? null,
);
/** Ways of rounding: to what step a weight is rounded, or null where it is not. */
const rough = [...fixed, ...growing];
/** Figures that a stated share is worth: exact ones, and those of each rounding. */
const worth: Readonly<Record<'exact' | 'rough', number>> = { exact: 1, rough: 0.1 };
/** How likely a figure that ends in noughts is a rounding, where nothing is known of its file. */
const byNoughts = 0.2;
/** By so much must roundings explain the figures of a file better, in log-likelihood, before they are believed. */
const evidence = 5;
/** So many figures of a file at least tell its habits, and so many of them must be rounded. */
const fewest = { figures: 10, rounded: 5 } as const;
const isMultiple = (kg: number, step: number): boolean =>
  Math.abs(kg / step - Math.round(kg / step)) <= 1e-9 * Math.max(1, kg / step);

const sumOf = (some: readonly number[]): number => some.reduce((a, b) => a + b, 0);

/**
 * How much likelier each way of writing makes a figure than an exact weight to the kilogram: rounded to a step it stands for
 * a whole step of weights. `again` is the same for weights that come again, as of bales that all weigh the same.
 */
function likelihoods(kg: number, again: number): readonly number[] {
  return [
    ...exact.map((step) => (isMultiple(kg, step) ? step : 0)),
    ...rough.map((stepOf) => {
      const step = stepOf(kg);
      return step !== null && isMultiple(kg, step) ? step : 0;
    }),
    again,
  ];
}

const ways = exact.length + rough.length + 1;
const whole = exact.length;
const roughAt = (way: number): boolean => way >= whole && way < ways - 1;

/** Shares of the ways of writing in the figures of a file, by EM; roundings left out unless they explain them better. */
function sharesOf(figures: readonly (readonly number[])[], among: (way: number) => boolean) {
  const prior = Array.from({ length: ways }, (_, way) =>
    among(way) ? (roughAt(way) ? worth.rough : worth.exact) : 0,
  );
  const all = figures.length + sumOf(prior);
  const each = prior.map(() => 0);
  let shares = prior.map((worthOf) => worthOf / sumOf(prior));
  for (let step = 0; step < 60; step += 1) {
    const counts = [...prior];
    // Loops: this is where most of the time of weighing goes.
    for (const figure of figures) {
      for (let way = 0; way < ways; way += 1) each[way] = (figure[way] ?? 0) * (shares[way] ?? 0);
      const total = sumOf(each);
      if (total > 0)
        for (let way = 0; way < ways; way += 1)
          counts[way] = (counts[way] ?? 0) + (each[way] ?? 0) / total;
    }
    shares = counts.map((count) => count / all);
  }
  const fit = sumOf(
    figures.map((figure) =>
      Math.log(Math.max(1e-12, sumOf(figure.map((likely, way) => likely * (shares[way] ?? 0))))),
    ),
  );
  return { shares, fit };
}

/** Shares that packing may take where nothing else is known: up to a tenth, evenly; a convention. */
const packed = Array.from({ length: 10 }, (_, at) => (packing * (at + 0.5)) / 10);
/** Of weights of which no basis is given, how likely it is that an office weighs net. */
const netWhereUnknown = 0.5;

/** What packing may take of a weight; a net weight is all net. */
export const packingOf: Readonly<Record<Seizure['massBasis'], readonly PackingShare[]>> = {
  net: [{ share: 0, probability: 1 }],
  gross: packed.map((share) => ({ share, probability: 1 / packed.length })),
  unknown: [
    { share: 0, probability: netWhereUnknown },
    ...packed.map((share) => ({ share, probability: (1 - netWhereUnknown) / packed.length })),
  ],
};

/** Habits of which nothing is known but what is stated. */
export const statedHabits: Habits = {
  roundings: () => [],
};

/**
 * How offices write weights, from what they wrote: how many of a file's figures are rounded and to what, by how many end in
 * a five or in noughts. Weights that come again more often than those a step away, as of bales, are taken for what they are.
 */
export function learntHabits(seizures: readonly Seizure[], usual: SizeDensity): Habits {
  const files = new Map<string, number[]>();
  for (const seizure of seizures) {
    const kg = inKilograms(seizure);
    if (kg === null || kg <= 0 || seizure.estimated || seizure.unit !== 'kg') continue;
    const known = files.get(seizure.source);
    if (known) known.push(kg);
    else files.set(seizure.source, [kg]);
  }
  // In one order whatever that of the records, so that sums are the same to the last digit.
  for (const weights of files.values()) weights.sort((a, b) => a - b);
  const known = new Map(
    [...files].map(([source, weights]) => {
      const counts = new Map<number, number>();
      for (const kg of weights) counts.set(toMilligram(kg), (counts.get(toMilligram(kg)) ?? 0) + 1);
      const countOf = (kg: number): number => counts.get(toMilligram(kg)) ?? 0;
      const again = (kg: number): number => {
        const others = countOf(kg) - 1;
        if (others <= 0) return 0;
        // A rounding fills the figures a step away on either side as well; a bale stands out between them.
        const beside = Math.max(
          0,
          ...roundingSteps
            .filter((step) => step > 1 && kg >= timesStep * step && isMultiple(kg, step))
            .map((step) =>
              kg - step >= timesStep * step
                ? Math.sqrt(countOf(kg - step) * countOf(kg + step))
                : countOf(kg + step),
            ),
        );
        const excess = others - beside - Math.sqrt(beside);
        return excess <= 0 ? 0 : (excess / weights.length) * ((kg * Math.LN10) / usual(kg));
      };
      const figures = weights.map((kg) => likelihoods(kg, again(kg)));
      const hasDecimals = weights.some((kg) => !isMultiple(kg, 1));
      const plain = sharesOf(figures, (way) => !roughAt(way) || (way === whole && !hasDecimals));
      const toWhole = sharesOf(figures, (way) => !roughAt(way) || way === whole);
      const free = sharesOf(figures, () => true);
      const rounded = (fit: typeof free): number =>
        figures.length * sumOf(fit.shares.filter((_, way) => roughAt(way)));
      const isKnown = (fit: typeof free, than: typeof free): boolean =>
        figures.length >= fewest.figures &&
        fit.fit - than.fit >= evidence &&
        rounded(fit) >= fewest.rounded;
      const finer = isKnown(toWhole, plain) ? toWhole : plain;
      const { shares } = isKnown(free, finer) ? free : finer;
      return [source, { shares, again, hasDecimals }] as const;
    }),
  );
  return {
    roundings: (source, kg) => {
      const file = known.get(source);
      if (!file || kg <= 0) return [];
      const each = likelihoods(kg, file.again(kg)).map(
        (likely, way) => likely * (file.shares[way] ?? 0),
      );
      const total = sumOf(each);
      return roundingSteps.flatMap((step) => {
        const ways = rough.map((stepOf, at) =>
          stepOf(kg) === step ? (each[exact.length + at] ?? 0) : 0,
        );
        const probability = total > 0 ? sumOf(ways) / total : 0;
        // A file that prints no decimals is exact to the kilogram.
        return probability > 0.01 && (step > 1 || file.hasDecimals) ? [{ step, probability }] : [];
      });
    },
  };
}

/** Roundings that a figure may be of by its noughts alone, where another is set against it. */
export function roundingsByNoughts({ kg, step, unit }: Statement): readonly Rounding[] {
  const own = step > unit && kg >= timesStep * step ? [step] : [];
  const noughts = roundingSteps.filter(
    (each) => each > 1 && kg >= 4 * each && isMultiple(kg, each),
  );
  const some = [...new Set([...own, ...noughts])];
  return some.map((each) => ({ step: each, probability: byNoughts / some.length }));
}
