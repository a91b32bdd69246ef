import type { Language, Text } from '@samenbeeld/schema';
import type { TopLevelSpec } from 'vega-lite';

/** What every chart takes: the language it speaks, the width of its drawing area in pixels, and the finding it shows. */
export interface ChartOptions {
  readonly language: Language;
  /** Whole width in pixels, labels included; charts are drawn for 680 (page) and 340 (phone, finding). */
  readonly width?: number | undefined;
  /** What the chart shows, as a sentence. Without it the chart says plainly what is drawn. */
  readonly title?: Text | undefined;
  /** Below the chart; without it the chart explains its own marks. */
  readonly caption?: Text | undefined;
  /** Leaves the title out of the drawing, for a page that sets it as text. */
  readonly untitled?: boolean | undefined;
}

/** The numbers behind a chart, in words of its language; numbers stay numbers. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A heading, and what stands below it for a record; a Text is said in the language of the chart. */
export type Column<T> = readonly [
  heading: Text | string,
  cell: (record: T) => Text | string | number | null | undefined,
];

/** The table of the records behind a chart, column by column; what is undefined has no figure. */
export function tableOf<T>(
  records: readonly T[],
  language: Language,
  columns: readonly Column<T>[],
): ChartTable {
  const said = (one: Text | string | number | null | undefined) =>
    typeof one === 'object' ? (one?.[language] ?? null) : (one ?? null);
  return {
    columns: columns.map(([heading]) => String(said(heading))),
    rows: records.map((record) => columns.map(([, cell]) => said(cell(record)))),
  };
}

/** A chart as data: nothing is rendered until someone asks. */
export interface Chart {
  readonly spec: TopLevelSpec;
  readonly title: string;
  readonly caption: string;
  readonly table: ChartTable;
}

/** Draws the same chart in any language and width; what a document holds (`(o) => totalChart(rows, { ...o, title })`). */
export type Drawing = (options: Pick<ChartOptions, 'language' | 'width' | 'untitled'>) => Chart;
