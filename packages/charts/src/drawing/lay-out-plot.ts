import type { ChartOptions } from '../chart.ts';
import { isNarrow, widthFor } from '../frame.ts';
import { periodAxis } from './period-axis.ts';
import type { Plot } from './plot.ts';
import { linearAxis, logAxis, type ValueAxisOptions } from './value-axis.ts';

/** What a drawing area must hold. */
interface Contents {
  readonly codes: readonly string[];
  readonly values: readonly (number | null | undefined)[];
  readonly log?: boolean | undefined;
  readonly zero?: boolean | undefined;
  readonly suffix?: string | undefined;
  /** Pixels right of it, for words at the ends of lines. */
  readonly right?: number | undefined;
  /** Height on a page and on a narrow page. */
  readonly heights?: readonly [number, number] | undefined;
  readonly count?: number | undefined;
}

/** A drawing area with its axes, and the pixels right of it. */
export function layOutPlot(
  options: ChartOptions,
  contents: Contents,
): { readonly plot: Plot; readonly right: number } {
  const { language } = options;
  const known = contents.values.filter((value) => value !== null && value !== undefined);
  const settings: ValueAxisOptions = {
    language,
    zero: contents.zero,
    suffix: contents.suffix,
    count: contents.count,
  };
  const values = (contents.log ? logAxis : linearAxis)(known, settings);
  const right = contents.right ?? 14;
  const left = values.room + 14;
  const width = widthFor(options) - left - right;
  const [page, narrow] = contents.heights ?? [280, 220];
  const height = isNarrow(options) ? narrow : page;
  const periods = periodAxis(contents.codes, width, language);
  return { plot: { width, height, left, values, periods }, right };
}
