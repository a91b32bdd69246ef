import { ownValue } from '@samenbeeld/schema';
import type { ChartOptions } from '../chart.ts';
import { keyHeight, keyLayers } from '../drawing/key.ts';
import { isNarrow, type Layers, type Sheet, widthFor } from '../frame.ts';
import { palette } from '../palette.ts';
import type { MatrixEvidence, MatrixHypothesis, MatrixRating } from './hypothesis-matrix-chart.ts';
import { type Grid, headings, lineHeight, matrixRows } from './hypothesis-matrix-rows.ts';
import { matrixWords } from './hypothesis-matrix-words.ts';

const tints: Readonly<Record<MatrixRating, string>> = {
  CC: '#6fb0d8',
  C: '#cbe2f0',
  N: '#f1efea',
  I: '#f8d6b8',
  II: '#eb9a62',
  NA: palette.paper,
};

/** The drawing area of a matrix of evidence. */
export function matrixSheet(
  hypotheses: readonly MatrixHypothesis[],
  evidence: readonly MatrixEvidence[],
  options: ChartOptions,
  print: (score: number) => string,
): Sheet {
  const { language } = options;
  const narrow = isNarrow(options);
  const whole = widthFor(options);
  const left = narrow ? 0 : Math.min(300, whole * 0.44);
  const width = whole - left - (narrow ? 0 : 4);
  const across = width / Math.max(hypotheses.length, 1);
  const labelRoom = narrow ? whole - 4 : left - 16;
  const grid: Grid = { narrow, language, across, labelRoom };
  const rows = matrixRows(evidence, grid);
  const height = rows.at(-1)?.bottom ?? 0;
  const { lines, key } = headings(hypotheses, grid);
  const headTall = Math.max(1, ...lines.map((one) => one.length)) * lineHeight;
  const cells = rows.flatMap(({ piece, cellTop, cellBottom, useless }) =>
    hypotheses.map(({ id }, at) => {
      const rating = ownValue(piece.ratings, id) ?? 'NA';
      return {
        rating,
        x: at * across + 1,
        x2: (at + 1) * across - 1,
        middle: (at + 0.5) * across,
        y: cellTop,
        y2: cellBottom,
        centre: (cellTop + cellBottom) / 2,
        colour: useless && rating !== 'NA' ? tints.N : tints[rating],
        ink: useless ? palette.grey : palette.ink,
      };
    }),
  );
  const ranked = hypotheses.some(({ rank }) => rank !== undefined);
  const scores = hypotheses.map(({ rank, inconsistency }, at) => ({
    x: (at + 0.5) * across,
    lines: [
      rank === undefined ? '' : `${rank}.`,
      inconsistency === undefined ? '' : `(${print(inconsistency)})`,
    ],
  }));
  const scoreTop = height + (narrow ? 34 : 20);
  const below = ranked ? (narrow ? 60 : 46) : 6;
  const layer: Layers = [
    {
      data: { values: cells },
      mark: {
        type: 'rect',
        x: { expr: 'datum.x' },
        x2: { expr: 'datum.x2' },
        y: { expr: 'datum.y' },
        y2: { expr: 'datum.y2' },
        fill: { expr: 'datum.colour' },
        stroke: { expr: `datum.rating === "NA" ? "${palette.rule}" : datum.colour` },
      },
      encoding: {},
    },
    {
      data: { values: cells },
      mark: {
        type: 'text',
        x: { expr: 'datum.middle' },
        y: { expr: 'datum.centre' },
        color: { expr: 'datum.ink' },
        fontWeight: { expr: 'datum.rating === "II" || datum.rating === "CC" ? "bold" : "normal"' },
      },
      encoding: { text: { field: 'rating' } },
    },
    {
      data: { values: rows.map((row) => ({ lines: row.lines, y: row.labelY, grey: row.useless })) },
      mark: {
        type: 'text',
        align: 'left',
        x: 0 - left,
        y: { expr: 'datum.y' },
        lineHeight,
        color: { expr: `datum.grey ? "${palette.grey}" : "${palette.ink}"` },
      },
      encoding: { text: { field: 'lines' } },
    },
    {
      data: {
        values: lines.map((one, at) => ({
          lines: [...one],
          x: (at + 0.5) * across,
          y: -8 - (one.length - 1) * lineHeight,
        })),
      },
      mark: {
        type: 'text',
        x: { expr: 'datum.x' },
        y: { expr: 'datum.y' },
        lineHeight,
        fontWeight: 'bold',
      },
      encoding: { text: { field: 'lines' } },
    },
    {
      data: { values: ranked ? scores : [] },
      mark: { type: 'text', x: { expr: 'datum.x' }, y: scoreTop, lineHeight, fontWeight: 'bold' },
      encoding: { text: { field: 'lines' } },
    },
    {
      data: { values: ranked ? [{ words: matrixWords.inconsistency[language] }] : [] },
      mark: {
        type: 'text',
        align: 'left',
        x: 0 - left,
        y: narrow ? height + 16 : scoreTop,
        color: palette.grey,
      },
      encoding: { text: { field: 'words' } },
    },
    ...keyLayers(key, { left, top: height + below, width: whole }),
  ];
  return {
    layer,
    height,
    left,
    right: narrow ? 0 : 4,
    top: headTall + 16,
    bottom: below + keyHeight(key, whole),
  };
}
