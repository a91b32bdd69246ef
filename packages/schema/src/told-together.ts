import type { JointTotal, MemberTotal } from './joint-total.ts';
import { expandPlace } from './places.ts';

/**
 * The figure that a member of a total has together with others: the member has none by itself, and is not unreported.
 *
 * @example
 * ```ts
 * import { toldTogether } from '@samenbeeld/schema';
 * toldTogether({ together: [] }, 'NLVLI') // => null
 * ```
 */
export function toldTogether(
  { together }: Pick<JointTotal, 'together'>,
  place: string,
): MemberTotal | null {
  const holds = together.find(
    ({ place: places, state }) =>
      (state === 'reported' || state === 'undecided') && expandPlace(places).includes(place),
  );
  return holds ?? null;
}
