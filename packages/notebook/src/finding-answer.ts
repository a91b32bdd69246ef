import { placeText } from '@samenbeeld/answers';
import { type Block, paragraph } from '@samenbeeld/page';
import type { Finding, Language } from '@samenbeeld/schema';
import type { AgedTriangle, SiteNetwork, TrendAdvice } from '@samenbeeld/trends';
import { adviceBlocks } from './advice-view.ts';
import { output } from './cell.ts';
import { findingBlocks } from './finding-view.ts';
import { findingMarking, type HandledMarking, pictureMarking } from './handled-marking.ts';
import type { Picture } from './opened-picture.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

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
  /** The picture it was made from; null for numbers of your own. */
  readonly picture: Picture | null;
  readonly marking: HandledMarking;
  readonly finding: F;
  readonly foundIn: FoundIn | null;
}

/** A finding, with blocks of its own below the sentence. */
export function findingAnswer<F extends Finding>(
  picture: Picture,
  finding: F,
  more: readonly Block[] = [],
): FindingAnswer<F> {
  const marking = pictureMarking(picture);
  return view<FindingAnswer<F>>(
    { kind: 'finding', picture, marking, finding, foundIn: null },
    () => [output(marking, [...findingBlocks(finding, picture.language), ...more])],
  );
}

function isAdvice(finding: Finding): finding is TrendAdvice {
  return finding.kind === 'trend_advice';
}

/** The blocks of a finding in numbers of your own, under the name of what it is about. */
function ownBlocks(finding: Finding, language: Language): readonly Block[] {
  const { subject } = finding;
  const parts = isAdvice(finding)
    ? adviceBlocks(finding, language)
    : findingBlocks(finding, language);
  return subject === '' ? parts : [{ kind: 'heading', text: placeText(subject) }, ...parts];
}

/** A finding said to be made from a picture, marked as it is. */
export function pictureAnswer<F extends Finding>(
  picture: Picture,
  finding: F,
  foundIn: FoundIn | null = null,
): FindingAnswer<F> {
  const marking = findingMarking(picture, finding);
  const { language } = picture;
  const rests = words.markedAs[language].replace('{}', picture.metadata.title[language]);
  const said = marking.banner.en === picture.banner.en ? [paragraph(rests)] : [];
  return view<FindingAnswer<F>>({ kind: 'finding', picture, marking, finding, foundIn }, () => [
    output(marking, [...ownBlocks(finding, language), ...said]),
  ]);
}

/** A finding in numbers of your own, under the marking stated for them. */
export function ownAnswer<F extends Finding>(
  marking: HandledMarking,
  finding: F,
  foundIn: FoundIn | null = null,
): FindingAnswer<F> {
  return view<FindingAnswer<F>>(
    { kind: 'finding', picture: null, marking, finding, foundIn },
    () => [output(marking, ownBlocks(finding, marking.language))],
  );
}
