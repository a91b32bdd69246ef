import type { TableRecord } from '../column.ts';
import { isOftenNil } from '../columns/missing-marks.ts';
import { thresholds } from '../thresholds.ts';
import { asks, type DraftPart, type Mark, sureness } from './mark.ts';

const asNil = (cell: string): string => `\`zeroValues: [${JSON.stringify(cell)}]\``;

/** Marks that the file says are exactly nil. */
function zeroPart({ zeroValues }: TableRecord): DraftPart {
  const entries = Object.entries(zeroValues);
  if (entries.length === 0) return { written: {}, marks: [] };
  const marks = entries.map(([cell, { confidence, reason }], at): Mark => {
    const path = ['zeroValues', String(at)];
    const remark = sureness(confidence, `a figure of 0: ${reason}`);
    if (confidence >= thresholds.constantTaken) return { path, decide: [], remark };
    return asks(
      path,
      `nil mark "${cell}"`,
      `is "${cell}" a figure of 0? ${confidence.toFixed(2)}: ${reason}`,
      {
        proposed: '0',
        alternatives: [
          `missing: then delete it here and write \`missingValues: { ${JSON.stringify(cell)}: not_applicable }\` or another reason`,
        ],
      },
    );
  });
  return { written: { zeroValues: entries.map(([cell]) => cell) }, marks };
}

/**
 * Marks that stand for a missing figure, each with the reason that is proposed for it, marks that stand for nil, and the words
 * of the legend, so that another legend is noticed in the next edition.
 */
export function missingPart(guess: TableRecord): DraftPart {
  const entries = Object.entries(guess.missingValues);
  const marks = entries.map(([cell, { value, confidence, reason, alternatives }]): Mark => {
    const path = ['missingValues', cell];
    if (confidence >= thresholds.constantTaken)
      return { path, decide: [], remark: sureness(confidence, reason) };
    return asks(
      path,
      `missing mark "${cell}"`,
      `does "${cell}" mean ${value}? ${confidence.toFixed(2)}: ${reason}`,
      {
        proposed: value,
        alternatives: [
          ...alternatives.map(
            (other) => `${other.value}  ${other.confidence.toFixed(2)}: ${other.reason}`,
          ),
          ...(isOftenNil(cell)
            ? [`a figure of 0: then delete this line and write ${asNil(cell)} instead`]
            : []),
        ],
      },
    );
  });
  const written = Object.fromEntries(entries.map(([cell, { value }]) => [cell, value]));
  const zero = zeroPart(guess);
  return {
    written: {
      ...(entries.length > 0 && { missingValues: written }),
      ...zero.written,
      ...(Object.keys(guess.legend).length > 0 && { legend: guess.legend }),
    },
    marks: [...marks, ...zero.marks],
  };
}
