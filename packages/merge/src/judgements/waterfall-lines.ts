import { type Reason as LinkageReason, waterfall } from '@samenbeeld/linkage';
import { formatNumber, type Language, ownValue, type Text, typeset } from '@samenbeeld/schema';
import type { DoubleReport } from '../double-reports.ts';
import { withheldText } from './withheld-words.ts';

type RareOrCommon = Readonly<Record<'rare' | 'common', Text>>;

/** By comparison, and where its levels share different things by comparison and level. */
const words: Readonly<Record<string, RareOrCommon>> = {
  quantity: {
    rare: {
      nl: 'een zeldzaam gewicht',
      fr: 'un poids rare',
      de: 'ein seltenes Gewicht',
      en: 'a rare weight',
    },
    common: {
      nl: 'een veelvoorkomend gewicht',
      fr: 'un poids fréquent',
      de: 'ein häufiges Gewicht',
      en: 'a common weight',
    },
  },
  'load: same cover load': {
    rare: {
      nl: 'een zeldzame deklading',
      fr: 'un chargement rare',
      de: 'eine seltene Tarnladung',
      en: 'a rare cover load',
    },
    common: {
      nl: 'een veelvoorkomende deklading',
      fr: 'un chargement fréquent',
      de: 'eine häufige Tarnladung',
      en: 'a common cover load',
    },
  },
  load: {
    rare: {
      nl: 'een zeldzaam land van vertrek',
      fr: 'un pays de départ rare',
      de: 'ein seltenes Abgangsland',
      en: 'a rare country of departure',
    },
    common: {
      nl: 'een veelvoorkomend land van vertrek',
      fr: 'un pays de départ fréquent',
      de: 'ein häufiges Abgangsland',
      en: 'a common country of departure',
    },
  },
};

const value: RareOrCommon = {
  rare: {
    nl: 'een zeldzame waarde',
    fr: 'une valeur rare',
    de: 'ein seltener Wert',
    en: 'a rare value',
  },
  common: {
    nl: 'een veelvoorkomende waarde',
    fr: 'une valeur fréquente',
    de: 'ein häufiger Wert',
    en: 'a common value',
  },
};

/** Whether the value that two records share is rarer or commoner than values of its kind are, in words without the value. */
function rarityText(comparison: string, level: string, weight: number): Text {
  const found = words[`${comparison}: ${level}`] ?? ownValue(words, comparison) ?? value;
  return found[weight > 0 ? 'rare' : 'common'];
}

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

const withPercent = (value: number, language: Language): string =>
  typeset(`${formatNumber(value, language)} %`, language);

/**
 * A probability in per cent; what is not certain is never printed as 0 or 100.
 *
 * @example
 * ```ts
 * import { probabilityText } from '@samenbeeld/merge';
 * probabilityText(0.5, 'en') // => '50%'
 * probabilityText(0.99987, 'nl') // => '99,99%'
 * probabilityText(0.9999999, 'en') // => '> 99.99%'
 * probabilityText(1, 'en') // => '100%'
 * ```
 */
export function probabilityText(probability: number, language: Language): string {
  const isPlain = probability >= 0.01 && probability <= 0.99;
  const rounded = Number((probability * 100).toFixed(isPlain ? 1 : 2));
  if (rounded >= 100 && probability < 1) return `> ${withPercent(99.99, language)}`;
  if (rounded <= 0 && probability > 0) return `< ${withPercent(0.01, language)}`;
  return withPercent(rounded, language);
}

/**
 * How many times likelier a reason makes it that two records are the same, or how many times less likely.
 *
 * @param weight log2 of the factor
 * @example
 * ```ts
 * import { factorText } from '@samenbeeld/merge';
 * factorText(8, 'en') // => '× 260'
 * factorText(-1, 'en') // => '÷ 2'
 * factorText(0, 'en') // => '·'
 * ```
 */
export function factorText(weight: number, language: Language): string {
  const factor = 2 ** Math.abs(weight);
  const rounded = Number(factor.toPrecision(2));
  if (rounded <= 1) return '·';
  return `${weight > 0 ? '×' : '÷'} ${formatNumber(rounded, language)}`;
}

const widest = 60;
const barWidth = 24;
const withheldMark: Text = {
  nl: ' [waarde afgeschermd]',
  fr: ' [valeur masquée]',
  de: ' [Wert verdeckt]',
  en: ' [value withheld]',
};

/** Blanks at which a line may end: none before a mark that French sets apart (« arrondi ?) »), none after its opening quote. */
const mayBreak = /(?<!«) (?![?!:;»%])/;

/** Words cut into lines of at most `width` letters. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(mayBreak)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A bar between two sums; `█` speaks for the same, `░` against, `│` stands where a sum is. */
function bar({ kind, from, to }: PairStep, low: number, high: number): string {
  const place = (value: number): number =>
    Math.round(((value - low) / Math.max(high - low, 1e-9)) * (barWidth - 1));
  if (kind === 'start' || kind === 'end') return `${' '.repeat(place(to))}│`;
  const [first, last] = [place(Math.min(from, to)), place(Math.max(from, to))];
  if (from === to) return `${' '.repeat(first)}·`;
  return ' '.repeat(first) + (to > from ? '█' : '░').repeat(Math.max(1, last - first));
}

/**
 * A waterfall as lines of text: the reason, how many times likelier it makes "the same", the probability after it, and a bar
 * on a scale of log2 odds.
 */
export function waterfallLines(steps: readonly PairStep[], language: Language): readonly string[] {
  const sums = steps.map(({ to }) => to);
  const [low, high] = [Math.min(...sums, 0), Math.max(...sums, 0)];
  const rows = steps.map((step) => ({
    step,
    words: wrapped(step.text[language] + (step.withheld ? withheldMark[language] : ''), widest),
    factor: step.kind === 'start' || step.kind === 'end' ? '' : factorText(step.weight, language),
    probability: probabilityText(step.probability, language),
  }));
  const width = Math.max(...rows.flatMap(({ words }) => words.map(({ length }) => length)));
  const factors = Math.max(...rows.map(({ factor }) => factor.length));
  const probabilities = Math.max(...rows.map(({ probability }) => probability.length));
  return rows.flatMap(({ step, words, factor, probability }) => {
    const [first = '', ...more] = words;
    return [
      `${first.padEnd(width)}  ${factor.padStart(factors)}  ${probability.padStart(probabilities)}  ${bar(step, low, high)}`.trimEnd(),
      ...more.map((line) => `  ${line}`),
    ];
  });
}
