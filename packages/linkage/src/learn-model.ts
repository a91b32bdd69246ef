import { type BlockingPass, columnsIn, namesIn } from './blocking-pass.ts';
import type { Comparison } from './comparison.ts';
import type { PassPatterns } from './pass-patterns.ts';
import { mostRules, type Pattern } from './pattern.ts';

/** What is known of how many pairs are the same. */
export type Prior =
  /** Probability that two records drawn at random, of those that may be linked, are the same. */
  | number
  /** How many pairs are expected to be the same; no more than there are pairs. */
  | { readonly expected: number }
  /** Rules that hold hardly ever for records that are not the same, and the share of the same pairs they find. */
  | { readonly rules: readonly string[]; readonly recall: number };

const refused = (found: unknown): RangeError =>
  new RangeError(
    `the prior must be a probability between 0 and 1, { expected: number of pairs } or { rules, recall }; found ${JSON.stringify(found)}`,
  );

/** Keeps a probability off 0 and 1, by what so many pairs can tell. */
function boundedPrior(same: number, pairs: number): number {
  const least = 0.5 / Math.max(pairs, 1);
  return Math.min(Math.max(same / Math.max(pairs, 1), least), 1 - least);
}

/** Refuses more pairs that are the same than there are pairs; where there are none, nothing is compared anyway. */
function possible(same: number, pairs: number, said: string): number {
  if (pairs > 0 && same > pairs)
    throw new RangeError(
      `${said}, but these records make only ${pairs.toLocaleString('en')} pair${pairs === 1 ? '' : 's'}; state fewer, or a probability`,
    );
  return boundedPrior(same, pairs);
}

/** A stated prior as a probability; `matches` counts the pairs that deterministic rules find. */
export async function statedPrior(
  prior: Prior,
  pairs: number,
  matches: (rules: readonly string[]) => Promise<number>,
): Promise<number> {
  if (typeof prior === 'number') {
    if (!(prior > 0 && prior < 1)) throw refused(prior);
    return prior;
  }
  if ('expected' in prior) {
    if (!(prior.expected >= 0 && Number.isFinite(prior.expected))) throw refused(prior);
    return possible(
      prior.expected,
      pairs,
      `the prior expects ${prior.expected.toLocaleString('en')} pairs that are the same`,
    );
  }
  if (!(prior.recall > 0 && prior.recall <= 1) || prior.rules.length === 0) throw refused(prior);
  const found = await matches(prior.rules);
  return possible(
    found / prior.recall,
    pairs,
    `the rules of the prior find ${found.toLocaleString('en')} pairs, which at a recall of ${prior.recall} is ${Math.round(found / prior.recall).toLocaleString('en')}`,
  );
}

/** What one rule found, and what of it another rule found too. */
interface Capture {
  readonly found: number;
  /** By rule. */
  readonly also: ReadonlyMap<number, number>;
}

/**
 * How many pairs are the same in all, those that no rule finds included: each pair of rules is a capture and a recapture
 * (Lincoln-Petersen, pooled over the pairs of rules). Rules that are not independent make it too low; it is never below
 * what the rules found together.
 */
export function allMatches(captures: ReadonlyMap<number, Capture>): number {
  const rules = [...captures.keys()];
  let products = 0;
  let overlaps = 0;
  for (const [at, one] of rules.entries())
    for (const two of rules.slice(at + 1)) {
      const [a, b] = [captures.get(one), captures.get(two)];
      if (!a || !b) continue;
      const both = ((a.also.get(two) ?? 0) + (b.also.get(one) ?? 0)) / 2;
      if (both < 1) continue;
      products += a.found * b.found;
      overlaps += both;
    }
  const most = Math.max(0, ...rules.map((rule) => captures.get(rule)?.found ?? 0));
  return Math.max(most, overlaps > 0 ? products / overlaps : 0);
}

/** What is known before the pairs speak. */
interface EmStart {
  /** Share of the pairs that are the same, to begin with. */
  readonly share: number;
  /** By comparison: probabilities of its levels, then "else". */
  readonly m: readonly (readonly number[])[];
  readonly u: readonly (readonly number[])[];
  /** By comparison: how many pairs `m` is worth against the data. */
  readonly worth: readonly number[];
  /** By comparison and place: whether `m` is held there as it is. */
  readonly held?: readonly (readonly boolean[])[];
  /** Comparisons that are left out of account here. */
  readonly without?: ReadonlySet<number>;
}

/** What EM came to. */
interface EmResult {
  readonly share: number;
  readonly m: readonly (readonly number[])[];
  /** By comparison: expected number of same pairs in which it says something. */
  readonly informed: readonly number[];
  /** Expected number of pairs that are the same. */
  readonly matches: number;
  readonly rounds: number;
  readonly converged: boolean;
}

const smallest = 1e-12;

/** log odds of a pattern, the share's own included. */
export function logOdds(
  places: readonly number[],
  share: number,
  m: readonly (readonly number[])[],
  u: readonly (readonly number[])[],
  without?: ReadonlySet<number>,
): number {
  let sum = Math.log(share / (1 - share));
  places.forEach((place, comparison) => {
    const [same, other] = [m[comparison]?.[place], u[comparison]?.[place]];
    // The level "null" has no probability and says nothing.
    if (same === undefined || other === undefined || without?.has(comparison)) return;
    sum += Math.log(Math.max(same, smallest) / Math.max(other, smallest));
  });
  return sum;
}

export const posterior = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Counts and prior made into probabilities; what is held stays, the rest shares what that leaves. */
export function updated(
  start: readonly number[],
  counts: readonly number[],
  prior: { readonly worth: number; readonly held?: readonly boolean[] },
): readonly number[] {
  const { worth, held = [] } = prior;
  const free = start.map((one, place) => (held[place] ? 0 : (counts[place] ?? 0) + worth * one));
  const sum = free.reduce((total, one) => total + one, 0);
  const left = start.reduce((total, one, place) => total - (held[place] ? one : 0), 1);
  if (sum === 0) return start;
  return start.map((one, place) => (held[place] ? one : (left * (free[place] ?? 0)) / sum));
}

/**
 * Expectation-maximisation for m and the share of same pairs, over patterns, with u held (Fellegi & Sunter 1969;
 * Winkler 1988; Enamorado, Fifield & Imai 2019 for levels that are missing). m has a Dirichlet prior: the start, worth as many
 * pairs as `worth` says, so that a handful of pairs cannot carry it off.
 */
export function estimateM(
  patterns: readonly Pattern[],
  start: EmStart,
  {
    rounds: most = 200,
    tolerance = 1e-6,
  }: { readonly rounds?: number; readonly tolerance?: number } = {},
): EmResult {
  const total = patterns.reduce((sum, { count }) => sum + count, 0);
  const { u, without } = start;
  let { share } = start;
  let m = start.m;
  let informed: readonly number[] = m.map(() => 0);
  let matches = share * total;
  let rounds = 0;
  let converged = total === 0;
  while (rounds < most && !converged) {
    rounds++;
    const sums = m.map((levels) => levels.map(() => 0));
    matches = 0;
    for (const { places, count } of patterns) {
      const same = count * posterior(logOdds(places, share, m, u, without));
      matches += same;
      places.forEach((place, comparison) => {
        const row = sums[comparison];
        if (row && place < row.length) row[place] = (row[place] ?? 0) + same;
      });
    }
    informed = sums.map((row) => row.reduce((sum, one) => sum + one, 0));
    const next = m.map((levels, comparison) =>
      without?.has(comparison)
        ? levels
        : updated(start.m[comparison] ?? [], sums[comparison] ?? [], {
            worth: start.worth[comparison] ?? 0,
            held: start.held?.[comparison] ?? [],
          }),
    );
    // A pair's worth of doubt keeps the share off 0 and 1.
    const nextShare = (matches + start.share) / (total + 1);
    const change = Math.max(
      Math.abs(nextShare - share),
      ...next.flatMap((levels, comparison) =>
        levels.map((one, place) => Math.abs(one - (m[comparison]?.[place] ?? 0))),
      ),
    );
    m = next;
    share = nextShare;
    converged = change < tolerance;
  }
  return { share, m, informed, matches, rounds, converged };
}

/** m or u of a comparison before any pair is seen, by place. */
interface Starting {
  readonly probabilities: readonly number[];
  /** Where it is stated. */
  readonly stated: readonly boolean[];
}

/** m of levels of which nothing is known: nine in ten of the same agree exactly, the rest is shared out. */
function customaryM(levels: number): readonly number[] {
  if (levels === 1) return [0.9, 0.1];
  return [0.85, ...Array.from({ length: levels - 1 }, () => 0.1 / (levels - 1)), 0.05];
}

/** What is stated, and the customary shares of what that leaves. */
function starting(comparison: Comparison, kind: 'm' | 'u', customary: readonly number[]): Starting {
  const given = [...comparison.levels.map((level) => level[kind]), comparison.otherwise?.[kind]];
  const known = given.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const stated = given.map((one) => one !== undefined);
  if (known > 1 + 1e-6 || given.some((one) => one !== undefined && !(one > 0 && one < 1)))
    throw new RangeError(
      `comparison "${comparison.name}": the stated ${kind} of its levels must lie between 0 and 1 and add up to at most 1; found ${given.map(String).join(', ')}`,
    );
  const open = customary.reduce((sum, one, place) => sum + (stated[place] ? 0 : one), 0);
  return {
    stated,
    probabilities: given.map(
      (one, place) => one ?? (Math.max(1 - known, 1e-9) * (customary[place] ?? 0)) / (open || 1),
    ),
  };
}

/** What each rule found, by the model its pass came to. */
function capturesOf(
  evidence: Pick<Evidence, 'passes' | 'byPass'>,
  training: Learnt['training'],
  u: readonly (readonly number[])[],
): ReadonlyMap<number, Capture> {
  const captures = new Map<number, { found: number; also: Map<number, number> }>();
  for (const { pass, result, without, each } of training) {
    const rule = evidence.passes[pass]?.rule ?? 0;
    const capture = captures.get(rule) ?? { found: 0, also: new Map<number, number>() };
    captures.set(rule, capture);
    const patterns = evidence.byPass.find((one) => one.pass === pass)?.patterns ?? [];
    for (const { places, count, also = 0 } of patterns) {
      const same = each * count * posterior(logOdds(places, result.share, result.m, u, without));
      capture.found += same;
      for (let other = 0; other < mostRules; other++)
        if (Math.floor(also / 2 ** other) % 2 === 1)
          capture.also.set(other, (capture.also.get(other) ?? 0) + same);
    }
  }
  return captures;
}

/** Everything the probabilities are learnt from: counts, in a fixed order. */
interface Evidence {
  readonly comparisons: readonly Comparison[];
  readonly passes: readonly BlockingPass[];
  /** How pairs drawn at random agree. */
  readonly drawn: readonly Pattern[];
  readonly byPass: readonly PassPatterns[];
  /** Pairs that may be linked at all. */
  readonly pairs: number;
  readonly prior?: number;
  /** How many pairs a stated m or u is worth against the data. */
  readonly statedWorth: number;
}

/** Probabilities by comparison and place, and how they were come by. */
export interface Learnt {
  readonly prior: number;
  readonly m: readonly (readonly number[])[];
  readonly u: readonly (readonly number[])[];
  /** Comparisons whose m no pass could tell. */
  readonly untaught: ReadonlySet<number>;
  readonly training: readonly {
    readonly pass: number;
    readonly result: EmResult;
    readonly without: ReadonlySet<number>;
    readonly each: number;
  }[];
}

/** Worth, in pairs, of the customary m of a comparison of which nothing is stated. */
const customaryWorth = 2;
const turns = 3;

/** Comparisons that read a column of the pass's key or condition: among its pairs they agree because of the rule. */
export function blockedOn(
  pass: BlockingPass,
  comparisons: readonly Comparison[],
): ReadonlySet<number> {
  const names = [
    ...[...pass.left, ...pass.right].flatMap((key) => [...namesIn(key)]),
    ...columnsIn(pass.where ?? ''),
  ];
  const named = new Set(names.map((one) => one.toLowerCase()));
  return new Set(
    comparisons.flatMap(({ columns }, at) =>
      columns.some((column) => named.has(column.toLowerCase())) ? [at] : [],
    ),
  );
}

/** u from pairs drawn at random, each counted by how likely it is not the same. */
function learnU(
  evidence: Evidence,
  start: readonly Starting[],
  same?: {
    readonly prior: number;
    readonly m: readonly (readonly number[])[];
    readonly u: readonly (readonly number[])[];
  },
): readonly (readonly number[])[] {
  const counts = start.map(({ probabilities }) => probabilities.map(() => 0));
  for (const { places, count } of evidence.drawn) {
    const other = same ? 1 - posterior(logOdds(places, same.prior, same.m, same.u)) : 1;
    places.forEach((place, comparison) => {
      const row = counts[comparison];
      if (row && place < row.length) row[place] = (row[place] ?? 0) + other * count;
    });
  }
  return start.map(({ probabilities, stated }, at) => {
    const held = stated.map((one) => one && evidence.statedWorth === Infinity);
    const worth =
      stated.some(Boolean) && evidence.statedWorth !== Infinity ? evidence.statedWorth : 1;
    return updated(probabilities, counts[at] ?? [], { worth, held });
  });
}

function combined(
  start: readonly Starting[],
  results: Learnt['training'],
): { readonly m: readonly (readonly number[])[]; readonly untaught: ReadonlySet<number> } {
  const untaught = new Set<number>();
  const m = start.map(({ probabilities }, comparison) => {
    const taught = results
      .filter(
        ({ without, result }) => !without.has(comparison) && (result.informed[comparison] ?? 0) > 0,
      )
      .map(({ result, each }) => ({
        weight: (result.informed[comparison] ?? 0) * each,
        m: result.m[comparison] ?? probabilities,
      }));
    const sum = taught.reduce((total, { weight }) => total + weight, 0);
    if (sum === 0) {
      untaught.add(comparison);
      return probabilities;
    }
    return probabilities.map((_, place) =>
      taught.reduce((total, one) => total + (one.weight / sum) * (one.m[place] ?? 0), 0),
    );
  });
  return { m, untaught };
}

/**
 * Learns the probabilities: u from pairs drawn at random, m by EM in each pass, leaving out what the rule of the pass reads,
 * the passes weighed by how many same pairs inform them. The drawn pairs that look the same are then taken out of u, and
 * m is learnt again, so that many duplicates do not pass for chance.
 */
export function learnProbabilities(evidence: Evidence): Learnt {
  const { comparisons, statedWorth, pairs } = evidence;
  const startM = comparisons.map((one) => starting(one, 'm', customaryM(one.levels.length)));
  const startU = comparisons.map((one) =>
    starting(
      one,
      'u',
      Array.from({ length: one.levels.length + 1 }, () => 1 / (one.levels.length + 1)),
    ),
  );
  const worth = startM.map(({ stated }) =>
    stated.some(Boolean) && statedWorth !== Infinity ? statedWorth : customaryWorth,
  );
  const held = startM.map(({ stated }) => stated.map((one) => one && statedWorth === Infinity));
  let u = learnU(evidence, startU);
  let learnt: Learnt | undefined;
  for (let turn = 0; turn < turns; turn++) {
    const training = evidence.byPass.flatMap(({ pass, patterns, each }) => {
      const key = evidence.passes[pass];
      const without = key ? blockedOn(key, comparisons) : new Set<number>();
      if (patterns.length === 0 || without.size === comparisons.length) return [];
      const start = {
        share: 0.1,
        m: startM.map(({ probabilities }) => probabilities),
        u,
        worth,
        held,
        without,
      };
      return [{ pass, without, each, result: estimateM(patterns, start) }];
    });
    const { m, untaught } = combined(startM, training);
    const prior =
      evidence.prior ?? boundedPrior(allMatches(capturesOf(evidence, training, u)), pairs);
    learnt = { prior, m, u, untaught, training };
    if (turn < turns - 1) u = learnU(evidence, startU, { prior, m, u });
  }
  return learnt as Learnt;
}
