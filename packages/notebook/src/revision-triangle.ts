import { type RevisionTriangle, revisionTriangle as triangle } from '@samenbeeld/merge';
import type { Picture } from './picture.ts';
import { answer, type Refused } from './refused.ts';
import type { ObservationSelection } from './selection.ts';
import { triangleOutputs } from './triangle-view.ts';
import { type View, view } from './view.ts';

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
