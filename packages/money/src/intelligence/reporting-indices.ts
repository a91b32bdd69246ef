import {
  type Break,
  bound,
  colonAfter,
  type Definition,
  type Finding,
  figure,
  fromTo,
  InputError,
  type Interval,
  inEach,
  inFour,
  intersectIntervals,
  type Language,
  type Observation,
  paragraph,
  semicolon,
  shape,
  type Text,
  takes,
} from '@samenbeeld/schema';
import { intelligenceMetrics } from '../series/assert-one-axis.ts';
import {
  figuresShape,
  type Regime,
  type RegimeOptions,
  regimesOf,
  type SeriesFigure,
} from '../series/regimes.ts';
import { seriesLabel } from '../series/series-label.ts';

/** A series with the keys of those that repeat it. */
interface UnrepeatedRegime {
  readonly regime: Regime;
  readonly repeatedIn: readonly string[];
}

/** Whether one source's figures are the other's again: every one of them stands there, for the same year, with a value that can be the same. */
function repeats(one: Regime, other: Regime): boolean {
  const isAlike =
    one.source !== other.source &&
    one.country === other.country &&
    one.metric === other.metric &&
    one.unit === other.unit &&
    (one.nationalCode === other.nationalCode || one.nationalCode === null);
  if (!isAlike) return false;
  const there = new Map(other.figures.map((figure) => [figure.period, figure.interval]));
  const isSaid = one.figures.every(({ period, interval }) => {
    const same = there.get(period);
    return same !== undefined && intersectIntervals(interval, same) !== null;
  });
  // A class that is not named is that of the other only where numbers say so; floors fit anything above them.
  const isBounded = one.figures.every(({ interval }) => interval.high !== null);
  return isSaid && (one.nationalCode === other.nationalCode || isBounded);
}

/**
 * Series of which none repeats another: the same figures, read once from the source and once from press, are one series.
 *
 * What stays is the series whose counting rule is known, which names its class, which has more years; else the first by key.
 */
function withoutRepeats(
  regimes: readonly Regime[],
  hasRule: (regime: Regime) => boolean,
): readonly UnrepeatedRegime[] {
  const first = (one: Regime): readonly number[] => [
    Number(hasRule(one)),
    Number(one.nationalCode !== null),
    one.figures.length,
  ];
  const order = regimes.toSorted(
    (a, b) =>
      first(a)
        .map((rank, at) => (first(b)[at] ?? 0) - rank)
        .find(Boolean) ?? 0,
  );
  const kept: Regime[] = [];
  const repeatsOf = new Map<Regime, string[]>();
  for (const one of order) {
    const whole = kept.find((other) => repeats(one, other));
    if (whole) repeatsOf.set(whole, [...(repeatsOf.get(whole) ?? []), one.key]);
    else kept.push(one);
  }
  return regimes
    .filter((one) => kept.includes(one))
    .map((regime) => ({ regime, repeatedIn: repeatsOf.get(regime) ?? [] }));
}

interface Ends {
  readonly low: number;
  readonly high: number | null;
}

const sign: Readonly<Record<Language, string>> = {
  nl: '%',
  fr: '\u00a0%',
  de: '\u00a0%',
  en: '%',
};

type Rounding = (value: number) => number;

/** A bound is rounded so that it still holds: "at least" down, "at most" up. */
function rounded(value: number, rounding: Rounding): number {
  const power = Math.abs(value) >= 100 ? 1 : 10;
  return rounding(Number((value * power).toPrecision(12))) / power;
}

const percent = (value: number, language: Language, rounding: Rounding = Math.round): string =>
  `${figure(rounded(value, rounding), language)}${sign[language]}`;

/** Ends that print alike are printed once. */
const range = (low: string, high: string, language: Language): string =>
  low === high ? low : fromTo(low, high, language);

/** "46.9% more", "12% to 20% less", "at least 58% more": a change with whatever its wording leaves open. */
function changeInWords({ low, high }: Ends, language: Language): string {
  const more = { nl: 'meer', fr: 'de plus', de: 'mehr', en: 'more' }[language];
  const less = { nl: 'minder', fr: 'de moins', de: 'weniger', en: 'less' }[language];
  const atLeast = { nl: 'minstens', fr: 'au moins', de: 'mindestens', en: 'at least' }[language];
  const atMost = { nl: 'hoogstens', fr: 'au plus', de: 'höchstens', en: 'at most' }[language];
  if (low === 0 && high === 0)
    return { nl: 'evenveel', fr: 'autant', de: 'ebenso viel', en: 'as many' }[language];
  if (high === null)
    return low > 0
      ? `${atLeast} ${percent(low, language, Math.floor)} ${more}`
      : {
          nl: 'hoeveel meer of minder, is niet te zeggen',
          fr: 'on ne peut dire combien de plus ou de moins',
          de: 'um wie viel mehr oder weniger, lässt sich nicht sagen',
          en: 'how much more or less cannot be said',
        }[language];
  if (low <= -100)
    return high > 0
      ? `${atMost} ${percent(high, language, Math.ceil)} ${more}`
      : `${atLeast} ${percent(-high, language, Math.floor)} ${less}`;
  if (low === high) return `${percent(Math.abs(low), language)} ${low > 0 ? more : less}`;
  const side = (value: number): string => percent(Math.abs(value), language);
  if (low >= 0) return `${range(side(low), side(high), language)} ${more}`;
  if (high <= 0) return `${range(side(high), side(low), language)} ${less}`;
  return fromTo(`${side(low)} ${less}`, `${side(high)} ${more}`, language);
}

/** "index 705", "index 150 to 200", "index at least 166". */
function indexInWords({ low, high }: Ends, language: Language): string {
  const print = (value: number, rounding: Rounding = Math.round): string =>
    bound(rounded(value, rounding), 100, language);
  if (high === null)
    return low > 0
      ? `${{ nl: 'minstens', fr: 'au moins', de: 'mindestens', en: 'at least' }[language]} ${print(low, Math.floor)}`
      : { nl: 'onbepaald', fr: 'indéterminé', de: 'unbestimmt', en: 'open' }[language];
  if (low === high) return print(low);
  if (low === 0)
    return `${{ nl: 'hoogstens', fr: 'au plus', de: 'höchstens', en: 'at most' }[language]} ${print(high, Math.ceil)}`;
  return range(print(low), print(high), language);
}

interface ReportingIndexWords {
  readonly label: Text;
  readonly base: string;
  readonly last: ReportingPoint;
  /** There is only one figure under this rule. */
  readonly alone: boolean;
  readonly crosses: readonly Break[];
}

const reportingOnly: Text = {
  nl: 'Dit beschrijft wat is gemeld, volgens één telregel; het is geen maat voor criminaliteit.',
  fr: 'Ceci décrit ce qui a été déclaré, selon une seule règle de comptage\u00a0; ce n’est pas une mesure de la criminalité.',
  de: 'Das beschreibt, was gemeldet wurde, nach einer einzigen Zählregel; es ist kein Maß für Kriminalität.',
  en: 'This describes what was reported, by one counting rule; it is no measure of crime.',
};

const ended = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

function main({ label, base, last, alone }: ReportingIndexWords): Text {
  return inEach((language) => {
    const head = `${label[language]}${colonAfter[language]}`;
    if (alone)
      return {
        nl: `${head} geen conclusie mogelijk, want onder deze telregel is er één cijfer (${last.period}).`,
        fr: `${head} aucune conclusion possible, car il n’y a qu’un chiffre selon cette règle (${last.period}).`,
        de: `${head} Keine Aussage möglich, denn nach dieser Zählregel gibt es nur eine Zahl (${last.period}).`,
        en: `${head} no conclusion possible, since there is one figure under this rule (${last.period}).`,
      }[language];
    const index = indexInWords(last.range, language);
    const stands = {
      nl: `index ${index} in ${last.period} (${base} = 100)`,
      fr: `indice ${index} en ${last.period} (${base} = 100)`,
      de: `Index ${index} im Jahr ${last.period} (${base} = 100)`,
      en: `index ${index} in ${last.period} (${base} = 100)`,
    }[language];
    if (!last.change || last.change.since === base) return `${head} ${stands}.`;
    const { since, ...range } = last.change;
    const change = changeInWords(range, language);
    const than = {
      nl: `${change} dan in ${since}`,
      fr: `${change} qu’en ${since}`,
      de: `${change} als im Jahr ${since}`,
      en: `${change} than in ${since}`,
    }[language];
    const isOpen = range.high === null && range.low <= 0;
    return isOpen ? `${head} ${stands}.` : `${head} ${stands}${semicolon[language]}${than}.`;
  });
}

function reportingIndexSays(words: ReportingIndexWords): Text {
  const notes = words.crosses.map(({ note }) => inEach((language) => ended(note[language])));
  return paragraph(main(words), ...notes, reportingOnly);
}

/** Ends of a ratio in per cent; `high: null` where a floor leaves it open. */
export interface PercentRange {
  readonly low: number;
  readonly high: number | null;
}

/** What a figure may be in per cent of another, by the wording of both. A figure of zero has no ratio to it. */
function inPercentOf(figure: SeriesFigure, base: SeriesFigure): PercentRange | null {
  if (base.interval.high === 0) return null;
  const { low, high } = figure.interval;
  const least = base.interval.high === null ? 0 : (100 * low) / base.interval.high;
  const most = high === null || base.interval.low === 0 ? null : (100 * high) / base.interval.low;
  return { low: least, high: most };
}

/** The change from one figure to another in per cent, by the wording of both. */
function changeFrom(figure: SeriesFigure, earlier: SeriesFigure): PercentRange | null {
  const ratio = inPercentOf(figure, earlier);
  return ratio && { low: ratio.low - 100, high: ratio.high === null ? null : ratio.high - 100 };
}

export interface ReportingIndicesOptions extends RegimeOptions {
  /** Definitions of the sources: the counting rule is shown with each series. */
  readonly definitions?: readonly Definition[];
  /** Period that stands at 100 in every series that has it; elsewhere the first one does. */
  readonly base?: string;
}

/** One period of an index. */
export interface ReportingPoint {
  readonly period: string;
  /** What the publications allow the figure to be, in the unit of the series. */
  readonly figure: Interval;
  /** The index, null where the wording leaves a range. */
  readonly index: number | null;
  readonly range: PercentRange;
  /** Change from the figure before it, in per cent; null for the first. */
  readonly change: (PercentRange & { readonly since: string }) | null;
  readonly contested: boolean;
  readonly provisional: boolean;
  readonly claims: readonly Observation[];
}

/** The index of one series: one country, one thing counted, one rule. */
export interface ReportingIndex extends Finding {
  readonly country: string;
  readonly label: Text;
  readonly base: string;
  readonly points: readonly ReportingPoint[];
  readonly countingRule: Text | null;
  /** Breaks for information that lie within the series. */
  readonly crosses: readonly Break[];
}

/**
 * Index numbers of what financial intelligence units report, each country by itself.
 *
 * For figures whose levels may not share an axis: Dutch transactions, Belgian reports and files, Luxembourg report classes.
 * One index for each country, metric, class, source and definition, cut at declared breaks: `I = 100 y/y₀`, y₀ the base
 * period. The wording enters as an interval: of "over 1.2 million" the index is "at least", of a rounded figure it is a range,
 * and claims that contradict each other span one. Figures that stand in two sources, a unit's own and a transcription of it,
 * make one index, and the other is named in its warnings. The change to the figure before it is stated likewise. It describes
 * reporting, which one bank that begins to report singly can double; it is no index of crime. IMF, Producer Price Index
 * Manual, chapter 9, for the simple index.
 *
 * @param observations any countries and metrics of financial intelligence units; rows without a value are left out
 * @throws InputError for figures of another kind
 * @throws RefusalError for a window that is no year, half, quarter or month
 * @example
 * ```ts
 * import { reportingIndices } from '@samenbeeld/money';
 * const year = (period, value) => ({
 *   ...{ place: 'BE', metric: 'str_reports', unit: 'report', stat: 'count', nationalCode: null, source: 's', definition: 'd' },
 *   ...{ agencies: ['CTIF_CFI'], extent: 'whole', status: 'A', freq: 'A', wording: 'exact', value, printed: String(value) },
 *   ...{ periodStart: `${period}-01-01`, periodEnd: `${period}-12-31`, publishedOn: null },
 * });
 * const [index] = reportingIndices([year(2021, 200), year(2022, 230)]);
 * index.points.map((point) => point.range.low) // => [100, 115]
 * ```
 */
export function reportingIndices(
  observations: readonly Observation[],
  options: ReportingIndicesOptions = {},
): readonly ReportingIndex[] {
  takes(
    'reportingIndices',
    ['observations', observations, figuresShape],
    ['options', options, shape.options],
  );

  const strange = observations.find(({ metric }) => !intelligenceMetrics.has(metric));
  if (strange)
    throw new InputError(
      inFour(
        'verwacht: cijfers van financiële inlichtingeneenheden; gevonden: {metric} van {place}',
        'attendu : des chiffres de cellules de renseignement financier ; trouvé : {metric} de {place}',
        'erwartet: Zahlen von Finanz-Ermittlungsstellen; gefunden: {metric} von {place}',
        'expected figures of financial intelligence units, found {metric} of {place}',
        { metric: strange.metric, place: strange.place },
      ),
      inFour(
        'kies meldingen, transacties, dossiers en hun waarde',
        'choisissez des déclarations, des transactions, des dossiers et leur valeur',
        'Meldungen, Transaktionen, Akten und ihren Wert wählen',
        'choose reports, transactions, files and their value',
      ),
    );
  const rules = new Map((options.definitions ?? []).map((one) => [`${one.source} ${one.id}`, one]));
  const ruleOf = ({ source, definition }: Regime): Definition | undefined =>
    rules.get(`${source} ${definition}`);
  return withoutRepeats(regimesOf(observations, options), (one) => ruleOf(one) !== undefined).map(
    (one) => indexOf(one, options.base, ruleOf(one.regime)),
  );
}

function indexOf(
  { regime, repeatedIn }: UnrepeatedRegime,
  wanted: string | undefined,
  rule: Definition | undefined,
): ReportingIndex {
  const { figures, crosses } = regime;
  const usable = figures.filter(({ interval }) => interval.high !== 0);
  const base = usable.find(({ period }) => period === wanted) ?? usable[0] ?? figures[0];
  if (!base) throw new Error('a series has a figure');
  const points = figures.map((figure, at): ReportingPoint => {
    const range =
      figure === base
        ? { low: 100, high: 100 }
        : (inPercentOf(figure, base) ?? { low: 0, high: null });
    const earlier = figures[at - 1];
    const change = earlier ? changeFrom(figure, earlier) : null;
    return {
      period: figure.period,
      figure: figure.interval,
      index: range.low === range.high ? range.low : null,
      range,
      change: earlier && change ? { ...change, since: earlier.period } : null,
      contested: figure.contested,
      provisional: figure.provisional,
      claims: figure.claims,
    };
  });
  const last = points.at(-1) as ReportingPoint;
  const alone = points.length < 2 || usable.length === 0;
  const open = last.range.high === null || base.interval.high === null;
  const contested = points.some((point) => point.contested);
  const label = seriesLabel(regime);
  return {
    kind: 'reporting_index',
    subject: regime.key,
    estimate: alone ? null : last.index,
    unit: `${base.period} = 100`,
    interval:
      alone || last.index !== null || last.range.high === null
        ? null
        : { low: last.range.low, high: last.range.high, level: 1 },
    n: points.length,
    p: null,
    method: 'Simple index of one reporting regime',
    definition: 'I = 100 y/y0, each figure an interval by its printed wording',
    assumptions: [
      inFour(
        'één instantie, één telregel, geen verklaarde breuk die een trend belet',
        'une seule autorité, une seule règle de comptage, aucune rupture déclarée qui empêche une tendance',
        'eine Stelle, eine Zählregel, kein erklärter Bruch, der einen Trend ausschließt',
        'one authority, one counting rule, no declared break that blocks a trend',
      ),
    ],
    warnings: [
      inFour(
        'meldingen, geen criminaliteit: een verandering in wie meldt of hoe, verschuift het cijfer',
        'des déclarations, non la criminalité\u00a0: un changement de qui déclare ou comment déplace le chiffre',
        'Meldungen, keine Kriminalität: Eine Änderung, wer meldet oder wie, verschiebt die Zahl',
        'reporting, not crime: a change of who reports or how moves the figure',
      ),
      ...repeatedIn.map((key) =>
        inFour(
          'dezelfde cijfers staan in {key}, dat geen eigen index heeft',
          'les mêmes chiffres figurent dans {key}, qui n’a pas d’indice propre',
          'dieselben Zahlen stehen in {key}, das keinen eigenen Index hat',
          'the same figures stand in {key}, which has no index of its own',
          { key },
        ),
      ),
      ...(contested
        ? [
            inFour(
              'cijfers over een periode spreken elkaar tegen; de index omspant ze',
              'des chiffres d’une période se contredisent\u00a0; l’indice les englobe',
              'Angaben zu einem Zeitraum widersprechen sich; der Index umspannt sie',
              'claims of a period contradict each other; the index spans them',
            ),
          ]
        : []),
      ...crosses.map(({ on, note }) =>
        inFour(
          'loopt over {on} heen: {note}',
          'franchit le {on}\u00a0: {note}',
          'geht über den {on} hinweg: {note}',
          'crosses {on}: {note}',
          { on, note },
        ),
      ),
      ...(points.some(({ provisional }) => provisional)
        ? [
            inFour(
              'een cijfer is voorlopig',
              'un chiffre est provisoire',
              'eine Zahl ist vorläufig',
              'a figure is provisional',
            ),
          ]
        : []),
    ],
    confidence:
      alone || open || contested
        ? 'low'
        : crosses.length > 0 || last.index === null
          ? 'medium'
          : 'high',
    details: {
      country: regime.country,
      metric: regime.metric,
      base: base.period,
      last: last.period,
      low: alone ? null : last.range.low,
      high: alone ? null : last.range.high,
    },
    says: reportingIndexSays({ label, base: base.period, last, alone, crosses }),
    country: regime.country,
    label,
    base: base.period,
    points,
    countingRule: rule?.countingRule ?? null,
    crosses,
  };
}
