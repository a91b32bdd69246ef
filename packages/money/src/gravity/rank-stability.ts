import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { attractiveness, type GravityCountry, type GravityWeights } from './attractiveness.ts';

/** How the order of countries by attractiveness moves when every weight is drawn from half to one and a half of itself. */
export interface RankStability {
  readonly draws: number;
  /** Countries that change place in at least one draw of ten. */
  readonly moved: number;
  /** Best and worst place of each country over all draws, in the order given. */
  readonly places: readonly { readonly best: number; readonly worst: number }[];
}

/** Place of each value, 1 for the largest; the earlier first where they are equal. */
function placesOf(values: readonly number[]): readonly number[] {
  const order = values
    .map((_, at) => at)
    .sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
  const places = new Array<number>(values.length).fill(0);
  order.forEach((at, place) => {
    places[at] = place + 1;
  });
  return places;
}

/** Draws the weights anew and orders the countries each time. */
export function rankStability(
  countries: readonly GravityCountry[],
  weights: GravityWeights,
  { seed, draws }: { readonly seed: number; readonly draws: number },
): RankStability {
  const generator = xoroshiro128plus(seed);
  const order = (used: GravityWeights): readonly number[] =>
    placesOf(countries.map((country) => attractiveness(country, used)));
  const drawn = (weight: number): number => weight * (0.5 + uniformFloat64(generator));
  const usual = order(weights);
  const samples = Array.from({ length: draws }, () =>
    order({
      bankSecrecy: drawn(weights.bankSecrecy),
      governmentAttitude: drawn(weights.governmentAttitude),
      swift: drawn(weights.swift),
      conflict: drawn(weights.conflict),
      corruption: drawn(weights.corruption),
    }),
  );
  const places = countries.map((_, at) => {
    const seen = samples.map((sample) => sample[at] as number);
    return { best: Math.min(...seen), worst: Math.max(...seen) };
  });
  const moved = countries.filter(
    (_, at) => samples.filter((sample) => sample[at] !== usual[at]).length * 10 >= draws,
  ).length;
  return { draws, moved, places };
}
