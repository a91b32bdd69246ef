import type { ChartOptions } from '../chart.ts';
import type { KeyEntry } from '../drawing/key.ts';
import { breakLines, widthOf } from '../lines.ts';
import type { MatrixEvidence, MatrixHypothesis } from './hypothesis-matrix-chart.ts';

/** Pixels of a line of words. */
export const lineHeight = 14;
const cellHeight = 26;

/** How a matrix is divided. */
export interface Grid {
  readonly narrow: boolean;
  readonly language: ChartOptions['language'];
  readonly across: number;
  readonly labelRoom: number;
}

/** A row of a matrix in pixels. */
export interface MatrixRow {
  readonly piece: MatrixEvidence;
  readonly lines: string[];
  readonly labelY: number;
  readonly cellTop: number;
  readonly cellBottom: number;
  readonly bottom: number;
  /** Agrees with all explanations alike. */
  readonly useless: boolean;
}

/** Rows of evidence below each other; on a narrow page the words stand above their cells. */
export function matrixRows(evidence: readonly MatrixEvidence[], grid: Grid): readonly MatrixRow[] {
  let top = 0;
  return evidence.map((piece) => {
    const grade = piece.grade ? ` (${piece.grade})` : '';
    const lines = breakLines(
      `${piece.id}\u00a0 ${piece.label[grid.language]}${grade}`,
      grid.labelRoom,
      12,
    );
    const tall = lines.length * lineHeight;
    const height = grid.narrow ? tall + cellHeight + 8 : Math.max(cellHeight, tall + 8);
    const row = {
      piece,
      lines: [...lines],
      labelY: grid.narrow ? top + 10 : top + height / 2 - ((lines.length - 1) * lineHeight) / 2,
      cellTop: grid.narrow ? top + tall + 4 : top + 1,
      cellBottom: grid.narrow ? top + tall + 4 + cellHeight - 2 : top + height - 1,
      bottom: top + height,
      useless: piece.diagnosticity === 0,
    };
    top += height;
    return row;
  });
}

/** Headings are bold 12, which is as wide in the widest of usual letters (Verdana, DejaVu Sans) as plain words of this size. */
const boldSize = 15;

/** Names above the columns, or letters with a key below where columns are thin. */
export function headings(
  hypotheses: readonly MatrixHypothesis[],
  grid: Grid,
): { readonly lines: readonly (readonly string[])[]; readonly key: readonly KeyEntry[] } {
  const { across, language } = grid;
  const named = hypotheses.map(({ label }) => breakLines(label[language], across - 8, boldSize));
  const fits = named.every(
    (lines) => lines.length <= 7 && lines.every((line) => widthOf(line, boldSize) <= across - 6),
  );
  const signs = hypotheses.map(({ id }) => id);
  const idsFit = signs.every((id) => widthOf(id, boldSize) <= across - 6);
  const short = idsFit ? signs : signs.map((_, at) => String(at + 1));
  const lines = fits ? named : short.map((sign) => [sign]);
  const key: readonly KeyEntry[] = fits
    ? []
    : hypotheses.map(({ label }, at) => ({ sign: short[at] ?? '', words: label[language] }));
  return { lines, key };
}
