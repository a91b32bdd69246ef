import type { Engine } from '@samenbeeld/engine';
import type {
  Comparison,
  ExplainedPair,
  LevelWeight,
  LinkageModel,
  Reason as LinkReason,
} from '@samenbeeld/linkage';
import {
  type Decision,
  type Definition,
  type DoubleCount,
  engineShape,
  type Seizure,
  seizuresShape,
  type Text,
  takes,
} from '@samenbeeld/schema';
import { assertPairableIds } from './event-ids.ts';
import {
  type ComparableRecord,
  comparableRecords,
} from './same-seizure/compare/comparable-record.ts';
import {
  linkSeizures,
  prior,
  seizureComparisons,
} from './same-seizure/compare/seizure-comparisons.ts';
import { findBatches } from './same-seizure/find-batches.ts';
import { recordsOf } from './same-seizure/partition/record-pair.ts';
import { reasonText } from './same-seizure/reason-text.ts';
import {
  decidedOnly,
  type ScoredPair,
  scoredPair,
  statedProbability,
  verdictOf,
  type WeighedPair,
  weighPairs,
} from './same-seizure/weigh-pairs.ts';

/** Pairs that a stated probability is worth against what the records show, for pairs that are the same. */
const statedWorth = 100;

/** What one compared pair shows: the level of each comparison, and how likely it is the same. */
interface ComparedPair {
  readonly reasons: readonly Pick<LinkReason, 'comparison' | 'level'>[];
  readonly probability: number;
}

function levelWeight(name: string, m: number, u: number, from: LevelWeight['from']): LevelWeight {
  return { name, m, u, weight: Math.round(Math.log2(m / u) * 1e5) / 1e5, from };
}

/** The model that the comparisons state, every m and u of them. */
function statedModel(comparisons: readonly Comparison[], prior: number): LinkageModel {
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
function weightBy(
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
function movedModel(
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

/** One reason for or against two records being the same seizure. */
export interface Reason {
  /** Comparison and level ("quantity: equal"). */
  readonly rule: string;
  /** log2 of how many times likelier this is where they are the same; negative where it speaks against it. */
  readonly weight: number;
  /** What of the weight is owed to how rare the shared value is; negative where it is common. Absent where that does not count. */
  readonly rarity?: number;
  /** Where `rarity` counts: in how many of the records that were compared the shared value stands. */
  readonly shared?: { readonly records: number; readonly of: number };
  readonly text: Text;
}

/** Two records of different files that may be the same seizure. */
export interface DoubleReport {
  /** Stable key, the subject of a decision of kind `same-seizure`. */
  readonly key: string;
  /** Id of a record, or ids of batches of one find, joined by `+`; `a` comes first in the order of texts. */
  readonly a: string;
  readonly b: string;
  /** log2 of the odds that the two are the same, by themselves: `prior` and the weights of the reasons. */
  readonly weight: number;
  /** log2 of the odds before anything is compared. */
  readonly prior: number;
  /** Probability that they are, with every record that is tied to them weighed, and what persons said. */
  readonly probability: number;
  readonly reasons: readonly Reason[];
  /** same: counted once; candidate: widens the range; different: kept apart. */
  readonly verdict: 'same' | 'candidate' | 'different';
  readonly decision: string | null;
}

/** What is known besides the records. */
export interface DoubleReportOptions {
  /** Decisions in force, by subject. */
  readonly decisions?: ReadonlyMap<string, Decision>;
  /** What sources say about counting each other's finds. */
  readonly declared?: readonly DoubleCount[];
  /** What the sources count, so that batches of one find are known as such. */
  readonly definitions?: readonly Definition[];
  /** By source, what tells the salt of its containers from those of others: under two salts no container is the same, or another. */
  readonly saltMarks?: ReadonlyMap<string, string>;
  /** Seed of what is drawn where there are too many partitions to weigh each. */
  readonly seed?: number;
}

/** Comparisons that say how many pairs to expect rather than how one looks: they are never learnt. */
const held: ReadonlySet<string> = new Set(['named', 'seldom']);

interface Scored extends ScoredPair {
  readonly reasons: ExplainedPair['reasons'];
}

function scored(
  pair: Pick<ExplainedPair, 'a' | 'b' | 'weight' | 'prior' | 'reasons'>,
  decisions: ReadonlyMap<string, Decision>,
): Scored {
  return { ...scoredPair([pair.a, pair.b], pair, decisions), reasons: pair.reasons };
}

/** In how many records, and of how many, the value stands that makes a reason weigh more or less by how rare it is. */
type CountShared = (reason: ExplainedPair['reasons'][number]) => Reason['shared'];

function countsShared(records: readonly ComparableRecord[]): CountShared {
  const counts = new Map<string, ReadonlyMap<string, number>>();
  const single = records.filter(({ id }) => recordsOf(id).length === 1);
  const countsOf = (column: string): ReadonlyMap<string, number> => {
    const known = counts.get(column);
    if (known) return known;
    const found = new Map<string, number>();
    for (const record of single) {
      const value = record[column as keyof ComparableRecord];
      if (value !== null) found.set(String(value), (found.get(String(value)) ?? 0) + 1);
    }
    counts.set(column, found);
    return found;
  };
  return ({ comparison, level, left }) => {
    const { columns = [], levels = [] } =
      seizureComparisons.find(({ name }) => name === comparison) ?? {};
    const column = levels.find(({ name }) => name === level)?.termFrequency;
    if (column === undefined) return undefined;
    const found = countsOf(column);
    const shared = found.get(left[columns.indexOf(column)] ?? '');
    // Of batches no single record gives the weight.
    if (shared === undefined || shared < 2) return undefined;
    return { records: shared, of: [...found.values()].reduce((sum, one) => sum + one, 0) };
  };
}

function toReport(
  weighed: WeighedPair<Scored>,
  byId: ReadonlyMap<string, Seizure>,
  countShared: CountShared,
): DoubleReport {
  const { key, a, b, weight, prior: before, reasons, decision } = weighed.pair;
  const rows = (side: string): readonly Seizure[] =>
    recordsOf(side).flatMap((id) => byId.get(id) ?? []);
  const sides = { a: rows(a), b: rows(b) };
  return {
    key,
    a,
    b,
    weight,
    prior: before,
    probability: statedProbability(weighed),
    reasons: reasons.flatMap((reason): readonly Reason[] => {
      const text = reasonText(reason, sides);
      const shared = reason.rarity === 0 ? undefined : countShared(reason);
      return text
        ? [
            {
              rule: `${reason.comparison}: ${reason.level}`,
              weight: reason.weight,
              ...(reason.rarity !== 0 && { rarity: reason.rarity }),
              ...(shared && { shared }),
              text,
            },
          ]
        : [];
    }),
    verdict: verdictOf(
      weighed,
      (name) => reasons.find(({ comparison }) => comparison === name)?.level,
    ),
    decision,
  };
}

/**
 * Pairs of records that may be the same seizure, with the probability that they are and the reasons, by Fellegi and Sunter's
 * model over the records of different files with the same place or port complex, basis and drug family, at most a week
 * apart. What is compared, and the stated probabilities that fifty records hardly move and five hundred do, stand in
 * docs/methods/double-counts.md.
 *
 * A pair's own odds are not the last word: all records that are tied to each other are weighed together, so that a find
 * has one partner in a file (joint total, rule 12). From {@link sameFrom} on a pair counts as one wherever each find must
 * be counted once, from {@link candidateFrom} on it widens the range; a person's decision outweighs both. Listed are these
 * pairs, and those in between that are held to be different, sets of batches among them, for a total weighs the very pairs
 * that were weighed here. The order of the records changes nothing.
 *
 * An `InputError` names a record whose id is there twice, or holds a blank or "+", by which keys of pairs are parted.
 */
export async function findDoubleReports(
  engine: Engine,
  seizures: readonly Seizure[],
  {
    decisions = new Map(),
    declared = [],
    definitions = [],
    saltMarks = new Map(),
    seed = 1,
  }: DoubleReportOptions = {},
): Promise<readonly DoubleReport[]> {
  takes(
    'findDoubleReports',
    ['engine', engine, engineShape],
    ['seizures', seizures, seizuresShape],
  );
  assertPairableIds(seizures);
  const ordered = [...seizures].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1,
  );
  const records = comparableRecords(ordered, {
    declared,
    saltMarks,
    batches: findBatches(ordered, definitions),
  });
  const stated = statedModel(seizureComparisons, prior);
  const linked = await linkSeizures(engine, records, stated);
  // What persons said settles pairs and teaches nothing, so that a decision changes no other pair's odds.
  const undecided = linked.map((pair) => scored(pair, new Map()));
  const moved = movedModel(
    stated,
    weighPairs(ordered, undecided, seed).map(({ pair: { reasons }, probability }) => ({
      reasons,
      probability,
    })),
    held,
  );
  const compared = linked.map((pair) => scored({ ...pair, ...weightBy(moved, pair) }, decisions));
  const further = decidedOnly(ordered, compared, decisions);
  const pairs = [...compared, ...further.map((pair): Scored => ({ ...pair, reasons: [] }))];
  const place = new Map(ordered.map(({ id }, at) => [id, at]));
  const byId = new Map(ordered.map((seizure) => [seizure.id, seizure]));
  const countShared = countsShared(records);
  const at = ({ pair: { a, b } }: WeighedPair): readonly number[] =>
    [...recordsOf(a), ...recordsOf(b)].map((id) => place.get(id) ?? 0).sort((i, j) => i - j);
  return weighPairs(ordered, pairs, seed)
    .map((weighed) => ({ weighed, order: at(weighed) }))
    .sort((x, y) => {
      const differs = x.order.findIndex((value, index) => value !== y.order[index]);
      if (differs >= 0) return (x.order[differs] as number) - (y.order[differs] ?? -1);
      return x.order.length - y.order.length || (x.weighed.pair.key < y.weighed.pair.key ? -1 : 1);
    })
    .map(({ weighed }) => toReport(weighed, byId, countShared));
}
