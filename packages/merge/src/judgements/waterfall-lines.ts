import { formatNumber, type Language, type Text, typeset } from '@samenbeeld/schema';
import type { PairStep } from './pair-waterfall.ts';

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
