import { formatNumber, type Text, unitName } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from './chart.ts';
import { mark, when } from './drawing/marks.ts';
import { chart, isNarrow, widthFor } from './frame.ts';
import { widthOf } from './lines.ts';
import { periodWords, rowName } from './numbers.ts';
import { palette } from './palette.ts';
import { acrossChannel, downChannel, roomBelow, ticksFor } from './rows.ts';
import { words } from './words.ts';

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
  const shown = (row: BasisRow) => row.shown?.[language] ?? formatNumber(row.value, language);
  const none = { heading: '', name: '', value: null, words: '' };
  // On a narrow page period, name and bar each have a line of their own.
  const lines = rows.flatMap((row, index) => {
    const { period, basis, value, summed } = row;
    const [key, name] = [`${period} ${basis}`, row.label[language]];
    const isFirst = rows.findIndex((one) => one.period === period) === index;
    const heading = isFirst ? rowName(period, language) : '';
    const bar = { ...none, key, value, words: shown(row), summed };
    if (!narrow) return [{ ...bar, heading, name }];
    return [
      ...(isFirst ? [{ ...none, key: `${period} `, heading, summed }] : []),
      { ...none, key: `${key} name`, name, summed },
      bar,
    ];
  });
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
  const y = downChannel(
    'key',
    lines.map(({ key }) => key),
  );
  const x = { ...acrossChannel('value', reach, ticks, unit), stack: false };
  const bars = lines.filter(({ value }) => value !== null);
  const blue = { fill: when('summed', palette.reported, palette.paper), strokeWidth: 1.2 };
  const stroke = when('summed', palette.reported, palette.grey);
  const fontWeight = when('summed', 'bold', 'normal');
  const align = narrow ? 'left' : 'right';
  const bold = { fontWeight: 'bold', fontSize: 13 } as const;
  return chart(options, {
    title,
    says: [neverAdd],
    table: tableOf(rows, language, [
      [words.period, ({ period }) => periodWords(period, language)],
      [words.basis, ({ label }) => label],
      [words.value, ({ value }) => value],
    ]),
    layer: [
      mark('bar', bars, { y, x, height: 14, stroke, ...blue }),
      mark('text', bars, { y, x, text: 'words', align: 'left', dx: 8, fontWeight }),
      mark('text', lines, { y, x: narrow ? 0 : -10, text: 'name', align }),
      mark('text', lines, { y, x: narrow ? 0 : -left, text: 'heading', align: 'left', ...bold }),
    ],
    height: lines.length * (narrow ? 20 : 26),
    left,
    right,
    bottom: roomBelow(unit),
  });
}
