import type { ExplainedPair, Reason } from './pair.ts';
import { probabilityOf } from './weight.ts';

/** One step from the prior odds to the pair's weight, in log2 of the odds. */
export interface WaterfallStep {
  /**
   * `start`: what is known before looking · `reason`: a comparison, without how rare the value is · `rarity`: what the
   * shared value adds or takes because it is rare or common · `end`: the weight of the pair.
   */
  readonly kind: 'start' | 'reason' | 'rarity' | 'end';
  /** Of a reason or rarity, else null. */
  readonly comparison: string | null;
  readonly level: string | null;
  /** What the step adds; at the start and the end the whole. */
  readonly weight: number;
  /** Running sum before and after the step; a bar is drawn between them. */
  readonly from: number;
  readonly to: number;
  /** Probability of a pair of weight `to`. */
  readonly probability: number;
  /** What the two records say; empty at the start, the end and for rarity. */
  readonly left: readonly (string | null)[];
  readonly right: readonly (string | null)[];
  /** The values were blanked: a null in `left` or `right` says nothing of whether there is a value. */
  readonly withheld: boolean;
}

/** What a reader may see. */
export interface WaterfallOptions {
  /** Blanks what the records say, everywhere or in these comparisons. Weights and levels stay. */
  readonly withhold?: boolean | readonly string[];
}

/**
 * A pair's weight taken apart: the prior, each comparison, the sum. Plain data, which a chart or a sentence is made of.
 * Where rarity counts it is a step of its own, so that "the same weight" and "a weight that nobody else has" are told
 * apart. Comparisons of which a record says nothing stay, with weight 0.
 *
 * @throws RangeError where prior and reasons do not add up to the weight, or `withhold` names no comparison of the pair
 * @example
 * ```ts
 * import { waterfall } from '@samenbeeld/linkage';
 * const pair = { a: '1', b: '7', tableA: 'be', tableB: 'nl', weight: 4, probability: 16 / 17, prior: -8, reasons: [{ comparison: 'kg', level: 'exact', weight: 12, rarity: 3, left: ['1279'], right: ['1279'] }] };
 * waterfall(pair).map(({ kind, from, to }) => [kind, from, to]) // => [['start', 0, -8], ['reason', -8, 1], ['rarity', 1, 4], ['end', 0, 4]]
 * waterfall(pair, { withhold: true })[1].left // => [null]
 * ```
 */
export function waterfall(
  pair: ExplainedPair,
  { withhold = false }: WaterfallOptions = {},
): readonly WaterfallStep[] {
  const unknown =
    typeof withhold === 'boolean'
      ? undefined
      : withhold.find((name) => !pair.reasons.some(({ comparison }) => comparison === name));
  if (unknown !== undefined)
    throw new RangeError(
      `\`withhold\` names "${unknown}"; the pair is compared by ${pair.reasons.map(({ comparison }) => comparison).join(', ')}`,
    );
  const sum = pair.reasons.reduce((sofar, { weight }) => sofar + weight, pair.prior);
  if (!(Math.abs(sum - pair.weight) <= 1e-6 * Math.max(1, Math.abs(pair.weight))))
    throw new RangeError(
      `the prior and the reasons of ${pair.a} and ${pair.b} add up to ${sum}, the pair weighs ${pair.weight}`,
    );
  const steps: WaterfallStep[] = [whole('start', pair.prior)];
  let at = pair.prior;
  const step = (kind: 'reason' | 'rarity', reason: Reason, weight: number): void => {
    const withheld =
      withhold === true || (withhold !== false && withhold.includes(reason.comparison));
    const shown = (values: readonly (string | null)[]): readonly (string | null)[] =>
      kind === 'rarity' ? [] : withheld ? values.map(() => null) : values;
    const from = at;
    at += weight;
    steps.push({
      kind,
      comparison: reason.comparison,
      level: reason.level,
      weight,
      from,
      to: at,
      probability: probabilityOf(at),
      left: shown(reason.left),
      right: shown(reason.right),
      withheld,
    });
  };
  for (const reason of pair.reasons) {
    step('reason', reason, reason.weight - reason.rarity);
    if (reason.rarity !== 0) step('rarity', reason, reason.rarity);
  }
  return [...steps, whole('end', pair.weight)];
}

function whole(kind: 'start' | 'end', weight: number): WaterfallStep {
  return {
    kind,
    comparison: null,
    level: null,
    weight,
    from: 0,
    to: weight,
    probability: probabilityOf(weight),
    left: [],
    right: [],
    withheld: false,
  };
}
