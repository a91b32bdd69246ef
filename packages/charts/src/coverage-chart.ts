import type { MemberTotal, Text } from '@samenbeeld/schema';
import type { Chart, ChartOptions } from './chart.ts';
import { chart, isNarrow, widthFor } from './frame.ts';
import { legendHeight, legendLayers } from './legend.ts';
import { widthOf } from './lines.ts';
import { palette } from './palette.ts';
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

const states = ['reported', 'undecided', 'finds_only', 'not_reported'] as const;

const signs = {
  reported: { shape: 'circle', color: palette.reported, fill: palette.reported, cell: '#e3eff6' },
  undecided: {
    shape: 'diamond',
    color: palette.undecided,
    fill: palette.paper,
    cell: palette.undecidedPale,
  },
  finds_only: {
    shape: 'M-0.35,-1h0.7v2h-0.7Z',
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

const stateWords: Readonly<Record<MemberTotal['state'], Text>> = {
  reported: words.reported,
  undecided: words.undecided,
  finds_only: words.findsOnly,
  not_reported: words.notReported,
};

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
    period: isNarrow(options) ? period.replace(/^20(\d\d)$/, '’$1') : period,
    state,
    ...signs[state],
  }));
  const rows = [...new Set(values.map(({ row }) => row))];
  const periods = [...new Set(values.map(({ period }) => period))];
  const left = Math.max(60, ...rows.map((row) => widthOf(row, 12) + 18));
  const right = 4;
  const legend = states.map((state) => ({ words: stateWords[state][language], ...signs[state] }));
  const whole = widthFor(options);
  const top = legendHeight(legend, whole) + 8;
  const x = {
    field: 'period',
    type: 'ordinal' as const,
    scale: { domain: periods, paddingInner: 0.06, paddingOuter: 0 },
    axis: { title: null, labelAngle: 0, labelPadding: 6 },
  };
  const y = {
    field: 'row',
    type: 'ordinal' as const,
    scale: { domain: rows, paddingInner: 0.1, paddingOuter: 0 },
    axis: { title: null, labelColor: palette.ink, labelPadding: 10, labelLimit: 300 },
  };
  const data = { values };
  return chart(
    options,
    {
      title,
      caption,
      table: {
        columns: [words.place, words.period, words.state].map((text) => text[language]),
        rows: cells.map(({ row, period, state }) => [
          row[language],
          period,
          stateWords[state][language],
        ]),
      },
    },
    {
      layer: [
        {
          data,
          mark: {
            type: 'rect',
            fill: { expr: 'datum.cell' },
            stroke: palette.rule,
            strokeWidth: 0.8,
          },
          encoding: { x, y },
        },
        {
          data,
          mark: {
            type: 'point',
            shape: { expr: 'datum.shape' },
            size: 120,
            opacity: 1,
            filled: false,
            fill: { expr: 'datum.fill' },
            stroke: { expr: 'datum.color' },
            strokeWidth: 1.8,
          },
          encoding: { x, y },
        },
        ...legendLayers(legend, whole, left),
      ],
      height: rows.length * 34,
      left,
      right,
      top,
      bottom: 26,
    },
  );
}
