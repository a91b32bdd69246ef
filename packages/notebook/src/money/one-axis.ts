import { assertOneAxis } from '@samenbeeld/money';
import { list, paragraph } from '@samenbeeld/page';
import type { Observation, Text } from '@samenbeeld/schema';
import { output } from '../cell.ts';
import type { Picture, Selection } from '../opened-picture.ts';
import { answer, type Refused } from '../refused.ts';
import { type View, view } from '../view.ts';
import { howMany } from '../words.ts';
import { moneyWords } from './money-words.ts';

/** Figures that may share an axis, with what must be said of it. */
export interface OneAxis extends View {
  readonly kind: 'one-axis';
  readonly picture: Picture;
  readonly rows: number;
  readonly warnings: readonly Text[];
}

/**
 * Whether figures of financial intelligence units, or of seized and collected assets, may stand on one axis: one country, one
 * authority, one rule. The refusal says what is legal instead.
 */
export function oneAxis({ picture, rows }: Selection<Observation>): OneAxis | Refused {
  return answer(picture, () => {
    const { warnings } = assertOneAxis(rows, {
      breaks: picture.breaks,
      definitions: picture.definitions,
      overrides: [...picture.inForce.values()],
    });
    const { language } = picture;
    return view<OneAxis>({ kind: 'one-axis', picture, rows: rows.length, warnings }, () => [
      output(picture, [
        paragraph(`${howMany(rows.length, 'rows')[language]}: ${moneyWords.axis[language]}`),
        ...list(warnings),
      ]),
    ]);
  });
}
