import {
  type AnswerName,
  ask as askPicture,
  type GivenAnswer,
  type QuestionKey,
} from '@samenbeeld/answers';
import { type Block, type CellPart, drawCell } from '@samenbeeld/page';
import { output } from './cell.ts';
import { awaited } from './kernel.ts';
import type { Picture } from './opened-picture.ts';
import { answerLater, type Refused } from './refused.ts';
import { type View, view } from './view.ts';

/** What may be named: codes or names in any of the four languages, one or several. */
export type AskedOf = {
  readonly [key in QuestionKey | 'beside' | 'figure']?: string | readonly string[];
};

/** An answer that shows itself, with what it says as blocks and as data. */
export interface PictureAnswer extends View {
  readonly kind: 'answer';
  readonly name: string;
  readonly picture: Picture;
  /** The same blocks that the report and the command show. */
  readonly blocks: readonly Block[];
  readonly data: GivenAnswer['data'];
  /** Ids of the sources whose records were read for it. */
  readonly sources: readonly string[];
}

/**
 * Asks a picture one of the answers that `samenbeeld answers` lists, in the words and figures of the report. What is not named
 * is what the picture alone holds; where nothing is named, the picture's own questions are asked. Decisions recorded since the
 * build count, but for `why`.
 *
 * @param name such as 'total', 'trend', 'sources', 'hypotheses'
 * @param question such as { place: 'Antwerp', substance: 'heroin', basis: 'seized_in_port', by: 'half-year' }
 */
export function ask(
  picture: Picture,
  name: AnswerName | (string & {}),
  question: AskedOf = {},
): Promise<PictureAnswer | Refused> {
  const asked = answerLater(picture, async (): Promise<PictureAnswer> => {
    const { later, language } = picture;
    const { blocks, data, sources } = await askPicture(picture.stored, name, question, {
      later,
    });
    const drawn: CellPart = await drawCell(blocks, language);
    return view<PictureAnswer>({ kind: 'answer', name, picture, blocks, data, sources }, () => [
      output(picture, drawn),
    ]);
  });
  return awaited(`ask(picture, '${name}', …)`, asked);
}
