import { whyBlocks } from '@samenbeeld/answers';
import { type Why, why as whyFigure } from '@samenbeeld/merge';
import { output } from './cell.ts';
import { awaited } from './kernel.ts';
import type { Picture } from './opened-picture.ts';
import { answerLater, type Refused } from './refused.ts';
import { type View, view } from './view.ts';

/** Everything behind one figure, down to file, line, column and raw cell. */
export interface WhyAnswer extends View {
  readonly kind: 'why';
  readonly picture: Picture;
  readonly why: Why;
}

/**
 * Why a figure is what it is: every claim or record behind it with its part in it, down to file, line, column and raw
 * cell. It is computed again from the picture's rows and refused where the two differ.
 *
 * @param cell "NSP cocaine 2022", "Vlissingen 2023"
 */
export function why(picture: Picture, cell: string): Promise<WhyAnswer | Refused> {
  const asked = answerLater(picture, async (): Promise<WhyAnswer> => {
    const found = await whyFigure(picture.stored, cell);
    return view<WhyAnswer>({ kind: 'why', picture, why: found }, () => [
      output(picture, whyBlocks(found)),
    ]);
  });
  return awaited('why(…)', asked);
}
