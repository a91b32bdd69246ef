import {
  type Break,
  type Definition,
  type Finding,
  InputError,
  type Interval,
  type Observation,
  shape,
  type Text,
  takes,
} from '@samenbeeld/schema';
import { intelligenceMetrics } from '../series/assert-one-axis.ts';
import { figuresShape, type Regime, type RegimeOptions, regimesOf } from '../series/regimes.ts';
import { seriesLabel } from '../series/series-label.ts';
import { type UnrepeatedRegime, withoutRepeats } from '../series/without-repeats.ts';
import { reportingIndexSays } from '../words/reporting-index.ts';
import { changeFrom, inPercentOf, type PercentRange } from './index-of-figures.ts';

/** Options of `reportingIndices`. */
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
      `expected figures of financial intelligence units, found ${strange.metric} of ${strange.place}`,
      { repair: 'choose reports, transactions, files and their value' },
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
    assumptions: ['one authority, one counting rule, no declared break that blocks a trend'],
    warnings: [
      'reporting, not crime: a change of who reports or how moves the figure',
      ...repeatedIn.map((key) => `the same figures stand in ${key}, which has no index of its own`),
      ...(contested ? ['claims of a period contradict each other; the index spans them'] : []),
      ...crosses.map(({ on, note }) => `crosses ${on}: ${note.en}`),
      ...(points.some(({ provisional }) => provisional) ? ['a figure is provisional'] : []),
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
