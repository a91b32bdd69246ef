import { type Reason as LinkageReason, waterfall } from '@samenbeeld/linkage';
import type { Text } from '@samenbeeld/schema';
import type { DoubleReport } from '../double-reports.ts';
import { rarityText } from './rarity-text.ts';
import { withheldText } from './withheld-words.ts';

/** One step from what is known before comparing to what the reasons say together. */
export interface PairStep {
  /** `rarity`: what the value that both share adds or takes because it is rare or common. */
  readonly kind: 'start' | 'reason' | 'rarity' | 'end';
  readonly text: Text;
  /** log2 of how many times likelier; at the start and the end the log2 of the odds. */
  readonly weight: number;
  /** Running log2 of the odds before and after. */
  readonly from: number;
  readonly to: number;
  /** Probability after the step. */
  readonly probability: number;
  /** The text says which level was reached, and no value of a record. */
  readonly withheld: boolean;
}

/** What a reader may see. */
export interface PairWaterfallOptions {
  /** Leaves out what the records say. Weights and levels stay; how rare a value is stays within its reason. */
  readonly withhold?: boolean;
}

const start: Text = {
  nl: 'vóór het vergelijken',
  fr: 'avant de comparer',
  de: 'vor dem Vergleich',
  en: 'before comparing',
};
const end: Text = {
  nl: 'alles samen',
  fr: 'tout ensemble',
  de: 'alles zusammen',
  en: 'taken together',
};
const untold: Text = {
  nl: 'overige redenen',
  fr: 'autres raisons',
  de: 'übrige Gründe',
  en: 'other reasons',
};

/** Rarity that prints as no factor stays within its reason. */
const leastRarity = 0.07;

/**
 * A pair taken apart: the odds before comparing, each reason in words, all together. Where it counts how rare a shared value
 * is, that is a step of its own. Reasons that weigh nothing stay, so that a reader sees what could not be compared.
 *
 * @example
 * ```ts
 * import { pairWaterfall } from '@samenbeeld/merge';
 * const same = (en) => ({ nl: en, fr: en, de: en, en });
 * const pair = { key: 'same a b', a: 'a', b: 'b', prior: -2, weight: 6, probability: 0.98, verdict: 'same', decision: null, reasons: [{ rule: 'quantity: equal', weight: 8, text: same('same weight (12 kg)') }] };
 * pairWaterfall(pair).map(({ text, to }) => [text.en, to]) // => [['before comparing', -2], ['same weight (12 kg)', 6], ['taken together', 6]]
 * pairWaterfall(pair, { withhold: true })[1].text.en // => 'weight: equal'
 * ```
 */
export function pairWaterfall(
  { a, b, prior, weight, probability, reasons }: DoubleReport,
  { withhold = false }: PairWaterfallOptions = {},
): readonly PairStep[] {
  const told = reasons.map((reason): LinkageReason => {
    const at = reason.rule.indexOf(': ');
    return {
      comparison: at < 0 ? reason.rule : reason.rule.slice(0, at),
      level: at < 0 ? '' : reason.rule.slice(at + 2),
      weight: reason.weight,
      rarity: withhold || Math.abs(reason.rarity ?? 0) < leastRarity ? 0 : (reason.rarity ?? 0),
      left: [],
      right: [],
    };
  });
  const rest = weight - prior - told.reduce((sum, reason) => sum + reason.weight, 0);
  const isWhole = Math.abs(rest) < 1e-6;
  const all = isWhole
    ? told
    : [...told, { comparison: '', level: '', weight: rest, rarity: 0, left: [], right: [] }];
  const tables = { a, b, tableA: 'seizure', tableB: 'seizure' };
  const steps = waterfall(
    { ...tables, prior, weight, probability, reasons: all },
    { withhold: withhold },
  );
  let at = -1;
  return steps.map(({ kind, comparison, level, ...step }): PairStep => {
    const numbers = {
      weight: step.weight,
      from: step.from,
      to: step.to,
      probability: step.probability,
    };
    if (kind === 'start' || kind === 'end')
      return { kind, text: kind === 'start' ? start : end, ...numbers, withheld: false };
    if (kind === 'rarity')
      return {
        kind,
        text: rarityText(comparison ?? '', level ?? '', step.weight),
        ...numbers,
        withheld: false,
      };
    at += 1;
    const text = withhold ? withheldText(comparison ?? '', level ?? '') : reasons[at]?.text;
    return {
      kind: 'reason',
      text: comparison === '' ? untold : (text ?? untold),
      ...numbers,
      withheld: withhold && comparison !== '',
    };
  });
}
