import type { JointTotal, MemberTotal } from './joint-total.ts';
import { expandPlace } from './places.ts';

/**
 * Whether there is a figure, be it contested or of services that each counted for themselves, rather than floors or nothing.
 *
 * @example
 * ```ts
 * import { hasFigure } from '@samenbeeld/schema';
 * hasFigure({ state: 'finds_only' }) // => false
 * ```
 */
export function hasFigure({ state }: Pick<MemberTotal, 'state'>): boolean {
  return state === 'reported' || state === 'undecided' || state === 'apart';
}

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
    (entry) => hasFigure(entry) && expandPlace(entry.place).includes(place),
  );
  return holds ?? null;
}
