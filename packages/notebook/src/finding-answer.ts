import type { Finding } from '@samenbeeld/schema';
import { findingParts } from './finding-view.ts';
import { output, type Part } from './html.ts';
import type { Picture } from './picture.ts';
import { type View, view } from './view.ts';

/** A finding that shows itself: the sentence first, the method below it. */
export interface FindingAnswer<F extends Finding = Finding> extends View {
  readonly kind: 'finding';
  readonly picture: Picture;
  readonly finding: F;
}

/** A finding, with parts of its own below the sentence. */
export function findingAnswer<F extends Finding>(
  picture: Picture,
  finding: F,
  more: readonly Part[] = [],
): FindingAnswer<F> {
  return view<FindingAnswer<F>>({ kind: 'finding', picture, finding }, () => [
    output(picture, [...findingParts(finding, picture.language), ...more]),
  ]);
}
