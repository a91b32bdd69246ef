import { type Reason as LinkageReason, waterfall } from '@samenbeeld/linkage';
import {
  formatNumber,
  inFour,
  joinWith,
  type Language,
  ownValue,
  type Text,
  typeset,
} from '@samenbeeld/schema';
import type { DoubleReport, Reason } from '../double-reports.ts';
import { levelAsCompared } from '../same-seizure/compare/seizure-comparisons.ts';
import { oneDayApart, sameCoverLoad } from '../same-seizure/reason-text.ts';
import { sayInFour } from '../words.ts';

const comparisons: Readonly<Record<string, Text>> = {
  named: {
    nl: 'wie wie noemt',
    fr: 'qui cite qui',
    de: 'wer wen nennt',
    en: 'who names whom',
  },
  seldom: {
    nl: 'hoe zeldzaam',
    fr: 'rareté',
    de: 'Seltenheit',
    en: 'how seldom',
  },
  date: { nl: 'dag', fr: 'jour', de: 'Tag', en: 'day' },
  quantity: { nl: 'gewicht', fr: 'poids', de: 'Gewicht', en: 'weight' },
  container: { nl: 'container', fr: 'conteneur', de: 'Container', en: 'container' },
  place: { nl: 'plaats', fr: 'lieu', de: 'Ort', en: 'place' },
  load: {
    nl: 'lading en vertrek',
    fr: 'chargement et départ',
    de: 'Ladung und Abgang',
    en: 'load and departure',
  },
  hidden: { nl: 'verstopplaats', fr: 'cache', de: 'Versteck', en: 'way of hiding' },
  transport: { nl: 'vervoer', fr: 'transport', de: 'Beförderung', en: 'transport' },
};

const apart = (days: string): Text => ({
  nl: `${days} dagen verschil`,
  fr: `${days} jours d’écart`,
  de: `${days} Tage Abstand`,
  en: `${days} days apart`,
});
const later = (days: string): Text => ({
  nl: `${days} dagen later`,
  fr: `${days} jours plus tard`,
  de: `${days} Tage später`,
  en: `${days} days later`,
});

const longer: Text = {
  nl: 'verder uiteen',
  fr: 'plus éloigné',
  de: 'weiter auseinander',
  en: 'further apart',
};

const levels: Readonly<Record<string, Text>> = {
  equal: { nl: 'gelijk', fr: 'identique', de: 'gleich', en: 'equal' },
  else: { nl: 'anders', fr: 'différent', de: 'anders', en: 'different' },
  null: { nl: 'niet vermeld', fr: 'non indiqué', de: 'nicht angegeben', en: 'not stated' },
  'left out by declaration': {
    nl: 'weggelaten volgens opgave',
    fr: 'écarté selon déclaration',
    de: 'laut Erklärung weggelassen',
    en: 'left out by declaration',
  },
  declared: {
    nl: 'meegeteld volgens opgave',
    fr: 'compté selon déclaration',
    de: 'laut Erklärung mitgezählt',
    en: 'counted too by declaration',
  },
  'the other country’s find': {
    nl: 'vangst van het andere land',
    fr: 'saisie de l’autre pays',
    de: 'Fund des anderen Landes',
    en: 'the other country’s find',
  },
  credited: { nl: 'medebetrokken', fr: 'associé', de: 'beteiligt', en: 'involved' },
  'same day': { nl: 'dezelfde', fr: 'le même', de: 'derselbe', en: 'the same' },
  'next day': { nl: 'de volgende', fr: 'le lendemain', de: 'der nächste', en: 'the next' },
  'one day apart': oneDayApart,
  '2-3 days later': later('2–3'),
  '4-7 days later': later('4–7'),
  '2-3 days apart': apart('2–3'),
  '4-7 days apart': apart('4–7'),
  '8-30 days apart': apart('8–30'),
  'longer apart': longer,
  'registered 8-14 days apart': apart('8–14'),
  'registered 15-30 days apart': apart('15–30'),
  'registered 31-60 days apart': apart('31–60'),
  'registered longer apart': longer,
  'closed 8-120 days apart': apart('8–120'),
  'closed 121-730 days apart': apart('121–730'),
  'closed longer apart': longer,
  'gross and net': {
    nl: 'bruto en netto',
    fr: 'brut et net',
    de: 'brutto und netto',
    en: 'gross and net',
  },
  rounded: { nl: 'afgerond', fr: 'arrondi', de: 'gerundet', en: 'rounded' },
  'within 1 %': { nl: 'binnen 1 %', fr: 'à 1 % près', de: 'bis 1 %', en: 'within 1 %' },
  'within 5 %': { nl: 'binnen 5 %', fr: 'à 5 % près', de: 'bis 5 %', en: 'within 5 %' },
  'swapped digits': {
    nl: 'cijfers verwisseld',
    fr: 'chiffres intervertis',
    de: 'Zahlendreher',
    en: 'digits swapped',
  },
  'ten times': { nl: 'factor tien', fr: 'facteur dix', de: 'Zehnfaches', en: 'tenfold' },
  'a thousand times': {
    nl: 'factor duizend',
    fr: 'facteur mille',
    de: 'Tausendfaches',
    en: 'thousandfold',
  },
  'same cover load': sameCoverLoad,
  'same departure, another cover load': {
    nl: 'zelfde vertrek, andere deklading',
    fr: 'même départ, autre chargement',
    de: 'gleicher Abgang, andere Tarnladung',
    en: 'same departure, another cover load',
  },
  'same departure': {
    nl: 'zelfde vertrek',
    fr: 'même départ',
    de: 'gleicher Abgang',
    en: 'same departure',
  },
};

/** What is said of a level that has no words here: that it counts, not what it is. */
const levelWithheld: Text = {
  nl: 'niveau afgeschermd',
  fr: 'niveau masqué',
  de: 'Stufe verdeckt',
  en: 'level withheld',
};

const everyDays = /^every (\d+) days$/u;

function levelText(level: string): Text {
  const days = everyDays.exec(level)?.[1];
  if (days)
    return {
      nl: `minder dan eens in ${days} dagen`,
      fr: `moins d’une fois en ${days} jours`,
      de: `seltener als einmal in ${days} Tagen`,
      en: `less than once in ${days} days`,
    };
  return ownValue(levels, levelAsCompared(level)) ?? levelWithheld;
}

/** A reason without any value of the records: what was compared, and which level it reached. */
export function withheldText(comparison: string, level: string): Text {
  const name = ownValue(comparisons, comparison);
  return name ? joinWith([name, levelText(level)], ': ') : levelText(level);
}

/** What two records share, by comparison, and where its levels share different things by comparison and level. */
const sharedThings: Readonly<Record<string, Text>> = {
  quantity: inFour('dit gewicht', 'ce poids', 'dieses Gewicht', 'this weight'),
  'load: same cover load': inFour(
    'deze deklading',
    'ce chargement',
    'diese Tarnladung',
    'this cover load',
  ),
  load: inFour(
    'dit land van vertrek',
    'ce pays de départ',
    'dieses Abgangsland',
    'this country of departure',
  ),
};

const sharedValue = inFour('deze waarde', 'cette valeur', 'dieser Wert', 'this value');

/** How often the value that two records share stands in the records compared, in words without the value. */
function rarityText(comparison: string, level: string, shared: Reason['shared']): Text {
  const what =
    sharedThings[`${comparison}: ${level}`] ?? ownValue(sharedThings, comparison) ?? sharedValue;
  return shared
    ? sayInFour(
        'hoe vaak {what} voorkomt: in {records} van de {of} meldingen',
        'fréquence ({what}) : {records} signalements sur {of}',
        'wie oft {what} vorkommt: in {records} von {of} Meldungen',
        'how often {what} occurs: in {records} of {of} reports',
        { what, records: shared.records, of: shared.of },
      )
    : sayInFour(
        'hoe vaak {what} voorkomt',
        'fréquence ({what})',
        'wie oft {what} vorkommt',
        'how often {what} occurs',
        { what },
      );
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
        text: rarityText(comparison ?? '', level ?? '', reasons[at]?.shared),
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
