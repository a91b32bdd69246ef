import {
  type Finding,
  InputError,
  type Observation,
  shape,
  type Text,
  takes,
} from '@samenbeeld/schema';
import { assetMetrics } from '../series/assert-one-axis.ts';
import {
  figuresShape,
  type RegimeOptions,
  regimesOf,
  type SeriesFigure,
} from '../series/regimes.ts';
import { seriesLabel } from '../series/series-label.ts';
import { publishedAssetsSay } from '../words/published-assets.ts';

/** One published series of assets: one authority, one stage, one rule. */
export interface PublishedAssets extends Finding {
  readonly country: string;
  readonly metric: Observation['metric'];
  readonly label: Text;
  readonly figures: readonly SeriesFigure[];
}

/**
 * Published yearly totals of seized, confiscated or collected assets, each series by itself and cut at declared breaks.
 *
 * For totals without their cases. They are no flow: what is collected in a year comes from seizures of years before, and a few
 * settlements can make up most of it. So the series are never set on one axis (`assertOneAxis`), no share of one in the other
 * is computed, and no trend is claimed. The interval runs from the lowest to the highest figure.
 *
 * @throws InputError for figures of another kind
 * @example
 * ```ts
 * import { publishedAssets } from '@samenbeeld/money';
 * const year = (metric, period, value) => ({
 *   ...{ place: 'NL', metric, unit: 'EUR', stat: 'sum', nationalCode: null, source: 's', definition: 'd', extent: 'whole' },
 *   ...{ agencies: ['NL_OM'], status: 'A', freq: 'A', wording: 'exact', value, printed: String(value) },
 *   ...{ periodStart: `${period}-01-01`, periodEnd: `${period}-12-31`, publishedOn: null },
 * });
 * const two = publishedAssets([year('assets_seized', 2018, 401e6), year('assets_recovered', 2018, 171e6)]);
 * two.map(({ metric, figures }) => [metric, figures.length]) // => [['assets_recovered', 1], ['assets_seized', 1]]
 * ```
 */
export function publishedAssets(
  observations: readonly Observation[],
  options: RegimeOptions = {},
): readonly PublishedAssets[] {
  takes(
    'publishedAssets',
    ['observations', observations, figuresShape],
    ['options', options, shape.options],
  );

  const strange = observations.find(({ metric }) => !assetMetrics.has(metric));
  if (strange)
    throw new InputError(
      `expected seized, confiscated or collected assets, found ${strange.metric} of ${strange.place}`,
      { repair: 'choose the metrics assets_seized, assets_confiscated and assets_recovered' },
    );
  return regimesOf(observations, options).map((regime) => {
    const { key, country, metric, unit, figures } = regime;
    const label = seriesLabel(regime);
    const low = Math.min(...figures.map(({ interval }) => interval.low));
    const highs = figures.map(({ interval }) => interval.high ?? interval.low);
    const high = Math.max(...highs);
    const isOpen = figures.some(({ interval }) => interval.high === null && interval.low === high);
    const stated = figures.flatMap(({ claims }) => claims.map(({ value }) => value ?? 0));
    const provisional = figures.some((figure) => figure.provisional);
    return {
      kind: 'published_assets',
      subject: key,
      estimate: null,
      unit,
      interval: isOpen ? null : { low, high, level: 1 },
      n: figures.length,
      p: null,
      method: 'Published yearly totals, lowest to highest',
      definition:
        'totals of one authority at one stage by one rule, each an interval by its printed wording',
      assumptions: [],
      warnings: [
        'totals are no flow: what is collected comes from cases of earlier years',
        ...(provisional ? ['a figure is provisional and will grow by late registration'] : []),
      ],
      confidence: 'medium',
      details: {
        country,
        metric,
        first: figures[0]?.period ?? null,
        last: figures.at(-1)?.period ?? null,
      },
      says: publishedAssetsSay({
        label,
        metric,
        figures,
        low: Math.min(...stated),
        high: Math.max(...stated),
        isOpen,
        provisional,
      }),
      country,
      metric,
      label,
      figures,
    };
  });
}
