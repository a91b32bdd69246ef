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
export function boundedPrior(same: number, pairs: number): number {
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
export interface Capture {
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
