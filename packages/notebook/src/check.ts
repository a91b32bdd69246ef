import { type CheckedClaim, checkClaim, filesIn, questionsIn } from '@samenbeeld/merge';
import { type Block, folded, list, paragraph } from '@samenbeeld/page';
import type { Text } from '@samenbeeld/schema';
import { buildMark } from '@samenbeeld/store';
import { output } from './cell.ts';
import type { Bundle } from './kernel.ts';
import type { Picture } from './opened-picture.ts';
import { answer, type Refused } from './refused.ts';
import { type View, view } from './view.ts';
import { words } from './words.ts';

/** What may be said of a figure before it is said in public. */
export interface CheckAnswer extends View {
  readonly kind: 'check';
  readonly picture: Picture;
  readonly claim: string;
  readonly checked: CheckedClaim;
}

function outputs({ picture, claim, checked }: CheckAnswer): readonly Bundle[] {
  const { language } = picture;
  const { name, title } = picture.metadata;
  const said = (name: 'mayBeSaid' | 'doNotSay', texts: readonly Text[]): readonly Block[] =>
    texts.length === 0 ? [] : [paragraph(`${words[name][language]}:`), ...list(texts)];
  const matches = checked.matches.flatMap(({ claim: match }) =>
    match.rows.map(({ origin, reference, publication }) =>
      [reference, `${origin.file}:${origin.line}`, publication].filter(Boolean).join(' · '),
    ),
  );
  return [
    output(picture, [
      paragraph(`“${claim}” ${checked.says[language]}`),
      paragraph(
        `${words.askedOf[language]}: ${title[language]} (${name}, ${picture.folder}, build ${buildMark(picture.metadata)})`,
      ),
      ...said('mayBeSaid', checked.mayBeSaid),
      ...[...checked.standsBy, ...checked.advice].map(paragraph),
      ...said('doNotSay', checked.doNotSay),
      ...folded(`${words.matches[language]}: ${matches.length}`, list(matches)),
    ]),
  ];
}

/**
 * What a picture says of a figure before a minister does: whether it holds, in which words, and what must not be said.
 *
 * @param claim a quantity, a drug, a place and a year: "4100 kg cocaine Vlissingen 2022"
 */
export function check(picture: Picture, claim: string): CheckAnswer | Refused {
  return answer(picture, () => {
    const checked = checkClaim(claim, picture.observations.rows, picture.inForce, undefined, {
      ...(picture.extent.seizures.size > 0 && {
        // Beside no figure they are no floor.
        finds: {
          seizures: picture.observations.size > 0 ? picture.seizures.rows : [],
          coverage: picture.coverage,
        },
      }),
      asks: questionsIn(picture.metadata),
      files: filesIn(picture.metadata),
    });
    return view<CheckAnswer>({ kind: 'check', picture, claim, checked }, outputs);
  });
}
