import { type Column, columnOf, type Evidence, reading } from '../column.ts';
import type { Relation } from '../relations/relation.ts';
import { isTotalHeading, type TableSums } from '../relations/table-sums.ts';
import { type Cut, timeMark } from './cut-heading.ts';
import { isOffence, isPlace, isSubstance } from './heading-roles.ts';
import { measureOf } from './measures.ts';
import { samplesOf } from './personal.ts';
import type { TableView } from './table-view.ts';

/** Whether a heading tells its place or substance, which a fold keeps as a field. */
function isTold({ parts }: Cut, view: TableView): boolean {
  return parts.some(
    (part) => part !== timeMark && (isPlace(part, view) || isSubstance(part, view)),
  );
}

/** Whether a fold keeps columns, and tells them apart: by their times, or by what else a field holds. */
function areApart(parts: readonly Cut[], view: TableView, others = false): boolean {
  if (parts.some(({ profile }) => measureOf(profile.heading)?.ignore)) return false;
  const spans = new Set(parts.map(({ time }) => time?.text ?? ''));
  const told = (cut: Cut): boolean =>
    isTold(cut, view) || (others && cut.parts.some((part) => isOffence(part, view)));
  return (spans.size > 1 && !spans.has('')) || parts.every(told);
}

/** Whether a fold tells the parts of a sum apart by a field, and the total is none of its own kind. */
function isBeside(total: Cut | undefined, parts: readonly Cut[], view: TableView): boolean {
  if (!areApart(parts, view, total === undefined)) return false;
  if (!total) return true;
  const pattern = total.time?.pattern;
  if (parts.every(({ time }) => time !== null && time.pattern !== pattern)) return true;
  if (!isTotalHeading(total.profile.heading)) return false;
  return total.time === null || (!isTold(total, view) && parts.every((part) => isTold(part, view)));
}

function leftOut(
  column: Evidence,
  ignore: string,
  confidence: number,
  reason: string,
  decide: readonly string[],
): Column {
  return columnOf(
    'column',
    [column],
    reading({
      written: { ignore, screen: false },
      confidence,
      reason,
      decide,
      samples: samplesOf(column.profile, false),
    }),
  );
}

const inRows = ({ holds, rows }: Relation): string =>
  `in ${holds.toLocaleString('en')} of ${rows.toLocaleString('en')} rows`;

/**
 * Columns that are the sum of columns which a fold tells apart, with what they are the sum of: kept, each figure would
 * count twice. Where the rows verify it nothing is asked; a total that few or no rows prove is left out and asked about.
 */
export function leftOutSums(
  cuts: readonly Cut[],
  figures: readonly Evidence[],
  sums: TableSums,
  view: TableView,
): readonly Column[] {
  const cutOf = new Map(cuts.map((cut) => [cut.profile.heading, cut]));
  const partsOf = ({ from }: Relation): readonly Cut[] =>
    from.flatMap((name) => cutOf.get(name) ?? []);
  const besideParts = (sum: Relation): boolean => {
    const parts = partsOf(sum);
    return parts.length === sum.from.length && isBeside(cutOf.get(sum.column), parts, view);
  };
  return figures.flatMap((column): readonly Column[] => {
    const { heading } = column.profile;
    const verified = sums.verified.find((sum) => sum.column === heading && besideParts(sum));
    if (verified) {
      const words = `the sum of ${verified.formula}, ${inRows(verified)}`;
      return [leftOut(column, words, 0.99, words, [])];
    }
    const likely = sums.likely.find((sum) => sum.column === heading && besideParts(sum));
    if (likely)
      return [
        leftOut(
          column,
          `the sum of ${likely.formula}, ${inRows(likely)}`,
          0.8,
          `the heading says total, and it is ${likely.formula} ${inRows(likely)}`,
          [
            likely.holds < likely.rows
              ? `Is "${heading}" no more than the sum of ${likely.formula}? It is ${inRows(likely)}; in the others one of the figures is a slip, or it is another total.`
              : `Is "${heading}" no more than the sum of ${likely.formula}? It is ${inRows(likely)}, which are too few to prove it.`,
          ],
        ),
      ];
    if (cuts.length === 0 || cutOf.has(heading) || !isTotalHeading(heading)) return [];
    if (!areApart(cuts, view, true)) return [];
    if (measureOf(heading)?.ignore) return [];
    const what = cuts.some(({ time }) => time !== null)
      ? 'years or periods'
      : 'places or substances';
    return [
      leftOut(
        column,
        'the total of the columns beside it',
        0.8,
        `the heading says total, beside columns of ${what}`,
        [
          `Is "${heading}" no more than the sum of the columns beside it? No row proves it; left out, so that nothing counts twice.`,
        ],
      ),
    ];
  });
}
