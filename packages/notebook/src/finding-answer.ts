import type { Finding } from '@samenbeeld/schema';
import type { AgedTriangle, SiteNetwork } from '@samenbeeld/trends';
import { findingParts } from './finding-view.ts';
import { heading, output, type Part } from './html.ts';
import { placeName } from './labels.ts';
import type { Picture } from './picture.ts';
import { type View, view } from './view.ts';

/** Values of your own, one a period. */
export interface OwnSeries {
  readonly periods: readonly string[];
  readonly values: ArrayLike<number | null>;
  readonly unit?: string;
}

/** What a finding was found in: a chart draws both. */
export type FoundIn = OwnSeries | AgedTriangle | SiteNetwork;

/** A finding that shows itself: the sentence first, the method below it. */
export interface FindingAnswer<F extends Finding = Finding> extends View {
  readonly kind: 'finding';
  readonly picture: Picture;
  readonly finding: F;
  readonly foundIn: FoundIn | null;
}

/** A finding, with parts of its own below the sentence. */
export function findingAnswer<F extends Finding>(
  picture: Picture,
  finding: F,
  more: readonly Part[] = [],
): FindingAnswer<F> {
  return view<FindingAnswer<F>>({ kind: 'finding', picture, finding, foundIn: null }, () => [
    output(picture, [...findingParts(finding, picture.language), ...more]),
  ]);
}

/** A finding in numbers of your own, under the name of what it is about. */
export function ownAnswer<F extends Finding>(
  picture: Picture,
  finding: F,
  foundIn: FoundIn | null = null,
): FindingAnswer<F> {
  const { language } = picture;
  const { subject } = finding;
  const name = subject === '' ? [] : [heading(placeName(subject, language))];
  return view<FindingAnswer<F>>({ kind: 'finding', picture, finding, foundIn }, () => [
    output(picture, [...name, ...findingParts(finding, language)]),
  ]);
}
