import type { TableRecord } from '../column.ts';
import { isOftenNil } from '../columns/missing-marks.ts';
import { thresholds } from '../thresholds.ts';
import { asks, type DraftPart, type Mark, sureness } from './mark.ts';

/** What stands in the columns of a table that are used. */
export interface FigureCells {
  /** Cells of the columns of figures, and how many of them are empty. */
  readonly cells: number;
  readonly empty: number;
  /** Texts without a figure in any column that is used. */
  readonly used: ReadonlySet<string>;
}

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

/** Cells of figures that are empty: asked about once, whatever the columns. */
function blankMark(cells: number, all: number): Mark {
  return asks(
    ['missingValues', ''],
    'empty cells',
    `what does an empty cell mean where a figure is expected? ${cells.toLocaleString('en')} of ${all.toLocaleString('en')} are empty`,
    {
      proposed: 'not_reported',
      alternatives: [
        'not_applicable, not_collected, suppressed or pending, where the publisher says so',
        'a figure of 0: then delete this line and write `blank: 0` at the columns of figures',
      ],
    },
  );
}

/** What stands where a figure is expected is one thing to look up, however many marks there are. */
function askedOnce(marks: readonly Mark[]): readonly Mark[] {
  const open = marks.filter(({ decide }) => decide.length > 0);
  const [first, ...others] = open;
  if (!first || others.length === 0) return marks;
  const questions = open.flatMap(({ decide }) => decide);
  const [{ alternatives } = { alternatives: [] }] = first.decide;
  return marks.map((mark) => {
    if (mark === first)
      return asks(
        mark.path,
        'missing marks',
        `what stands where a figure is expected? ${questions.map(({ question }) => question).join('; ')}`,
        {
          proposed: questions.map(({ about, proposed }) => `${about}: ${proposed}`).join(', '),
          alternatives,
        },
      );
    return open.includes(mark) ? { ...mark, decide: [], remark: 'asked above' } : mark;
  });
}

/**
 * Marks that stand for a missing figure, each with the reason that is proposed for it, marks that stand for nil, and the words
 * of the legend, so that another legend is noticed in the next edition.
 */
export function missingPart(guess: TableRecord, { empty, cells, used }: FigureCells): DraftPart {
  const entries = Object.entries(guess.missingValues);
  const isBlankAsked = empty > 0 && guess.missingValues[''] === undefined;
  const marks = entries.map(([cell, { value, confidence, reason, alternatives }]): Mark => {
    const path = ['missingValues', cell];
    if (confidence >= thresholds.constantTaken)
      return { path, decide: [], remark: sureness(confidence, reason) };
    if (!used.has(cell))
      return { path, decide: [], remark: 'stands in columns alone that are left out' };
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
  const written: Record<string, string> = Object.fromEntries(
    entries.map(([cell, { value }]) => [cell, value]),
  );
  if (isBlankAsked) written[''] = 'not_reported';
  const zero = zeroPart(guess);
  const all = [...marks, ...(isBlankAsked ? [blankMark(empty, cells)] : []), ...zero.marks];
  return {
    written: {
      ...(Object.keys(written).length > 0 && { missingValues: written }),
      ...zero.written,
      ...(Object.keys(guess.legend).length > 0 && { legend: guess.legend }),
    },
    marks: askedOnce(all),
  };
}
