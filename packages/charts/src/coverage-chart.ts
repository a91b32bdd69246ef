import type { MemberTotal, Text } from '@samenbeeld/schema';
import { type Chart, type ChartOptions, tableOf } from './chart.ts';
import { field, mark } from './drawing/marks.ts';
import { chart, isNarrow, widthFor } from './frame.ts';
import { widthOf } from './lines.ts';
import { stateWords } from './member-chart.ts';
import { periodWords, rowName } from './numbers.ts';
import { palette } from './palette.ts';
import { tick } from './rows.ts';
import { words } from './words.ts';

/** What is known of one row (a port, an agency) in one period. */
export interface CoverageCell {
  readonly row: Text;
  readonly period: string;
  readonly state: MemberTotal['state'];
}

const title: Text = {
  nl: 'Wie heeft wanneer cijfers gemeld',
  fr: 'Qui a déclaré des chiffres, et quand',
  de: 'Wer wann Zahlen gemeldet hat',
  en: 'Who reported, and when',
};

const caption: Text = {
  nl: 'Een leeg vak is geen nul: er is niets gemeld.',
  fr: 'Une case vide n’est pas un zéro : rien n’a été déclaré.',
  de: 'Ein leeres Feld ist keine Null: Es wurde nichts gemeldet.',
  en: 'An empty cell is not a zero: nothing was reported.',
};

/** The sign of each state, in the order of the legend. */
const signs = {
  reported: { shape: 'circle', color: palette.reported, fill: palette.reported, cell: '#e3eff6' },
  undecided: {
    shape: 'diamond',
    color: palette.undecided,
    fill: palette.paper,
    cell: palette.undecidedPale,
  },
  apart: {
    shape: 'square',
    color: palette.reported,
    fill: palette.paper,
    cell: '#e3eff6',
  },
  finds_only: {
    shape: tick,
    color: palette.reported,
    fill: palette.paper,
    cell: '#f4f7f9',
  },
  not_reported: {
    shape: 'M-0.6,0h1.2',
    color: palette.grey,
    fill: palette.grey,
    cell: palette.paper,
  },
} as const;

const states = Object.keys(signs) as readonly MemberTotal['state'][];

/**
 * Completeness as a matrix of rows and periods; each state has a sign, so that the matrix reads without colour.
 *
 * @example
 * ```ts
 * import { coverageChart } from '@samenbeeld/charts';
 * const row = { nl: 'Gent', fr: 'Gand', de: 'Gent', en: 'Ghent' };
 * coverageChart([{ row, period: '2022', state: 'reported' }], { language: 'fr' }).table.rows // => [['Gand', '2022', 'déclaré']]
 * ```
 */
export function coverageChart(cells: readonly CoverageCell[], options: ChartOptions): Chart {
  const { language } = options;
  const values = cells.map(({ row, period, state }) => ({
    row: row[language],
    period: rowName(period, language).replace(/^20(\d\d)$/, isNarrow(options) ? '’$1' : '$&'),
    state,
    ...signs[state],
  }));
  const rows = [...new Set(values.map(({ row }) => row))];
  const periods = [...new Set(values.map(({ period }) => period))];
  const left = Math.max(60, ...rows.map((row) => widthOf(row, 12) + 18));
  const right = 4;
  // As many periods are named as have room, a part of a year above its year.
  const each = (widthFor(options) - left - right) / Math.max(1, periods.length);
  const lines = periods.map((period) => period.split(' '));
  const widest = Math.max(0, ...lines.flat().map((line) => widthOf(line, 12)));
  const every = Math.ceil(widest / each);
  const named = JSON.stringify(periods.filter((_, index) => index % every === 0));
  // Counts apart are rare: their sign is explained where it stands.
  const legend = states
    .filter((state) => state !== 'apart' || cells.some((cell) => cell.state === state))
    .map((state) => ({ words: stateWords[state][language], ...signs[state] }));
  const x = {
    field: 'period',
    type: 'ordinal' as const,
    scale: { domain: periods, paddingInner: 0.06, paddingOuter: 0 },
    axis: {
      title: null,
      labelAngle: 0,
      labelPadding: 6,
      labelOverlap: false,
      // Not by `values`: of those vega drops the first where rounding puts it a hair before the axis.
      labelExpr: `indexof(${named}, datum.label) < 0 ? '' : split(datum.label, ' ')`,
    },
  };
  const y = {
    field: 'row',
    type: 'ordinal' as const,
    scale: { domain: rows, paddingInner: 0.1, paddingOuter: 0 },
    axis: { title: null, labelColor: palette.ink, labelPadding: 10, labelLimit: 300 },
  };
  const sign = { shape: field('shape'), fill: field('fill'), stroke: field('color') };
  return chart(options, {
    title,
    says: [caption],
    table: tableOf(cells, language, [
      [words.place, ({ row }) => row],
      [words.period, ({ period }) => periodWords(period, language)],
      [words.state, ({ state }) => stateWords[state]],
    ]),
    layer: [
      mark('rect', values, { x, y, fill: field('cell'), stroke: palette.rule, strokeWidth: 0.8 }),
      mark('point', values, { x, y, size: 120, filled: false, strokeWidth: 1.8, ...sign }),
    ],
    height: rows.length * 34,
    left,
    right,
    legend,
    bottom: 12 + 14 * Math.max(1, ...lines.map(({ length }) => length)),
  });
}
