import type { Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { drawable } from '../drawing/period-values.ts';
import { chart } from '../frame.ts';
import { words } from '../words.ts';
import { trendWords } from './trend-words.ts';
import { waterbedLayers } from './waterbed-layers.ts';
import { waterbedCaption, waterbedTitle, waterbedWords } from './waterbed-words.ts';

/** A site's share of a network before and after. */
export interface WaterbedSite {
  /** Code, and its name. */
  readonly site: string;
  readonly label?: Text | undefined;
  /** Counts (or kilograms). */
  readonly before: number;
  readonly after: number;
  /** null where nothing was counted in the whole network. */
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
  /** Range of the difference of the shares; null for kilograms, which have none. */
  readonly low: number | null;
  readonly high: number | null;
  /** The smallest rise and fall of the share that would show; null where none would. */
  readonly detectableRise?: number | null | undefined;
  readonly detectableFall?: number | null | undefined;
}

/** Options of {@link waterbedChart}. */
export interface WaterbedChartOptions extends ChartOptions {
  /** Names of both spans of time ("2019–2021"). */
  readonly before?: Text | undefined;
  readonly after?: Text | undefined;
  /** What is counted: events, which have ranges, or an amount, which has none; events. */
  readonly counted?: boolean | undefined;
  /** Unit of the printed figures ("kg"). */
  readonly unit?: string | undefined;
}

/**
 * Shares of the sites of a network before and after, the largest rise first: a line from the hollow dot (before) to
 * the full dot (after), the range of the change, and the band within which a shift would not have shown. Amounts such
 * as kilograms have no range, and the caption says so.
 *
 * @throws InputError where a number is not finite
 * @example
 * ```ts
 * import { waterbedChart } from '@samenbeeld/charts';
 * const site = { site: 'NLVLI', before: 4, after: 30, shareBefore: 0.02, shareAfter: 0.19, low: 0.1, high: 0.25 };
 * waterbedChart([site], { language: 'en' }).table.rows // => [['NLVLI', 4, 30, 0.02, 0.19, 0.1, 0.25, null, null]]
 * ```
 */
export function waterbedChart(
  sites: readonly WaterbedSite[],
  options: WaterbedChartOptions,
): Chart {
  const { language, counted = true } = options;
  const change = ({ shareBefore, shareAfter }: WaterbedSite): number =>
    (shareAfter ?? 0) - (shareBefore ?? 0);
  const sorted = sites
    .map((site) => ({
      ...site,
      name: site.label?.[language] ?? site.site,
      before: drawable(site.before, site.site) ?? 0,
      after: drawable(site.after, site.site) ?? 0,
      shareBefore: drawable(site.shareBefore, site.site),
      shareAfter: drawable(site.shareAfter, site.site),
      low: counted ? drawable(site.low, site.site) : null,
      high: counted ? drawable(site.high, site.site) : null,
      rise: counted ? drawable(site.detectableRise, site.site) : null,
      fall: counted ? drawable(site.detectableFall, site.site) : null,
    }))
    .sort((a, b) => change(b) - change(a) || a.site.localeCompare(b.site, 'en'));
  const spans = [
    (options.before ?? trendWords.before)[language],
    (options.after ?? trendWords.after)[language],
  ] as const;
  const isRanged = sorted.some(({ low, high }) => low !== null && high !== null);
  const hasBand = sorted.some(({ rise, fall }) => rise !== null || fall !== null);
  return chart(
    options,
    {
      title: waterbedTitle(sorted),
      caption: waterbedCaption({ isRanged, hasBand, counted }),
      table: {
        columns: [
          words.place[language],
          ...spans,
          ...spans.map((span) => `${words.share[language]}, ${span}`),
          ...waterbedWords.rest(language),
        ],
        rows: sorted.map((one) => [
          ...[one.name, one.before, one.after, one.shareBefore, one.shareAfter],
          ...[one.low, one.high, one.rise, one.fall],
        ]),
      },
    },
    waterbedLayers(sorted, { ...options, spans }),
  );
}
