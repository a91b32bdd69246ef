import {
  addDays,
  type Break,
  bound,
  capital,
  type Decision,
  type Finding,
  figure,
  formatPeriod,
  InputError,
  inEach,
  inFour,
  intervalName,
  type Language,
  parsePeriod,
  RefusalError,
  range,
  semicolon,
  shape,
  type Text,
  takes,
  wrongUse,
} from '@samenbeeld/schema';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { WithLevel } from '../about.ts';
import { checkProbability, optionsShape } from '../about.ts';
import { checkAnyOf } from '../check-argument.ts';
import { checkCount, countOf } from '../check-count.ts';
import { type Period, readPeriod } from '../period.ts';
import { rateRatio } from '../rate-ratio.ts';
import { comparablePoints, type TrendSeries, trendSeriesShape } from '../trend-series.ts';
import { type RatioVerdict, verdictOfRatio } from '../verdict.ts';
import { listWarnings } from '../warnings.ts';
import { changeSays } from '../words/effort.ts';
import { describedOnly } from './growth-words.ts';

interface IndexWords {
  readonly verdict: RatioVerdict | 'described';
  readonly base: { readonly period: string; readonly value: number };
  readonly last: { readonly period: string; readonly value: number };
  readonly estimate: number | null;
  readonly interval: { readonly low: number; readonly high: number; readonly level: number } | null;
  readonly links: readonly string[];
  readonly label: Text | undefined;
  readonly controls: boolean;
}

const inWords = (period: string, language: Language): string =>
  formatPeriod(parsePeriod(period), language);

function few(w: IndexWords, language: Language): string {
  const side = ({ period, value }: IndexWords['base']): string =>
    `${figure(value, language)} (${inWords(period, language)})`;
  const both = { nl: 'en', fr: 'et', de: 'und', en: 'and' }[language];
  const numbers = `${side(w.base)} ${both} ${side(w.last)}`;
  return {
    nl: `Geen conclusie mogelijk: met minder dan 10 aan een kant wordt geen index genoemd; geteld zijn ${numbers}.`,
    fr: `Aucune conclusion possible\u00a0: avec moins de 10 d’un côté, aucun indice n’est indiqué\u00a0; cas comptés\u00a0: ${numbers}.`,
    de: `Keine Aussage möglich: Bei weniger als 10 auf einer Seite wird kein Index genannt; gezählt wurden ${numbers}.`,
    en: `No conclusion possible: with fewer than 10 on one side no index is stated; counted were ${numbers}.`,
  }[language];
}

function main(w: IndexWords, language: Language): string {
  if (w.estimate === null || w.verdict === 'no_conclusion') return few(w, language);
  const base = `${inWords(w.base.period, language)} = 100`;
  const last = inWords(w.last.period, language);
  const value = bound(w.estimate, 100, language);
  const index = {
    nl: `index ${value} voor ${last} (${base}`,
    fr: `indice ${value} pour ${last} (${base}`,
    de: `Index ${value} für ${last} (${base}`,
    en: `index ${value} for ${last} (${base}`,
  }[language];
  const within = w.interval
    ? `${semicolon[language]}${intervalName(w.interval.level, language)} ${range(w.interval, 100, language)}`
    : '';
  const stands = `${index}${within})`;
  const alone = `${capital(stands)}.`;
  switch (w.verdict) {
    case 'higher':
      return {
        nl: `Het niveau ligt hoger dan in de basisperiode: ${stands}.`,
        fr: `Le niveau est plus élevé que dans la période de base\u00a0: ${stands}.`,
        de: `Das Niveau liegt höher als im Basiszeitraum: ${stands}.`,
        en: `The level is higher than in the base period: ${stands}.`,
      }[language];
    case 'lower':
      return {
        nl: `Het niveau ligt lager dan in de basisperiode: ${stands}.`,
        fr: `Le niveau est plus bas que dans la période de base\u00a0: ${stands}.`,
        de: `Das Niveau liegt niedriger als im Basiszeitraum: ${stands}.`,
        en: `The level is lower than in the base period: ${stands}.`,
      }[language];
    case 'not_shown':
      return {
        nl: `Er is geen verschil met de basisperiode aantoonbaar: ${stands}. Dat bewijst niet dat beide gelijk zijn.`,
        fr: `Aucune différence avec la période de base ne peut être démontrée\u00a0: ${stands}. Cela ne prouve pas que les deux niveaux sont égaux.`,
        de: `Ein Unterschied zum Basiszeitraum lässt sich nicht nachweisen: ${stands}. Das beweist nicht, dass beide gleich sind.`,
        en: `No difference from the base period can be shown: ${stands}. That does not prove that the two are equal.`,
      }[language];
    default:
      return `${alone} ${describedOnly[language]}`;
  }
}

function linkedOver(links: readonly string[], language: Language): string {
  const periods = links.map((link) => inWords(link, language)).join(', ');
  return {
    nl: `Gekoppeld over ${periods}, geteld volgens beide definities.`,
    fr: `Raccordé sur ${periods}, compté selon les deux définitions.`,
    de: `Verknüpft über ${periods}, nach beiden Definitionen gezählt.`,
    en: `Linked over ${periods}, counted under both definitions.`,
  }[language];
}

function indexSays(w: IndexWords): Text {
  return changeSays(
    w,
    inEach((language) => main(w, language)),
    w.links.length > 0 ? inEach((language) => linkedOver(w.links, language)) : null,
  );
}

/** One period under one definition. */
interface SegmentValue {
  readonly period: Period;
  readonly value: number;
}

/** Values under one definition, in time order, with what joins them to the segment before. */
interface LinkedSegment {
  readonly values: readonly SegmentValue[];
  /** What a value is multiplied by to stand on the footing of the first segment. */
  readonly factor: number;
  /** Last period known under this and the definition before; null for the first segment. */
  readonly link: Period | null;
  /** Smallest and largest ratio, new over old, over the common periods. */
  readonly ratios: readonly number[];
}

/** Links segments one after another, each over the periods that it shares with the one before. */
function linkSegments(
  segments: readonly (readonly SegmentValue[])[],
  over: 'last' | 'all',
): readonly LinkedSegment[] {
  const linked: LinkedSegment[] = [];
  for (const values of segments) {
    const before = linked.at(-1);
    if (!before) {
      linked.push({ values, factor: 1, link: null, ratios: [] });
      continue;
    }
    const common = values.flatMap((current) => {
      const old = before.values.find(({ period }) => period.code === current.period.code);
      return old && old.value > 0 && current.value > 0
        ? [{ period: current.period, old: old.value, current: current.value }]
        : [];
    });
    const last = common.at(-1);
    if (!last) throw noOverlap(before.values, values);
    const used = over === 'last' ? [last] : common;
    const sum = (of: 'old' | 'current'): number => used.reduce((total, one) => total + one[of], 0);
    linked.push({
      values,
      factor: (before.factor * sum('old')) / sum('current'),
      link: last.period,
      ratios: common.map(({ old, current }) => current / old),
    });
  }
  return linked;
}

function noOverlap(before: readonly SegmentValue[], after: readonly SegmentValue[]): RefusalError {
  const last = before.at(-1)?.period.code ?? 'the first series';
  const first = after[0]?.period.code ?? 'the second series';
  return new RefusalError(
    inFour(
      'Van geen periode boven nul is de waarde volgens beide definities bekend, dus is de index niet te koppelen van {last} naar {first}.',
      'Aucune période au-dessus de zéro n’est connue selon les deux définitions : l’indice ne peut être chaîné de {last} à {first}.',
      'Kein Zeitraum über null ist nach beiden Definitionen bekannt, daher lässt sich der Index nicht von {last} auf {first} verketten.',
      'No period above zero is known under both definitions, so the index cannot be chained from {last} to {first}.',
      { last, first },
    ),
    {
      dimension: 'break',
      remedy: inFour(
        'Vraag de bron om één periode die volgens beide definities geteld is, of geef voor elke kant van de breuk een index.',
        'Demandez à la source une période comptée selon les deux définitions, ou donnez un indice pour chaque côté de la rupture.',
        'Bitten Sie die Quelle um einen Zeitraum, der nach beiden Definitionen gezählt ist, oder geben Sie für jede Seite des Bruchs einen Index.',
        'Ask the source for one period counted under both definitions, or give one index for each side of the break.',
      ),
    },
  );
}

/** A value with the series it comes from. */
interface ChainValue extends SegmentValue {
  readonly series: number;
}

/** The periods of a segment that the next one does not take over. */
function ownPeriods(
  { values, link }: LinkedSegment,
  next: LinkedSegment | undefined,
  series: number,
): readonly ChainValue[] {
  return values
    .filter(
      ({ period: { time } }) =>
        (!link || time > link.time) && (!next?.link || time <= next.link.time),
    )
    .map((value) => ({ ...value, series }));
}

/** What the values of a series are, and what blocks them. */
interface ReadOptions {
  readonly breaks?: readonly Break[];
  readonly overrides?: readonly Decision[];
  readonly counts?: boolean;
}

/** The known values of one of several series, once nothing forbids an index over them; a break within an overlap does not. */
function readSegment(
  one: TrendSeries,
  i: number,
  all: readonly TrendSeries[],
  options: ReadOptions,
): { readonly values: readonly SegmentValue[]; readonly warnings: readonly Text[] } {
  const bridged = [all[i - 1], all[i + 1]].flatMap((neighbour) => overlap(one, neighbour));
  const breaks = (options.breaks ?? []).filter(
    ({ on }) => !bridged.some(({ start, end }) => on >= start && on <= addDays(end, 1)),
  );
  const { points, warnings } = comparablePoints(one, breaks, options.overrides ?? []);
  const values = points.flatMap(({ period, value }) =>
    value === null
      ? []
      : [{ period, value: checkValue(value, period.code, options.counts ?? false) }],
  );
  if (values.length === 0)
    throw new InputError(
      inFour(
        'verwacht: ten minste één bekende waarde in {subject}; gevonden: geen',
        'attendu : au moins une valeur connue dans {subject} ; trouvé : aucune',
        'erwartet: mindestens ein bekannter Wert in {subject}; gefunden: keiner',
        'expected at least one known value in {subject}, found none',
        { subject: one.subject },
      ),
      inFour(
        'laat een reeks zonder waarden weg',
        'laissez de côté une série sans valeurs',
        'eine Reihe ohne Werte weglassen',
        'leave a series without values out',
      ),
    );
  const undecided = points.filter(({ undecided }) => undecided).map(({ period }) => period.code);
  return {
    values,
    warnings: listWarnings(
      warnings,
      undecided.length > 0 &&
        inFour(
          'nog niet beslist en weggelaten: {periods}',
          'non tranché et écarté\u00a0: {periods}',
          'nicht entschieden und weggelassen: {periods}',
          'undecided and left out: {periods}',
          { periods: undecided.join(', ') },
        ),
    ),
  };
}

function checkValue(value: number, code: string, counts: boolean): number {
  if (counts) return checkCount(countOf(code), value);
  if (value >= 0) return value;
  throw new InputError(
    inFour(
      'verwacht: een waarde van nul of meer in {code}; gevonden: {value}',
      'attendu : une valeur de zéro ou plus en {code} ; trouvé : {value}',
      'erwartet: ein Wert von null oder mehr in {code}; gefunden: {value}',
      'expected a value of zero or more in {code}, found {value}',
      { code, value: String(value) },
    ),
    inFour(
      'een index vraagt bedragen of hoeveelheden; vergelijk verschillen anders',
      'un indice demande des montants ; comparez les différences autrement',
      'ein Index braucht Beträge; Differenzen anders vergleichen',
      'an index needs amounts; compare differences another way',
    ),
  );
}

/** From the first to the last day of the periods that two series share. */
function overlap(
  one: TrendSeries,
  other: TrendSeries | undefined,
): readonly { readonly start: string; readonly end: string }[] {
  const known = new Set(other?.points.filter(({ value }) => value !== null).map((p) => p.period));
  const common = one.points
    .filter(({ period, value }) => value !== null && known.has(period))
    .map(({ period }) => readPeriod(period));
  const [start, end] = [common[0]?.start, common.at(-1)?.end];
  return start && end ? [{ start, end }] : [];
}

/**
 * Interval of an index of counts: exact where both periods lie in one series; across links by the delta method, the variance
 * of the logarithm being the sum of one over each count that enters. null where a count is zero.
 */
function indexInterval(
  linked: readonly LinkedSegment[],
  base: ChainValue,
  last: ChainValue,
  index: number,
  level: number,
): { readonly low: number; readonly high: number; readonly level: number } | null {
  if (base.series === last.series) {
    const { interval } = rateRatio(last.value, base.value, { level });
    return interval && { low: 100 * interval.low, high: 100 * interval.high, level };
  }
  const counts = linked.slice(base.series, last.series + 1).flatMap((segment, i) => {
    const from = i === 0 ? base.period : segment.link;
    const next = linked[base.series + i + 1];
    const to = base.series + i === last.series ? last.period : (next?.link ?? null);
    // A link over the base or the last period itself adds nothing to chance.
    if (from?.code === to?.code) return [];
    return [from, to].map(
      (period) => segment.values.find((one) => one.period.code === period?.code)?.value ?? 0,
    );
  });
  if (counts.some((count) => count === 0)) return null;
  const spread =
    normalQuantile((1 + level) / 2, 0, 1) *
    Math.sqrt(counts.reduce((sum, count) => sum + 1 / count, 0));
  return { low: index * Math.exp(-spread), high: index * Math.exp(spread), level };
}

export interface ChainedIndexOptions extends WithLevel {
  /** Period that stands at 100; the first. */
  readonly base?: string;
  /** Declared breaks; one that lies within a series and not within an overlap blocks the index. */
  readonly breaks?: readonly Break[];
  /** Recorded decisions; one of kind `override` on a break's id lets the index cross it. */
  readonly overrides?: readonly Decision[];
  /** Common periods that link two series: the `last` (default), or `all` of them by their sums. */
  readonly over?: 'last' | 'all';
  /** True where the values are counts of independent events; the index then has an interval. */
  readonly counts?: boolean;
}

export interface IndexPoint {
  readonly period: string;
  /** null where no index is stated. */
  readonly index: number | null;
  /** Which of the series it comes from, the first being 0. */
  readonly series: number;
}

/** A finding whose estimate is the index of the last period. */
export interface ChainedIndex extends Finding {
  readonly points: readonly IndexPoint[];
  readonly details: {
    readonly base: string;
    readonly last: string;
    /** Periods over which series were linked, joined by a space. */
    readonly links: string;
    readonly verdict: RatioVerdict | 'described';
  };
}

/**
 * Index numbers against a base period, chained across a break only over a period known under both definitions.
 *
 * `I = 100 y/y₀`; across a link `I_t = I_{t−1} · y_t/y_{t−1}`, both values of the new series. Without a common period the index is
 * refused: a jump between definitions is no change. For counts the last index has an interval: exact within one series
 * (ratio of two Poisson counts); across links by the delta method on logarithms, the counts of both series taken as
 * independent, which is too wide rather than too narrow. A base or last period of fewer than ten events gives no index.
 * IMF 2004, Producer Price Index Manual (overlap method).
 *
 * @param series one for each definition, in time order
 * @throws RefusalError for a declared break outside the overlaps, no overlap, a base of zero, other units, and as `trendOf`
 * @throws InputError for negative values, or counts that are no whole numbers
 * @throws UsageError for no series, or a base that is no period of them
 * @example
 * ```ts
 * import { chainedIndex } from '@samenbeeld/trends';
 * const old = { subject: 'old', unit: 'kg', points: [{ period: '2019', value: 100 }, { period: '2020', value: 120 }] };
 * const revised = { subject: 'new', unit: 'kg', points: [{ period: '2020', value: 60 }, { period: '2021', value: 90 }] };
 * chainedIndex([old, revised]).points.map(({ index }) => index) // => [100, 120, 180]
 * ```
 */
export function chainedIndex(
  series: readonly TrendSeries[],
  options: ChainedIndexOptions = {},
): ChainedIndex {
  takes(
    'chainedIndex',
    ['series', series, shape.list(trendSeriesShape)],
    ['options', options, optionsShape],
  );

  const level = checkProbability('level', options.level ?? 0.95);
  const over = checkAnyOf('over', options.over ?? 'last', ['last', 'all']);
  const [first] = series;
  if (!first)
    throw wrongUse(
      '`series` heeft ten minste één reeks, niet geen',
      '`series` a au moins une série, et non aucune',
      '`series` hat mindestens eine Reihe, nicht keine',
      '`series` must have at least one series, got none',
    );
  const other = series.find(({ unit }) => unit !== first.unit);
  if (other)
    throw new RefusalError(
      inFour(
        'De reeksen zijn in {unit} en {unit2}.',
        'Les séries sont en {unit} et en {unit2}.',
        'Die Reihen sind in {unit} und {unit2}.',
        'The series are in {unit} and {unit2}.',
        { unit: first.unit, unit2: other.unit },
      ),
      {
        dimension: 'unit',
        remedy: inFour(
          'Reken ze eerst om naar één eenheid.',
          'Convertissez-les d’abord en une seule unité.',
          'Rechnen Sie sie zuerst in eine Einheit um.',
          'Convert them to one unit first.',
        ),
      },
    );
  const counts = options.counts ?? false;
  const read = series.map((one, i) => readSegment(one, i, series, options));
  const linked = linkSegments(
    read.map(({ values }) => values),
    over,
  );
  const chain = linked.flatMap((segment, i) => ownPeriods(segment, linked[i + 1], i));
  const last = chain.at(-1) as ChainValue;
  const base = options.base ? chain.find(({ period }) => period.code === options.base) : chain[0];
  if (!base)
    throw wrongUse(
      '`base` is een periode van de reeks met een bekende waarde, niet {base}',
      '`base` est une période de la série dont la valeur est connue, et non {base}',
      '`base` ist ein Zeitraum der Reihe mit bekanntem Wert, nicht {base}',
      '`base` must be a period of the series with a known value, got {base}',
      { base: String(options.base) },
    );
  if (base.value === 0)
    throw new RefusalError(
      inFour(
        'De basisperiode {code} heeft de waarde 0.',
        'La période de base {code} a la valeur 0.',
        'Der Basiszeitraum {code} hat den Wert 0.',
        'The base period {code} has the value 0.',
        { code: base.period.code },
      ),
      {
        dimension: 'base',
        remedy: inFour(
          'Kies een basisperiode met een waarde boven nul.',
          'Choisissez une période de base dont la valeur dépasse zéro.',
          'Wählen Sie einen Basiszeitraum mit einem Wert über null.',
          'Choose a base period with a value above zero.',
        ),
      },
    );
  const few = counts && Math.min(base.value, last.value) < 10;
  const footing = base.value * (linked[base.series] as LinkedSegment).factor;
  const indexOf = ({ value, series: at }: ChainValue): number =>
    (100 * value * (linked[at] as LinkedSegment).factor) / footing;
  const interval = counts && !few ? indexInterval(linked, base, last, indexOf(last), level) : null;
  const tested = verdictOfRatio(interval && { low: interval.low / 100, high: interval.high / 100 });
  const verdict = few ? 'no_conclusion' : interval ? tested : 'described';
  const estimate = few ? null : indexOf(last);
  const links = linked.flatMap(({ link }) => (link ? [link.code] : []));
  const drifting = linked.some(({ ratios }) => Math.max(...ratios) > 1.1 * Math.min(...ratios));
  return {
    kind: 'chained_index',
    subject: first.subject,
    estimate,
    unit: `${base.period.code} = 100`,
    interval,
    n: chain.length,
    p: null,
    method: links.length > 0 ? 'Index, chained over common periods' : 'Simple index',
    definition: 'I = 100 y/y0; across a link I(t) = I(t-1) y(t)/y(t-1) in the new series',
    assumptions:
      links.length > 0
        ? [
            inFour(
              'beide definities veranderen ook buiten hun gemeenschappelijke perioden evenredig',
              'les deux définitions évoluent proportionnellement au-delà de leurs périodes communes',
              'beide Definitionen verändern sich auch außerhalb ihrer gemeinsamen Zeiträume im gleichen Verhältnis',
              'both definitions change in proportion beyond their common periods',
            ),
          ]
        : [],
    warnings: listWarnings(
      read.flatMap(({ warnings }) => warnings),
      drifting &&
        inFour(
          'over de gemeenschappelijke perioden verschuift de verhouding tussen de definities meer dan een tiende',
          'sur les périodes communes, le rapport entre les définitions varie de plus d’un dixième',
          'über die gemeinsamen Zeiträume verschiebt sich das Verhältnis der Definitionen um mehr als ein Zehntel',
          'over the common periods the ratio of the definitions moves by more than a tenth',
        ),
      few &&
        inFour(
          'minder dan 10 gebeurtenissen in de basis- of de laatste periode: er wordt geen index gegeven',
          'moins de 10 événements dans la période de base ou la dernière\u00a0: aucun indice n’est donné',
          'weniger als 10 Ereignisse im Basis- oder im letzten Zeitraum: Es wird kein Index angegeben',
          'fewer than 10 events in the base or the last period: no index is stated',
        ),
    ),
    confidence: few || drifting ? 'low' : links.length > 0 || !interval ? 'medium' : 'high',
    points: chain.map((one) => ({
      period: one.period.code,
      index: few ? null : indexOf(one),
      series: one.series,
    })),
    details: {
      base: base.period.code,
      last: last.period.code,
      links: links.join(' '),
      verdict,
    },
    says: indexSays({
      verdict,
      base: { period: base.period.code, value: base.value },
      last: { period: last.period.code, value: last.value },
      estimate,
      interval,
      links,
      label: first.label,
      controls: series.every(({ controls }) => controls ?? false),
    }),
  };
}
