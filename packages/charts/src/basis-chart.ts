import { type Text, unitName } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from './chart.ts';
import { chart, isNarrow, type Layers, widthFor } from './frame.ts';
import { widthOf } from './lines.ts';
import { printNumber } from './numbers.ts';
import { palette } from './palette.ts';
import { ticksFor } from './rows.ts';
import { words } from './words.ts';

/** A quantity on one basis. */
export interface BasisRow {
  readonly period: string;
  readonly basis: string;
  /** Name of the basis ("entered via the port"). */
  readonly label: Text;
  readonly value: number;
  /** Shown instead of the value ("about 10,000"). */
  readonly shown?: Text | undefined;
  /** The basis that is summed in the joint total; the others stand beside it. */
  readonly summed: boolean;
}

/** Options of {@link basisChart}. */
export interface BasisChartOptions extends ChartOptions {
  readonly unit?: string | undefined;
}

const title: Text = {
  nl: 'Dezelfde drugs, op verschillende grondslagen geteld',
  fr: 'Les mêmes drogues, comptées sur des bases différentes',
  de: 'Dieselben Drogen, auf verschiedenen Grundlagen gezählt',
  en: 'The same drugs, counted on different bases',
};

/** The sentence that belongs below every chart of several bases. */
export const neverAdd: Text = {
  nl: 'Balken met een verschillende grondslag mogen niet worden opgeteld.',
  fr: 'Les barres de bases différentes ne doivent pas être additionnées.',
  de: 'Balken mit verschiedener Grundlage dürfen nicht addiert werden.',
  en: 'Bars of different basis must not be added.',
};

/**
 * Quantities by basis, side by side and never stacked.
 *
 * @example
 * ```ts
 * import { basisChart } from '@samenbeeld/charts';
 * basisChart([], { language: 'en' }).caption // => 'Bars of different basis must not be added.'
 * ```
 */
export function basisChart(rows: readonly BasisRow[], options: BasisChartOptions): Chart {
  const { language } = options;
  const narrow = isNarrow(options);
  const unit = unitName(options.unit ?? 'kg', language);
  const shown = (row: BasisRow) => row.shown?.[language] ?? printNumber(row.value, language);
  const lines: {
    key: string;
    heading: string;
    name: string;
    value: number | null;
    words: string;
    summed: boolean;
  }[] = [];
  for (const row of rows) {
    const first = lines.every(({ key }) => !key.startsWith(`${row.period} `));
    const line = {
      heading: '',
      name: row.label[language],
      value: row.value,
      words: shown(row),
      summed: row.summed,
    };
    const heading = {
      ...line,
      key: `${row.period} `,
      heading: row.period,
      name: '',
      value: null,
      words: '',
    };
    if (narrow) {
      if (first) lines.push(heading);
      lines.push({ ...line, key: `${row.period} ${row.basis} name`, value: null, words: '' });
      lines.push({ ...line, key: `${row.period} ${row.basis}`, name: '' });
    } else {
      lines.push({ ...line, key: `${row.period} ${row.basis}`, heading: first ? row.period : '' });
    }
  }
  const longest = Math.max(0, ...rows.map((row) => widthOf(row.label[language], 12)));
  const left = narrow ? 4 : Math.min(longest + 76, 300);
  const right = 8;
  const width = widthFor(options) - left - right;
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const reach = Math.max(
    ...rows.map((row) => (row.value * width) / Math.max(width - widthOf(shown(row), 12) - 18, 80)),
    most,
  );
  const ticks = ticksFor(most, reach, width);
  const y = {
    field: 'key',
    type: 'ordinal' as const,
    scale: { domain: lines.map(({ key }) => key), paddingInner: 0, paddingOuter: 0 },
    axis: null,
  };
  const x = {
    field: 'value',
    type: 'quantitative' as const,
    stack: false as const,
    scale: { domain: [0, reach], nice: false },
    axis: {
      values: [...ticks],
      grid: true,
      title: null,
      labelExpr: `datum.value === ${ticks.at(-1)} ? datum.label + ' ${unit}' : datum.label`,
    },
  };
  const data = { values: lines };
  const bars = [{ filter: 'datum.value !== null' }];
  const layer: Layers = [
    {
      data,
      transform: bars,
      mark: {
        type: 'bar',
        height: 14,
        fill: { expr: `datum.summed ? "${palette.reported}" : "${palette.paper}"` },
        stroke: { expr: `datum.summed ? "${palette.reported}" : "${palette.grey}"` },
        strokeWidth: 1.2,
      },
      encoding: { y, x },
    },
    {
      data,
      transform: bars,
      mark: {
        type: 'text',
        align: 'left',
        dx: 8,
        fontWeight: { expr: 'datum.summed ? "bold" : "normal"' },
      },
      encoding: { y, x, text: { field: 'words' } },
    },
    {
      data,
      mark: { type: 'text', align: narrow ? 'left' : 'right', x: narrow ? 0 : -10 },
      encoding: { y, text: { field: 'name' } },
    },
    {
      data,
      mark: {
        type: 'text',
        align: 'left',
        x: narrow ? 0 : -left,
        fontWeight: 'bold',
        fontSize: 13,
      },
      encoding: { y, text: { field: 'heading' } },
    },
  ];
  return chart(
    options,
    {
      title,
      caption: neverAdd,
      table: {
        columns: [words.period, words.basis, words.value].map((text) => text[language]),
        rows: rows.map((row) => [row.period, row.label[language], row.value]),
      },
    },
    { layer, height: lines.length * (narrow ? 20 : 26), left, right, bottom: 26 },
  );
}
