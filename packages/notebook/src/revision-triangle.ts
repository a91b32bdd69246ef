import {
  type RevisionTriangle,
  type TriangleRow,
  revisionTriangle as triangle,
} from '@samenbeeld/merge';
import { table } from '@samenbeeld/page';
import { formatNumber, formatPeriod, type Language, type Text } from '@samenbeeld/schema';
import { output } from './cell.ts';
import type { Bundle } from './kernel.ts';
import { numberIn } from './labels.ts';
import type { ObservationSelection, Picture } from './opened-picture.ts';
import { answer, type Refused } from './refused.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

function revisionOf({ values, revision, percent }: TriangleRow, language: Language): string {
  if (values.filter((value) => value !== null).length < 2) return '';
  const sign = revision < 0 ? '−' : revision > 0 ? '+' : '';
  const share =
    percent === null
      ? ''
      : ` (${sign}${formatNumber(Math.abs(Number(percent.toFixed(2))), language)} %)`;
  return `${sign}${formatNumber(Math.abs(revision), language)}${share}`;
}

/** A triangle, as a cell shows it; `told` says what its columns are. */
export function triangleOutputs(
  { picture, triangle }: Triangle,
  told: Text = words[triangle.by === 'lag' ? 'byLag' : 'byPublication'],
): readonly Bundle[] {
  const { language } = picture;
  const { unit, by, columns, rows } = triangle;
  const lag = by === 'lag';
  return [
    output(picture, [
      table(
        `${told[language]} · ${unit}`,
        [
          ['label', words.period],
          ...columns.map((column) => ['number', lag ? `+${column}` : String(column)] as const),
          ['number', words.revision],
        ],
        rows.map((row) => [
          formatPeriod({ start: row.periodStart, end: row.periodEnd }, language),
          ...row.values.map((value) => (value === null ? '' : numberIn(value, language))),
          revisionOf(row, language),
        ]),
      ),
    ]),
  ];
}

/** How the figures of a selection grew after they were first published. */
export interface Triangle extends View {
  readonly kind: 'triangle';
  readonly picture: Picture;
  readonly triangle: RevisionTriangle;
}

/**
 * The revision triangle of one figure: a row a period, a column a date of publication, or a number of months after the end of
 * the period (`by: 'lag'`). A selection of several figures is refused, with the dimension in which they differ.
 *
 * @param selection one figure over time: one place, drug, basis, agency, measure and extent
 */
export function revisionTriangle(
  selection: ObservationSelection,
  options: { readonly by?: RevisionTriangle['by'] } = {},
): Triangle | Refused {
  const { picture } = selection;
  return answer(picture, () =>
    view<Triangle>(
      { kind: 'triangle', picture, triangle: triangle(selection.rows, options) },
      (own) => triangleOutputs(own),
    ),
  );
}
