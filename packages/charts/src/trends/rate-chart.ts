import type { Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from '../chart.ts';
import { drawable } from '../drawing/period-values.ts';
import { chart } from '../frame.ts';
import { words } from '../words.ts';
import { hasZero, rateSheet } from './rate-layers.ts';
import { rateCaption, rateTitle, rateWords } from './rate-words.ts';

/** An estimate with its range. */
export interface RateRow {
  /** A period, a place, an offence. */
  readonly label: Text;
  /** null where none is possible. */
  readonly estimate: number | null;
  readonly low: number | null;
  /** null or infinite has no upper end. */
  readonly high: number | null;
  /** Events behind it. */
  readonly n?: number | undefined;
  readonly provisional?: boolean | undefined;
  /** Rows with the same group stand below its name. */
  readonly group?: Text | undefined;
}

/** Options of {@link rateChart}. */
export interface RateChartOptions extends ChartOptions {
  /** Where there is no difference: 1 for ratios; null for rates that are compared with none. */
  readonly reference?: number | null | undefined;
  /** What the reference is ("average of the Benelux"). */
  readonly referenceName?: Text | undefined;
  /** A logarithmic axis, on which twice and half are equally far from 1; true. */
  readonly log?: boolean | undefined;
  readonly unit?: string | undefined;
  /** `given` (default) keeps the order; `estimate` puts the largest first. */
  readonly order?: 'given' | 'estimate' | undefined;
}

/**
 * Rates or ratios with their ranges, row by row, around a reference. A full dot: the range keeps clear of it; a hollow
 * dot: it does not. Every figure is printed beside its row.
 *
 * @throws InputError where an estimate is not finite
 * @example
 * ```ts
 * import { rateChart } from '@samenbeeld/charts';
 * const label = { nl: 'Gent', fr: 'Gand', de: 'Gent', en: 'Ghent' };
 * rateChart([{ label, estimate: 1.6, low: 0.81, high: 3.28, n: 39 }], { language: 'fr' }).table.rows // => [['Gand', 1.6, 0.81, 3.28, 39, '']]
 * ```
 */
export function rateChart(rows: readonly RateRow[], options: RateChartOptions): Chart {
  const { language, order = 'given' } = options;
  const reference = options.reference === undefined ? 1 : options.reference;
  const log = options.log ?? true;
  const checked = rows.map((row) => {
    const name = row.label[language];
    const high = row.high === Number.POSITIVE_INFINITY ? null : row.high;
    return {
      ...row,
      name,
      group: row.group?.[language] ?? '',
      estimate: drawable(row.estimate, name),
      low: drawable(row.low, name),
      high: drawable(high, name),
    };
  });
  const groups = [...new Set(checked.map(({ group }) => group))];
  const sorted = groups.flatMap((group) => {
    const own = checked.filter((row) => row.group === group);
    if (order === 'given') return own;
    return own.sort((a, b) => (b.estimate ?? -Infinity) - (a.estimate ?? -Infinity));
  });
  return chart(
    options,
    {
      title: rateTitle(reference, options.referenceName),
      caption: rateCaption({
        reference,
        log,
        zero: log && sorted.some(hasZero),
        open: sorted.some(({ estimate, high }) => estimate !== null && high === null),
        provisional: sorted.some(({ provisional }) => provisional),
      }),
      table: {
        columns: [
          rateWords.row,
          words.value,
          words.lowest,
          words.highest,
          words.count,
          words.status,
        ].map((text) => text[language]),
        rows: sorted.map(({ name, group, estimate, low, high, n, provisional }) => [
          group === '' ? name : `${group}: ${name}`,
          ...[estimate, low, high, n ?? null],
          provisional ? words.provisional[language] : '',
        ]),
      },
    },
    rateSheet(sorted, { ...options, reference, log }),
  );
}
