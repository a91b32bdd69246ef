import type {
  Comparison,
  ExplainedPair,
  LevelWeight,
  LinkageModel,
  Reason,
} from '@samenbeeld/linkage';

/** Pairs that a stated probability is worth against what the records show, for pairs that are the same. */
export const statedWorth = 100;

/** What one compared pair shows: the level of each comparison, and how likely it is the same. */
export interface ComparedPair {
  readonly reasons: readonly Pick<Reason, 'comparison' | 'level'>[];
  readonly probability: number;
}

function levelWeight(name: string, m: number, u: number, from: LevelWeight['from']): LevelWeight {
  return { name, m, u, weight: Math.round(Math.log2(m / u) * 1e5) / 1e5, from };
}

/** The model that the comparisons state, every m and u of them. */
export function statedModel(comparisons: readonly Comparison[], prior: number): LinkageModel {
  return {
    prior,
    comparisons: comparisons.map(({ name, levels, otherwise = {} }) => ({
      name,
      levels: [
        ...levels.map((level) => levelWeight(level.name, level.m ?? 1, level.u ?? 1, 'stated')),
        levelWeight('else', otherwise.m ?? 1, otherwise.u ?? 1, 'stated'),
        levelWeight('null', 1, 1, 'fixed'),
      ],
    })),
  };
}

/** log2 of the odds of a pair by another model than that by which it was compared; rarity of values included. */
export function weightBy(
  model: LinkageModel,
  { prior, reasons }: Pick<ExplainedPair, 'prior' | 'reasons'>,
): Pick<ExplainedPair, 'weight' | 'prior' | 'reasons'> {
  const levels = new Map(
    model.comparisons.flatMap((comparison) =>
      comparison.levels.map(
        (level) => [`${comparison.name}\n${level.name}`, level.weight] as const,
      ),
    ),
  );
  const moved = reasons.map((reason) => {
    const weight = levels.get(`${reason.comparison}\n${reason.level}`) ?? 0;
    return { ...reason, weight: Math.round((weight + reason.rarity) * 1e5) / 1e5 };
  });
  const sum = moved.reduce((total, { weight }) => total + Math.round(weight * 1e5), 0);
  return { weight: (Math.round(prior * 1e5) + sum) / 1e5, prior, reasons: moved };
}

/**
 * The model with m moved towards what the records show: one step of EM (Dempster, Laird and Rubin 1977) from the stated
 * probabilities, which count as {@link statedWorth} pairs, so that fifty records hardly move them and five hundred do. How
 * likely each pair is the same is taken with everything that is tied to it weighed, so that a record has one partner in
 * a file. How often records that are not the same agree (u) stays as stated: it is of the pairs that blocking brings
 * together, of which a picture holds too few that are surely different.
 *
 * `held` names comparisons that say how many pairs are the same rather than how they look; these stay too.
 */
export function movedModel(
  stated: LinkageModel,
  pairs: readonly ComparedPair[],
  held: ReadonlySet<string>,
): LinkageModel {
  const seen = new Map<string, number>();
  for (const { reasons, probability } of pairs)
    for (const { comparison, level } of reasons)
      seen.set(`${comparison}\n${level}`, (seen.get(`${comparison}\n${level}`) ?? 0) + probability);
  return {
    ...stated,
    comparisons: stated.comparisons.map(({ name, levels }) => {
      if (held.has(name)) return { name, levels };
      const said = levels.filter((level) => level.name !== 'null');
      const count = (level: LevelWeight): number => seen.get(`${name}\n${level.name}`) ?? 0;
      const total = said.reduce((sum, level) => sum + count(level), 0);
      if (total === 0) return { name, levels };
      return {
        name,
        levels: levels.map((level) =>
          level.name === 'null'
            ? level
            : levelWeight(
                level.name,
                // To the sixth decimal, so that sums in another order give the same model.
                Math.max(
                  1e-6,
                  Math.round(
                    ((statedWorth * level.m + count(level)) / (statedWorth + total)) * 1e6,
                  ) / 1e6,
                ),
                level.u,
                'estimated',
              ),
        ),
      };
    }),
  };
}
