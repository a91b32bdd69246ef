import { ownValue } from '@samenbeeld/schema';
/** A country as the model of Walker and Unger sees it. The scores are judgements, on the scales of the model. */
export interface GravityCountry {
  readonly code: string;
  /** Gross national product per head, in any one currency. */
  readonly gnpPerHead: number;
  /** 0 (none) to 5. */
  readonly bankSecrecy: number;
  /** Towards laundering: 0 (opposes it) to 4 (tolerates it). */
  readonly governmentAttitude: number;
  readonly isSwiftMember: boolean;
  /** 0 (none) to 4. */
  readonly conflict: number;
  /** 1 (low) to 5. */
  readonly corruption: number;
  /** Distance to each other country, by code, in any one unit. */
  readonly distance: Readonly<Record<string, number>>;
}

/** What each score counts. */
export interface GravityWeights {
  readonly bankSecrecy: number;
  readonly governmentAttitude: number;
  readonly swift: number;
  readonly conflict: number;
  readonly corruption: number;
}

/** As Walker chose them in 1995; nothing was measured. */
export const walkerWeights: GravityWeights = {
  bankSecrecy: 3,
  governmentAttitude: 1,
  swift: 1,
  conflict: 3,
  corruption: 1,
};

/** GNP per head × (3 BS + GA + SWIFT − 3 CF − CR + 15), never below zero. */
export function attractiveness(country: GravityCountry, weights: GravityWeights): number {
  const score =
    weights.bankSecrecy * country.bankSecrecy +
    weights.governmentAttitude * country.governmentAttitude +
    weights.swift * Number(country.isSwiftMember) -
    weights.conflict * country.conflict -
    weights.corruption * country.corruption +
    15;
  return Math.max(0, country.gnpPerHead * score);
}

/** Share of what leaves each country that goes to each other: P(X, y) = (A(y) / d(X, y)) / Σ A / d, d a power of the distance. */
export function gravityShares(
  countries: readonly GravityCountry[],
  weights: GravityWeights,
  power: number,
): readonly (readonly number[])[] {
  const drawn = countries.map((country) => attractiveness(country, weights));
  return countries.map((from, at) => {
    const pulls = countries.map((to, other) =>
      other === at
        ? 0
        : (drawn[other] as number) / (ownValue(from.distance, to.code) as number) ** power,
    );
    const sum = pulls.reduce((all, pull) => all + pull, 0);
    return pulls.map((pull) => (sum > 0 ? pull / sum : 0));
  });
}
