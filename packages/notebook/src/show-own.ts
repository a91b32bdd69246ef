import type { Finding } from '@samenbeeld/schema';
import { type FindingAnswer, type FoundIn, ownAnswer } from './finding-answer.ts';
import type { Picture } from './picture.ts';
import { answer, type Refused } from './refused.ts';
import { type ShownTable, showTable, type TableLike } from './show-table.ts';

function isFinding(own: object): own is Finding {
  return 'says' in own && 'kind' in own && 'method' in own;
}

/**
 * Shows what you made yourself under the banner of the picture it was made from: a table, or a finding.
 *
 * A finding is best asked within: `show(picture, () => nowcast(triangle))`. Where it is refused, the refusal is shown and the
 * cells below still run. What it was found in comes third, for the chart: `show(picture, () => farrington(values, { periods }),
 * { periods, values })`.
 *
 * @param own an arquero table, a danfo frame, a list of records, a finding, or a function that asks for one
 */
export function show<F extends Finding>(
  picture: Picture,
  own: () => F,
  foundIn?: FoundIn,
): FindingAnswer<F> | Refused;
export function show<F extends Finding>(
  picture: Picture,
  own: F,
  foundIn?: FoundIn,
): FindingAnswer<F>;
export function show(picture: Picture, own: TableLike): ShownTable;
export function show(
  picture: Picture,
  own: TableLike | Finding | (() => Finding),
  foundIn?: FoundIn,
): ShownTable | FindingAnswer | Refused {
  if (typeof own === 'function') return answer(picture, () => ownAnswer(picture, own(), foundIn));
  return isFinding(own) ? ownAnswer(picture, own, foundIn) : showTable(picture, own);
}
